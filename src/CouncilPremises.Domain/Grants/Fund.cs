namespace CouncilPremises.Domain.Grants;

/// <summary>Money for grants: what it is for, how much there is, and the plan it delivers. RULEBOOK 4.</summary>
public sealed class Fund
{
    /// <summary>Code of the refusal to remove a line that something points at.</summary>
    public const string LineInUseCode = "LineInUse";

    private readonly List<DeliveryPlanLine> lines = [];

    private Fund() { }

    /// <summary>A new fund; the facts have no mistakes.</summary>
    public Fund(Guid id, FundFacts facts, DateTime nowUtc)
    {
        (Id, CreatedUtc) = (id, nowUtc);
        Describe(facts);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Its name among the council's own people.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What groups call it. A council may drop the word "Prevent"; purpose and source stay plain to the group. RULEBOOK 2.</summary>
    public string SchemeTitle { get; private set; } = "";

    /// <summary>What it is for, as groups read it: the objective, plainly.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>Where the money comes from, as groups read it.</summary>
    public string FundingSource { get; private set; } = "";

    /// <summary>All there is to award.</summary>
    public Money Budget { get; private set; }

    /// <summary>Least that may be asked for, included.</summary>
    public Money LowestAward { get; private set; }

    /// <summary>Most that may be asked for, included.</summary>
    public Money HighestAward { get; private set; }

    /// <summary>Percent of a project's cost that must come from elsewhere; 0 for none.</summary>
    public int MatchSharePercent { get; private set; }

    /// <summary>The grant officer who answers for it.</summary>
    public Guid ResponsibleOfficerId { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTime CreatedUtc { get; private set; }

    /// <summary>Rises by one with every change, against lost updates.</summary>
    public int Version { get; private set; }

    /// <summary>The lines of the delivery plan, in their order.</summary>
    public IReadOnlyList<DeliveryPlanLine> Lines => lines;

    /// <summary>Why lines that the facts leave out have to stay: an application or award that points at one would serve nothing any more.
    /// Each is told at the place where the line would stand if it were put back after the others.</summary>
    /// <param name="facts">What was entered.</param>
    /// <param name="pointedAt">Lines that an application, drafts included, or an award points at.</param>
    public IReadOnlyList<Refusal> WhyNotRemove(FundFacts facts, IReadOnlySet<Guid> pointedAt)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(pointedAt);
        return [.. LeftOut(facts.Lines.Select(line => line.Id), pointedAt).Index().Select(one => new Refusal(
            LineInUseCode, $"“{one.Item.Title}” has to stay in the plan: an application or award points at it. Change its words if the plan has moved on",
            $"{nameof(Lines)}[{facts.Lines.Count + one.Index}].{nameof(DeliveryPlanLine.Title)}"))];
    }

    /// <summary>Lines that are left out and have to stay, in their order.</summary>
    public IReadOnlyList<DeliveryPlanLine> LeftOut(IEnumerable<Guid?> kept, IReadOnlySet<Guid> pointedAt) =>
        [.. lines.Where(line => pointedAt.Contains(line.Id)).ExceptBy(kept.OfType<Guid>(), line => line.Id).OrderBy(line => line.Number)];

    /// <summary>Takes over what was entered; the facts have no mistakes. A line named in them keeps its id, so that applications go on pointing at it.</summary>
    public void Describe(FundFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (Name, SchemeTitle, Purpose, FundingSource) = (facts.Name.Trim(), facts.SchemeTitle.Trim(), facts.Purpose.Trim(), facts.FundingSource.Trim());
        (Budget, LowestAward, HighestAward) = (facts.Budget!.Value, facts.LowestAward!.Value, facts.HighestAward!.Value);
        (MatchSharePercent, ResponsibleOfficerId, Version) = (facts.MatchSharePercent!.Value, facts.ResponsibleOfficerId!.Value, Version + 1);
        lines.RemoveAll(line => facts.Lines.All(kept => kept.Id != line.Id));
        foreach (var (index, line) in facts.Lines.Index())
            if (lines.Find(one => one.Id == line.Id) is { } known)
                known.Describe(index + 1, line);
            else
                lines.Add(new DeliveryPlanLine(Guid.CreateVersion7(), index + 1, line));
        lines.Sort((a, b) => a.Number.CompareTo(b.Number));
    }
}

/// <summary>A line of the delivery plan that a fund pays for: what is to be done, by whom, and how its success is known.</summary>
public sealed class DeliveryPlanLine
{
    private DeliveryPlanLine() { }

    /// <summary>A new line.</summary>
    public DeliveryPlanLine(Guid id, int number, DeliveryPlanLineFacts facts)
    {
        Id = id;
        Describe(number, facts);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Its place in the plan, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>What is to be done.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The objective it serves: O1 to O5, E1 or E2.</summary>
    public Objective Objective { get; private set; }

    /// <summary>Who answers for it.</summary>
    public string Owner { get; private set; } = "";

    /// <summary>What is to be reached.</summary>
    public string Target { get; private set; } = "";

    /// <summary>Wards it is for; none means the whole of the council's area.</summary>
    public IReadOnlyList<string> Wards { get; private set; } = [];

    /// <summary>Takes over what was entered.</summary>
    public void Describe(int number, DeliveryPlanLineFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (Number, Title, Objective, Owner, Target, Wards) = (number, facts.Title.Trim(), facts.Objective!.Value, facts.Owner.Trim(), facts.Target.Trim(), facts.Wards);
    }
}

/// <summary>What is entered about a line of the delivery plan.</summary>
/// <param name="Id">Its id; null for a new one.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="Objective">The objective it serves.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Target">What is to be reached.</param>
/// <param name="Wards">Wards it is for; none for all.</param>
public sealed record DeliveryPlanLineFacts(Guid? Id, string Title, Objective? Objective, string Owner, string Target, IReadOnlyList<string> Wards);

/// <summary>What is entered about a fund.</summary>
/// <param name="Name">Its name among the council's own people.</param>
/// <param name="SchemeTitle">What groups call it.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="FundingSource">Where the money comes from.</param>
/// <param name="Budget">All there is.</param>
/// <param name="LowestAward">Least that may be asked for.</param>
/// <param name="HighestAward">Most that may be asked for.</param>
/// <param name="MatchSharePercent">Percent that must come from elsewhere.</param>
/// <param name="ResponsibleOfficerId">The grant officer who answers for it.</param>
/// <param name="Lines">The delivery plan.</param>
public sealed record FundFacts(
    string Name, string SchemeTitle, string Purpose, string FundingSource, Money? Budget, Money? LowestAward, Money? HighestAward, int? MatchSharePercent,
    Guid? ResponsibleOfficerId, IReadOnlyList<DeliveryPlanLineFacts> Lines)
{
    /// <summary>Longest one-line text.</summary>
    public const int LongestLine = 200;

    /// <summary>Longest text of several lines.</summary>
    public const int LongestText = 4000;

    /// <summary>Most lines of a delivery plan.</summary>
    public const int MostLines = 40;

    /// <summary>Longest name of a ward.</summary>
    public const int LongestWard = 100;

    /// <summary>Most wards of a line.</summary>
    public const int MostWards = 60;

    /// <summary>Everything that is not right, each with its field.</summary>
    public IReadOnlyList<Refusal> Mistakes()
    {
        var mistakes = new List<Refusal>();
        Text(Name, "what the fund is called", nameof(Name), LongestLine, mistakes);
        Text(SchemeTitle, "what groups call it", nameof(SchemeTitle), LongestLine, mistakes);
        Text(Purpose, "what it is for", nameof(Purpose), LongestText, mistakes);
        Text(FundingSource, "where the money comes from", nameof(FundingSource), LongestLine, mistakes);
        if (Budget is not { Pence: > 0 })
            mistakes.Add(new Refusal("Fund", "Enter the budget in pounds, more than 0", nameof(Budget)));
        if (LowestAward is not { Pence: > 0 })
            mistakes.Add(new Refusal("Fund", "Enter the smallest grant in pounds, more than 0", nameof(LowestAward)));
        if (HighestAward is not { Pence: > 0 })
            mistakes.Add(new Refusal("Fund", "Enter the largest grant in pounds, more than 0", nameof(HighestAward)));
        else if (HighestAward < LowestAward)
            mistakes.Add(new Refusal("Fund", "The largest grant must be as much as the smallest, or more", nameof(HighestAward)));
        else if (Budget is { Pence: > 0 } && HighestAward > Budget)
            mistakes.Add(new Refusal("Fund", "The largest grant cannot be more than the budget", nameof(HighestAward)));
        if (MatchSharePercent is not (>= 0 and <= 90))
            mistakes.Add(new Refusal("Fund", "Enter the share that must come from elsewhere in percent, from 0 to 90", nameof(MatchSharePercent)));
        if (ResponsibleOfficerId is null)
            mistakes.Add(new Refusal("Fund", "Choose the grant officer who answers for the fund", nameof(ResponsibleOfficerId)));
        if (Lines.Count is 0 or > MostLines)
            mistakes.Add(new Refusal("Fund", $"Enter 1 to {MostLines} lines of the delivery plan", nameof(Lines)));
        foreach (var (index, line) in Lines.Index())
            Line(index, line, mistakes);
        return mistakes;
    }

    private static void Line(int index, DeliveryPlanLineFacts line, List<Refusal> mistakes)
    {
        string Field(string name) => $"{nameof(Lines)}[{index}].{name}";
        Text(line.Title, $"what line {index + 1} of the plan does", Field(nameof(line.Title)), LongestLine, mistakes);
        Text(line.Owner, $"who answers for line {index + 1}", Field(nameof(line.Owner)), LongestLine, mistakes);
        Text(line.Target, $"what line {index + 1} is to reach", Field(nameof(line.Target)), LongestLine, mistakes);
        if (line.Wards.Any(ward => string.IsNullOrWhiteSpace(ward) || ward.Length > LongestWard) || line.Wards.Count > MostWards)
            mistakes.Add(new Refusal("Fund", $"Enter the wards of line {index + 1} with commas between them, at most {MostWards}, each in {LongestWard} characters or fewer", Field(nameof(line.Wards))));
        if (line.Objective is null)
            mistakes.Add(new Refusal("Fund", $"Choose the objective that line {index + 1} serves", Field(nameof(line.Objective))));
    }

    private static void Text(string? text, string what, string field, int most, List<Refusal> mistakes)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Trim().Length > most)
            mistakes.Add(new Refusal("Fund", $"Enter {what}, in {most:#,0} characters or fewer", field));
    }
}
