using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CouncilPremises.Domain.Grants;

/// <summary>A section that a clarification opens again, and what is asked about it.</summary>
public sealed record GrantQuestion(GrantSection Section, string Question);

/// <summary>Sections opened for a clarification: what the group writes meanwhile, apart from what it sent. Sent, it is the next numbered submission.</summary>
/// <param name="RequestId">The council's question.</param>
/// <param name="Sections">The sections it opened, and no others.</param>
/// <param name="Answers">The answers as written so far.</param>
/// <param name="Saved">Opened sections that were gone over.</param>
public sealed record Clarification(Guid RequestId, ValueList<GrantSection> Sections, GrantAnswers Answers, ValueList<GrantSection> Saved);

/// <summary>What an officer finds about the cross-community test. RULEBOOK 4 G5.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CommunityFinding>))]
public enum CommunityFinding
{
    /// <summary>People of more than one community take part.</summary>
    [Display(Name = "Met")]
    Met,

    /// <summary>For one community, on evidenced need and with a benefit for cohesion.</summary>
    [Display(Name = "Met: specialist work with evidenced need and a benefit for cohesion")]
    MetSpecialist,

    /// <summary>Not met. The equality note is compulsory.</summary>
    [Display(Name = "Not met")]
    NotMet,
}

/// <summary>The finding, why, and by whom. A group's name or membership never causes "not met". RULEBOOK 4 G5.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Reason">On what evidence, 50 to 2,000 characters.</param>
/// <param name="EqualityNote">How the equality duty was weighed; 50 to 2,000 characters when not met, else perhaps empty.</param>
/// <param name="SubmissionNumber">The submission it is about.</param>
/// <param name="ById">Who found.</param>
/// <param name="MadeUtc">When.</param>
public sealed record CommunityTest(CommunityFinding Finding, string Reason, string EqualityNote, int SubmissionNumber, Guid ById, DateTime MadeUtc)
{
    /// <summary>Fewest characters of reason and note, included.</summary>
    public const int Fewest = 50;

    /// <summary>Most characters of either, included.</summary>
    public const int Most = 2000;

    /// <summary>What is missing; empty when the finding can be recorded.</summary>
    public static IReadOnlyList<Refusal> Mistakes(CommunityFinding? finding, string? reason, string? equalityNote)
    {
        var mistakes = new List<Refusal>();
        if (finding is null)
            mistakes.Add(new Refusal("G5", "Choose what you find about the cross-community test.", nameof(Finding)));
        if (Length(reason) is < Fewest or > Most)
            mistakes.Add(new Refusal("G5", "Say on what evidence in 50 to 2,000 characters. A group's name or membership is none.", nameof(Reason)));
        if (finding == CommunityFinding.NotMet && Length(equalityNote) < Fewest || Length(equalityNote) > Most)
            mistakes.Add(new Refusal("G5", "Not met needs an equality note of 50 to 2,000 characters: would another group be treated alike?", nameof(EqualityNote)));
        return mistakes;
    }

    private static int Length(string? text) => text?.Trim().Length ?? 0;
}

/// <summary>An application for a grant: the answers. Its case carries everything else.</summary>
public sealed class GrantApplication
{
    private GrantApplication() { }

    /// <summary>A new, empty application in a round of a fund.</summary>
    public GrantApplication(Guid caseId, Guid roundId, Guid fundId) => (CaseId, RoundId, FundId) = (caseId, roundId, fundId);

    /// <summary>The case, and this application's key.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>The round's fund.</summary>
    public Guid FundId { get; private set; }

    /// <summary>Answers so far; after sending, those of the latest submission.</summary>
    public GrantAnswers Answers { get; private set; } = new();

    /// <summary>What is asked for, for lists and sums; nothing until the group has said.</summary>
    public Money Asked { get; private set; }

    /// <summary>What the project is called, for lists; empty until the group has said.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The main objective, for reports; null until the group has said.</summary>
    public Objective? Objective { get; private set; }

    /// <summary>The line of the delivery plan it points at, for reports and so that the line stays; null until the group has said.</summary>
    public Guid? PlanLineId { get; private set; }

    /// <summary>The wards it names, for reports.</summary>
    public ValueList<string> Wards { get; private set; } = [];

    /// <summary>Sections the group has saved, for the task list.</summary>
    public ValueList<GrantSection> SavedSections { get; private set; } = [];

    /// <summary>Number of the latest submission; 0 for a draft.</summary>
    public int SubmissionNumber { get; private set; }

    /// <summary>Sections opened by a question of the council; null while none are.</summary>
    public Clarification? Clarification { get; private set; }

    /// <summary>The finding about the cross-community test; null before one.</summary>
    public CommunityTest? CommunityTest { get; private set; }

    /// <summary>When the group was told what became of it; null before. Until then it reads "being checked".</summary>
    public DateTime? OutcomePublishedUtc { get; private set; }

    /// <summary>Puts in what is known already; the sections still count as not saved, so that the group looks them over.</summary>
    public void Prefill(GrantAnswers answers) => Take(answers);

    /// <summary>Saves a section of a draft; one left for later counts as not saved.</summary>
    public void Save(GrantAnswers answers, GrantSection section, bool isComplete = true)
    {
        Take(answers);
        SavedSections = isComplete ? SavedSections.Append(section).Distinct().Order().ToValueList() : SavedSections.Where(saved => saved != section).ToValueList();
    }

    /// <summary>Opens sections for a question of the council.</summary>
    public void Open(Guid requestId, ValueList<GrantSection> sections) => Clarification = new Clarification(requestId, sections, Answers, []);

    /// <summary>Saves an opened section.</summary>
    public void SaveOpened(GrantAnswers answers, GrantSection section, bool isComplete = true)
    {
        var open = Clarification ?? throw new InvalidOperationException("No section is open.");
        Clarification = open with
        {
            Answers = open.Answers.With(section, answers),
            Saved = isComplete ? open.Saved.Append(section).Distinct().Order().ToValueList() : open.Saved.Where(saved => saved != section).ToValueList(),
        };
    }

    /// <summary>Ends a clarification: what was written in the opened sections becomes the answers, or nothing does.</summary>
    public void CloseOpened(bool takeOver)
    {
        if (takeOver && Clarification is { } open)
            Take(open.Answers);
        Clarification = null;
    }

    /// <summary>Freezes the answers as the next numbered submission.</summary>
    public GrantSubmission Freeze(Guid id, Guid byId, int policyVersion, DateTime nowUtc) => new(id, CaseId, ++SubmissionNumber, Answers, byId, policyVersion, nowUtc);

    /// <summary>Records the finding about the cross-community test.</summary>
    public void Find(CommunityTest test) => CommunityTest = test;

    /// <summary>Tells the group; once for each outcome.</summary>
    public void Publish(DateTime nowUtc) => OutcomePublishedUtc = nowUtc;

    /// <summary>Nothing is decided any more: the next outcome is published anew.</summary>
    public void Reopen() => OutcomePublishedUtc = null;

    private void Take(GrantAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        (Answers, Asked, Title) = (answers, answers.Budget.Asked ?? Money.Zero, answers.Project.Title?.Trim() ?? "");
        (Objective, PlanLineId, Wards) = (answers.Objectives.Primary.Objective, answers.Project.DeliveryPlanLineId, answers.Project.Wards);
    }
}

/// <summary>A numbered, unchanging copy of the answers as sent.</summary>
public sealed class GrantSubmission
{
    private GrantSubmission() { }

    internal GrantSubmission(Guid id, Guid caseId, int number, GrantAnswers answers, Guid byId, int policyVersion, DateTime nowUtc)
    {
        (Id, CaseId, Number, Answers) = (id, caseId, number, answers);
        (ById, PolicyVersion, SentUtc) = (byId, policyVersion, nowUtc);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>1 for the first.</summary>
    public int Number { get; private set; }

    /// <summary>The answers.</summary>
    public GrantAnswers Answers { get; private set; } = new();

    /// <summary>Who sent it.</summary>
    public Guid ById { get; private set; }

    /// <summary>The policy in force.</summary>
    public int PolicyVersion { get; private set; }

    /// <summary>When.</summary>
    public DateTime SentUtc { get; private set; }
}
