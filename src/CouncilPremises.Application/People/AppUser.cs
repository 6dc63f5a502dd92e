using CouncilPremises.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace CouncilPremises.Application.People;

/// <summary>Somebody who can sign in: group people and council staff alike.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    /// <summary>The name shown to others and on decisions.</summary>
    public string FullName { get; set; } = "";

    /// <summary>Council roles; none for group people.</summary>
    public Roles StaffRoles { get; set; }

    /// <summary>Job title shown beside the name; null for group people.</summary>
    public string? JobTitle { get; set; }

    /// <summary>True once an administrator has ended the account; it stays for the record.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>First day of an absence, when the cover stands in; null when none is planned.</summary>
    public DateOnly? AwayFrom { get; set; }

    /// <summary>Last day of the absence, included.</summary>
    public DateOnly? AwayUntil { get; set; }

    /// <summary>The council that lends this officer; null for the council's own people. RULEBOOK 1, small teams.</summary>
    public string? GuestOf { get; set; }

    /// <summary>First day of the guest's stay.</summary>
    public DateOnly? GuestFrom { get; set; }

    /// <summary>Last day of the guest's stay, included; from the next day on the account lets nobody in.</summary>
    public DateOnly? GuestUntil { get; set; }

    /// <summary>True when the account lets somebody in on a day: not ended, and a guest's stay not over.</summary>
    public bool IsOpenOn(DateOnly day) => !IsDisabled && (GuestUntil is null || GuestUntil >= day);

    /// <summary>When the account was made.</summary>
    public DateTime CreatedUtc { get; set; }
}
