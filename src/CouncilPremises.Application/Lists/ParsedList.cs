using System.Security.Cryptography;
using System.Text;
using CouncilPremises.Screening;

namespace CouncilPremises.Application.Lists;

/// <summary>A list file that was read whole.</summary>
/// <param name="PublishedOn">The day the publisher gives; null when the file gives none.</param>
/// <param name="Entries">The entries in the order in which the file first names them.</param>
/// <param name="RowCount">Rows read, headings not counted; an entry may take many.</param>
/// <param name="Hash">SHA-256 of the file, hexadecimal.</param>
public sealed record ParsedList(DateOnly? PublishedOn, IReadOnlyList<ParsedEntry> Entries, int RowCount, string Hash);

/// <summary>One entry of a list file.</summary>
/// <param name="Key">What the publisher calls it; the same in every edition.</param>
/// <param name="Kind">Person, organisation or vessel.</param>
/// <param name="Names">Its names, the main one first.</param>
/// <param name="Facts">What an officer compares, by the names in <see cref="ListFacts"/>.</param>
/// <param name="From">From which day it is listed, where the file says so.</param>
/// <param name="To">Until which day it was listed; null while it still is.</param>
public sealed record ParsedEntry(
    string Key,
    NameKind Kind,
    IReadOnlyList<ListedName> Names,
    IReadOnlyDictionary<string, string> Facts,
    DateOnly? From = null,
    DateOnly? To = null)
{
    /// <summary>Changes when any name or fact does, not when they stand in another order: a false match is remembered until then.</summary>
    public string Hash()
    {
        var text = new StringBuilder().Append(Key).Append('\n').Append(Kind).Append('\n');
        foreach (var name in Names.OrderBy(name => name.Text, StringComparer.Ordinal))
            text.Append(name.Text).Append('\t').Append(name.FamilyName).Append('\t').Append(name.IsWeak).Append('\n');
        foreach (var (fact, value) in Facts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            text.Append(fact).Append('\t').Append(value).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>What is wrong with a list file, and where.</summary>
/// <param name="Line">The line of the file, counted from 1.</param>
/// <param name="Sentence">What to put right.</param>
public sealed record ListFileError(int Line, string Sentence)
{
    /// <inheritdoc />
    public override string ToString() => $"Line {Line}: {Sentence}";
}

/// <summary>A list file is taken whole or not at all: either the list, or why not.</summary>
public sealed record ListFileReading
{
    /// <summary>At most this many errors are told at once.</summary>
    public const int MostErrors = 20;

    private ListFileReading(ParsedList? list, IReadOnlyList<ListFileError> errors) => (List, Errors) = (list, errors);

    /// <summary>The list; null when there are errors.</summary>
    public ParsedList? List { get; }

    /// <summary>What is wrong, in the order of the file; empty when the list was read.</summary>
    public IReadOnlyList<ListFileError> Errors { get; }

    internal static ListFileReading Read(ParsedList list) => new(list, []);

    internal static ListFileReading Refused(IReadOnlyList<ListFileError> errors) => new(null, errors);
}

/// <summary>The names of the facts an entry may carry; officers read them as labels.</summary>
public static class ListFacts
{
    /// <summary>Person, Body or Ship.</summary>
    public const string Type = "Type";

    /// <summary>Years of birth, parted by "; ".</summary>
    public const string BirthYears = "Year of birth";

    /// <summary>Dates of birth as the list gives them.</summary>
    public const string BirthDates = "Date of birth";

    /// <summary>Town of birth.</summary>
    public const string BirthTown = "Town of birth";

    /// <summary>Country of birth.</summary>
    public const string BirthCountry = "Country of birth";

    /// <summary>Nationality as the list gives it.</summary>
    public const string Nationality = "Nationality";

    /// <summary>Gender as the list gives it.</summary>
    public const string Gender = "Gender";

    /// <summary>Title or rank.</summary>
    public const string Title = "Title";

    /// <summary>Office or position.</summary>
    public const string Position = "Position";

    /// <summary>Addresses.</summary>
    public const string Address = "Address";

    /// <summary>Registered number of a body, or the number of the record.</summary>
    public const string Number = "Number";

    /// <summary>The regulations or regime.</summary>
    public const string Regime = "Regime";

    /// <summary>When it was listed.</summary>
    public const string Listed = "Listed";

    /// <summary>Listed from this day.</summary>
    public const string From = "From";

    /// <summary>Listed until this day.</summary>
    public const string To = "To";

    /// <summary>Status, such as until when somebody is disqualified.</summary>
    public const string Status = "Status";

    /// <summary>Why it is listed, in the publisher's words.</summary>
    public const string Reasons = "Why it is listed";

    /// <summary>The reference of the United Nations.</summary>
    public const string UnReference = "UN reference";

    /// <summary>What a disqualified person may do all the same.</summary>
    public const string Exemption = "Exemption";

    /// <summary>Where the fact comes from.</summary>
    public const string Source = "Source";

    /// <summary>Who compared the register with the official page.</summary>
    public const string CheckedBy = "Checked by";

    /// <summary>When that was.</summary>
    public const string CheckedOn = "Checked on";

    /// <summary>The ground a partner gives.</summary>
    public const string Ground = "Ground";

    /// <summary>The day of a partner's notice.</summary>
    public const string Dated = "Dated";

    /// <summary>Last day of a partner's notice.</summary>
    public const string Expires = "Expires";

    /// <summary>Whom to ask about a partner's notice.</summary>
    public const string Contact = "Contact";

    /// <summary>False from the day after the entry's last: it is not tried any more. RULEBOOK 5 L1, L5.</summary>
    public static bool IsInForce(IReadOnlyDictionary<string, string> facts, DateOnly today) =>
        !(DayIn(facts, To) < today) && !(DayIn(facts, Expires) < today);

    /// <summary>A day among the facts; null when it is not given.</summary>
    public static DateOnly? DayIn(IReadOnlyDictionary<string, string> facts, string fact) =>
        facts.TryGetValue(fact, out var text) ? ListDates.Day(text) : null;

    /// <summary>The years of birth in the facts.</summary>
    public static IReadOnlyList<int> ReadBirthYears(IReadOnlyDictionary<string, string> facts) =>
        facts.TryGetValue(BirthYears, out var years)
            ? [.. years.Split(';', StringSplitOptions.TrimEntries).Select(year => int.TryParse(year, out var number) ? number : 0).Where(year => year > 0)]
            : [];
}
