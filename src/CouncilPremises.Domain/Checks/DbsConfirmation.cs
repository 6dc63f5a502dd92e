namespace CouncilPremises.Domain.Checks;

/// <summary>A confirmation that a DBS check was made. Never copies, contents, or whether anything was disclosed. RULEBOOK 5 DBS.</summary>
/// <remarks>There is no member that could hold what a certificate says: it cannot be entered because there is nowhere to put it.</remarks>
public sealed class DbsConfirmation
{
    private DbsConfirmation() { }

    /// <summary>A new confirmation.</summary>
    public DbsConfirmation(Guid id, Guid organisationId, DbsFacts facts, Guid confirmedById, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (Id, OrganisationId, ConfirmedById, ConfirmedUtc) = (id, organisationId, confirmedById, nowUtc);
        (PersonName, Role, Level, Workforce, BarredLists) = (facts.PersonName, facts.Role, facts.Level, facts.Workforce, facts.BarredLists);
        (MaskedNumber, IssuedOn, Method, IsConfirmed) = (facts.MaskedNumber, facts.IssuedOn, facts.Method, facts.IsConfirmed);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The organisation whose worker this is.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>Name.</summary>
    public string PersonName { get; private set; } = "";

    /// <summary>Role in the table.</summary>
    public DbsRole Role { get; private set; }

    /// <summary>Level of the check.</summary>
    public DbsLevel Level { get; private set; }

    /// <summary>Workforce.</summary>
    public DbsWorkforce Workforce { get; private set; }

    /// <summary>Barred lists covered.</summary>
    public BarredLists BarredLists { get; private set; }

    /// <summary>Certificate number with all but the last four digits masked.</summary>
    public string MaskedNumber { get; private set; } = "";

    /// <summary>Date of issue.</summary>
    public DateOnly IssuedOn { get; private set; }

    /// <summary>How it was confirmed.</summary>
    public DbsMethod Method { get; private set; }

    /// <summary>Confirmed or Not confirmed; nothing more.</summary>
    public bool IsConfirmed { get; private set; }

    /// <summary>Who confirmed.</summary>
    public Guid ConfirmedById { get; private set; }

    /// <summary>When.</summary>
    public DateTime ConfirmedUtc { get; private set; }

    /// <summary>When the person left the role; null while in it.</summary>
    public DateOnly? RoleEndedOn { get; private set; }

    /// <summary>Notes that the person left the role.</summary>
    public void EndRole(DateOnly on) => RoleEndedOn = on;
}

/// <summary>What is entered about a DBS check: exactly what may be stored.</summary>
public sealed record DbsFacts(
    string PersonName,
    DbsRole Role,
    DbsLevel Level,
    DbsWorkforce Workforce,
    BarredLists BarredLists,
    string MaskedNumber,
    DateOnly IssuedOn,
    DbsMethod Method,
    bool IsConfirmed);
