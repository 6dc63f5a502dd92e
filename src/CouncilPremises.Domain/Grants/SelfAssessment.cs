using CouncilPremises.Domain.Time;

namespace CouncilPremises.Domain.Grants;

/// <summary>What the council finds about one criterion. The criterion is kept as it was when the assessment was begun.</summary>
/// <param name="CriterionId">Which; by it the year before is compared.</param>
/// <param name="Title">What is judged.</param>
/// <param name="Levels">What each level looks like.</param>
/// <param name="Level">The level found; null before.</param>
/// <param name="Evidence">What shows it; may be empty before it is completed.</param>
/// <param name="Action">What is to be done next; may be empty before it is completed.</param>
public sealed record CriterionFinding(Guid CriterionId, string Title, ValueList<string> Levels, int? Level = null, string Evidence = "", string Action = "")
{
    /// <summary>Fewest characters of evidence and action in an assessment that is completed, included.</summary>
    public const int Fewest = 20;

    /// <summary>Most characters of either, included.</summary>
    public const int Most = 4000;
}

/// <summary>What is entered about one criterion.</summary>
public sealed record EnteredFinding(Guid CriterionId, int? Level, string Evidence, string Action);

/// <summary>Where a self-assessment stands.</summary>
public enum SelfAssessmentState
{
    /// <summary>Being written, with gaps.</summary>
    Open,

    /// <summary>Completed; somebody else signs it.</summary>
    Completed,

    /// <summary>Signed; it does not change any more.</summary>
    SignedOff,
}

/// <summary>The council's yearly judgement of its own programme: a level, evidence and an action for each criterion, completed by one person and
/// signed by another. Successor of the former National Indicator 35.</summary>
/// <remarks>Where it stands derives from who completed and who signed. Nobody is judged by it, only the programme.</remarks>
public sealed class SelfAssessment
{
    /// <summary>How many years back an assessment may be begun.</summary>
    public const int YearsBack = 5;

    private SelfAssessment() { }

    /// <summary>A new one with the criteria in use now.</summary>
    public SelfAssessment(Guid id, FinancialYear year, IEnumerable<ProgrammeCriterion> criteria, Guid byId, DateTime nowUtc)
    {
        (Id, Year, SavedById, SavedUtc, Version) = (id, year.Starts, byId, nowUtc, 1);
        Findings = criteria.Where(criterion => criterion.IsInUse).OrderBy(criterion => criterion.Place).ThenBy(criterion => criterion.Title, StringComparer.Ordinal)
            .Select(criterion => new CriterionFinding(criterion.Id, criterion.Title, criterion.Levels)).ToValueList();
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The calendar year in which its financial year starts. One assessment a year.</summary>
    public int Year { get; private set; }

    /// <summary>What was found, in the order of the criteria.</summary>
    public ValueList<CriterionFinding> Findings { get; private set; } = [];

    /// <summary>Who changed it last.</summary>
    public Guid SavedById { get; private set; }

    /// <summary>When.</summary>
    public DateTime SavedUtc { get; private set; }

    /// <summary>Who completed it; null before, and again when it was sent back.</summary>
    public Guid? CompletedById { get; private set; }

    /// <summary>When.</summary>
    public DateTime? CompletedUtc { get; private set; }

    /// <summary>Who signed it; somebody else than who completed it.</summary>
    public Guid? SignedById { get; private set; }

    /// <summary>When.</summary>
    public DateTime? SignedUtc { get; private set; }

    /// <summary>Why it was sent back; null unless it was and has not been completed since.</summary>
    public string? SentBack { get; private set; }

    /// <summary>Rises by one with every change, against lost updates.</summary>
    public int Version { get; private set; }

    /// <summary>Where it stands.</summary>
    public SelfAssessmentState State => SignedUtc is not null ? SelfAssessmentState.SignedOff : CompletedUtc is not null ? SelfAssessmentState.Completed : SelfAssessmentState.Open;

    /// <summary>Why an assessment of a year may not be begun; null when it may: this year and five back.</summary>
    public static Refusal? WhyNotBegin(FinancialYear year, DateOnly today)
    {
        var now = FinancialYear.Of(today);
        return year.Starts > now.Starts || year.Starts < now.Starts - YearsBack
            ? new Refusal("Year", $"Choose this financial year or one of the {YearsBack} before it", "Year")
            : null;
    }

    /// <summary>Why it may not be written; null when it may.</summary>
    public Refusal? WhyNotWrite() => State switch
    {
        SelfAssessmentState.Open => null,
        SelfAssessmentState.Completed => new Refusal("Completed", "This self-assessment is completed. Whoever signs it can send it back for changes"),
        SelfAssessmentState.SignedOff => new Refusal("Signed", "This self-assessment is signed and does not change any more"),
    };

    /// <summary>Everything that is too long or no level; gaps are allowed until it is completed.</summary>
    public IReadOnlyList<Refusal> Mistakes(IReadOnlyList<EnteredFinding> entered)
    {
        ArgumentNullException.ThrowIfNull(entered);
        return [.. Given(entered).Index().SelectMany(one => Wrong(one.Item, one.Index, fewest: 0, isLevelNeeded: false))];
    }

    /// <summary>What is missing before it can be completed.</summary>
    public IReadOnlyList<Refusal> Missing(IReadOnlyList<EnteredFinding> entered)
    {
        ArgumentNullException.ThrowIfNull(entered);
        return [.. Given(entered).Index().SelectMany(one => Wrong(one.Item, one.Index, CriterionFinding.Fewest, isLevelNeeded: true))];
    }

    /// <summary>Why somebody may not sign it or send it back; null when they may.</summary>
    public Refusal? WhyNotSign(Guid byId) => State switch
    {
        SelfAssessmentState.Open => new Refusal("Open", "This self-assessment is not completed yet"),
        SelfAssessmentState.SignedOff => new Refusal("Signed", "This self-assessment is signed already"),
        SelfAssessmentState.Completed => byId == CompletedById ? new Refusal("S1", "You completed this self-assessment, so somebody else signs it") : null,
    };

    /// <summary>Keeps what was entered; only the criteria it was begun with count.</summary>
    public void Write(IReadOnlyList<EnteredFinding> entered, Guid byId, DateTime nowUtc)
    {
        Allow(WhyNotWrite());
        (Findings, SavedById, SavedUtc, Version) = (Given(entered).ToValueList(), byId, nowUtc, Version + 1);
    }

    /// <summary>Keeps what was entered and completes it; nothing is missing.</summary>
    public void Complete(IReadOnlyList<EnteredFinding> entered, Guid byId, DateTime nowUtc)
    {
        Write(entered, byId, nowUtc);
        (CompletedById, CompletedUtc, SentBack) = (byId, nowUtc, null);
    }

    /// <summary>Signs it.</summary>
    public void Sign(Guid byId, DateTime nowUtc)
    {
        Allow(WhyNotSign(byId));
        (SignedById, SignedUtc, SavedById, SavedUtc, Version) = (byId, nowUtc, byId, nowUtc, Version + 1);
    }

    /// <summary>Opens it again for a reason.</summary>
    public void SendBack(string reason, Guid byId, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(reason);
        Allow(WhyNotSign(byId));
        (CompletedById, CompletedUtc, SentBack, SavedById, SavedUtc, Version) = (null, null, reason.Trim(), byId, nowUtc, Version + 1);
    }

    private IEnumerable<CriterionFinding> Given(IReadOnlyList<EnteredFinding> entered) =>
        Findings.Select(finding => entered.FirstOrDefault(one => one.CriterionId == finding.CriterionId) is { } given
            ? finding with { Level = given.Level, Evidence = given.Evidence.Trim(), Action = given.Action.Trim() }
            : finding);

    private static IEnumerable<Refusal> Wrong(CriterionFinding finding, int at, int fewest, bool isLevelNeeded)
    {
        if (finding.Level is < 1 or > CriterionFacts.Levels || (isLevelNeeded && finding.Level is null))
            yield return No($"Choose the level for “{finding.Title}”", at, nameof(finding.Level));
        if (finding.Evidence.Length > CriterionFinding.Most || finding.Evidence.Length < fewest)
            yield return No($"Say what shows the level of “{finding.Title}”, in {Length(fewest)}", at, nameof(finding.Evidence));
        if (finding.Action.Length > CriterionFinding.Most || finding.Action.Length < fewest)
            yield return No($"Say what is to be done about “{finding.Title}”, in {Length(fewest)}", at, nameof(finding.Action));
    }

    private static string Length(int fewest) => fewest == 0 ? $"{CriterionFinding.Most:#,0} characters or fewer" : $"{fewest} to {CriterionFinding.Most:#,0} characters";

    private static Refusal No(string sentence, int at, string part) => new("SelfAssessment", sentence, $"{nameof(Findings)}[{at}].{part}");

    private static void Allow(Refusal? no)
    {
        if (no is not null)
            throw new InvalidOperationException(no.Sentence);
    }
}
