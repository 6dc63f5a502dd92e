using CouncilPremises.Screening.Names;

namespace CouncilPremises.Screening;

/// <summary>Compares one name with one listed name and explains the result. Pure: the same two names always give the same answer.</summary>
public static class NameComparer
{
    private const double WeakAliasScore = 0.8;
    private const double DifferentKinds = 0.6;
    private const double BirthYearCost = 0.12;

    /// <summary>The plain form of a name; names with the same plain form are equal.</summary>
    public static string Normalise(string? text) => TextCleaner.Clean(text);

    /// <summary>Compares a name with a name of an entry (RULEBOOK 5 XREF: exact, alias or similar; weak aliases match exactly only).</summary>
    public static NameComparison Compare(
        ScreeningName name,
        ListedName listed,
        NameKind listedKind,
        IReadOnlyList<int>? birthYears = null,
        ScreeningOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(listed);
        var nameReadings = NameReadings.Of(name.Text, name.Kind, name.FamilyName);
        var listedReadings = NameReadings.Of(listed.Text, listedKind, listed.FamilyName);
        if (nameReadings.Count == 0 || listedReadings.Count == 0)
            return new(0, MatchBand.None, []);

        var best = nameReadings
            .SelectMany(a => listedReadings.Select(b => Compare(a, b, name, listed, birthYears, options ?? ScreeningOptions.Default, explains: true)))
            .MaxBy(comparison => (comparison.Score, comparison.Band));
        return best!;
    }

    internal static NameComparison Compare(
        ParsedName reading,
        ParsedName listedReading,
        ScreeningName name,
        ListedName listed,
        IReadOnlyList<int>? birthYears,
        ScreeningOptions options,
        bool explains)
    {
        var isEqual = reading.Clean.Length > 0 && reading.Clean == listedReading.Clean;
        if (reading.IsPerson != listedReading.IsPerson)
            return isEqual ? KindsDiffer(listed) : new(0, MatchBand.None, []);
        if (listed.IsWeak)
            return CompareWeak(reading, listedReading, isEqual, listed, options);

        var pair = PairScorer.Score(reading, listedReading, explains: false);
        if (isEqual || explains || pair.Score >= options.Limit)
            pair = PairScorer.Score(reading, listedReading, explains: true);
        var score = isEqual ? 1 : pair.Score;
        var evidence = isEqual && pair.Evidence.Count == 0 ? SameText(name.Text, listed.Text) : pair.Evidence;
        (score, evidence) = WithBirthYear(score, evidence, name, birthYears, options);
        return new(score, BandOf(score, options), evidence);
    }

    /// <summary>Whether an alias is of one word or generic, so that it fits too many people or bodies to be compared loosely.</summary>
    public static bool IsTooGeneral(string alias, NameKind kind) =>
        NameReadings.Of(alias, kind, null).All(reading => reading.Significant <= 1 || !reading.IsPerson && reading.Tokens.All(token => token.Weight < 1));

    private static NameComparison CompareWeak(ParsedName reading, ParsedName listedReading, bool isEqual, ListedName listed, ScreeningOptions options)
    {
        if (!isEqual && (reading.Joined.Length == 0 || reading.Joined != listedReading.Joined))
            return new(0, MatchBand.None, []);

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

    // A different year of birth lowers the score but never below the limit for an equal name: lists give wrong years too
    private static (double Score, IReadOnlyList<Evidence> Evidence) WithBirthYear(
        double score, IReadOnlyList<Evidence> evidence, ScreeningName name, IReadOnlyList<int>? birthYears, ScreeningOptions options)
    {
        if (name.BirthYear is not { } year || birthYears is not { Count: > 0 } || score < options.Limit)
            return (score, evidence);

        var near = birthYears.MinBy(listed => Math.Abs(listed - year));
        if (Math.Abs(near - year) <= 1)
            return (Math.Min(1, score + 0.01), [.. evidence, new(EvidenceKind.BirthYearAgrees, $"{year}", $"{near}", $"The year of birth {year} agrees.")]);
        var lower = Math.Max(score >= 1 ? options.Limit : 0, score - BirthYearCost);
        return (lower, [.. evidence, new(EvidenceKind.BirthYearDiffers, $"{year}", $"{near}", $"The year of birth {year} differs from {near} on the list.")]);
    }

    private static MatchBand BandOf(double score, ScreeningOptions options) =>
        score < options.Limit ? MatchBand.None
        : score >= Math.Max(options.StrongFrom, options.Limit) ? MatchBand.Strong
        : MatchBand.Possible;
}
