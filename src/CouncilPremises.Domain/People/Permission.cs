namespace CouncilPremises.Domain.People;

/// <summary>What a page or command asks for. Every endpoint names one or is on the short public list.</summary>
public enum Permission
{
    /// <summary>Be signed in: a group's own pages. Rows are limited by membership, not by this permission.</summary>
    UseAccount,

    /// <summary>See the work queue and open cases; the kinds of case follow from the roles.</summary>
    ReadCases,

    /// <summary>Record checks, ask for information, recommend; triage.</summary>
    WorkCases,

    /// <summary>Type applications for hirers who ring or write.</summary>
    TypeApplications,

    /// <summary>Decide cases. The workflow row and S1–S5 decide act by act.</summary>
    DecideCases,

    /// <summary>Order and countersign closures of premises with what is booked in them.</summary>
    CloseBookings,

    /// <summary>Decide reviews.</summary>
    DecideReviews,

    /// <summary>See what waits for a second person or a reviewer.</summary>
    ReadDuties,

    /// <summary>Record SAF and DBS checks.</summary>
    RecordSafeguarding,

    /// <summary>Answer consultations.</summary>
    AnswerConsultations,

    /// <summary>See and resolve possible list matches.</summary>
    ResolveHits,

    /// <summary>Read how often names are alerted on, and what became of it.</summary>
    ReadFairness,

    /// <summary>Import and inspect screening lists.</summary>
    ManageLists,

    /// <summary>Keep venues, spaces, opening hours and closures.</summary>
    ManagePremises,

    /// <summary>Enter elections and their areas.</summary>
    ManageElections,

    /// <summary>Invite staff and give roles.</summary>
    ManageUsers,

    /// <summary>See the numbered settings.</summary>
    ReadSettings,

    /// <summary>Propose and agree settings and texts; open applications to the public; import what the council had before.</summary>
    ManageSettings,

    /// <summary>Take the audit workbook.</summary>
    ExportAudit,

    /// <summary>See messages sent and send one again.</summary>
    ReadNotices,

    /// <summary>Read the words of letters and look at one with a case one may see.</summary>
    ReadLetters,

    /// <summary>Change the words of letters.</summary>
    ManageLetters,

    /// <summary>See the calendar of every venue with references.</summary>
    ReadCalendar,

    /// <summary>Open files of a case that no virus scanner has looked at.</summary>
    OpenUnscanned,

    /// <summary>See funds, rounds and grant cases.</summary>
    ReadGrants,

    /// <summary>Check and assess grant cases, ask for information, recommend.</summary>
    WorkGrants,

    /// <summary>Decide grant cases. The workflow row and S1–S5 decide act by act.</summary>
    DecideGrants,

    /// <summary>Set up funds and rounds, and let a group in late.</summary>
    ManageFunds,

    /// <summary>Verify bank details and release payments.</summary>
    PayGrants,
}

/// <summary>The one table from council roles to permissions. RULEBOOK 1.</summary>
public static class Permissions
{
    private static readonly Dictionary<Permission, Roles> Table = new()
    {
#pragma warning disable format // columns are kept in line so the table reads as one
        [Permission.ReadCases]           = Roles.CaseReaders | Roles.InformationOfficer,
        [Permission.WorkCases]           = Roles.FacilitiesOfficer | Roles.FacilitiesApprover | Roles.GrantOfficer | Roles.GrantApprover,
        [Permission.TypeApplications]    = Roles.FacilitiesOfficer | Roles.FacilitiesApprover | Roles.GrantOfficer | Roles.GrantApprover,
        [Permission.DecideCases]         = Roles.FacilitiesOfficer | Roles.FacilitiesApprover | Roles.GrantApprover | Roles.Director,
        [Permission.CloseBookings]       = Roles.FacilitiesApprover,
        [Permission.DecideReviews]       = Roles.Reviewer,
        [Permission.ReadDuties]          = Roles.FacilitiesApprover | Roles.GrantApprover | Roles.Reviewer,
        [Permission.RecordSafeguarding]  = Roles.SafeguardingOfficer,
        [Permission.AnswerConsultations] = Roles.PreventLead | Roles.SafeguardingOfficer | Roles.FacilitiesOfficer | Roles.FacilitiesApprover | Roles.GrantOfficer | Roles.GrantApprover,
        [Permission.ResolveHits]         = Roles.FacilitiesOfficer | Roles.FacilitiesApprover | Roles.GrantOfficer | Roles.GrantApprover,
        [Permission.ReadFairness]        = Roles.CaseReaders | Roles.InformationOfficer | Roles.Administrator,
        [Permission.ManageLists]         = Roles.Administrator,
        [Permission.ManagePremises]      = Roles.Administrator,
        [Permission.ManageElections]     = Roles.Administrator,
        [Permission.ManageUsers]         = Roles.Administrator,
        [Permission.ReadSettings]        = Roles.Administrator | Roles.Auditor,
        [Permission.ManageSettings]      = Roles.Administrator,
        [Permission.ExportAudit]         = Roles.Auditor,
        [Permission.ReadNotices]         = Roles.FacilitiesOfficer | Roles.FacilitiesApprover | Roles.Auditor,
        [Permission.ReadLetters]         = Roles.FacilitiesOfficer | Roles.FacilitiesApprover | Roles.Auditor | Roles.Administrator,
        [Permission.ManageLetters]       = Roles.Administrator,
        [Permission.ReadCalendar]        = Roles.HireStaff | Roles.Auditor,
        [Permission.OpenUnscanned]       = Roles.GrantApprover | Roles.FacilitiesApprover | Roles.InformationOfficer,
        [Permission.ReadGrants]          = Roles.GrantStaff | Roles.Auditor,
        [Permission.WorkGrants]          = Roles.GrantOfficer | Roles.GrantApprover,
        [Permission.DecideGrants]        = Roles.GrantApprover | Roles.Director,
        [Permission.ManageFunds]         = Roles.GrantOfficer | Roles.GrantApprover,
        [Permission.PayGrants]           = Roles.FinanceOfficer,
#pragma warning restore format
    };

    /// <summary>True when somebody holding these roles has the permission. <see cref="Permission.UseAccount"/> needs no role.</summary>
    public static bool Has(this Roles roles, Permission permission) =>
        permission == Permission.UseAccount || (Table[permission] & roles) != Roles.None;

    /// <summary>Every permission these roles give, for menus.</summary>
    public static IReadOnlyList<Permission> Of(Roles roles) =>
        [.. Enum.GetValues<Permission>().Where(permission => roles.Has(permission))];
}
