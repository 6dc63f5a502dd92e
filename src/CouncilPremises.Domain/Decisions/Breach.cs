using CouncilPremises.Domain.Workflows;
using static CouncilPremises.Domain.Decisions.BreachAction;
using static CouncilPremises.Domain.Decisions.BreachState;
using static CouncilPremises.Domain.People.Roles;
using Row = CouncilPremises.Domain.Workflows.WorkflowRow<CouncilPremises.Domain.Decisions.BreachState, CouncilPremises.Domain.Decisions.BreachAction, CouncilPremises.Domain.Decisions.BreachFacts>;

namespace CouncilPremises.Domain.Decisions;

/// <summary>Where a breach of a hire stands.</summary>
public enum BreachState
{
    /// <summary>Somebody says so; the hirer is being heard.</summary>
    Alleged,

    /// <summary>An approver upheld it.</summary>
    Upheld,

    /// <summary>An approver found that it was none.</summary>
    NotUpheld,

    /// <summary>A reviewer set it aside.</summary>
    SetAside,
}

/// <summary>What can happen to it.</summary>
public enum BreachAction
{
    /// <summary>The hirer gives its side; the state stays.</summary>
    Answer,

    /// <summary>It was a breach.</summary>
    Uphold,

    /// <summary>It was none.</summary>
    Dismiss,

    /// <summary>A review sets it aside.</summary>
    SetAsideOnReview,
}

/// <summary>What the conditions ask about.</summary>
/// <param name="Answered">The hirer has answered.</param>
/// <param name="Heard">The hirer has answered, or its ten working days are over.</param>
/// <param name="NoInterest">The actor stated that they have no interest: S3.</param>
/// <param name="NotWriter">The actor did not write or type the application: S4.</param>
/// <param name="RaisedByAnother">Somebody other than the actor raised it.</param>
/// <param name="TookPart">The actor had an earlier part in the case.</param>
public sealed record BreachFacts(bool Answered, bool Heard, bool NoInterest, bool NotWriter, bool RaisedByAnother, bool TookPart);

/// <summary>A breach, row by row. Only an upheld one feeds D6. RULEBOOK 6.</summary>
public static class BreachWorkflow
{
    private static readonly Requirement<BreachFacts> NotAnswered =
        new("Answered", f => !f.Answered, "You have told us your side already.");
    private static readonly Requirement<BreachFacts> Heard =
        new("Heard", f => f.Heard, "The hirer has ten working days to give its side. Decide when it has answered or that time is over.");
    private static readonly Requirement<BreachFacts> NoInterest =
        new("S3", f => f.NoInterest, "Make your conflict-of-interest statement for this case first. A declared interest means a colleague must decide.");
    private static readonly Requirement<BreachFacts> NotWriter =
        new("S4", f => f.NotWriter, "You typed or helped write this application, so a colleague must decide.");
    private static readonly Requirement<BreachFacts> Another =
        new("S1", f => f.RaisedByAnother, "You raised this, so another approver must decide it.");
    private static readonly Requirement<BreachFacts> NoEarlierPart =
        new("Reviewer", f => !f.TookPart, "You had an earlier part in this case, so another reviewer must decide.");

    /// <summary>The table.</summary>
    public static WorkflowTable<BreachState, BreachAction, BreachFacts> Table { get; } = new(
    [
#pragma warning disable format // columns are kept in line so the table reads as one
        //      From     On                To         By                   If
        new Row(Alleged, Answer,           Alleged,   LeadContact,         NotAnswered),
        new Row(Alleged, Uphold,           Upheld,    FacilitiesApprover | GrantApprover, NoInterest, NotWriter, Another, Heard),
        new Row(Alleged, Dismiss,          NotUpheld, FacilitiesApprover | GrantApprover, NoInterest, NotWriter, Another),
        new Row(Upheld,  SetAsideOnReview, SetAside,  Reviewer,            NoInterest, NotWriter, NoEarlierPart),
#pragma warning restore format
    ]);
}

/// <summary>Something a hirer did against the terms of a hire: alleged, heard, decided. Live for 24 months from the day it was upheld.</summary>
public sealed class Breach
{
    /// <summary>Working days for the hirer's side. RULEBOOK 6.</summary>
    public const int HearWorkingDays = 10;

    /// <summary>Months an upheld breach counts. RULEBOOK 6.</summary>
    public const int LiveMonths = 24;

    private Breach() { }

    /// <summary>A new allegation.</summary>
    public Breach(Guid id, Guid organisationId, Guid caseId, DateOnly happenedOn, string evidence, Guid byId, DateTime nowUtc, DateOnly hearUntil)
    {
        (Id, OrganisationId, CaseId, HappenedOn, Evidence) = (id, organisationId, caseId, happenedOn, evidence);
        (RaisedById, RaisedUtc, HearUntil) = (byId, nowUtc, hearUntil);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The hirer.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>The booking.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The day of it.</summary>
    public DateOnly HappenedOn { get; private set; }

    /// <summary>What happened, who saw it, which term it breaks.</summary>
    public string Evidence { get; private set; } = "";

    /// <summary>Who raised it.</summary>
    public Guid RaisedById { get; private set; }

    /// <summary>When.</summary>
    public DateTime RaisedUtc { get; private set; }

    /// <summary>Last day for the hirer's side.</summary>
    public DateOnly HearUntil { get; private set; }

    /// <summary>Where it stands. Only a workflow row changes it.</summary>
    public BreachState State { get; private set; }

    /// <summary>The hirer's side.</summary>
    public string? HirersAnswer { get; private set; }

    /// <summary>When it came.</summary>
    public DateTime? AnsweredUtc { get; private set; }

    /// <summary>Why it was upheld or not.</summary>
    public string? Reasons { get; private set; }

    /// <summary>Who decided.</summary>
    public Guid? DecidedById { get; private set; }

    /// <summary>When.</summary>
    public DateTime? DecidedUtc { get; private set; }

    /// <summary>First day on which it no longer counts; null unless upheld.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>True while it may feed D6.</summary>
    public bool IsLive(DateOnly today) => State == BreachState.Upheld && today < ExpiresOn;

    /// <summary>The hirer's side.</summary>
    public void Reply(string answer, DateTime nowUtc) => (HirersAnswer, AnsweredUtc) = (answer, nowUtc);

    /// <summary>Takes the step a workflow row allowed.</summary>
    public void Take(Step<BreachState, BreachAction> step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.From != State)
            throw new InvalidOperationException($"A step from {step.From} cannot be taken in {State}.");
        State = step.To;
    }

    /// <summary>Records who decided and why; an upheld breach counts for 24 months.</summary>
    public void Decided(string reasons, Guid byId, DateTime nowUtc, DateOnly today)
    {
        (Reasons, DecidedById, DecidedUtc) = (reasons, byId, nowUtc);
        ExpiresOn = State == BreachState.Upheld ? today.AddMonths(LiveMonths) : null;
    }
}
