namespace CouncilPremises.Domain.Premises;

/// <summary>What holds a quarter-hour of a leaf space.</summary>
public enum ClaimOwner
{
    /// <summary>A date of an application, held or confirmed.</summary>
    Occurrence,

    /// <summary>A slot kept aside by the council while something is settled.</summary>
    Hold,

    /// <summary>A maintenance or other block.</summary>
    Block,
}

/// <summary>One leaf space for one UTC quarter-hour: the unique key that makes double booking impossible. RULEBOOK 3 B4.</summary>
/// <remarks>A space claims itself (its undivided remainder) and every space inside it.</remarks>
public sealed class Claim
{
    private Claim() { }

    /// <summary>A new claim.</summary>
    public Claim(Guid spaceId, int quarter, ClaimOwner owner, Guid ownerId, DateTime? expiresUtc) =>
        (SpaceId, Quarter, Owner, OwnerId, ExpiresUtc) = (spaceId, quarter, owner, ownerId, expiresUtc);

    /// <summary>The leaf space.</summary>
    public Guid SpaceId { get; private set; }

    /// <summary>UTC minutes since 1 January 1970 divided by 15.</summary>
    public int Quarter { get; private set; }

    /// <summary>What kind of thing holds it.</summary>
    public ClaimOwner Owner { get; private set; }

    /// <summary>The occurrence, hold or block.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>From this instant anybody may take it; null while it stands.</summary>
    public DateTime? ExpiresUtc { get; private set; }
}
