using System.Runtime.CompilerServices;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Spreadsheets;

/// <summary>Sheets about the money of awards: each payment, each report, what was paid back or written off, and each variation. RULEBOOK 11.</summary>
internal static class AuditMoneySheets
{
    private sealed record Payment(Instalment Instalment, BankDetails? Bank);

    public static Sheet Payments(AuditScope scope) => AuditScope.Sheet("Payments",
        AuditScope.Rows(PaymentsOf(scope), p => scope.Row(p, p.Instalment.CaseId, p.Instalment.ReleasedUtc, p.Instalment.SentUtc, p.Instalment.ReleasedById)),
        new("Instalment", 11, p => CellValue.Of((int?)p.Instalment.Number)),
        new("Amount", 14, p => CellValue.Of((Money?)p.Instalment.Amount)),
        new("Meant for", 12, p => CellValue.Of((DateOnly?)p.Instalment.DueOn)),
        new("After report", 12, p => CellValue.Of(p.Instalment.AfterReport)),
        new("State", 12, p => CellValue.Of<PaymentState>(p.Instalment.State)),
        new("Released", 19, p => CellValue.Of(p.Instalment.ReleasedUtc)),
        new("Account ends", 12, p => CellValue.Of(p.Bank?.LastFour)),
        new("Account keyed by", 22, p => CellValue.Of(scope.Person(p.Bank?.KeyedById))),
        new("Account verified by", 22, p => CellValue.Of(scope.Person(p.Bank?.VerifiedById))),
        new("Account verified", 19, p => CellValue.Of(p.Bank?.VerifiedUtc)),
        new("Sent", 19, p => CellValue.Of(p.Instalment.SentUtc)),
        new("In file", 16, p => CellValue.Of(p.Instalment.FileReference)),
        new("Why cancelled or recalled", 50, p => CellValue.Of(p.Instalment.Reason)));

    public static Sheet Reports(AuditScope scope) => AuditScope.Sheet("Reports",
        AuditScope.Rows(scope.Db.GrantReports.AsNoTracking().Where(r => scope.Cases.Any(c => c.Id == r.CaseId)).OrderBy(r => r.CaseId).ThenBy(r => r.Number),
            r => scope.Row(r, r.CaseId, r.SentUtc, r.ReadUtc, r.ReadById)),
        new("Report", 8, r => CellValue.Of((int?)r.Number)),
        new("First day", 12, r => CellValue.Of((DateOnly?)r.From)),
        new("Last day", 12, r => CellValue.Of((DateOnly?)r.Until)),
        new("Due", 12, r => CellValue.Of((DateOnly?)r.DueOn)),
        new("Final", 8, r => CellValue.Of((bool?)r.IsFinal)),
        new("State", 12, r => CellValue.Of<ReportState>(r.State)),
        new("Sent", 19, r => CellValue.Of(r.SentUtc)),
        new("Sent by", 22, r => CellValue.Of(scope.Person(r.SentById))),
        new("Spent", 14, r => CellValue.Of(r.SentUtc is null ? null : (Money?)r.Content.Spent())),
        new("Accepted or returned", 19, r => CellValue.Of(r.ReadUtc)),
        new("Why returned", 50, r => CellValue.Of(r.ReturnReason)),
        new("Lessons shared", 14, r => CellValue.Of((bool?)r.SharesLessons)));

    public static Sheet Recoveries(AuditScope scope) => AuditScope.Sheet("Recoveries",
        AuditScope.Rows(scope.Db.Recoveries.AsNoTracking().Where(r => scope.Cases.Any(c => c.Id == r.CaseId)).OrderBy(r => r.DecidedUtc).ThenBy(r => r.Id),
            r => scope.Row(r, r.CaseId, r.DecidedUtc, r.ReceivedUtc, r.DecidedById)),
        new("Kind", 12, r => CellValue.Of<RecoveryKind>(r.Kind)),
        new("Amount", 14, r => CellValue.Of((Money?)r.Amount)),
        new("Why", 60, r => CellValue.Of(r.Reason)),
        new("Pay back by", 12, r => CellValue.Of(r.DueOn)),
        new("Received", 19, r => CellValue.Of(r.ReceivedUtc)),
        new("Recorded by", 22, r => CellValue.Of(scope.Person(r.ReceivedById))));

    public static Sheet Variations(AuditScope scope) => AuditScope.Sheet("Variations",
        AuditScope.Rows(scope.Db.AwardVariations.AsNoTracking().Where(v => scope.Cases.Any(c => c.Id == v.CaseId)).OrderBy(v => v.MadeUtc).ThenBy(v => v.Id),
            v => scope.Row(v, v.CaseId, v.MadeUtc, null, v.ById)),
        new("Amount before", 14, v => CellValue.Of((Money?)v.AmountBefore)),
        new("Amount after", 14, v => CellValue.Of((Money?)v.AmountAfter)),
        new("Last day before", 14, v => CellValue.Of((DateOnly?)v.EndsBefore)),
        new("Last day after", 14, v => CellValue.Of((DateOnly?)v.EndsAfter)),
        new("Lines changed", 60, v => CellValue.Of(Changed(v))),
        new("Why", 60, v => CellValue.Of(v.Reason)));

    /// <summary>What is exceptional about the money: reports nobody sent in time, money not paid back in time, and awards that stand still or were ended.</summary>
    public static async IAsyncEnumerable<AuditRow<AuditDecisionSheets.Exceptional>> Exceptions(AuditScope scope, DateOnly today, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var late = scope.Db.GrantReports.AsNoTracking().Where(r => r.DueOn < today && (r.State == ReportState.Awaited || r.State == ReportState.Returned)
            && scope.Cases.Any(c => c.Id == r.CaseId) && scope.Db.Awards.Any(a => a.CaseId == r.CaseId && (a.State == AwardState.Active || a.State == AwardState.Suspended))).OrderBy(r => r.DueOn).ThenBy(r => r.Id);
        await foreach (var report in late.AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return scope.Row(new AuditDecisionSheets.Exceptional("Late report", $"Report {report.Number} was not sent by its last day.", report.DueOn), report.CaseId, report.SentUtc, report.ReadUtc, report.ReadById);
        var owed = scope.Db.Recoveries.AsNoTracking().Where(r => r.DueOn < today && r.ReceivedUtc == null && scope.Cases.Any(c => c.Id == r.CaseId)).OrderBy(r => r.DueOn).ThenBy(r => r.Id);
        await foreach (var recovery in owed.AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return scope.Row(new AuditDecisionSheets.Exceptional("Money not paid back", $"{recovery.Amount} was asked back and has not come.", recovery.DueOn), recovery.CaseId, recovery.DecidedUtc, null, recovery.DecidedById);
        var stopped = scope.Db.Awards.AsNoTracking().Where(a => (a.State == AwardState.Suspended || a.State == AwardState.Terminated || a.Withholding != null)
            && scope.Cases.Any(c => c.Id == a.CaseId)).OrderBy(a => a.StateSinceUtc).ThenBy(a => a.CaseId);
        await foreach (var award in stopped.AsAsyncEnumerable().WithCancellation(cancellationToken))
            foreach (var what in Stopped(award))
                yield return scope.Row(what, award.CaseId, award.StateSinceUtc, null, null);
    }

    private static IEnumerable<AuditDecisionSheets.Exceptional> Stopped(Award award)
    {
        if (award.State == AwardState.Suspended)
            yield return new("Award suspended", award.SuspensionText ?? "", CouncilTime.DayOf(award.StateSinceUtc));
        if (award.State == AwardState.Terminated)
            yield return new("Award terminated", award.Termination?.Decision ?? award.Termination?.Reason ?? "", CouncilTime.DayOf(award.StateSinceUtc));
        if (award.Withholding is { } withheld)
            yield return new("Withheld from publication", withheld.Reason, CouncilTime.DayOf(withheld.ApprovedUtc));
    }

    private static IQueryable<Payment> PaymentsOf(AuditScope scope) =>
        from instalment in scope.Db.Instalments.AsNoTracking()
        where scope.Cases.Any(c => c.Id == instalment.CaseId)
        from bank in scope.Db.BankDetails.Where(b => b.Id == instalment.BankDetailsId).DefaultIfEmpty()
        orderby instalment.CaseId, instalment.Number
        select new Payment(instalment, bank);

    private static string Changed(AwardVariation variation) => string.Join("; ",
        from after in variation.LinesAfter
        join before in variation.LinesBefore on after.Number equals before.Number
        where after.Amount != before.Amount
        select $"{after.Number}: {before.Amount} to {after.Amount}");
}
