namespace CouncilPremises.Screening;

/// <summary>A name that somebody wants looked up.</summary>
/// <param name="Text">The name as it was given; it is kept unchanged for display.</param>
/// <param name="Kind">What the name belongs to.</param>
/// <param name="FamilyName">The family name, where the form asked for it separately.</param>
/// <param name="BirthYear">The year of birth, where only that is known; a different year counts against a match.</param>
public sealed record ScreeningName(
    string Text,
    NameKind Kind = NameKind.Unknown,
    string? FamilyName = null,
    int? BirthYear = null)
{
    /// <summary>What else is known, such as a date of birth, a postcode or a registered number.</summary>
    public IdentifyingFacts Facts { get; init; } = IdentifyingFacts.None;
}

/// <summary>One of the names under which an entry is listed.</summary>
/// <param name="Text">The name as the list writes it.</param>
/// <param name="FamilyName">The family name, where the list has a column for it.</param>
/// <param name="IsWeak">True for an alias of low quality, of one word or generic: it matches exactly only.</param>
public sealed record ListedName(string Text, string? FamilyName = null, bool IsWeak = false);

/// <summary>A person, body or vessel on a list, with all its names.</summary>
/// <param name="List">The code of the list.</param>
/// <param name="Key">The list's own identifier of the entry, unique within the list.</param>
/// <param name="Kind">What the entry is.</param>
/// <param name="Names">Its names; the first is shown as the entry's name.</param>
/// <param name="BirthYears">Years of birth the list gives; empty when it gives none.</param>
public sealed record ListedEntry(
    string List,
    string Key,
    NameKind Kind,
    IReadOnlyList<ListedName> Names,
    IReadOnlyList<int>? BirthYears = null)
{
    /// <summary>What else the list says, such as dates of birth, postcodes and registered numbers.</summary>
    public IdentifyingFacts Facts { get; init; } = IdentifyingFacts.None;
}
