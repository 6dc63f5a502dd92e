using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;

namespace CouncilPremises.Application.Organisations;

/// <summary>A group's home: its applications, what is to be done, and the organisations the person acts for.</summary>
public sealed record AccountHome(
    IReadOnlyList<ApplicationRow> Applications,
    IReadOnlyList<ThingToDo> ToDo,
    IReadOnlyList<OrganisationRow> Organisations,
    IReadOnlyList<string> Asked);

/// <summary>An application as its group sees it in a list.</summary>
public sealed record ApplicationRow(string Reference, string Title, string OrganisationName, CaseState State, DateTime? FirstEventUtc, DateOnly? DueOn)
{
    /// <summary>Hire or grant.</summary>
    public CaseKind Kind { get; init; }

    /// <summary>Where the group follows it.</summary>
    public string Path => $"{Kind.GroupPath()}/{Reference}";

    /// <summary>Status and next step in the group's words.</summary>
    public CaseGroupWords Words => CaseGroupWords.Of(State, Kind);
}

/// <summary>Something that waits for the person.</summary>
public sealed record ThingToDo(string Text, string Path, DateOnly? By);

/// <summary>An organisation the person acts for.</summary>
public sealed record OrganisationRow(Guid Id, string Name, HirerKind Kind, Roles Roles);

/// <summary>Everything about one organisation that its members see.</summary>
public sealed record OrganisationDetails(
    Guid Id,
    HirerKind Kind,
    OrganisationFacts Facts,
    int Version,
    Roles OwnRoles,
    IReadOnlyList<MemberRow> Members,
    IReadOnlyList<InvitationRow> Invited,
    IReadOnlyList<InvitationRow> Asking)
{
    /// <summary>How it asked to have letters besides e-mail; null when e-mail is enough.</summary>
    public string? LetterFormat { get; init; }

    /// <summary>True when the reader may change it.</summary>
    public bool CanChange => OwnRoles.HasFlag(Roles.LeadContact);
}

/// <summary>Somebody who acts for the organisation.</summary>
public sealed record MemberRow(Guid UserId, string FullName, string Email, Roles Roles, DateTime SinceUtc);

/// <summary>Somebody invited who has not answered, or somebody who asks to join.</summary>
public sealed record InvitationRow(Guid Id, string Name, string Email, Roles Roles, DateTime ExpiresUtc);
