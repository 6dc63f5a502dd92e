using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Premises;

/// <summary>A closure to add. <paramref name="Space"/> is a space's word in its address, null for the whole venue; both days are included.</summary>
public sealed record NewClosure(string Venue, string? Space, DateOnly FirstDay, DateOnly LastDay, string Reason);

/// <summary>Closes venues and rooms for days, and keeps the bank holidays that working days leave out.</summary>
public sealed class ClosureKeeping(AppDbContext db, CouncilTime time, PremisesActs acts, BookedDates booked)
{
    /// <summary>Closes days. Days with held or booked dates are refused with a list of those dates: cancelling them is an approver's act.</summary>
    public Task<Outcome> CloseAsync(NewClosure closure, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(closure);
        return acts.DoAsync(actor, "Closure.Add", async cancel =>
        {
            var venueId = await db.Venues.Where(v => v.Slug == closure.Venue).Select(v => (Guid?)v.Id).SingleOrDefaultAsync(cancel);
            if (venueId is null)
                return Outcome.NotFound<PremisesChange>();
            var spaceId = closure.Space is null
                ? null
                : await db.Spaces.Where(s => s.VenueId == venueId && s.Slug == closure.Space).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(cancel);
            if (closure.Space is not null && spaceId is null)
                return Outcome.Refused<PremisesChange>(new Refusal("Premises", "Choose the whole venue or one of its rooms", "Space"));
            if (PremisesRules.Mistakes(closure.FirstDay, closure.LastDay, closure.Reason, time.Today) is { Count: > 0 } mistakes)
                return Outcome.Refused<PremisesChange>(mistakes);

            // Under the locks of the trees, so that no date can be claimed while we look.
            await TreeLock.TakeVenueAsync(db, venueId.Value, cancel);
            var spaces = await db.Spaces.Where(s => s.VenueId == venueId).Select(s => new SpaceNode(s.Id, s.ParentId, s.RootId)).ToListAsync(cancel);
            var leaves = spaceId is null ? [.. spaces.Select(s => s.Id)] : new SpaceTree(spaces).LeavesOf(spaceId.Value);
            var dates = await booked.UsingAsync(leaves, closure.FirstDay, closure.LastDay, cancel);
            if (dates.Count > 0)
                return Outcome.Refused<PremisesChange>(BookedDates.Refuse("These dates are held or booked on those days. Have them moved or cancelled first", dates, "FirstDay"));
            var added = new Closure(Guid.CreateVersion7(), venueId.Value, spaceId, closure.FirstDay, closure.LastDay, closure.Reason);
            db.Closures.Add(added);
            return Outcome.Ok(new PremisesChange(nameof(Closure), added.Id, closure));
        }, cancellationToken);
    }

    /// <summary>Opens the days of a closure again.</summary>
    public Task<Outcome> ReopenAsync(string venue, Guid closureId, Actor actor, CancellationToken cancellationToken) =>
        acts.DoAsync(actor, "Closure.Remove", async cancel =>
        {
            var closure = await db.Closures.SingleOrDefaultAsync(c => c.Id == closureId && db.Venues.Any(v => v.Id == c.VenueId && v.Slug == venue), cancel);
            if (closure is null)
                return Outcome.NotFound<PremisesChange>();
            db.Closures.Remove(closure);
            return Outcome.Ok(new PremisesChange(nameof(Closure), closure.Id, new { closure.FirstDay, closure.LastDay, closure.Reason }));
        }, cancellationToken);

    /// <summary>Bank holidays from this year on.</summary>
    public async Task<IReadOnlyList<BankHoliday>> BankHolidaysAsync(CancellationToken cancellationToken)
    {
        var from = new DateOnly(time.Today.Year, 1, 1);
        return await db.BankHolidays.AsNoTracking().Where(h => h.Day >= from).OrderBy(h => h.Day).ToListAsync(cancellationToken);
    }

    /// <summary>Adds a bank holiday: from then on it is no working day.</summary>
    public Task<Outcome> AddBankHolidayAsync(DateOnly day, string title, Actor actor, CancellationToken cancellationToken) =>
        acts.DoAsync(actor, "BankHoliday.Add", async cancel =>
        {
            if (string.IsNullOrWhiteSpace(title) || title.Length > 100)
                return Outcome.Refused<PremisesChange>(new Refusal("Premises", "Enter the bank holiday's name, in 100 characters or fewer", "Title"));
            if (day < time.Today)
                return Outcome.Refused<PremisesChange>(new Refusal("Premises", "The day must be today or later: past working days have been counted already", "Day"));
            if (await db.BankHolidays.AnyAsync(h => h.Day == day, cancel))
                return Outcome.Refused<PremisesChange>(new Refusal("Premises", $"{PremisesWords.Day(day)} is a bank holiday already", "Day"));
            db.BankHolidays.Add(new BankHoliday(day, title));
            return Outcome.Ok(new PremisesChange(nameof(BankHoliday), Guid.Empty, new { Day = day, Title = title }));
        }, cancellationToken);

    /// <summary>Takes a bank holiday away: from then on it is a working day.</summary>
    public Task<Outcome> RemoveBankHolidayAsync(DateOnly day, Actor actor, CancellationToken cancellationToken) =>
        acts.DoAsync(actor, "BankHoliday.Remove", async cancel =>
        {
            var holiday = await db.BankHolidays.SingleOrDefaultAsync(h => h.Day == day, cancel);
            if (holiday is null)
                return Outcome.NotFound<PremisesChange>();
            if (day < time.Today)
                return Outcome.Refused<PremisesChange>(new Refusal("Premises", "A bank holiday that is over stays: working days have been counted with it"));
            db.BankHolidays.Remove(holiday);
            return Outcome.Ok(new PremisesChange(nameof(BankHoliday), Guid.Empty, new { Day = day, holiday.Title }));
        }, cancellationToken);
}
