namespace CouncilPremises.Domain.Policies;

/// <summary>What became of a proposal.</summary>
public enum ProposalState
{
    /// <summary>Another administrator is to agree.</summary>
    Open,

    /// <summary>Agreed: it is a policy of its own from its day on.</summary>
    Agreed,

    /// <summary>Taken back, or not agreed to.</summary>
    Closed,
}

/// <summary>A change of settings that one administrator proposes and another agrees to. RULEBOOK, head.</summary>
public sealed class PolicyProposal
{
    private static readonly Refusal Own = new("FourEyes", "You proposed this change, so another administrator must agree to it");
    private static readonly Refusal NotOpen = new(Refusal.ChangedCode, "This proposal has been settled already. Look at what is in force now");
    private static readonly Refusal TooLate = new("Effective", "The day it should begin is over. Close this proposal and propose it again with another day");

    private PolicyProposal() { }

    /// <summary>A new proposal.</summary>
    public PolicyProposal(Guid id, Policy settings, DateOnly effectiveFrom, string reason, Guid byId, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (Id, Settings, EffectiveFrom, Reason, ProposedById, ProposedUtc) = (id, settings, effectiveFrom, reason, byId, nowUtc);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Every setting as it is to be; its number is the one it gets when agreed.</summary>
    public Policy Settings { get; private set; } = Policy.Default;

    /// <summary>First day in force, included.</summary>
    public DateOnly EffectiveFrom { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who proposed it.</summary>
    public Guid ProposedById { get; private set; }

    /// <summary>When.</summary>
    public DateTime ProposedUtc { get; private set; }

    /// <summary>What became of it.</summary>
    public ProposalState State { get; private set; }

    /// <summary>Who agreed, or closed it.</summary>
    public Guid? SettledById { get; private set; }

    /// <summary>When.</summary>
    public DateTime? SettledUtc { get; private set; }

    /// <summary>Rises when it is settled, against two people at once.</summary>
    public int Version { get; private set; }

    /// <summary>A second administrator agrees; the day it begins may be today, not earlier.</summary>
    public Outcome Agree(Guid byId, DateTime nowUtc, DateOnly today)
    {
        if (State != ProposalState.Open)
            return Outcome.Refused(NotOpen);
        if (byId == ProposedById)
            return Outcome.Refused(Own);
        if (EffectiveFrom < today)
            return Outcome.Refused(TooLate);
        Settle(ProposalState.Agreed, byId, nowUtc);
        return Outcome.Ok();
    }

    /// <summary>Any administrator closes it: taken back, or not agreed to.</summary>
    public Outcome Close(Guid byId, DateTime nowUtc)
    {
        if (State != ProposalState.Open)
            return Outcome.Refused(NotOpen);
        Settle(ProposalState.Closed, byId, nowUtc);
        return Outcome.Ok();
    }

    private void Settle(ProposalState state, Guid byId, DateTime nowUtc) => (State, SettledById, SettledUtc, Version) = (state, byId, nowUtc, Version + 1);
}
