using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Policies;
using CouncilPremises.Application.Premises;
using CouncilPremises.Application.Spreadsheets;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Policies;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Importing;

/// <summary>Adds bookings that were agreed before this service was used. They are Confirmed from the start, and marked: no check was made here.</summary>
public sealed class BookingImport(
    AppDbContext db, CaseReferences references, Claims claims, PolicySource policies, ClaimInvitations invitations, AuditLog audit, CouncilTime time)
{
    internal async Task<Outcome<ImportReport>> RunAsync(IReadOnlyList<TableRow> rows, Actor actor, CancellationToken cancellationToken)
    {
        var cells = new ImportCells();
        var reading = new BookingRows(await HirersAsync(cancellationToken), await RoomsAsync(cancellationToken), time.NowUtc, cells);
        var bookings = reading.Read(rows);
        if (cells.Mistakes.Count > 0)
            return Outcome.Refused<ImportReport>(cells.Mistakes);
        var policy = await policies.InForceAsync(time.Today, cancellationToken);
        var first = await references.NextManyAsync(CaseKind.Hire, bookings.Count, cancellationToken);
        var made = bookings.Index().Select(booking => Make(booking.Item, references.Nth(CaseKind.Hire, first + booking.Index), policy, actor)).ToList();
        var claimed = await ClaimAsync(made, cancellationToken);
        if (!claimed.Succeeded)
            return Outcome.Refused<ImportReport>(claimed.Refusals);
        var told = await invitations.InviteAsync(bookings, actor, cancellationToken);
        return Outcome.Ok(new ImportReport(rows.Count,
            [$"{bookings.Count} bookings with {rows.Count} dates", $"{told.Sent} invitations to look after them", .. told.Without.Select(name =>
                $"{name} has nobody with an account and no e-mail address in the file: invite somebody, or its bookings stay unclaimed")]));
    }

    private async Task<Outcome> ClaimAsync(List<MadeBooking> made, CancellationToken cancellationToken)
    {
        var dates = made.SelectMany(booking => booking.Dates, (booking, date) => (booking.Booking, Date: date)).ToList();
        var lines = made.SelectMany(booking => booking.Booking.Rows).ToList();
        var claimed = await claims.ClaimAsync([.. dates.Select(date => date.Date)], people: 1, cancellationToken,
            clash => ImportCells.Mistake(lines[clash.Place], Column(clash.About), clash.Against is { } other
                ? $"this is too close to row {lines[other].Line}. Take one of them out, or leave the room's gap between them" : clash.Sentence));
        if (!claimed.Succeeded)
            return claimed;
        foreach (var date in dates.Select(date => date.Date))
            date.Take(OccurrenceWorkflow.Table.Try(date.State, OccurrenceAction.Confirm, Roles.System, new OccurrenceFacts(false, false, SlotHeld: true)).Value, time.NowUtc);
        return claimed;
    }

    private static string Column(ClashAbout about) => about switch
    {
        ClashAbout.Room => "Room",
        ClashAbout.Day => "Date",
        ClashAbout.Time => "Start",
    };

    private MadeBooking Make(ImportedBooking booking, string reference, Policy policy, Actor actor)
    {
        var now = time.NowUtc;
        var @case = new Case(Guid.CreateVersion7(), CaseKind.Hire, reference, booking.Hirer.Id, actor.Id, Hire.HireDrafts.FormVersion, policy.Number, now);
        var hire = new HireApplication(@case.Id, booking.Hirer.Kind);
        hire.Import(booking.Answers, booking.Number);
        var dates = booking.Slots.Select((slot, index) => new Occurrence(
            Guid.CreateVersion7(), @case.Id, index + 1, booking.Room.Id, slot, booking.Room.BufferBefore, booking.Room.BufferAfter)).ToList();
        dates.ForEach(hire.Add);
        @case.Derive(Tier.Standard, policy.Number, booking.Slots.Min(slot => slot.StartUtc));
        var step = HireWorkflow.Table.Try(@case.State, CaseAction.Import, Roles.System, new CaseFacts { Tier = Tier.Standard }).Value;
        @case.Take(step, now);
        db.Cases.Add(@case);
        db.HireApplications.Add(hire);
        db.Occurrences.AddRange(dates);
        db.Submissions.Add(hire.Freeze(Guid.CreateVersion7(), actor.Id, policy.Number, now));
        audit.Append(actor, "Hire.Import", new AuditSubject("Case", @case.Id, @case.Id, step.From.ToString(), step.To.ToString(), policy.Number), new { dates = dates.Count });
        return new MadeBooking(booking, dates);
    }

    private async Task<IReadOnlyList<ImportHirer>> HirersAsync(CancellationToken cancellationToken) =>
        await db.Organisations.AsNoTracking().Select(o => new ImportHirer(o.Id, o.Kind, o.Name, o.CharityNumber, o.CompanyNumber, o.Memberships.Count != 0)).ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<ImportRoom>> RoomsAsync(CancellationToken cancellationToken) =>
        await db.Spaces.AsNoTracking().Join(db.Venues, space => space.VenueId, venue => venue.Id,
            (space, venue) => new ImportRoom(space.Id, venue.Name, space.Name, space.Capacities, space.BufferBeforeMinutes, space.BufferAfterMinutes)).ToListAsync(cancellationToken);

    private sealed record MadeBooking(ImportedBooking Booking, IReadOnlyList<Occurrence> Dates);
}
