namespace CouncilPremises.Screening;

/// <summary>How alike two names are, in words. A band is never a verdict on a person.</summary>
public enum MatchBand
{
    /// <summary>Too little in common to show anybody (below the limit).</summary>
    None,

    /// <summary>Equal to an alias that says little by itself (low quality, one word or generic).</summary>
    WeakAlias,

    /// <summary>Similar enough for an officer to look.</summary>
    Possible,

    /// <summary>The same name, or the same name in another spelling.</summary>
    Strong,
}

/// <summary>What one piece of evidence says: what speaks for a match, strongest first, then what is missing, then the contradictions.</summary>
public enum EvidenceKind
{
    /// <summary>The same letters.</summary>
    Exact,

    /// <summary>Known spellings of one name.</summary>
    Spelling,

    /// <summary>A short or pet form of the name.</summary>
    Nickname,

    /// <summary>Written as one word in one name and as two in the other.</summary>
    Joined,

    /// <summary>Sounds alike.</summary>
    Sound,

    /// <summary>Differs by a slip of the pen.</summary>
    Typing,

    /// <summary>An initial that fits.</summary>
    Initial,

    /// <summary>The first letters of the words.</summary>
    Acronym,

    /// <summary>The whole date of birth agrees.</summary>
    BirthDateAgrees,

    /// <summary>The year of birth agrees.</summary>
    BirthYearAgrees,

    /// <summary>A postcode agrees.</summary>
    PostcodeAgrees,

    /// <summary>The registered number agrees.</summary>
    NumberAgrees,

    /// <summary>A word of the name looked up that the listed name lacks.</summary>
    OnlyInName,

    /// <summary>A word of the listed name that the name looked up lacks.</summary>
    OnlyOnList,

    /// <summary>The listed name is a weak alias.</summary>
    WeakAlias,

    /// <summary>Only common words agree.</summary>
    CommonOnly,

    /// <summary>Both names have a word the other lacks.</summary>
    Contradiction,

    /// <summary>The family names differ.</summary>
    FamilyName,

    /// <summary>The forms of a man's and of a woman's name.</summary>
    Gender,

    /// <summary>Different numbers in the names.</summary>
    Number,

    /// <summary>Different places in the names.</summary>
    Place,

    /// <summary>A company against a charity.</summary>
    LegalForm,

    /// <summary>A person against a body.</summary>
    Kind,

    /// <summary>The year of birth is the same, the day or month is not.</summary>
    BirthDateDiffers,

    /// <summary>The year of birth differs.</summary>
    BirthYearDiffers,

    /// <summary>The registered number differs.</summary>
    NumberDiffers,
}

/// <summary>How much a piece of evidence weighs, in words for a page.</summary>
public enum EvidenceWeight
{
    /// <summary>Counts little: a very common word, an initial, a general term.</summary>
    Little,

    /// <summary>Counts: neither common nor decisive.</summary>
    Some,

    /// <summary>Counts most: an uncommon word, a date of birth or a registered number.</summary>
    Much,
}

/// <summary>One reason for or against a match, in a sentence an officer can read.</summary>
/// <param name="Kind">What sort of evidence it is.</param>
/// <param name="NamePart">The part of the name looked up, or empty.</param>
/// <param name="ListedPart">The part of the listed name, or empty.</param>
/// <param name="Sentence">The reason in plain English.</param>
public sealed record Evidence(EvidenceKind Kind, string NamePart, string ListedPart, string Sentence)
{
    /// <summary>How much it weighs.</summary>
    public EvidenceWeight Weight { get; init; } = EvidenceWeight.Some;

    /// <summary>True when this evidence speaks for a match.</summary>
    public bool IsFor => Kind <= EvidenceKind.NumberAgrees;

    /// <summary>True when this evidence contradicts a match; a word merely missing does not.</summary>
    public bool IsContradiction => Kind >= EvidenceKind.Contradiction;
}

/// <summary>How two names compare.</summary>
/// <param name="Score">From 0 (nothing in common) to 1 (the same).</param>
/// <param name="Band">The score in words, under the limit that was asked for.</param>
/// <param name="Evidence">The reasons: words that agree, words that are missing, contradictions, facts.</param>
public sealed record NameComparison(double Score, MatchBand Band, IReadOnlyList<Evidence> Evidence)
{
    internal static NameComparison Nothing { get; } = new(0, MatchBand.None, []);

    /// <summary>The place inside a band, 0 to 1, higher first: the score, then facts that agree or differ, then how much the agreeing words say.</summary>
    public double Order { get; init; }

    /// <summary>What speaks against a match by name, empty when nothing does.</summary>
    public IReadOnlyList<Evidence> Contradictions => [.. Evidence.Where(evidence => evidence.IsContradiction)];
}

/// <summary>An entry of a list whose name is like the name looked up.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="ListedName">Which of its names is the most alike.</param>
/// <param name="Score">From the limit to 1.</param>
/// <param name="Band">The score in words.</param>
/// <param name="Evidence">The reasons, at least one.</param>
public sealed record NameMatch(
    ListedEntry Entry,
    ListedName ListedName,
    double Score,
    MatchBand Band,
    IReadOnlyList<Evidence> Evidence)
{
    /// <summary>The place inside the band, 0 to 1, higher first: the score, then facts that agree or differ, then how much the agreeing words say.</summary>
    public double Order { get; init; }

    /// <summary>What speaks against a match by name, empty when nothing does.</summary>
    public IReadOnlyList<Evidence> Contradictions => [.. Evidence.Where(evidence => evidence.IsContradiction)];
}

/// <summary>What counts as alike enough.</summary>
/// <param name="Limit">Scores from here up are shown (RULEBOOK 5 XREF: band Possible or above).</param>
/// <param name="StrongFrom">Scores from here up are Strong.</param>
/// <param name="MostMatches">At most this many matches are returned, best first.</param>
public sealed record ScreeningOptions(double Limit = 0.75, double StrongFrom = 0.92, int MostMatches = 50)
{
    /// <summary>The limits used where nobody chose others.</summary>
    public static ScreeningOptions Default { get; } = new();
}
