namespace CouncilPremises.Domain.Declarations;

/// <summary>A mailed link by which the real organiser of an event co-signs the declaration, without an account: T9. One purpose, one use, a short life.</summary>
public sealed class CoSignRequest
{
    /// <summary>Days a link works.</summary>
    public const int DaysOpen = 14;

    private CoSignRequest() { }

    /// <summary>A new link; only the hash of its secret is kept.</summary>
    public CoSignRequest(Guid id, Guid caseId, string organiser, string email, string secretHash, DateTime nowUtc)
    {
        (Id, CaseId, Organiser, Email, SecretHash) = (id, caseId, organiser, email, secretHash);
        (CreatedUtc, ExpiresUtc) = (nowUtc, nowUtc.AddDays(DaysOpen));
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Legal name of the organiser as the hirer gave it; when it changes, the link no longer fits.</summary>
    public string Organiser { get; private set; } = "";

    /// <summary>Where it was sent.</summary>
    public string Email { get; private set; } = "";

    /// <summary>SHA-256 of the secret, hexadecimal.</summary>
    public string SecretHash { get; private set; } = "";

    /// <summary>When it was sent.</summary>
    public DateTime CreatedUtc { get; private set; }

    /// <summary>From this instant it no longer works.</summary>
    public DateTime ExpiresUtc { get; private set; }

    /// <summary>When it was used or replaced; null while open.</summary>
    public DateTime? ClosedUtc { get; private set; }

    /// <summary>True while it can be used.</summary>
    public bool IsOpen(DateTime nowUtc) => ClosedUtc is null && nowUtc < ExpiresUtc;

    /// <summary>Used, or replaced by a newer one.</summary>
    public void Close(DateTime nowUtc) => ClosedUtc ??= nowUtc;
}
