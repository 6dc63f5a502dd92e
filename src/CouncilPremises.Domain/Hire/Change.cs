using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Workflows;

namespace CouncilPremises.Domain.Hire;

/// <summary>Where a change of an application stands. Stored as text.</summary>
public enum ChangeState
{
    /// <summary>The group is writing it.</summary>
    Draft,

    /// <summary>Sent; the booking stands as it was until somebody decides.</summary>
    Proposed,

    /// <summary>It is now part of the application.</summary>
    Accepted,

    /// <summary>Declined; the original stands.</summary>
    Declined,

    /// <summary>Taken back by the group, or over because the application is.</summary>
    Withdrawn,
}

/// <summary>What can happen to a change.</summary>
public enum ChangeAction
{
    /// <summary>The group asks for it; somebody has to decide.</summary>
    Propose,

    /// <summary>The group sends it while nothing is decided yet: it becomes part of what is decided.</summary>
    Apply,

    /// <summary>The group takes it back, or its application is over.</summary>
    Withdraw,

    /// <summary>The council accepts it.</summary>
    Accept,

    /// <summary>The council declines it; the original stands.</summary>
    Decline,
}

/// <summary>Answers of an application that are being written again, in the sections that are open and in no other: because the council
/// asked for something (N2), or because the hirer wants a change. RULEBOOK 6.</summary>
/// <remarks>The answers sent stay untouched until the change is part of the application; then they are frozen as the next submission.</remarks>
public sealed class Change
{
    private readonly List<ChangeDate> dates = [];

    private Change() { }

    /// <summary>A new working copy of the answers sent last.</summary>
    /// <param name="id">Id.</param>
    /// <param name="hire">The application.</param>
    /// <param name="sections">The sections that are open.</param>
    /// <param name="requestId">The council's request that opened them; null for a change the hirer wants.</param>
    /// <param name="byId">Who opened it.</param>
    /// <param name="nowUtc">Now.</param>
    public Change(Guid id, HireApplication hire, IReadOnlyList<HireSection> sections, Guid? requestId, Guid byId, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(hire);
        (Id, CaseId, RequestId, Sections, StartedById, StartedUtc) = (id, hire.CaseId, requestId, sections, byId, nowUtc);
        (Answers, BaseSubmission) = (hire.Answers, hire.SubmissionNumber);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The council's request that opened the sections; null for a change the hirer wants.</summary>
    public Guid? RequestId { get; private set; }

    /// <summary>The sections that are open.</summary>
    public IReadOnlyList<HireSection> Sections { get; private set; } = [];

    /// <summary>Open sections the group has gone over.</summary>
    public IReadOnlyList<HireSection> SavedSections { get; private set; } = [];

    /// <summary>The answers as the group wants them.</summary>
    public HireAnswers Answers { get; private set; } = new();

    /// <summary>Number of the submission it started from.</summary>
    public int BaseSubmission { get; private set; }

    /// <summary>Where it stands. Only a workflow row changes it.</summary>
    public ChangeState State { get; private set; }

    /// <summary>Who opened it.</summary>
    public Guid StartedById { get; private set; }

    /// <summary>When opened.</summary>
    public DateTime StartedUtc { get; private set; }

    /// <summary>When the group sent it; null before.</summary>
    public DateTime? SentUtc { get; private set; }

    /// <summary>When it was accepted, declined or withdrawn; null before.</summary>
    public DateTime? ClosedUtc { get; private set; }

    /// <summary>Checks whose records from before it was sent no longer count.</summary>
    public IReadOnlyList<CheckCode> Reopens { get; private set; } = [];

    /// <summary>The dates it moves or adds, whose slots are kept while it waits for a decision.</summary>
    public IReadOnlyList<ChangeDate> Dates => dates;

    /// <summary>True while the group writes it or it waits for a decision.</summary>
    public bool IsOpen => State is ChangeState.Draft or ChangeState.Proposed;

    /// <summary>Opens other sections as well; what was written stays.</summary>
    public void OpenAlso(IEnumerable<HireSection> sections) => Sections = [.. Sections.Union(sections).Order()];

    /// <summary>Saves sections the group has gone over; those left for later count as not gone over.</summary>
    public void Save(HireAnswers answers, IReadOnlyList<HireSection> sections, bool isComplete = true)
    {
        ArgumentNullException.ThrowIfNull(sections);
        Answers = answers;
        SavedSections = [.. isComplete ? SavedSections.Union(sections) : SavedSections.Except(sections)];
    }

    /// <summary>Takes the step a workflow row allowed.</summary>
    public void Take(Step<ChangeState, ChangeAction> step, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.From != State)
            throw new InvalidOperationException($"A step from {step.From} cannot be taken in {State}.");
        State = step.To;
        if (step.Action is ChangeAction.Propose or ChangeAction.Apply)
            SentUtc = nowUtc;
        if (!IsOpen)
            ClosedUtc = nowUtc;
    }

    /// <summary>Records which checks it opens again.</summary>
    public void Reopen(IReadOnlyList<CheckCode> codes) => Reopens = codes;

    /// <summary>Adds a date it moves or adds.</summary>
    public void Add(ChangeDate date) => dates.Add(date);

    /// <summary>Takes out what is declined while the rest is accepted: speakers for whom no time is left.</summary>
    public void Trim(HireAnswers answers) => Answers = answers;
}

/// <summary>A slot that a change asks for, kept under this id until the change is decided.</summary>
public sealed class ChangeDate
{
    private ChangeDate() { }

    /// <summary>A new slot.</summary>
    public ChangeDate(Guid id, Guid changeId, Guid? occurrenceId, HireSlot wanted, int bufferBefore, int bufferAfter)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        (Id, ChangeId, OccurrenceId, SpaceId) = (id, changeId, occurrenceId, wanted.SpaceId);
        (Day, Starts, Ends) = (wanted.Slot.Day, wanted.Slot.Starts, wanted.Slot.Ends);
        (StartUtc, EndUtc) = (wanted.Slot.StartUtc, wanted.Slot.EndUtc);
        (BufferBeforeMinutes, BufferAfterMinutes) = (bufferBefore, bufferAfter);
    }

    /// <summary>Id, and owner of the claims that keep the slot.</summary>
    public Guid Id { get; private set; }

    /// <summary>The change.</summary>
    public Guid ChangeId { get; private set; }

    /// <summary>The date that moves; null for a date that is added.</summary>
    public Guid? OccurrenceId { get; private set; }

    /// <summary>The space.</summary>
    public Guid SpaceId { get; private set; }

    /// <summary>The day in London.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Start on the hall clock.</summary>
    public TimeOnly Starts { get; private set; }

    /// <summary>End on the hall clock; 00:00 means midnight at the end of the day.</summary>
    public TimeOnly Ends { get; private set; }

    /// <summary>Start, included.</summary>
    public DateTime StartUtc { get; private set; }

    /// <summary>End, excluded.</summary>
    public DateTime EndUtc { get; private set; }

    /// <summary>Minutes kept free before.</summary>
    public int BufferBeforeMinutes { get; private set; }

    /// <summary>Minutes kept free after.</summary>
    public int BufferAfterMinutes { get; private set; }

    /// <summary>The slot.</summary>
    public HireSlot Wanted => new(SpaceId, new OccurrenceSlot(Day, Starts, Ends, StartUtc, EndUtc));
}
