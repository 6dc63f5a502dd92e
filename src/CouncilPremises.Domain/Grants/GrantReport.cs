using CouncilPremises.Domain.Workflows;

namespace CouncilPremises.Domain.Grants;

/// <summary>Where a report stands. Stored as text.</summary>
public enum ReportState
{
    /// <summary>The group is to write it.</summary>
    Awaited,

    /// <summary>Sent; an officer reads it.</summary>
    Sent,

    /// <summary>Sent back with what is missing.</summary>
    Returned,

    /// <summary>Accepted: what it says counts.</summary>
    Accepted,
}

/// <summary>What can happen to a report.</summary>
public enum ReportAction
{
    /// <summary>The group sends it.</summary>
    Send,

    /// <summary>An officer accepts it.</summary>
    Accept,

    /// <summary>An officer sends it back.</summary>
    Return,
}

/// <summary>What a group reports: totals only, never people. RULEBOOK 4 G7. A null member is not answered yet.</summary>
public sealed record ReportContent
{
    /// <summary>What was done.</summary>
    public string? Done { get; init; }

    /// <summary>Each outcome of the application against its target.</summary>
    public ValueList<OutcomeActual> Outcomes { get; init; } = [];

    /// <summary>What the grant paid for on each line in this report's time.</summary>
    public ValueList<LineSpend> Spend { get; init; } = [];

    /// <summary>How many people, by group: shown suppressed when fewer than five.</summary>
    public ValueList<PeopleCount> Counts { get; init; } = [];

    /// <summary>What was learned.</summary>
    public string? Lessons { get; init; }

    /// <summary>True when other groups may read what was learned.</summary>
    public bool? MayShare { get; init; }

    /// <summary>What the grant paid for in this report's time.</summary>
    public Money Spent() => Spend.Aggregate(Money.Zero, (sum, line) => sum + (line.Spent ?? Money.Zero));
}

/// <summary>An outcome as it stands.</summary>
/// <param name="Number">Its place in the application, from 1.</param>
/// <param name="Actual">The number reached, in the indicator's unit.</param>
/// <param name="Comment">What explains it; may be empty.</param>
public sealed record OutcomeActual(int Number, decimal? Actual, string? Comment);

/// <summary>What the grant paid for on a line.</summary>
/// <param name="Line">Number of the award's line.</param>
/// <param name="Spent">How much, in this report's time; 0 when nothing.</param>
public sealed record LineSpend(int Line, Money? Spent);

/// <summary>How many people took part, by group.</summary>
/// <param name="What">Which group: "young people aged 11 to 17".</param>
/// <param name="People">How many.</param>
public sealed record PeopleCount(string What, int? People);

/// <summary>A report on a funded project: awaited, sent, and accepted or returned. RULEBOOK 4 G7, 6.</summary>
public sealed class GrantReport
{
    private GrantReport() { }

    /// <summary>One that is awaited.</summary>
    public GrantReport(Guid id, Guid caseId, ReportPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        (Id, CaseId, Number, From, Until, DueOn, IsFinal) = (id, caseId, period.Number, period.From, period.Until, period.DueOn, period.IsFinal);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case of the award.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>First day it is about.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day it is about, included.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>Last day to send it: 20◆ working days after its time.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>True for the one at the end of the project.</summary>
    public bool IsFinal { get; private set; }

    /// <summary>Where it stands. Only a workflow row changes it.</summary>
    public ReportState State { get; private set; }

    /// <summary>What it says, with gaps until it is sent.</summary>
    public ReportContent Content { get; private set; } = new();

    /// <summary>Who sent it last.</summary>
    public Guid? SentById { get; private set; }

    /// <summary>When it was last sent; null before.</summary>
    public DateTime? SentUtc { get; private set; }

    /// <summary>Who accepted or returned it.</summary>
    public Guid? ReadById { get; private set; }

    /// <summary>When.</summary>
    public DateTime? ReadUtc { get; private set; }

    /// <summary>What the group is to put right; null unless returned.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>True once it is accepted and the group agreed that other groups may read what it learned.</summary>
    public bool SharesLessons { get; private set; }

    /// <summary>Rises by one with every change, against lost updates.</summary>
    public int Version { get; private set; }

    /// <summary>True while the group may write.</summary>
    public bool IsWritable => State is ReportState.Awaited or ReportState.Returned;

    /// <summary>True when it stops payments: its last day to send has come, and it is not accepted. That day counts.</summary>
    public bool Blocks(DateOnly today) => State != ReportState.Accepted && today >= DueOn;

    /// <summary>True when the group is late: the last day to send is over and nothing lies with the council.</summary>
    public bool IsOverdue(DateOnly today) => IsWritable && today > DueOn;

    /// <summary>Keeps what was written so far, with gaps.</summary>
    public void Save(ReportContent content)
    {
        if (!IsWritable)
            throw new InvalidOperationException($"A report that is {State} does not change.");
        (Content, Version) = (content, Version + 1);
    }

    /// <summary>Takes the step a workflow row allowed.</summary>
    /// <param name="step">The step.</param>
    /// <param name="byId">Who acts.</param>
    /// <param name="returnReason">What is to be put right; with <see cref="ReportAction.Return"/> only.</param>
    /// <param name="nowUtc">Now.</param>
    public void Take(Step<ReportState, ReportAction> step, Guid byId, string? returnReason, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.From != State)
            throw new InvalidOperationException($"A step from {step.From} cannot be taken in {State}.");
        (State, Version) = (step.To, Version + 1);
        ReturnReason = step.Action == ReportAction.Return ? returnReason?.Trim() : null;
        if (step.Action == ReportAction.Send)
            (SentById, SentUtc, ReadById, ReadUtc) = (byId, nowUtc, null, null);
        else
            (ReadById, ReadUtc, SharesLessons) = (byId, nowUtc, step.Action == ReportAction.Accept && Content.MayShare == true);
    }

    /// <summary>Gives it another time and day, when the project's dates are varied and nothing has been sent.</summary>
    public void Reschedule(ReportPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        if (State != ReportState.Awaited)
            throw new InvalidOperationException($"A report that is {State} keeps its time.");
        (From, Until, DueOn, IsFinal, Version) = (period.From, period.Until, period.DueOn, period.IsFinal, Version + 1);
    }
}

/// <summary>The time a report is about, and when it is due.</summary>
/// <param name="Number">From 1.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, included.</param>
/// <param name="DueOn">Last day to send it.</param>
/// <param name="IsFinal">True for the one at the end of the project.</param>
public sealed record ReportPeriod(int Number, DateOnly From, DateOnly Until, DateOnly DueOn, bool IsFinal);
