using System.Globalization;
using System.Text;

namespace CouncilPremises.Domain.Grants;

/// <summary>What two applications have in common.</summary>
public enum OverlapKind
{
    /// <summary>The same bank account.</summary>
    BankAccount,

    /// <summary>The same charity or company number.</summary>
    RegisteredNumber,

    /// <summary>The same address.</summary>
    Address,

    /// <summary>The same telephone number.</summary>
    Phone,

    /// <summary>The same website.</summary>
    Website,

    /// <summary>An office-holder of the same name.</summary>
    OfficeHolder,

    /// <summary>Nearly the same project, at overlapping times, in two funds or in a grant and a hire.</summary>
    Project,
}

/// <summary>What an application shows of itself for comparing. A member that is null or empty matches nothing.</summary>
public sealed record OverlapFacts
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Its reference, for the sentence.</summary>
    public required string Reference { get; init; }

    /// <summary>Who applies. Two applications of one group share its details as a matter of course: only their projects are compared.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The fund; null for a hire.</summary>
    public Guid? FundId { get; init; }

    /// <summary>Keyed hash of the bank account: <see cref="BankDetails.AccountHash"/>.</summary>
    public string? AccountHash { get; init; }

    /// <summary>Charity and company numbers.</summary>
    public IReadOnlyList<string> RegisteredNumbers { get; init; } = [];

    /// <summary>Postal address, or addresses of partners and payees.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Telephone numbers.</summary>
    public IReadOnlyList<string> Phones { get; init; } = [];

    /// <summary>Website.</summary>
    public string? Website { get; init; }

    /// <summary>Names of office-holders.</summary>
    public IReadOnlyList<string> OfficeHolders { get; init; } = [];

    /// <summary>Title, need and outcomes in one text; of a hire title and description.</summary>
    public ProjectText Text { get; init; } = ProjectText.Of(null);

    /// <summary>First day.</summary>
    public DateOnly? Starts { get; init; }

    /// <summary>Last day, included.</summary>
    public DateOnly? Ends { get; init; }
}

/// <summary>One thing two applications have in common, and why it is shown.</summary>
/// <param name="CaseId">The case looked at.</param>
/// <param name="OtherCaseId">The other.</param>
/// <param name="Kind">What they have in common.</param>
/// <param name="Sentence">That in words. It says what is the same, and accuses nobody.</param>
public sealed record Overlap(Guid CaseId, Guid OtherCaseId, OverlapKind Kind, string Sentence);

/// <summary>Somebody looked at an overlap and found that it means nothing. It is not raised again for the same pair and reason.</summary>
public sealed class OverlapDismissal
{
    private OverlapDismissal() { }

    /// <summary>A new one.</summary>
    public OverlapDismissal(Guid id, Overlap overlap, string reason, Guid byId, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(overlap);
        ArgumentNullException.ThrowIfNull(reason);
        (FirstCaseId, SecondCaseId) = OverlapRules.Pair(overlap.CaseId, overlap.OtherCaseId);
        (Id, Kind, Reason, ById, AtUtc) = (id, overlap.Kind, reason.Trim(), byId, nowUtc);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case of the pair whose id is smaller.</summary>
    public Guid FirstCaseId { get; private set; }

    /// <summary>The other.</summary>
    public Guid SecondCaseId { get; private set; }

    /// <summary>What they have in common.</summary>
    public OverlapKind Kind { get; private set; }

    /// <summary>Why it means nothing.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who says so.</summary>
    public Guid ById { get; private set; }

    /// <summary>When.</summary>
    public DateTime AtUtc { get; private set; }
}

/// <summary>The words of a project, cut into runs of three for comparing. Made once for each application and compared often.</summary>
public sealed class ProjectText
{
    private const int WordsInARun = 3;

    private readonly HashSet<string> runs;

    private ProjectText(HashSet<string> runs, int words) => (this.runs, Words) = (runs, words);

    /// <summary>How many words it has.</summary>
    public int Words { get; }

    /// <summary>A text, whatever its capitals, accents and punctuation.</summary>
    public static ProjectText Of(string? text)
    {
        var words = OverlapRules.Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var runs = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at + WordsInARun <= words.Length; at++)
            runs.Add(string.Join(' ', words, at, WordsInARun));
        return new ProjectText(runs, words.Length);
    }

    /// <summary>Its runs, for looking up texts that share some.</summary>
    internal IReadOnlyCollection<string> Runs => runs;

    /// <summary>How many of all their runs the two share, 0 to 1: the Jaccard index.</summary>
    public double Likeness(ProjectText other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (runs.Count == 0 || other.runs.Count == 0)
            return 0;
        var (small, large) = runs.Count < other.runs.Count ? (runs, other.runs) : (other.runs, runs);
        var shared = small.Count(large.Contains);
        return shared / (double)(small.Count + large.Count - shared);
    }
}

/// <summary>Finds what two applications have in common, so that no work is paid for twice unseen. Each overlap is shown to a person with its reason;
/// it blocks and refuses nothing by itself. Pure.</summary>
public static class OverlapRules
{
    /// <summary>From this likeness on, two project texts are nearly the same. A text with one word in ten changed still shares about 0.57 of its runs
    /// of three words; two texts about the same matter by different hands share less than 0.1.</summary>
    public const double NearlyTheSame = 0.5;

    /// <summary>Fewest words compared: a shorter text is alike by chance.</summary>
    public const int FewestWords = 20;

    /// <summary>Fewest characters of the reason of a dismissal, included.</summary>
    public const int FewestCharacters = 20;

    /// <summary>Most characters, included.</summary>
    public const int MostCharacters = 2000;

    /// <summary>What an application has in common with another, one for each kind, in the order of the kinds.</summary>
    public static IReadOnlyList<Overlap> Between(OverlapFacts one, OverlapFacts other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (one.CaseId == other.CaseId)
            return [];
        return
        [
            .. one.OrganisationId == other.OrganisationId ? [] : Details(one, other),
            .. Project(one, other),
        ];
    }

    /// <summary>What is left to look at: overlaps that nobody dismissed for this pair and kind.</summary>
    public static IReadOnlyList<Overlap> Open(IEnumerable<Overlap> overlaps, IEnumerable<OverlapDismissal> dismissals)
    {
        var dismissed = dismissals.Select(one => (one.FirstCaseId, one.SecondCaseId, one.Kind)).ToHashSet();
        return [.. overlaps.Where(one => Pair(one.CaseId, one.OtherCaseId) is var (first, second) && !dismissed.Contains((first, second, one.Kind)))];
    }

    /// <summary>Why an overlap may not be dismissed for a reason; null when it may.</summary>
    public static Refusal? WhyNotDismiss(string? reason) => (reason?.Trim().Length ?? 0) is < FewestCharacters or > MostCharacters
        ? new Refusal("Overlap", $"Say in {FewestCharacters} to {MostCharacters:#,0} characters why this means nothing.", "Reason")
        : null;

    /// <summary>Two cases in one order, whichever was looked at.</summary>
    internal static (Guid First, Guid Second) Pair(Guid one, Guid other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);

    /// <summary>Small letters and digits only, accents off, one space between words.</summary>
    internal static string Plain(string? text)
    {
        var plain = new StringBuilder();
        foreach (var letter in (text ?? "").Normalize(NormalizationForm.FormD))
            if (char.IsLetterOrDigit(letter))
                plain.Append(char.ToLowerInvariant(letter));
            else if (letter is not ('\'' or '\u2019') && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                plain.Append(' ');
        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static IEnumerable<Overlap> Details(OverlapFacts one, OverlapFacts other)
    {
        if (Same([one.AccountHash ?? ""], [other.AccountHash ?? ""], hash => hash) is not null)
            yield return Found(OverlapKind.BankAccount, "Both are paid into the same bank account.");
        if (Same(one.RegisteredNumbers, other.RegisteredNumbers, Number) is { } number)
            yield return Found(OverlapKind.RegisteredNumber, $"Both give the registered number {number}.");
        if (Same(one.Addresses, other.Addresses, Address) is { } address)
            yield return Found(OverlapKind.Address, $"Both give the address {address}.");
        if (Same(one.Phones, other.Phones, Phone) is { } phone)
            yield return Found(OverlapKind.Phone, $"Both give the telephone number {phone}.");
        if (Same([one.Website ?? ""], [other.Website ?? ""], Website) is { } website)
            yield return Found(OverlapKind.Website, $"Both give the website {website}.");
        if (Same(one.OfficeHolders, other.OfficeHolders, Plain) is { } name)
            yield return Found(OverlapKind.OfficeHolder, $"Both name an office-holder {name}. Two people may have one name: compare something else as well.");

        Overlap Found(OverlapKind kind, string sentence) => new(one.CaseId, other.CaseId, kind, $"{one.Reference} and {other.Reference}: {char.ToLowerInvariant(sentence[0])}{sentence[1..]}");
    }

    // The same group may ask one fund twice in one round only if the fund allows it: what is looked for here is the same work paid from two purses
    private static IEnumerable<Overlap> Project(OverlapFacts one, OverlapFacts other)
    {
        var inTwoPurses = one.FundId != other.FundId;
        var atOnce = one.Starts <= other.Ends && other.Starts <= one.Ends;
        if (!inTwoPurses || !atOnce || Math.Min(one.Text.Words, other.Text.Words) < FewestWords)
            yield break;
        var likeness = one.Text.Likeness(other.Text);
        if (likeness >= NearlyTheSame)
            yield return new Overlap(one.CaseId, other.CaseId, OverlapKind.Project,
                $"{one.Reference} and {other.Reference}: the projects are described in nearly the same words ({Percent(likeness)} of all runs of three words) and take place at the same time.");
    }

    // The first thing of the one that the other has too, as the one writes it
    private static string? Same(IEnumerable<string> one, IEnumerable<string> other, Func<string, string> plain)
    {
        var there = other.Select(plain).Where(text => text.Length > 0).ToHashSet(StringComparer.Ordinal);
        return there.Count == 0 ? null : one.FirstOrDefault(text => plain(text) is { Length: > 0 } same && there.Contains(same))?.Trim();
    }

    private static string Percent(double likeness) => Math.Floor(likeness * 100).ToString("0", CultureInfo.InvariantCulture) + "%";

    // Leading noughts are left out by some and written by others
    internal static string Number(string text) => Plain(text).Replace(" ", "", StringComparison.Ordinal).TrimStart('0');

    internal static string Address(string text) => Plain(text).Replace(" ", "", StringComparison.Ordinal);

    internal static string Phone(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.StartsWith("0044", StringComparison.Ordinal) ? digits[4..].TrimStart('0')
            : digits.StartsWith("44", StringComparison.Ordinal) && digits.Length > 11 ? digits[2..].TrimStart('0')
            : digits.TrimStart('0');
    }

    internal static string Website(string text)
    {
        var plain = text.Trim().ToLowerInvariant();
        foreach (var start in new[] { "https://", "http://", "www." })
            plain = plain.StartsWith(start, StringComparison.Ordinal) ? plain[start.Length..] : plain;
        return plain.TrimEnd('/');
    }
}
