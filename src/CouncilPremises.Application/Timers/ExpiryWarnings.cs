using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Notices;
using CouncilPremises.Application.Policies;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Policies;
using CouncilPremises.Domain.Time;
using CouncilPremises.Domain.Timers;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Timers;

/// <summary>Warns groups 60, 30 and 7 days before a declaration, an insurance or a DBS confirmation runs out: N13, one letter a group and morning.</summary>
public sealed class ExpiryWarnings(AppDbContext db, CouncilTime time, PolicySource policies, NoticeWriter writer, AuditLog audit, Transactions transactions)
{
    // The longest months are three days longer than the shortest: what a month's end may shift
    private const int MonthEndSlack = 3;

    private static readonly CheckCode[] Codes = [CheckCode.DEC, CheckCode.INS, CheckCode.DBS];

    /// <summary>Groups with something that runs out in the next 60 days, after one of them, in order of id.</summary>
    public async Task<IReadOnlyList<Guid>> GroupsAsync(Guid after, int most, CancellationToken cancellationToken)
    {
        var (today, until) = (time.Today, time.Today.AddDays(Expiries.Steps[0]));
        var policy = await policies.InForceAsync(today, cancellationToken);
        var (issuedFrom, issuedUntil) = Window(today, until, policy.DbsRecheckMonths);
        var (seenFrom, seenUntil) = Window(today, until, policy.DbsUpdateServiceMonths);
        var (seenFromUtc, seenUntilUtc) = (CaseWatch.MorningOf(seenFrom), CaseWatch.MorningOf(seenUntil));
        var records = db.CheckRecords
            .Where(r => Codes.Contains(r.Code) && r.Subject != CheckSubject.Case && r.Outcome == CheckOutcome.Clear && r.ValidUntil >= today && r.ValidUntil <= until)
            .Select(r => r.OrganisationId);
        var confirmations = db.DbsConfirmations
            .Where(c => c.IsConfirmed && c.RoleEndedOn == null
                && (c.Method == DbsMethod.UpdateService ? c.ConfirmedUtc >= seenFromUtc && c.ConfirmedUtc <= seenUntilUtc : c.IssuedOn >= issuedFrom && c.IssuedOn <= issuedUntil))
            .Select(c => c.OrganisationId);
        return await db.Organisations.Where(o => o.Id > after && (records.Contains(o.Id) || confirmations.Contains(o.Id)))
            .OrderBy(o => o.Id).Select(o => o.Id).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>Warns one group of everything that has come within a step since it was last warned; says whether it did.</summary>
    public async Task<bool> WarnAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        try
        {
            return (await transactions.RunAsync(cancel => TryWarnAsync(organisationId, cancel), cancellationToken)) is { Succeeded: true, Value: true };
        }
        catch (DbUpdateException rival) when (Transactions.IsTaken(rival))
        {
            // Another process wrote the same letter in the same moment
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private async Task<Outcome<bool>> TryWarnAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var policy = await policies.InForceAsync(time.Today, cancellationToken);
        var expiring = await ExpiringAsync(organisationId, policy, cancellationToken);
        var ids = expiring.Select(one => one.SubjectId).ToList();
        var marks = await db.TimerMarks.Where(mark => mark.Kind == TimerKind.Expiry && ids.Contains(mark.SubjectId))
            .Select(mark => new { mark.SubjectId, mark.Step }).ToListAsync(cancellationToken);
        var fresh = (from one in expiring
                     let step = Expiries.StepOn(time.Today, one.LastDay)
                     where step is not null && !marks.Any(mark => mark.SubjectId == one.SubjectId && mark.Step <= step)
                     select (one, Step: step.Value)).ToList();
        if (fresh.Count == 0)
            return Outcome.Ok(false);
        foreach (var (one, step) in fresh)
            db.TimerMarks.Add(new TimerMark(TimerKind.Expiry, one.SubjectId, step, null, time.NowUtc));
        await writer.QueueExpiryAsync(organisationId, [.. fresh.Select(pair => Sentence(pair.one)).Distinct()], cancellationToken);
        audit.Append(Actor.System, "Timer.WarnOfExpiry", new AuditSubject("Organisation", organisationId), new { checks = fresh.Select(pair => pair.one.Code).Distinct() });
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Ok(true);
    }

    // The newest record counts: what a newer one replaced may run out in peace
    private async Task<IReadOnlyList<Expiring>> ExpiringAsync(Guid organisationId, Policy policy, CancellationToken cancellationToken)
    {
        var records = await db.CheckRecords.AsNoTracking()
            .Where(r => r.OrganisationId == organisationId && Codes.Contains(r.Code) && r.Subject != CheckSubject.Case)
            .ToListAsync(cancellationToken);
        var confirmations = await db.DbsConfirmations.AsNoTracking().Where(c => c.OrganisationId == organisationId).ToListAsync(cancellationToken);
        return
        [
            .. records.GroupBy(r => (r.Code, r.Person)).Select(group => group.MaxBy(r => (r.RecordedUtc, r.Id))!)
                .Where(r => r is { Outcome: CheckOutcome.Clear, ValidUntil: not null }).Select(r => new Expiring(r.Id, r.Code, r.ValidUntil!.Value)),
            .. confirmations.GroupBy(c => (c.Role, c.PersonName)).Select(group => group.MaxBy(c => (c.ConfirmedUtc, c.Id))!)
                .Where(c => c is { IsConfirmed: true, RoleEndedOn: null })
                .Select(c => new Expiring(c.Id, CheckCode.DBS, DbsRoles.ValidUntil(c.Method, c.IssuedOn, CouncilTime.DayOf(c.ConfirmedUtc), policy))),
        ];
    }

    // No name and nothing of a certificate: whose it is, the group sees signed in
    private static string Sentence(Expiring one) => one.Code switch
    {
        CheckCode.DEC => $"The declaration your group signed counts until {NoticeWords.Day(one.LastDay)}.",
        CheckCode.INS => $"The public liability insurance we have seen ends on {NoticeWords.Day(one.LastDay)}.",
        _ => $"A DBS confirmation (formerly CRB) your group gave us counts until {NoticeWords.Day(one.LastDay)}.",
    };

    private static (DateOnly From, DateOnly Until) Window(DateOnly today, DateOnly until, int months) =>
        (today.AddMonths(-months).AddDays(-MonthEndSlack), until.AddMonths(-months).AddDays(MonthEndSlack));

    private sealed record Expiring(Guid SubjectId, CheckCode Code, DateOnly LastDay);
}
