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

    /// <summary>When the account was made.</summary>
    public DateTime CreatedUtc { get; set; }
}
