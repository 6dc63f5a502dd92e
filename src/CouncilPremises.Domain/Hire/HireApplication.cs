namespace CouncilPremises.Domain.Hire;

/// <summary>An application to hire a room: the draft answers, and the dates. Its case carries everything else.</summary>
public sealed class HireApplication
{
    private readonly List<Occurrence> occurrences = [];

    private HireApplication() { }

    /// <summary>A new, empty application.</summary>
    public HireApplication(Guid caseId, HirerKind hirerKind) => (CaseId, HirerKind) = (caseId, hirerKind);

    /// <summary>The case, and this application's key.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Group, individual or internal body.</summary>
    public HirerKind HirerKind { get; private set; }

    /// <summary>Answers so far; after sending, those of the latest submission.</summary>
    public HireAnswers Answers { get; private set; } = new();

    /// <summary>Pages the group has saved, for the task list.</summary>
    public IReadOnlyList<string> SavedSections { get; private set; } = [];

    /// <summary>Number of the latest submission; 0 for a draft.</summary>
    public int SubmissionNumber { get; private set; }

    /// <summary>For a booking taken over from an earlier system: its number there, perhaps empty. No check was made here. Null for any other.</summary>
    public string? ImportedAs { get; private set; }

    /// <summary>Its dates, 1–52 once sent; none while a draft.</summary>
    public IReadOnlyList<Occurrence> Occurrences => occurrences;

    /// <summary>Puts in what is known already; the pages still count as not saved, so that the group looks them over.</summary>
    public void Prefill(HireAnswers answers) => Answers = answers;

    /// <summary>Takes over a booking from an earlier system, with what is known of it.</summary>
    public void Import(HireAnswers answers, string number) => (Answers, ImportedAs) = (answers, number);

    /// <summary>Saves a section; one that is left for later counts as not saved.</summary>
    public void Save(HireAnswers answers, string section, bool isComplete = true)
    {
        Answers = answers;
        if (isComplete && !SavedSections.Contains(section))
            SavedSections = [.. SavedSections, section];
        else if (!isComplete)
            SavedSections = [.. SavedSections.Where(saved => saved != section)];
    }

    /// <summary>Freezes the answers as the next numbered submission.</summary>
    public Submission Freeze(Guid id, Guid byId, int policyVersion, DateTime nowUtc) =>
        new(id, CaseId, ++SubmissionNumber, Answers, byId, policyVersion, nowUtc);

    /// <summary>Adds a date.</summary>
    public void Add(Occurrence occurrence) => occurrences.Add(occurrence);
}

/// <summary>A numbered, unchanging copy of the answers as sent.</summary>
public sealed class Submission
{
    private Submission() { }

    internal Submission(Guid id, Guid caseId, int number, HireAnswers answers, Guid byId, int policyVersion, DateTime nowUtc)
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
    public HireAnswers Answers { get; private set; } = new();

    /// <summary>Who sent it.</summary>
    public Guid ById { get; private set; }

    /// <summary>The policy in force.</summary>
    public int PolicyVersion { get; private set; }

    /// <summary>When.</summary>
    public DateTime SentUtc { get; private set; }
}
