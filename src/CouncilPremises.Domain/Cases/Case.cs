using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Timers;
using CouncilPremises.Domain.Workflows;

namespace CouncilPremises.Domain.Cases;

/// <summary>How a record is marked. RULEBOOK 9.</summary>
public enum Marking
{
    /// <summary>Everything.</summary>
    Official,

    /// <summary>Consultations, confirmed hits, D1 and D9 text, partner notices, DBS.</summary>
    OfficialSensitive,
}

/// <summary>One application on its way to a decision. Checks, hits, consultations, conditions, conflict statements, decisions,
/// information requests and notices hang on it, and every act on any of them raises <see cref="Version"/>, so that an approval
/// and a new hit cannot both succeed.</summary>
public sealed class Case
{
    private Case() { }

    /// <summary>A new draft.</summary>
    public Case(Guid id, CaseKind kind, string reference, Guid organisationId, Guid createdBy, int formVersion, int policyVersion, DateTime nowUtc)
    {
        (Id, Kind, Reference, OrganisationId, CreatedById) = (id, kind, reference, organisationId, createdBy);
        (FormVersion, PolicyVersion, CreatedUtc, ChangedUtc, LookAgainUtc) = (formVersion, policyVersion, nowUtc, nowUtc, nowUtc);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Hire or grant.</summary>
    public CaseKind Kind { get; private set; }

    /// <summary>What people quote: HB-2026-00123, GR-2026-00001.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>The hirer, or the group that asks for a grant.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>Who started it.</summary>
    public Guid CreatedById { get; private set; }

    /// <summary>True when officers type for the hirer, from the telephone or from paper. RULEBOOK 1 S4.</summary>
    public bool IsTyped { get; private set; }

    /// <summary>Where it stands. Only a workflow row changes it.</summary>
    public CaseState State { get; private set; }

    /// <summary>The state that a hold or a review interrupted; null in every other state.</summary>
    public CaseState? StateLeft { get; private set; }

    /// <summary>Standard or Enhanced, as last derived.</summary>
    public Tier Tier { get; private set; }

    /// <summary>The officer who works on it; null while unassigned.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>Who stands in for the owner.</summary>
    public Guid? CoverId { get; private set; }

    /// <summary>Marking shown on screen and export.</summary>
    public Marking Marking { get; private set; }

    /// <summary>Version of the questions asked.</summary>
    public int FormVersion { get; private set; }

    /// <summary>Number of the policy that rules triggers, tier and clocks: the one in force at submission.</summary>
    public int PolicyVersion { get; private set; }

    /// <summary>When started.</summary>
    public DateTime CreatedUtc { get; private set; }

    /// <summary>When first sent; null for a draft.</summary>
    public DateTime? SubmittedUtc { get; private set; }

    /// <summary>When it last moved to another state.</summary>
    public DateTime? StateSinceUtc { get; private set; }

    /// <summary>When anything on it last changed.</summary>
    public DateTime ChangedUtc { get; private set; }

    /// <summary>The day somebody must act by, as the clocks say; null when no clock runs.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Start of the first date still to come, for the queue's order.</summary>
    public DateTime? FirstEventUtc { get; private set; }

    /// <summary>What is late about it, as last derived, for the queue.</summary>
    public CaseAttention Attention { get; private set; }

    /// <summary>When the timers look at it next; null once nothing can come any more.</summary>
    public DateTime? LookAgainUtc { get; private set; }

    /// <summary>Rises with every act on the case or on anything that hangs on it.</summary>
    public int Version { get; private set; }

    /// <summary>Takes the step a workflow row allowed.</summary>
    public void Take(Step<CaseState, CaseAction> step, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.From != State)
            throw new InvalidOperationException($"A step from {step.From} cannot be taken in {State}.");
        if (step.To != step.From)
            StateLeft = step.To is CaseState.OnHold or CaseState.UnderReview ? step.From : null;
        State = step.To;
        StateSinceUtc = nowUtc;
        if (step.Action is CaseAction.Submit or CaseAction.Import)
            SubmittedUtc ??= nowUtc;
        Touch(nowUtc);
    }

    /// <summary>Raises the version because something that hangs on the case changed.</summary>
    public void Touch(DateTime nowUtc) => (Version, ChangedUtc) = (Version + 1, nowUtc);

    /// <summary>Records what the answers make of it.</summary>
    public void Derive(Tier tier, int policyVersion, DateTime? firstEventUtc) =>
        (Tier, PolicyVersion, FirstEventUtc) = (tier, policyVersion, firstEventUtc);

    /// <summary>Sets the day somebody must act by.</summary>
    public void Due(DateOnly? on) => DueOn = on;

    /// <summary>Sets what is late and when the timers look next. It changes nothing that a decision rests on, so the version stays.</summary>
    public void Watch(CaseAttention attention, DateTime? lookAgainUtc) => (Attention, LookAgainUtc) = (attention, lookAgainUtc);

    /// <summary>Gives the case to an officer, with somebody to cover.</summary>
    public void Assign(Guid? ownerId, Guid? coverId, DateTime nowUtc)
    {
        (OwnerId, CoverId) = (ownerId, coverId);
        Touch(nowUtc);
    }

    /// <summary>Notes that officers type for the hirer.</summary>
    public void MarkTyped() => IsTyped = true;

    /// <summary>Raises the marking; it never falls by itself.</summary>
    public void MarkSensitive() => Marking = Marking.OfficialSensitive;
}
