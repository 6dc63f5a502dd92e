using CouncilPremises.Domain.People;

namespace CouncilPremises.Domain.Cases;

/// <summary>Who at the council works on cases of a kind. RULEBOOK 1.</summary>
public static class CaseStaff
{
    /// <summary>Those who look at an application, record its checks and recommend.</summary>
    public static Roles Officers(this CaseKind kind) => kind switch
    {
        CaseKind.Hire => Roles.FacilitiesOfficer | Roles.FacilitiesApprover,
        CaseKind.Grant => Roles.GrantOfficer | Roles.GrantApprover,
    };

    /// <summary>Those who decide it.</summary>
    public static Roles Approvers(this CaseKind kind) => kind switch
    {
        CaseKind.Hire => Roles.FacilitiesApprover,
        CaseKind.Grant => Roles.GrantApprover,
    };

    /// <summary>Everybody who has a part in it; each states their interest first (S3).</summary>
    public static Roles Team(this CaseKind kind) => kind switch
    {
        CaseKind.Hire => Roles.HireStaff,
        CaseKind.Grant => Roles.GrantStaff,
    };

    /// <summary>Everybody who may read it once it was sent.</summary>
    public static Roles Readers(this CaseKind kind) => kind.Team() | Roles.Auditor | Roles.InformationOfficer;

    /// <summary>How an officer of this kind is called.</summary>
    public static string OfficerWords(this CaseKind kind) => kind switch
    {
        CaseKind.Hire => "facilities officer",
        CaseKind.Grant => "grant officer",
    };

    /// <summary>How an approver of this kind is called.</summary>
    public static string ApproverWords(this CaseKind kind) => kind switch
    {
        CaseKind.Hire => "facilities approver",
        CaseKind.Grant => "grant approver",
    };

    /// <summary>How whoever applies is called: a room is hired by others besides groups.</summary>
    public static string ApplicantWord(this CaseKind kind) => kind switch
    {
        CaseKind.Hire => "hirer",
        CaseKind.Grant => "group",
    };

    /// <summary>The address under which a group finds its applications of this kind.</summary>
    public static string GroupPath(this CaseKind kind) => kind switch
    {
        CaseKind.Hire => "/hire",
        CaseKind.Grant => "/grants/applications",
    };

    /// <summary>What the application is for, in a sentence: "work on hire cases".</summary>
    public static string Word(this CaseKind kind) => kind switch
    {
        CaseKind.Hire => "hire",
        CaseKind.Grant => "grant",
    };
}
