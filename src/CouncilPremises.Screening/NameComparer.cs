using CouncilPremises.Screening.Names;

namespace CouncilPremises.Screening;

/// <summary>Compares one name with one listed name and explains the result. Pure: the same two names always give the same answer.</summary>
public static class NameComparer
{
    private const double WeakAliasScore = 0.8;
    private const double DifferentKinds = 0.6;
    private const double NumberScore = 0.9;

    /// <summary>The plain form of a name; names with the same plain form are equal.</summary>
    public static string Normalise(string? text) => TextCleaner.Clean(text);

    /// <summary>Compares a name with a name of an entry (RULEBOOK 5 XREF: exact, alias or similar; weak aliases match exactly only).</summary>
    /// <param name="name">The name looked up, with what else is known.</param>
    /// <param name="listed">The listed name.</param>
    /// <param name="listedKind">What the entry is.</param>
    /// <param name="listedFacts">What the list says about the entry besides its name.</param>
    /// <param name="options">The limits; null for the default ones.</param>
    public static NameComparison Compare(
        ScreeningName name,
        ListedName listed,
        NameKind listedKind,
        IdentifyingFacts? listedFacts = null,
        ScreeningOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(listed);
        var words = new TokenCache();
        var nameReadings = NameReadings.Of(name, words);
        var listedReadings = NameReadings.Of(listed, listedKind, words);
        if (nameReadings.Count == 0 || listedReadings.Count == 0)
            return NameComparison.Nothing;

        var best = nameReadings
            .SelectMany(own => listedReadings.Select(other => Compare(new ReadingPair(own, other), name, listed, listedFacts ?? IdentifyingFacts.None, options ?? ScreeningOptions.Default, explains: true)))
            .MaxBy(comparison => (comparison.Score, comparison.Band));
        return best!;
    }

    /// <summary>Compares two readings for one bearer of the listed name; the reasons are given where the names are alike enough, or where they are wanted.</summary>
    internal static NameComparison Compare(ReadingPair pair, ScreeningName name, ListedName listed, IdentifyingFacts listedFacts, ScreeningOptions options, bool explains = false)
    {
        if (pair.KindsDiffer)
            return pair.IsEqual ? KindsDiffer(listed) : NameComparison.Nothing;
        if (listed.IsWeak)
            return CompareWeak(pair, listed, options);

        var facts = FactsComparer.Compare(name, listedFacts);
        var score = facts.Apply(pair.Score, pair.ScoreWithFacts, options);
        if (!pair.Name.IsPerson && facts.Evidence.Any(one => one.Kind == EvidenceKind.NumberAgrees))
            score = Math.Max(score, NumberScore);
        if (score < options.Limit && !explains)
            return NameComparison.Nothing;
        var evidence = pair.IsEqual && pair.Evidence.Count == 0 ? SameText(name.Text, listed.Text) : pair.Evidence;
        return new(score, BandOf(score, options), [.. evidence, .. facts.Evidence]) { Order = OrderOf(score, facts, evidence) };
    }

    /// <summary>Whether an alias is of one word or generic, so that it fits too many people or bodies to be compared loosely.</summary>
    public static bool IsTooGeneral(string alias, NameKind kind) =>
        NameReadings.Of(new ListedName(alias), kind, new TokenCache()).All(reading => reading.Significant <= 1 || !reading.IsPerson && reading.Tokens.All(token => token.Weight < 1));

    private static NameComparison CompareWeak(ReadingPair pair, ListedName listed, ScreeningOptions options)
    {
        if (!pair.IsEqual && (pair.Name.Tokens.Length == 0 || pair.Name.JoinedHash != pair.Listed.JoinedHash))
            return NameComparison.Nothing;

        return new(Math.Max(WeakAliasScore, options.Limit), MatchBand.WeakAlias,
        [
            new(EvidenceKind.Exact, listed.Text, listed.Text, $"The name equals the alias “{listed.Text}”."),
            new(EvidenceKind.WeakAlias, "", listed.Text, $"“{listed.Text}” is a weak alias (a poor identifier, one word or a general term); it matches exactly only."),
        ]);
    }

    private static NameComparison KindsDiffer(ListedName listed) => new(DifferentKinds, MatchBand.None,
    [
        new(EvidenceKind.Exact, listed.Text, listed.Text, $"The name equals “{listed.Text}”."),
        new(EvidenceKind.Kind, "", "", "One is a person and the other a body."),
    ]);

    private static Evidence[] SameText(string text, string listedText) =>
        [new(EvidenceKind.Exact, text, listedText, $"“{text}” is the same as “{listedText}”.")];

    // The score decides most, facts more than the words; enough digits that two matches are rarely equal
    private static double OrderOf(double score, FactsComparison facts, IReadOnlyList<Evidence> evidence)
    {
        var words = evidence.Count == 0 ? 0 : evidence.Average(one => one.IsFor ? (double)one.Weight / 2 : one.IsContradiction ? -1 : -0.25);
        return Math.Round(Math.Clamp(0.5 * score + 0.3 * (0.5 + facts.Balance / 2) + 0.2 * Math.Clamp(0.5 + words / 2, 0, 1), 0, 1), 4);
    }

    private static MatchBand BandOf(double score, ScreeningOptions options) =>
        score < options.Limit ? MatchBand.None
        : score >= Math.Max(options.StrongFrom, options.Limit) ? MatchBand.Strong
        : MatchBand.Possible;
}
