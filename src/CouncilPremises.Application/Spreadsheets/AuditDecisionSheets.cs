using System.Runtime.CompilerServices;
using System.Text.Json;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Time;
using CouncilPremises.Domain.Timers;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Spreadsheets;

/// <summary>Sheets about decisions, what went against a rule, and everything that happened.</summary>
internal static class AuditDecisionSheets
{
    private static readonly HashSet<string> Separation = ["S1", "S2", "S3", "S4", "S5"];

    private sealed record Made(Decision Decision, Guid? RecommenderId);

    public static Sheet Decisions(AuditScope scope)
    {
        var query = scope.Db.Decisions.AsNoTracking().Where(d => scope.Cases.Any(c => c.Id == d.CaseId)).OrderBy(d => d.MadeUtc).ThenBy(d => d.Id)
            .Select(d => new Made(d, scope.Db.Decisions.Where(r => r.Id == d.RecommendationId).Select(r => (Guid?)r.ById).FirstOrDefault()));
        return AuditScope.Sheet("Decisions",
            AuditScope.Rows(query, d => scope.Row(d, d.Decision.CaseId, d.Decision.MadeUtc, null, d.Decision.ById)),
            [
                new("Decision", 22, d => CellValue.Of<DecisionKind>(d.Decision.Kind)),
                new("Ground", 9, d => CellValue.Of(d.Decision.Ground)),
                new("Reason", 60, d => CellValue.Of(d.Decision.Text)),
                .. RefusalReasons.Questions.Select(question =>
                    new Column<Made>(question.Code, 40, d => CellValue.Of(d.Decision.Answers.GetValueOrDefault(question.Code)))),
                new("Recommender", 22, d => CellValue.Of(scope.Person(d.RecommenderId))),
                new("Decider", 22, d => CellValue.Of(IsRecommendation(d.Decision.Kind) ? "" : scope.Person(d.Decision.ById))),
                new("No prohibited reason", 18, d => CellValue.Of((bool?)d.Decision.NoProhibitedReason)),
                new("Submission", 11, d => CellValue.Of(d.Decision.SubmissionNumber)),
                new("Settings version", 14, d => CellValue.Of(d.Decision.PolicyVersion)),
                new("Records relied on", 40, d => CellValue.Of(string.Join("; ", d.Decision.CheckRecordIds))),
            ]);
    }

    private static bool IsRecommendation(DecisionKind kind) => kind is DecisionKind.RecommendApproval or DecisionKind.RecommendRefusal or DecisionKind.ProposeCancellation;

    internal sealed record Exceptional(string Kind, string What, DateOnly? Day);

    public static Sheet Exceptions(AuditScope scope, DateOnly today) => AuditScope.Sheet("Exceptions",
        All(scope, today),
        new("Kind", 22, e => CellValue.Of(e.Kind)),
        new("What", 60, e => CellValue.Of(e.What)),
        new("Day", 12, e => CellValue.Of(e.Day)));

    private static async IAsyncEnumerable<AuditRow<Exceptional>> All(AuditScope scope, DateOnly today, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var late in scope.Cases.Where(c => c.DueOn != null && c.DueOn < today).OrderBy(c => c.Reference).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return scope.Row(new Exceptional("Late", $"Nobody acted by the day due; the application is in {late.State}.", late.DueOn), late.Id, late.CreatedUtc, late.ChangedUtc, late.OwnerId);
        await foreach (var after in AuditAftermathSheets.Exceptions(scope, today, cancellationToken))
            yield return after;
        await foreach (var money in AuditMoneySheets.Exceptions(scope, today, cancellationToken))
            yield return money;
        await foreach (var overdue in Overdue(scope, cancellationToken))
            yield return overdue;
        await foreach (var expired in Expired(scope, cancellationToken))
            yield return expired;
        await foreach (var blocked in Blocked(scope, cancellationToken))
            yield return blocked;
    }

    // What the timers told staff, and dates that were reached undecided
    private static async IAsyncEnumerable<AuditRow<Exceptional>> Overdue(AuditScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var alerts = scope.Db.TimerMarks.AsNoTracking().Where(mark => CaseAttentions.Kinds.Contains(mark.Kind) && scope.Cases.Any(c => c.Id == mark.CaseId))
            .OrderBy(mark => mark.DoneUtc).ThenBy(mark => mark.SubjectId);
        await foreach (var alert in alerts.AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return scope.Row(new Exceptional("Alert", CaseAttentions.Sentence(alert.Kind)! + ".", CouncilTime.DayOf(alert.DoneUtc)), alert.CaseId, alert.DoneUtc, null, null);
        var reached = scope.Db.Occurrences.AsNoTracking().Where(date => date.State == OccurrenceState.NotDecided && scope.Cases.Any(c => c.Id == date.CaseId))
            .OrderBy(date => date.StartUtc).ThenBy(date => date.Id).Select(date => new { date.CaseId, date.Day, date.StateSinceUtc });
        await foreach (var date in reached.AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return scope.Row(new Exceptional("Not decided", "The date was reached before the council had decided.", date.Day), date.CaseId, date.StateSinceUtc!.Value, null, null);
    }

    // A record a decision relied on although its last day had passed. The guards make this impossible; the sheet proves it
    private static async IAsyncEnumerable<AuditRow<Exceptional>> Expired(AuditScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var decisions = await scope.Db.Decisions.AsNoTracking()
            .Where(d => scope.Cases.Any(c => c.Id == d.CaseId) && (d.Kind == DecisionKind.Approve || d.Kind == DecisionKind.ApproveWithConditions))
            .OrderBy(d => d.MadeUtc).Select(d => new { d.CaseId, d.MadeUtc, d.ById, d.CheckRecordIds }).ToListAsync(cancellationToken);
        var records = await scope.Db.CheckRecords.AsNoTracking()
            .Where(r => r.ValidUntil != null && scope.Cases.Any(c => c.OrganisationId == r.OrganisationId))
            .ToDictionaryAsync(r => r.Id, r => new { r.Code, r.ValidUntil }, cancellationToken);
        foreach (var decision in decisions)
            foreach (var id in decision.CheckRecordIds)
                if (records.TryGetValue(id, out var record) && record.ValidUntil < CouncilTime.DayOf(decision.MadeUtc))
                    yield return scope.Row(new Exceptional("Expired at decision", $"The decision relied on {record.Code}, whose last day had passed.", record.ValidUntil),
                        decision.CaseId, decision.MadeUtc, null, decision.ById);
    }

    private static async IAsyncEnumerable<AuditRow<Exceptional>> Blocked(AuditScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query =
            from entry in scope.Db.AuditEntries.AsNoTracking()
            join detail in scope.Db.AuditDetails on entry.Id equals detail.EntryId
            where entry.WasRefused && scope.Cases.Any(c => c.Id == entry.CaseId)
            orderby entry.AtUtc, entry.Id
            select new { entry, detail.Json };
        await foreach (var refused in query.AsAsyncEnumerable().WithCancellation(cancellationToken))
            foreach (var code in Codes(refused.Json).Where(Separation.Contains))
                yield return scope.Row(new Exceptional($"Blocked: {code}", $"{refused.entry.Action} was stopped.", CouncilTime.DayOf(refused.entry.AtUtc)),
                    refused.entry.CaseId, refused.entry.AtUtc, null, refused.entry.ActorId);
    }

    private static IEnumerable<string> Codes(string json)
    {
        using var detail = JsonDocument.Parse(json);
        return detail.RootElement.TryGetProperty("refused", out var refused) && refused.ValueKind == JsonValueKind.Array
            ? [.. refused.EnumerateArray().Select(code => code.GetString() ?? "").Distinct()]
            : [];
    }

    public static IQueryable<AuditEntry> EventsOf(AuditScope scope)
    {
        var (from, until) = (scope.FromUtc, scope.UntilUtc);
        var events = scope.Db.AuditEntries.AsNoTracking().Where(e => e.AtUtc >= from && e.AtUtc < until);
        return scope.Filter.VenueId is null ? events : events.Where(e => scope.Cases.Any(c => c.Id == e.CaseId));
    }

    public static Sheet Events(AuditScope scope) => AuditScope.Sheet("Events",
        AuditScope.Rows(EventsOf(scope).OrderBy(e => e.AtUtc).ThenBy(e => e.Id), e => scope.Row(e, e.CaseId, e.AtUtc, null, e.ActorId)),
        new("Roles", 30, e => CellValue.Of(e.ActorRoles)),
        new("Action", 28, e => CellValue.Of(e.Action)),
        new("Before", 20, e => CellValue.Of(e.From)),
        new("After", 20, e => CellValue.Of(e.To)),
        new("Refused", 9, e => CellValue.Of((bool?)e.WasRefused)),
        new("Done to", 16, e => CellValue.Of(e.SubjectKind)),
        new("Its id", 36, e => CellValue.Of(e.SubjectId.ToString())),
        new("Settings version", 14, e => CellValue.Of(e.PolicyVersion)),
        new("Digest of the detail", 66, e => CellValue.Of(e.DetailDigest)));
}
