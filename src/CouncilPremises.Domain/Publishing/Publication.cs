namespace CouncilPremises.Domain.Publishing;

/// <summary>What was wrong with a row, as a code that stays.</summary>
public enum PublicationRule
{
    /// <summary>Something the schema requires is not there.</summary>
    Missing,

    /// <summary>The recipient has neither a number nor a stable key.</summary>
    NoRecipientIdentifier,

    /// <summary>A charity or company number is not one.</summary>
    BadNumber,

    /// <summary>Two rows have one identifier.</summary>
    Duplicate,

    /// <summary>An amount is nothing or less.</summary>
    NotPositive,

    /// <summary>The award lies in the future.</summary>
    FutureAward,

    /// <summary>A day or duration cannot be right.</summary>
    ImpossibleDate,

    /// <summary>A text has an e-mail address in it.</summary>
    EmailAddress,

    /// <summary>A code is on no list.</summary>
    UnknownCode,

    /// <summary>A text is longer than a spreadsheet's cell.</summary>
    TooLong,
}

/// <summary>Why a row is not published.</summary>
/// <param name="Row">Its place among those found, from 1.</param>
/// <param name="Reference">The grant's reference.</param>
/// <param name="Rule">Which rule.</param>
/// <param name="Sentence">What to do about it.</param>
public sealed record PublicationProblem(int Row, string Reference, PublicationRule Rule, string Sentence);

/// <summary>Grants that were checked: those that can be published, and why the others cannot. Only <see cref="PublicationChecks"/> makes one, so no file is written of grants that were not checked.</summary>
public sealed class Publication
{
    internal Publication(Publisher publisher, PublicationYear? year, IReadOnlyList<PublishedGrant> grants, IReadOnlyList<PublicationProblem> problems, int found) =>
        (Publisher, Year, Grants, Problems, Found) = (publisher, year, grants, problems, found);

    /// <summary>Who publishes.</summary>
    public Publisher Publisher { get; }

    /// <summary>The year of the awards; null for all years.</summary>
    public PublicationYear? Year { get; }

    /// <summary>The grants without problems, in the order found, their texts tidied.</summary>
    public IReadOnlyList<PublishedGrant> Grants { get; }

    /// <summary>Every problem, by row.</summary>
    public IReadOnlyList<PublicationProblem> Problems { get; }

    /// <summary>How many grants were looked at.</summary>
    public int Found { get; }

    /// <summary>How many are held back.</summary>
    public int HeldBack => Found - Grants.Count;

    /// <summary>What the package is called.</summary>
    public string Title => Year is { } year ? $"{Publisher.CouncilName}: grants awarded in {year}" : $"{Publisher.CouncilName}: grants awarded";

    /// <summary>What files are called, and the package's identifier: 360G-fallowmere-grants-2026-27.</summary>
    public string Name => Year is { } year ? $"{Publisher.Prefix}-grants-{year}" : $"{Publisher.Prefix}-grants";

    /// <summary>Why there is no file to download: settings, or nothing that can be published. Empty when there is.</summary>
    public IReadOnlyList<Refusal> WhyNot => Publisher.Mistakes() is { Count: > 0 } mistakes ? mistakes
        : Grants.Count > 0 ? []
        : [new Refusal("Publication", Found == 0 ? "There is no grant to publish yet" : "No grant can be published yet. Put right what is listed below, then try again")];
}
