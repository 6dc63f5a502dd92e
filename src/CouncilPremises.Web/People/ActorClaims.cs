using System.Security.Claims;
using CouncilPremises.Application.People;
using CouncilPremises.Domain.People;

namespace CouncilPremises.Web.People;

/// <summary>What the session says about who is acting.</summary>
public static class ActorClaims
{
    internal const string Stamp = "stamp";
    private const string StaffRoles = "staff_roles";

    /// <summary>Who is acting, for every call of a service; <see cref="Actor.Nobody"/> when nobody has signed in.</summary>
    public static Actor ToActor(this ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.Identity is { IsAuthenticated: true } && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? new Actor(id, Enum.TryParse<Roles>(user.FindFirstValue(StaffRoles), out var roles) ? roles & ~Roles.System : Roles.None)
            : Actor.Nobody;
    }

    /// <summary>Whether a page or a link of this permission is for this person.</summary>
    public static bool Has(this ClaimsPrincipal user, Permission permission) =>
        user.ToActor() is var actor && actor != Actor.Nobody && actor.StaffRoles.Has(permission);

    internal static ClaimsPrincipal ToPrincipal(this SignedIn session) => new(new ClaimsIdentity(
    [
        new Claim(ClaimTypes.NameIdentifier, session.UserId.ToString()),
        new Claim(ClaimTypes.Name, session.FullName),
        new Claim(StaffRoles, session.StaffRoles.ToString()),
        new Claim(Stamp, session.Stamp),
    ], "session"));
}
