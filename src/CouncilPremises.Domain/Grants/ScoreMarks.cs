namespace CouncilPremises.Domain.Grants;

/// <summary>The six scores of an assessment in six characters, "343-24", so that a whole round can be ranked without reading a word of why.
/// Reads to the same as <see cref="AssessedPair"/>. Pure.</summary>
public static class ScoreMarks
{
    /// <summary>A score that is missing.</summary>
    private const char None = '-';

    /// <summary>The marks of scores, one for each criterion in order.</summary>
    public static string Of(IReadOnlyList<CriterionScore> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return string.Concat(AssessmentRules.Criteria.Select(criterion =>
            scores.FirstOrDefault(score => score.Criterion == criterion)?.Score is { } given and >= 0 and <= CriterionScore.Highest ? (char)('0' + given) : None));
    }

    /// <summary>What counts for each criterion in halves, 0 to 8: the mean of both, the settled score where they are two or more apart, null while such a
    /// gap is open or a score is missing.</summary>
    /// <param name="first">Marks of one assessor.</param>
    /// <param name="second">Marks of the other.</param>
    /// <param name="settled">The settled score of a criterion; null while there is none.</param>
    public static IReadOnlyList<int?> Halves(string first, string second, Func<Criterion, int?> settled)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(settled);
        var halves = new int?[AssessmentRules.Criteria.Count];
        for (var at = 0; at < halves.Length; at++)
            halves[at] = Score(first, at) is { } one && Score(second, at) is { } other
                ? Math.Abs(one - other) < AssessmentRules.Gap ? one + other : settled(AssessmentRules.Criteria[at]) * 2
                : null;
        return halves;
    }

    private static int? Score(string marks, int at) => at < marks.Length && marks[at] != None ? marks[at] - '0' : null;
}
