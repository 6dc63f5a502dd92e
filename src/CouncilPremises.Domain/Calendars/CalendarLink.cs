namespace CouncilPremises.Domain.Calendars;

/// <summary>What a feed shows.</summary>
public enum FeedScope
{
    /// <summary>Bookings of one group.</summary>
    Organisation,

    /// <summary>Bookings of one space and its parts.</summary>
    Space,

    /// <summary>Bookings of one venue.</summary>
    Venue,
}

/// <summary>A secret, revocable address of a calendar feed; only its hash is kept.</summary>
public sealed class CalendarLink
{
    private CalendarLink() { }

    /// <summary>A new link.</summary>
    public CalendarLink(Guid id, FeedScope scope, Guid scopeId, string secretHash, Guid createdById, DateTime nowUtc) =>
        (Id, Scope, ScopeId, SecretHash, CreatedById, CreatedUtc) = (id, scope, scopeId, secretHash, createdById, nowUtc);

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Group, room or venue.</summary>
    public FeedScope Scope { get; private set; }

    /// <summary>Which one.</summary>
    public Guid ScopeId { get; private set; }

    /// <summary>SHA-256 of the secret, hexadecimal.</summary>
    public string SecretHash { get; private set; } = "";

    /// <summary>Who made it.</summary>
    public Guid CreatedById { get; private set; }

    /// <summary>When.</summary>
    public DateTime CreatedUtc { get; private set; }

    /// <summary>When revoked; null while it works.</summary>
    public DateTime? RevokedUtc { get; private set; }

    /// <summary>Stops it working.</summary>
    public void Revoke(DateTime nowUtc) => RevokedUtc ??= nowUtc;
}
