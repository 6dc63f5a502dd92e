namespace CouncilPremises.Domain.People;

/// <summary>Who is acting. Passed to every service method; nothing is taken from ambient context.</summary>
/// <param name="Id">The user's id; <see cref="Guid.Empty"/> for the system.</param>
/// <param name="StaffRoles">The council roles the person holds; group roles depend on the organisation and are looked up with the case.</param>
public sealed record Actor(Guid Id, Roles StaffRoles)
{
    /// <summary>The system acting by itself: derived checks and timers. It never refuses, cancels or suspends.</summary>
    public static Actor System { get; } = new(Guid.Empty, Roles.System);

    /// <summary>Someone who is not signed in and sees only what is public.</summary>
    public static Actor Nobody { get; } = new(Guid.Empty, Roles.None);

    /// <summary>True for anybody with a council role; false for group people and the system.</summary>
    public bool IsStaff => (StaffRoles & ~Roles.System) != Roles.None;

    /// <summary>True when this actor holds at least one of the given council roles.</summary>
    public bool HasAny(Roles roles) => (StaffRoles & roles) != Roles.None;
}
