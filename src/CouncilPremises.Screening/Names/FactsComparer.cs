namespace CouncilPremises.Screening.Names;

/// <summary>How the facts of two compare.</summary>
/// <param name="Evidence">A sentence for each fact that agrees or differs.</param>
/// <param name="Balance">From -1 (all differ) to 1 (a decisive fact agrees); 0 when nothing can be compared.</param>
/// <param name="IsDecisive">A whole date of birth or a registered number agrees: then common words may count.</param>
internal sealed record FactsComparison(IReadOnlyList<Evidence> Evidence, double Balance, bool IsDecisive)
{
    private const double MostAdded = 0.05;
    private const double MostTaken = 0.12;

    internal static FactsComparison Nothing { get; } = new([], 0, false);

    /// <summary>Facts raise or lower a score; a difference never takes equal names below the limit, for lists give wrong years too.</summary>
    internal double Apply(double score, double scoreWithFacts, ScreeningOptions options)
    {
        if (IsDecisive)
            return Math.Min(1, Math.Max(score, scoreWithFacts) + MostAdded);
        if (Balance >= 0)
            return score < options.Limit ? score : Math.Min(1, score + Balance * MostAdded);
        return Math.Max(score >= 1 ? options.Limit : 0, score + Balance * MostTaken);
    }
}

/// <summary>Compares dates of birth, postcodes and registered numbers.</summary>
internal static class FactsComparer
{
    private const int YearsApart = 1;

    /// <summary>All facts of an entry, with the years of birth it gives separately.</summary>
    internal static IdentifyingFacts FactsOf(ListedEntry entry) =>
        entry.BirthYears is not { Count: > 0 } years ? entry.Facts
        : entry.Facts with { BirthDates = [.. entry.Facts.BirthDates, .. years.Where(year => entry.Facts.BirthDates.All(date => date.Year != year)).Select(year => new BirthDate(year))] };

    internal static FactsComparison Compare(ScreeningName name, IdentifyingFacts listed)
    {
        if (ReferenceEquals(name.Facts, IdentifyingFacts.None) && name.BirthYear is null)
            return FactsComparison.Nothing;

        var evidence = new List<Evidence>();
        var balance = 0.0;
        IReadOnlyList<BirthDate> dates = name.Facts.BirthDates.Count > 0 || name.BirthYear is not { } year ? name.Facts.BirthDates : [new(year)];
        balance += CompareBirth(dates, listed.BirthDates, evidence);
        balance += CompareNumbers(name.Facts.Numbers, listed.Numbers, evidence);
        if (Shared(name.Facts.Postcodes, listed.Postcodes, PlainPostcode) is { } postcode)
        {
            balance += 0.5;
            evidence.Add(new(EvidenceKind.PostcodeAgrees, postcode, postcode, $"The postcode {postcode} agrees."));
        }

        var isDecisive = evidence.Exists(one => one.Kind is EvidenceKind.BirthDateAgrees or EvidenceKind.NumberAgrees);
        return new(evidence, Math.Clamp(balance, -1, 1), isDecisive);
    }

    /// <summary>The first number that both have, as the name looked up writes it; null when there is none.</summary>
    internal static string? SharedNumber(IReadOnlyList<string> numbers, IReadOnlyList<string> listed) => Shared(numbers, listed, IdentifyingFacts.PlainNumber);

    private static double CompareBirth(IReadOnlyList<BirthDate> dates, IReadOnlyList<BirthDate> listed, List<Evidence> evidence)
    {
        if (dates.Count == 0 || listed.Count == 0)
            return 0;

        var pairs = dates.SelectMany(date => listed.Select(other => (Date: date, Other: other))).ToList();
        var (own, near) = pairs.MinBy(pair => (Math.Abs(pair.Date.Year - pair.Other.Year), pair.Date.Fits(pair.Other) ? pair.Other.IsWhole ? 0 : 1 : 2));
        if (own.Fits(near) && own.IsWhole && near.IsWhole)
            return Add(evidence, 1, new(EvidenceKind.BirthDateAgrees, $"{own}", $"{near}", $"The date of birth {own} agrees: counts most.") { Weight = EvidenceWeight.Much });
        if (own.Fits(near) || Math.Abs(own.Year - near.Year) <= YearsApart && own.Year != near.Year)
            return Add(evidence, 0.3, new(EvidenceKind.BirthYearAgrees, $"{own}", $"{near}",
                own.Year == near.Year ? $"The year of birth {own.Year} agrees." : $"The year of birth {own.Year} is near {near.Year} on the list."));
        if (own.Year == near.Year)
            return Add(evidence, -0.3, new(EvidenceKind.BirthDateDiffers, $"{own}", $"{near}", $"The date of birth {own} differs from {near} on the list."));
        return Add(evidence, -1, new(EvidenceKind.BirthYearDiffers, $"{own.Year}", $"{near.Year}", $"The year of birth {own.Year} differs from {near.Year} on the list."));
    }

    private static double CompareNumbers(IReadOnlyList<string> numbers, IReadOnlyList<string> listed, List<Evidence> evidence)
    {
        if (SharedNumber(numbers, listed) is { } shared)
            return Add(evidence, 1, new(EvidenceKind.NumberAgrees, shared, shared, $"The registered number {shared} agrees: counts most.") { Weight = EvidenceWeight.Much });
        if (numbers.Count == 0 || listed.Count == 0)
            return 0;
        return Add(evidence, -0.5, new(EvidenceKind.NumberDiffers, numbers[0], listed[0], $"The registered number {numbers[0]} differs from {listed[0]} on the list."));
    }

    private static double Add(List<Evidence> evidence, double balance, Evidence one)
    {
        evidence.Add(one);
        return balance;
    }

    private static string? Shared(IReadOnlyList<string> own, IReadOnlyList<string> listed, Func<string, string> plain)
    {
        foreach (var one in own)
            if (plain(one) is { Length: > 0 } sought && listed.Any(other => plain(other) == sought))
                return one;
        return null;
    }

    private static string PlainPostcode(string postcode) => string.Concat(TextCleaner.Clean(postcode).Where(c => c != ' '));
}
