using CouncilPremises.Application.Publishing;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.Publishing;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Spreadsheets;

/// <summary>Sheets about grants: applications, budget lines, outcomes, scores, and what is published. RULEBOOK 11.</summary>
internal static class AuditGrantSheets
{
    private sealed record Application(Case Case, GrantApplication Grant, Organisation Group, string Round, string Fund, Award? Award);

    private sealed record BudgetRow(Application Of, int Number, BudgetLine Line, AwardLine? Awarded);

    private sealed record OutcomeRow(OutcomeAnswer Outcome, int Number, GrantReport? Report)
    {
        public OutcomeActual? Reached => Report?.Content.Outcomes.FirstOrDefault(one => one.Number == Number);
    }

    private sealed record ScoreRow(Assessment Assessment, CriterionScore Score, Moderation? Settled);

    public static Sheet Grants(AuditScope scope) => AuditScope.Sheet("Grants",
        AuditScope.Rows(Applications(scope), one => Row(scope, one, one)),
        new("Sent", 19, a => CellValue.Of(a.Case.SubmittedUtc)),
        new("Group", 32, a => CellValue.Of(a.Group.Name)),
        new("Fund", 24, a => CellValue.Of(a.Fund)),
        new("Round", 24, a => CellValue.Of(a.Round)),
        new("Project", 32, a => CellValue.Of(a.Grant.Title)),
        new("Main objective", 12, a => CellValue.Of(a.Grant.Answers.Objectives.Primary.Objective)),
        new("National objective", 12, a => CellValue.Of(a.Grant.Answers.Objectives.National)),
        new("Wards", 28, a => CellValue.Of(string.Join(", ", a.Grant.Answers.Project.Wards))),
        new("First day", 12, a => CellValue.Of(a.Award?.Starts ?? a.Grant.Answers.Project.Starts)),
        new("Last day", 12, a => CellValue.Of(a.Award?.Ends ?? a.Grant.Answers.Project.Ends)),
        new("Asked", 14, a => CellValue.Of((Money?)a.Grant.Asked)),
        new("Awarded", 14, a => CellValue.Of(a.Award?.Awarded)),
        new("Comes to now", 14, a => CellValue.Of(a.Award?.Amount)),
        new("Cross-community test", 18, a => CellValue.Of(a.Grant.CommunityTest?.Finding)),
        new("Equality note", 40, a => CellValue.Of(a.Grant.CommunityTest?.EqualityNote)),
        new("State", 20, a => CellValue.Of<CaseState>(a.Case.State)),
        new("State of the award", 16, a => CellValue.Of(a.Award?.State)),
        new("Outcome published", 19, a => CellValue.Of(a.Grant.OutcomePublishedUtc)),
        new("Accepted", 19, a => CellValue.Of(a.Award?.AcceptedUtc)),
        new("Due", 12, a => CellValue.Of(a.Case.DueOn)),
        new("Form version", 12, a => CellValue.Of(a.Case.FormVersion)),
        new("Settings version", 14, a => CellValue.Of(a.Case.PolicyVersion)),
        new("Marking", 18, a => CellValue.Of<Marking>(a.Case.Marking)));

    public static Sheet Budget(AuditScope scope) => AuditScope.Sheet("Budget",
        Many(scope, one => one.Grant.Answers.Budget.Lines.Select((line, at) => new BudgetRow(one, at + 1, line, one.Award?.Lines.FirstOrDefault(awarded => awarded.Number == at + 1)))),
        new("Line", 8, b => CellValue.Of((int?)b.Number)),
        new("Category", 18, b => CellValue.Of(b.Line.Category)),
        new("What it is for", 40, b => CellValue.Of(b.Line.Description)),
        new("Quantity", 10, b => CellValue.Of(b.Line.Quantity)),
        new("Unit cost", 12, b => CellValue.Of(b.Line.UnitCost)),
        new("Total", 14, b => CellValue.Of(b.Line.Total())),
        new("Requested", 14, b => CellValue.Of(b.Line.Requested)),
        new("Who pays the rest", 28, b => CellValue.Of(b.Line.MatchSource)),
        new("Awarded", 14, b => CellValue.Of(b.Awarded?.Amount)));

    public static Sheet Outcomes(AuditScope scope) => AuditScope.Sheet("Outcomes", OutcomeRows(scope),
        new("Outcome", 9, o => CellValue.Of((int?)o.Number)),
        new("Indicator", 40, o => CellValue.Of(o.Outcome.Indicator)),
        new("Baseline", 12, o => CellValue.Of(o.Outcome.Baseline)),
        new("Target", 12, o => CellValue.Of(o.Outcome.Target)),
        new("Method", 32, o => CellValue.Of(o.Outcome.Method)),
        new("Due", 12, o => CellValue.Of(o.Outcome.Due)),
        new("Reached", 12, o => CellValue.Of(o.Reached?.Actual)),
        new("In report", 10, o => CellValue.Of(o.Report?.Number)),
        new("What explains it", 50, o => CellValue.Of(o.Reached?.Comment)));

    public static Sheet Scores(AuditScope scope) => AuditScope.Sheet("Scores", ScoreRows(scope),
        new("Submission", 11, s => CellValue.Of((int?)s.Assessment.SubmissionNumber)),
        new("Criterion", 16, s => CellValue.Of<Criterion>(s.Score.Criterion)),
        new("Score", 8, s => CellValue.Of(s.Score.Score)),
        new("Justification", 60, s => CellValue.Of(s.Score.Justification)),
        new("State", 12, s => CellValue.Of<AssessmentState>(s.Assessment.State)),
        new("Given", 19, s => CellValue.Of(s.Assessment.GivenUtc)),
        new("Settled at", 10, s => CellValue.Of(s.Settled?.Score)),
        new("Settled by", 22, s => CellValue.Of(scope.Person(s.Settled?.ById))),
        new("Why", 50, s => CellValue.Of(s.Settled?.Reason)));

    /// <summary>What the public gets of the cases of this export: the same columns as the transparency list.</summary>
    public static Sheet Published(AuditScope scope, Publication publication) => AuditScope.Sheet("Published grants",
        PublishedRows(scope, publication), [.. PublicationFiles.TransparencyColumns]);

    private static async IAsyncEnumerable<AuditRow<PublishedGrant>> PublishedRows(AuditScope scope, Publication publication)
    {
        var published = publication.Grants.ToDictionary(grant => grant.Reference);
        await foreach (var one in Applications(scope).AsAsyncEnumerable())
            if (published.TryGetValue(one.Case.Reference, out var grant))
                yield return Row(scope, one, grant);
    }

    private static async IAsyncEnumerable<AuditRow<ScoreRow>> ScoreRows(AuditScope scope)
    {
        var settled = await scope.Db.Moderations.AsNoTracking().Where(m => scope.Cases.Any(one => one.Id == m.CaseId)).ToListAsync();
        var query = scope.Db.Assessments.AsNoTracking().Where(a => a.GivenUtc != null && scope.Cases.Any(one => one.Id == a.CaseId)).OrderBy(a => a.CaseId).ThenBy(a => a.GivenUtc);
        await foreach (var assessment in query.AsAsyncEnumerable())
            foreach (var score in assessment.Scores)
                yield return scope.Row(
                    new ScoreRow(assessment, score, settled.Find(m => m.CaseId == assessment.CaseId && m.SubmissionNumber == assessment.SubmissionNumber && m.Criterion == score.Criterion && m.IsSettled)),
                    assessment.CaseId, assessment.StartedUtc, assessment.GivenUtc, assessment.AssessorId);
    }

    // An outcome stands where the last accepted report puts it
    private static async IAsyncEnumerable<AuditRow<OutcomeRow>> OutcomeRows(AuditScope scope)
    {
        var accepted = await scope.Db.GrantReports.AsNoTracking().Where(r => r.State == ReportState.Accepted && scope.Cases.Any(one => one.Id == r.CaseId)).OrderBy(r => r.Number).ToListAsync();
        var last = accepted.GroupBy(report => report.CaseId).ToDictionary(reports => reports.Key, reports => reports.Last());
        await foreach (var row in Many(scope, one => one.Grant.Answers.Outcomes.Items.Select((outcome, at) => new OutcomeRow(outcome, at + 1, last.GetValueOrDefault(one.Case.Id)))))
            yield return row;
    }

    private static async IAsyncEnumerable<AuditRow<T>> Many<T>(AuditScope scope, Func<Application, IEnumerable<T>> rows)
    {
        await foreach (var one in Applications(scope).AsAsyncEnumerable())
            foreach (var row in rows(one))
                yield return Row(scope, one, row);
    }

    private static AuditRow<T> Row<T>(AuditScope scope, Application one, T row) => scope.Row(row, one.Case.Id, one.Case.CreatedUtc, one.Case.ChangedUtc, one.Case.OwnerId);

    private static IQueryable<Application> Applications(AuditScope scope) =>
        from @case in scope.Cases
        join grant in scope.Db.GrantApplications.AsNoTracking() on @case.Id equals grant.CaseId
        join @group in scope.Db.Organisations on @case.OrganisationId equals @group.Id
        join round in scope.Db.GrantRounds on grant.RoundId equals round.Id
        join fund in scope.Db.Funds on grant.FundId equals fund.Id
        from award in scope.Db.Awards.Where(a => a.CaseId == @case.Id).DefaultIfEmpty()
        orderby @case.Reference
        select new Application(@case, grant, @group, round.Title, fund.Name, award);
}
