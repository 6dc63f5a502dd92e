namespace CouncilPremises.Domain.Grants;

/// <summary>What the conditions of a grant case ask about besides those of every case, as loaded in the act's own transaction.
/// By default nothing holds, so that a fact nobody loaded stops the act.</summary>
public sealed record GrantFacts
{
    /// <summary>The round is open, or this organisation was let in late: <see cref="GrantRound.WhyClosed"/> says nothing.</summary>
    public bool RoundOpen { get; init; }

    /// <summary>Two people have scored the submission that stands, and every gap of 2 or more is moderated.</summary>
    public bool Assessed { get; init; }

    /// <summary>The amount to be awarded is more than one approver may decide alone.</summary>
    public bool AboveAuthority { get; init; }

    /// <summary>A first approval stands: nothing it rests on has changed since.</summary>
    public bool FirstApproved { get; init; }

    /// <summary>It is somebody else's than the actor's.</summary>
    public bool FirstApprovedByAnother { get; init; }

    /// <summary>What is left of the fund covers the amount, read under the fund's lock.</summary>
    public bool FundCovers { get; init; }

    /// <summary>The finding about the cross-community test is recorded, with its equality note when it is "not met". RULEBOOK 4 G5.</summary>
    public bool CommunityFound { get; init; }

    /// <summary>The ground given is D10, which needs no N9.</summary>
    public bool GroundIsD10 { get; init; }

    /// <summary>The outcome has been published: before that the group knows of nothing to review.</summary>
    public bool OutcomePublished { get; init; }

    /// <summary>The award is completed, terminated, lapsed or declined.</summary>
    public bool AwardEnded { get; init; }
}
