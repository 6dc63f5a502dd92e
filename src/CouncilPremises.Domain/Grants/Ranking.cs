namespace CouncilPremises.Domain.Grants;

/// <summary>An application of a round, as it goes into the ranking.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Reference">GR-2026-00001; orders equal scores, so that the order never jumps.</param>
/// <param name="Asked">What it asks for, or what is recommended.</param>
/// <param name="Halves">Its score in halves, 0 to 48; null while two assessments and their moderation are not in.</param>
/// <param name="IsAwarded">True once it is awarded: its money comes off first, wherever it ranks.</param>
public sealed record RankedApplication(Guid CaseId, string Reference, Money Asked, int? Halves, bool IsAwarded = false);

/// <summary>A row of the ranking.</summary>
/// <param name="Application">The application.</param>
/// <param name="Rank">From 1; equal scores share a rank, and the next one counts on: 1, 2, 2, 4. Null while it has no score.</param>
/// <param name="Running">What all down to this row ask for together; null while it has no score.</param>
/// <param name="IsWithin">True above the line: the money reaches down to here.</param>
/// <param name="IsTiedAtTheLine">True when the line runs between this one and another of the same score: only people can say which of them.</param>
public sealed record RankingRow(RankedApplication Application, int? Rank, Money? Running, bool IsWithin, bool IsTiedAtTheLine);

/// <summary>The order of a round by score, with a line where the money ends. It advises; a named person decides. Pure. RULEBOOK 4.</summary>
/// <param name="Rows">By score, highest first, then by reference; those without a score last.</param>
/// <param name="Money">The money the line was drawn by.</param>
/// <param name="Left">What is left of it below the line.</param>
public sealed record Ranking(IReadOnlyList<RankingRow> Rows, Money Money, Money Left)
{
    /// <summary>Ranks a round and draws the line by a sum: the fund's, or another to see what it would mean.</summary>
    /// <remarks>The line is drawn above the first application that does not fit whole. Smaller ones below it are not pulled up:
    /// whoever wants that says so in a recommendation, with a reason.</remarks>
    public static Ranking Of(IEnumerable<RankedApplication> applications, Money money)
    {
        var ordered = applications.OrderByDescending(one => one.Halves ?? -1).ThenBy(one => one.Reference, StringComparer.Ordinal).ToList();
        var rows = new List<RankingRow>(ordered.Count);
        // What is awarded below a row is not there for it
        var below = ordered.Where(one => one.IsAwarded).Aggregate(Money.Zero, (sum, one) => sum + one.Asked);
        var (running, rank, left, open) = (Money.Zero, 0, money - below, true);
        foreach (var (index, one) in ordered.Index())
        {
            if (one.Halves is null)
            {
                rows.Add(new RankingRow(one, null, null, false, false));
                continue;
            }
            rank = index > 0 && ordered[index - 1].Halves == one.Halves ? rank : index + 1;
            running += one.Asked;
            below -= one.IsAwarded ? one.Asked : Money.Zero;
            open = open && (one.IsAwarded || running + below <= money);
            if (open)
                left = money - running - below;
            rows.Add(new RankingRow(one, rank, running, open || one.IsAwarded, false));
        }
        return new Ranking(MarkTies(rows), money, left);
    }

    private static List<RankingRow> MarkTies(List<RankingRow> rows)
    {
        var first = rows.FindIndex(row => row.Rank is not null && !row.IsWithin);
        if (first < 1 || rows[first].Application.Halves != rows[first - 1].Application.Halves)
            return rows;
        var tied = rows[first].Rank;
        return [.. rows.Select(row => row.Rank == tied ? row with { IsTiedAtTheLine = true } : row)];
    }
}
