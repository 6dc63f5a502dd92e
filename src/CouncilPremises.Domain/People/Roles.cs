namespace CouncilPremises.Domain.People;

/// <summary>Everything a person may be to a case: three group roles, the council's staff roles, and the system itself. RULEBOOK 1.</summary>
/// <remarks>One person may hold several; separation S1–S5 applies act by act, not role by role. Stored as text, so spelling is part of the schema.</remarks>
[Flags]
public enum Roles
{
    /// <summary>No role at all.</summary>
    None = 0,

    /// <summary>Group: drafts, submits, answers, withdraws, asks for a review. Own group only.</summary>
    LeadContact = 1 << 0,

    /// <summary>Group: signs the declaration and accepts conditions. 18 or over; trustee, director or committee officer.</summary>
    Signatory = 1 << 1,

    /// <summary>Group: gives DBS confirmations.</summary>
    SafeguardingLead = 1 << 2,

    /// <summary>Triage, record checks, recommend; approve Standard tier when all checks are Clear.</summary>
    FacilitiesOfficer = 1 << 3,

    /// <summary>Decide all other bookings; cancel.</summary>
    FacilitiesApprover = 1 << 4,

    /// <summary>Check and assess grants.</summary>
    GrantOfficer = 1 << 5,

    /// <summary>Decide grants.</summary>
    GrantApprover = 1 << 6,

    /// <summary>Verify bank details, release payments.</summary>
    FinanceOfficer = 1 << 7,

    /// <summary>See certificates; record SAF and safeguarding consultations.</summary>
    SafeguardingOfficer = 1 << 8,

    /// <summary>Records advice; decides nothing.</summary>
    PreventLead = 1 << 9,

    /// <summary>Decides reviews; no earlier part in the case.</summary>
    Reviewer = 1 << 10,

    /// <summary>Subject access, marking, holds, retention, partner notices.</summary>
    InformationOfficer = 1 << 11,

    /// <summary>Reads all and exports; changes nothing.</summary>
    Auditor = 1 << 12,

    /// <summary>Users, settings, texts, lists, election dates; no case access.</summary>
    Administrator = 1 << 13,

    /// <summary>Decides D9; signs closures of a service.</summary>
    Director = 1 << 14,

    /// <summary>Timers and derived moves. Never refuses, cancels or suspends.</summary>
    System = 1 << 15,

    /// <summary>All three group roles, as held by the one person a small group may have.</summary>
    AnyGroupRole = LeadContact | Signatory | SafeguardingLead,

    /// <summary>The roles that work on hire cases.</summary>
    HireStaff = FacilitiesOfficer | FacilitiesApprover | SafeguardingOfficer | PreventLead | Reviewer | Director,

    /// <summary>The roles that work on grant cases.</summary>
    GrantStaff = GrantOfficer | GrantApprover | FinanceOfficer | SafeguardingOfficer | PreventLead | Reviewer | Director,

    /// <summary>The roles that work on hire cases or read them all.</summary>
    CaseReaders = HireStaff | Auditor,
}
