namespace CouncilPremises.Domain.Cases;

/// <summary>An officer's statement of interest in a case: COI, S3. Nobody acts before making one; a declared interest locks them out.</summary>
public sealed class ConflictStatement
{
    private ConflictStatement() { }

    /// <summary>A new statement.</summary>
    public ConflictStatement(Guid id, Guid caseId, Guid officerId, bool hasInterest, string? interest, DateTime nowUtc) =>
        (Id, CaseId, OfficerId, HasInterest, Interest, MadeUtc) = (id, caseId, officerId, hasInterest, interest, nowUtc);

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Who states.</summary>
    public Guid OfficerId { get; private set; }

    /// <summary>True locks the officer out of the case.</summary>
    public bool HasInterest { get; private set; }

    /// <summary>What the interest is, in the officer's words.</summary>
    public string? Interest { get; private set; }

    /// <summary>When.</summary>
    public DateTime MadeUtc { get; private set; }
}

/// <summary>Who is asked for advice. RULEBOOK 6.</summary>
public enum ConsultationKind
{
    /// <summary>The council's Prevent lead.</summary>
    PreventLead,

    /// <summary>Police.</summary>
    Police,

    /// <summary>Children's services: date and reference only are stored.</summary>
    ChildrensServices,

    /// <summary>Adult safeguarding.</summary>
    AdultSafeguarding,

    /// <summary>Legal.</summary>
    Legal,

    /// <summary>Equality.</summary>
    Equality,

    /// <summary>Licensing.</summary>
    Licensing,
}

/// <summary>What kind of answer a consultation got. Advice binds nobody.</summary>
public enum ConsultationAnswer
{
    /// <summary>No concern.</summary>
    NoConcern,

    /// <summary>Conditions advised.</summary>
    Conditions,

    /// <summary>Advises against.</summary>
    AdviseAgainst,

    /// <summary>No comment.</summary>
    NoComment,
}

/// <summary>A recorded request for advice, and its answer.</summary>
public sealed class Consultation
{
    private Consultation() { }

    /// <summary>A new request.</summary>
    public Consultation(Guid id, Guid caseId, ConsultationKind kind, string question, Guid askedById, DateOnly dueOn, DateTime nowUtc) =>
        (Id, CaseId, Kind, Question, AskedById, DueOn, AskedUtc) = (id, caseId, kind, question, askedById, dueOn, nowUtc);

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Who is asked.</summary>
    public ConsultationKind Kind { get; private set; }

    /// <summary>The question.</summary>
    public string Question { get; private set; } = "";

    /// <summary>Who asked.</summary>
    public Guid AskedById { get; private set; }

    /// <summary>When asked.</summary>
    public DateTime AskedUtc { get; private set; }

    /// <summary>Last day for the answer. ◆ 5 wd.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>When more time was given, which happens once; null when never.</summary>
    public DateTime? ExtendedUtc { get; private set; }

    /// <summary>The answer's kind; null while open, when the case went on without it, and for children's services, whose answer is not kept.</summary>
    public ConsultationAnswer? Answer { get; private set; }

    /// <summary>The answer, at most 500 characters; for children's services their reference and nothing else.</summary>
    public string? AnswerText { get; private set; }

    /// <summary>The day they answered, as whoever records it says; for children's services the day they were told.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>Who recorded the answer.</summary>
    public Guid? AnsweredById { get; private set; }

    /// <summary>When answered.</summary>
    public DateTime? AnsweredUtc { get; private set; }

    /// <summary>True when the police bar telling the hirer before a decision. RULEBOOK 6, Refuse.</summary>
    public bool BarsNotice { get; private set; }

    /// <summary>True until an answer is recorded or somebody decides to go on without one.</summary>
    public bool IsOpen => AnsweredUtc is null;

    /// <summary>True when somebody went on without the answer.</summary>
    public bool WasLeft => !IsOpen && Answer is null && Kind != ConsultationKind.ChildrensServices;

    /// <summary>Records the answer once.</summary>
    /// <param name="answer">Its kind; null for children's services.</param>
    /// <param name="text">The answer, or the reference of children's services.</param>
    /// <param name="on">The day it was given.</param>
    /// <param name="byId">Who records it.</param>
    /// <param name="nowUtc">Now.</param>
    /// <param name="barsNotice">True when the police bar telling the hirer first.</param>
    public void Reply(ConsultationAnswer? answer, string? text, DateOnly on, Guid byId, DateTime nowUtc, bool barsNotice = false) =>
        (Answer, AnswerText, AnsweredOn, AnsweredById, AnsweredUtc, BarsNotice) = (answer, text, on, byId, nowUtc, barsNotice);

    /// <summary>Goes on without an answer, for a reason.</summary>
    public void Leave(string reason, Guid byId, DateTime nowUtc) => (AnswerText, AnsweredById, AnsweredUtc) = (reason, byId, nowUtc);

    /// <summary>Gives more time, once.</summary>
    public void Extend(DateOnly until, DateTime nowUtc) => (DueOn, ExtendedUtc) = (until, nowUtc);
}

/// <summary>What a condition asks for. RULEBOOK 6.</summary>
public enum ConditionKind
{
    /// <summary>Speakers stay as listed.</summary>
    FixedSpeakers,

    /// <summary>Stewards present.</summary>
    Stewards,

    /// <summary>By ticket only.</summary>
    TicketOnly,

    /// <summary>18 and over.</summary>
    Over18,

    /// <summary>An officer attends.</summary>
    OfficerAttends,

    /// <summary>No livestream or recording.</summary>
    NoLivestream,

    /// <summary>Another room or time.</summary>
    OtherRoomOrTime,

    /// <summary>A document is handed in.</summary>
    Documents,

    /// <summary>A check is finished: SAF, DBS, INS or EVT.</summary>
    FinishCheck,
}

/// <summary>When a condition must be met.</summary>
public enum ConditionTiming
{
    /// <summary>Before the booking is confirmed.</summary>
    Before,

    /// <summary>At the event; it lets the booking be confirmed once the signatory accepts.</summary>
    AtTheEvent,
}

/// <summary>Where a condition stands.</summary>
public enum ConditionState
{
    /// <summary>Set; not yet met or accepted.</summary>
    Open,

    /// <summary>An at-the-event condition the signatory accepted.</summary>
    Accepted,

    /// <summary>A before-condition an officer found met.</summary>
    Met,

    /// <summary>Kept at the event.</summary>
    Kept,

    /// <summary>Not kept at the event.</summary>
    Broken,

    /// <summary>A review took it away.</summary>
    Lifted,
}

/// <summary>A condition of an approval, with its reason, owner and due date.</summary>
public sealed class Condition
{
    private Condition() { }

    /// <summary>A new condition.</summary>
    /// <param name="id">Id.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="decisionId">The approval it belongs to.</param>
    /// <param name="facts">What it asks for.</param>
    /// <param name="setUtc">When it was set, if that was not with the approval.</param>
    public Condition(Guid id, Guid caseId, Guid decisionId, ConditionFacts facts, DateTime? setUtc = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (Id, CaseId, DecisionId, SetUtc) = (id, caseId, decisionId, setUtc);
        (Kind, Timing, Text, Reason, DueOn, Check) = (facts.Kind, facts.Timing, facts.Text, facts.Reason, facts.DueOn, facts.Check);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The decision that set it, or that it followed.</summary>
    public Guid DecisionId { get; private set; }

    /// <summary>When it was set; null when with its decision.</summary>
    public DateTime? SetUtc { get; private set; }

    /// <summary>What it asks for.</summary>
    public ConditionKind Kind { get; private set; }

    /// <summary>Before confirming, or at the event.</summary>
    public ConditionTiming Timing { get; private set; }

    /// <summary>The words the hirer reads.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Last day to meet it.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The check a FinishCheck condition waits for.</summary>
    public Checks.CheckCode? Check { get; private set; }

    /// <summary>Where it stands.</summary>
    public ConditionState State { get; private set; }

    /// <summary>Who moved it last.</summary>
    public Guid? ChangedById { get; private set; }

    /// <summary>When it last moved.</summary>
    public DateTime? ChangedUtc { get; private set; }

    /// <summary>True when nothing more is needed before the booking is confirmed.</summary>
    public bool LetsConfirm => State == ConditionState.Lifted || (Timing == ConditionTiming.Before ? State == ConditionState.Met : State != ConditionState.Open);

    /// <summary>Moves it.</summary>
    public void Become(ConditionState state, Guid byId, DateTime nowUtc) => (State, ChangedById, ChangedUtc) = (state, byId, nowUtc);
}

/// <summary>What an approver enters about a condition.</summary>
public sealed record ConditionFacts(ConditionKind Kind, ConditionTiming Timing, string Text, string Reason, DateOnly DueOn, Checks.CheckCode? Check);

/// <summary>Something asked of the group, and its answer: N2.</summary>
public sealed class InformationRequest
{
    private InformationRequest() { }

    /// <summary>A new request.</summary>
    public InformationRequest(Guid id, Guid caseId, CaseState returnsTo, IReadOnlyList<SectionQuestion> asked, string question, Guid askedById, DateOnly dueOn, DateTime nowUtc)
    {
        (Id, CaseId, ReturnsTo, Asked, Question) = (id, caseId, returnsTo, asked, question);
        (AskedById, DueOn, AskedUtc) = (askedById, dueOn, nowUtc);
    }

    /// <summary>A new request about a grant.</summary>
    public InformationRequest(Guid id, Guid caseId, CaseState returnsTo, IReadOnlyList<Grants.GrantQuestion> asked, string question, Guid askedById, DateOnly dueOn, DateTime nowUtc)
        : this(id, caseId, returnsTo, Array.Empty<SectionQuestion>(), question, askedById, dueOn, nowUtc) => AskedOfGrant = asked;

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The state it was asked in.</summary>
    public CaseState ReturnsTo { get; private set; }

    /// <summary>Sections of the form it opens again, each with its question.</summary>
    public IReadOnlyList<SectionQuestion> Asked { get; private set; } = [];

    /// <summary>The same of a grant's form.</summary>
    public IReadOnlyList<Grants.GrantQuestion> AskedOfGrant { get; private set; } = [];

    /// <summary>A question that no section answers; empty when there is none.</summary>
    public string Question { get; private set; } = "";

    /// <summary>Who asked.</summary>
    public Guid AskedById { get; private set; }

    /// <summary>When asked.</summary>
    public DateTime AskedUtc { get; private set; }

    /// <summary>Last day for the answer. ◆ 10 wd.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The answer; null while open.</summary>
    public string? Answer { get; private set; }

    /// <summary>Everything asked, one question a line.</summary>
    public IReadOnlyList<string> Questions =>
        [.. Asked.Select(one => $"{SectionQuestions.Name(one.Section)}: {one.Question}"),
         .. AskedOfGrant.Select(one => $"{Grants.GrantWords.Name(one.Section)}: {one.Question}"), .. Question.Length > 0 ? [Question] : Array.Empty<string>()];

    /// <summary>Who answered.</summary>
    public Guid? AnsweredById { get; private set; }

    /// <summary>When answered.</summary>
    public DateTime? AnsweredUtc { get; private set; }

    /// <summary>Records the answer once.</summary>
    public void Reply(string answer, Guid byId, DateTime nowUtc) => (Answer, AnsweredById, AnsweredUtc) = (answer, byId, nowUtc);
}

/// <summary>A line officers leave for each other. Never a belief, an opinion of a person or a child's name.</summary>
public sealed class CaseNote
{
    private CaseNote() { }

    /// <summary>A new note.</summary>
    public CaseNote(Guid id, Guid caseId, string text, Guid byId, DateTime nowUtc) =>
        (Id, CaseId, Text, ById, MadeUtc) = (id, caseId, text, byId, nowUtc);

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The note.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who.</summary>
    public Guid ById { get; private set; }

    /// <summary>When.</summary>
    public DateTime MadeUtc { get; private set; }
}
