using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Grants;

/// <summary>By what the ranking is sorted.</summary>
public enum RankingSort
{
    /// <summary>By score, as the money is given.</summary>
    Rank,

    /// <summary>By reference.</summary>
    Reference,

    /// <summary>By the group's name.</summary>
    Group,

    /// <summary>By what is asked for, the most first.</summary>
    Asked,

    /// <summary>By where the application stands.</summary>
    State,
}

/// <summary>How the ranking is looked at.</summary>
/// <param name="CutOff">A sum to draw the line by instead of the fund's, to see what it would mean; null for the fund's.</param>
/// <param name="Sort">Its order on the page; the line is drawn by rank whatever the order.</param>
/// <param name="Page">1 for the first page.</param>
public sealed record RankingFilter(Money? CutOff = null, RankingSort Sort = RankingSort.Rank, int Page = 1);

/// <summary>An application in the ranking.</summary>
/// <param name="Row">Its place, and whether the money reaches it.</param>
/// <param name="Group">Who applies.</param>
/// <param name="Title">For what.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Asked">What is asked for.</param>
/// <param name="Awarded">What was awarded; null before.</param>
/// <param name="Halves">What counts for each criterion in halves; null each while it is not settled, none at all before two people have scored.</param>
/// <param name="Reason">Why it stands where it stands.</param>
public sealed record RankedCase(RankingRow Row, string Group, string Title, CaseState State, Money Asked, Money? Awarded, IReadOnlyList<int?> Halves, string Reason)
{
    /// <summary>What was recommended or decided last, in words; empty before. Read for a page of rows only, like the next two.</summary>
    public string Recommendation { get; init; } = "";

    /// <summary>The finding about the cross-community test; null before one.</summary>
    public CommunityFinding? Community { get; init; }

    /// <summary>Overlaps that nobody has dismissed.</summary>
    public int Overlaps { get; init; }
}

/// <summary>A page of the ranking.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Round">The round.</param>
/// <param name="Money">The money the line is drawn by.</param>
/// <param name="Left">What is left of it below the line.</param>
/// <param name="Own">What the round has without a what-if: the fund's budget less what other rounds awarded.</param>
/// <param name="Within">Applications above the line.</param>
/// <param name="Scored">Applications with a score.</param>
/// <param name="Total">All of them.</param>
/// <param name="Rows">This page.</param>
/// <param name="Page">1 for the first.</param>
/// <param name="Pages">How many there are.</param>
public sealed record RankingPage(Fund Fund, GrantRound Round, Money Money, Money Left, Money Own, int Within, int Scored, int Total, IReadOnlyList<RankedCase> Rows, int Page, int Pages);

/// <summary>The ranking of a round. A handful of queries whatever its size: numbers of the whole round, words of one page. RULEBOOK 4.</summary>
public sealed class RankingQueries(AppDbContext db, Overlaps overlaps)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 100;

    private static readonly CaseState[] NotRanked = [CaseState.Draft, CaseState.Withdrawn, CaseState.Lapsed];

    /// <summary>A page; null when there is no such round of this fund.</summary>
    public async Task<RankingPage?> ReadAsync(Guid fundId, string slug, RankingFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (await WholeAsync(fundId, slug, filter.CutOff, actor, cancellationToken) is not { } whole)
            return null;
        var ordered = Sorted(whole.Rows, filter.Sort).ToList();
        var pages = Math.Max(1, (ordered.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pages);
        var rows = await WithWordsAsync(ordered.Skip((page - 1) * PageSize).Take(PageSize).ToList(), cancellationToken);
        return whole with { Rows = rows, Page = page, Pages = pages };
    }

    /// <summary>The whole ranking in order of rank, with every word of it, for a table to take away; null when there is no such round.</summary>
    public async Task<RankingPage?> AllAsync(Guid fundId, string slug, Money? cutOff, Actor actor, CancellationToken cancellationToken) =>
        await WholeAsync(fundId, slug, cutOff, actor, cancellationToken) is { } whole ? whole with { Rows = await WithWordsAsync(whole.Rows, cancellationToken) } : null;

    private async Task<RankingPage?> WholeAsync(Guid fundId, string slug, Money? cutOff, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.GrantRounds.AsNoTracking().FirstOrDefaultAsync(r => r.Slug == slug && r.FundId == fundId, cancellationToken) is not { } round)
            return null;
        var fund = await db.Funds.AsNoTracking().FirstAsync(f => f.Id == fundId, cancellationToken);
        var cases = await (from g in db.GrantApplications.AsNoTracking()
                           join c in db.Cases.VisibleTo(actor, db) on g.CaseId equals c.Id
                           join o in db.Organisations on c.OrganisationId equals o.Id
                           where g.RoundId == round.Id && !NotRanked.Contains(c.State)
                           select new { c.Id, c.Reference, c.State, o.Name, g.Title, g.Asked }).ToListAsync(cancellationToken);
        var marks = (await (from a in db.Assessments.AsNoTracking()
                            join g in db.GrantApplications on a.CaseId equals g.CaseId
                            where g.RoundId == round.Id && a.State == AssessmentState.Given && a.SubmissionNumber == g.SubmissionNumber
                                && !db.ConflictStatements.Any(s => s.CaseId == a.CaseId && s.OfficerId == a.AssessorId && s.HasInterest)
                            orderby a.GivenUtc, a.Id
                            select new { a.CaseId, a.Marks }).ToListAsync(cancellationToken)).ToLookup(a => a.CaseId, a => a.Marks);
        var settled = (await (from m in db.Moderations.AsNoTracking()
                              join g in db.GrantApplications on m.CaseId equals g.CaseId
                              where g.RoundId == round.Id && m.SubmissionNumber == g.SubmissionNumber && (!m.IsJoint || m.AgreedById != null)
                              select new { m.CaseId, m.Criterion, m.Score }).ToListAsync(cancellationToken)).ToDictionary(m => (m.CaseId, m.Criterion), m => m.Score);
        var awards = await db.AwardedByCaseAsync(fundId, cancellationToken);

        var here = cases.Select(c => c.Id).ToHashSet();
        var own = fund.Budget - awards.Where(a => !here.Contains(a.Key)).Aggregate(Money.Zero, (sum, a) => sum + a.Value);
        var halves = cases.ToDictionary(c => c.Id, c => marks[c.Id].Take(AssessmentRules.Assessors).ToList() is [var one, var other]
            ? ScoreMarks.Halves(one, other, criterion => settled.TryGetValue((c.Id, criterion), out var score) ? score : null)
            : []);
        // Declined ones keep their place and take no money
        var ranking = Ranking.Of(cases.Select(c => new RankedApplication(
            c.Id, c.Reference, c.State == CaseState.Refused ? Money.Zero : awards.TryGetValue(c.Id, out var given) ? given : c.Asked, Sum(halves[c.Id]), awards.ContainsKey(c.Id))), cutOff ?? own);
        var byId = cases.ToDictionary(c => c.Id);
        var rows = ranking.Rows.Select(row =>
        {
            var c = byId[row.Application.CaseId];
            Money? awarded = awards.TryGetValue(c.Id, out var given) ? given : null;
            return new RankedCase(row, c.Name, c.Title, c.State, c.Asked, awarded, halves[c.Id], Why(row, ranking, c.State, awarded, halves[c.Id], marks[c.Id].Count()));
        }).ToList();
        return new RankingPage(fund, round, ranking.Money, ranking.Left, own, rows.Count(r => r.Row.IsWithin), rows.Count(r => r.Row.Rank is not null), rows.Count, rows, 1, 1);
    }

    private static int? Sum(IReadOnlyList<int?> halves) => halves.Count == 0 || halves.Any(one => one is null) ? null : halves.Sum();

    private static string Why(RankingRow row, Ranking ranking, CaseState state, Money? awarded, IReadOnlyList<int?> halves, int given)
    {
        if (state == CaseState.Refused)
            return "Declined: takes no money.";
        if (awarded is { } amount)
            return $"Awarded {amount}.";
        if (halves.Count == 0)
            return $"{Math.Min(given, AssessmentRules.Assessors)} of {AssessmentRules.Assessors} people have scored it.";
        if (row.Rank is null)
            return $"A gap is open: {string.Join(", ", AssessmentRules.Criteria.Where((_, at) => halves[at] is null).Select(AssessmentRules.Name))}.";
        if (row.IsTiedAtTheLine)
            return "Tied at the line with another of the same score: people say which.";
        if (row.IsWithin)
            return $"Within the money: {row.Running} of {ranking.Money} down to here.";
        return row.Running - row.Application.Asked <= ranking.Money && row.Application.Asked > ranking.Left ? $"Does not fit whole: {ranking.Left} is left." : "Below the line.";
    }

    private static IEnumerable<RankedCase> Sorted(IReadOnlyList<RankedCase> rows, RankingSort sort) => sort switch
    {
        RankingSort.Rank => rows,
        RankingSort.Reference => rows.OrderBy(row => row.Row.Application.Reference, StringComparer.Ordinal),
        RankingSort.Group => rows.OrderBy(row => row.Group, StringComparer.OrdinalIgnoreCase),
        RankingSort.Asked => rows.OrderByDescending(row => row.Asked),
        RankingSort.State => rows.OrderBy(row => row.State),
    };

    private async Task<IReadOnlyList<RankedCase>> WithWordsAsync(IReadOnlyList<RankedCase> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.Row.Application.CaseId).ToList();
        var decided = (await db.Decisions.AsNoTracking().Where(d => ids.Contains(d.CaseId)).OrderBy(d => d.MadeUtc)
            .Select(d => new { d.CaseId, d.Kind, d.Ground }).ToListAsync(cancellationToken)).ToLookup(d => d.CaseId);
        var found = await db.GrantApplications.AsNoTracking().Where(g => ids.Contains(g.CaseId)).Select(g => new { g.CaseId, g.SubmissionNumber, g.CommunityTest }).ToDictionaryAsync(g => g.CaseId, cancellationToken);
        var open = await overlaps.OpenAsync(ids, cancellationToken);
        return [.. rows.Select(row => row with
        {
            Recommendation = decided[row.Row.Application.CaseId].LastOrDefault() is { } last ? Words(last.Kind, last.Ground) : "",
            Community = found[row.Row.Application.CaseId] is { CommunityTest: { } test } one && test.SubmissionNumber == one.SubmissionNumber ? test.Finding : null,
            Overlaps = open.GetValueOrDefault(row.Row.Application.CaseId)?.Count ?? 0,
        })];
    }

    // D1 and D9 are OFFICIAL-SENSITIVE: the table says that, and the case says more to whoever may read it
    private static string Words(DecisionKind kind, Ground? ground) => kind switch
    {
        DecisionKind.RecommendApproval => "Award recommended",
        DecisionKind.RecommendRefusal => ground is Ground.D1 or Ground.D9 ? "Refusal recommended" : $"Refusal recommended ({ground})",
        DecisionKind.ApproveFirst => "First approval given",
        DecisionKind.Approve => "Approved",
        DecisionKind.ApproveWithConditions => "Approved with conditions",
        DecisionKind.Refuse => ground is Ground.D1 or Ground.D9 ? "Declined" : $"Declined ({ground})",
        DecisionKind.MindedToRefuse => "Minded to refuse",
        DecisionKind.SetAside => "Set aside on review",
        DecisionKind.AcceptChange or DecisionKind.DeclineChange or DecisionKind.RefuseDates or DecisionKind.ProposeCancellation or DecisionKind.Cancel => "",
    };
}
