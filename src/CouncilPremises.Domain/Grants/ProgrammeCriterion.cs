namespace CouncilPremises.Domain.Grants;

/// <summary>A criterion by which the council judges its own programme once a year: what is judged, and what each level looks like.
/// The council edits them; an assessment keeps them as they were when it was begun.</summary>
public sealed class ProgrammeCriterion
{
    private ProgrammeCriterion() { }

    /// <summary>A new one; the facts have no mistakes.</summary>
    public ProgrammeCriterion(Guid id, CriterionFacts facts)
    {
        Id = id;
        Describe(facts);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Its place among the others, from 1; those with the same place stand by title.</summary>
    public int Place { get; private set; }

    /// <summary>What is judged.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What each level looks like, from 1 to <see cref="CriterionFacts.Levels"/>.</summary>
    public ValueList<string> Levels { get; private set; } = [];

    /// <summary>True when the next assessment takes it up.</summary>
    public bool IsInUse { get; private set; }

    /// <summary>Rises by one with every change, against lost updates; 0 while it is one of those that come with the product.</summary>
    public int Version { get; private set; }

    /// <summary>Takes over what was entered; the facts have no mistakes.</summary>
    public void Describe(CriterionFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (Place, Title, Levels, IsInUse, Version) = (facts.Place!.Value, facts.Title.Trim(), facts.LooksLike.Select(level => level.Trim()).ToValueList(), facts.IsInUse, Version + 1);
    }

    internal static ProgrammeCriterion Starting(Guid id, CriterionFacts facts) => new(id, facts) { Version = 0 };
}

/// <summary>What is entered about a criterion.</summary>
/// <param name="Place">Its place among the others.</param>
/// <param name="Title">What is judged.</param>
/// <param name="LooksLike">What each level looks like, the lowest first.</param>
/// <param name="IsInUse">True when the next assessment takes it up.</param>
public sealed record CriterionFacts(int? Place, string Title, ValueList<string> LooksLike, bool IsInUse)
{
    /// <summary>How many levels there are; the highest is the best.</summary>
    public const int Levels = 5;

    /// <summary>Longest title, included.</summary>
    public const int LongestTitle = 120;

    /// <summary>Longest description of a level, included.</summary>
    public const int LongestLevel = 1000;

    /// <summary>Last place.</summary>
    public const int LastPlace = 99;

    /// <summary>Everything that is not right, each with its field.</summary>
    public IReadOnlyList<Refusal> Mistakes()
    {
        var mistakes = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(Title) || Title.Trim().Length > LongestTitle)
            mistakes.Add(No($"Enter what is judged, in {LongestTitle} characters or fewer", nameof(Title)));
        if (Place is not (>= 1 and <= LastPlace))
            mistakes.Add(No($"Enter its place as a number from 1 to {LastPlace}", nameof(Place)));
        for (var level = 1; level <= Levels; level++)
            if (LooksLike.ElementAtOrDefault(level - 1) is not { } text || string.IsNullOrWhiteSpace(text) || text.Trim().Length > LongestLevel)
                mistakes.Add(No($"Say what level {level} looks like, in {LongestLevel:#,0} characters or fewer", $"{nameof(LooksLike)}[{level - 1}]"));
        return mistakes;
    }

    private static Refusal No(string sentence, string field) => new("Criterion", sentence, field);
}
