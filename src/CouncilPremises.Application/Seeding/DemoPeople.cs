using CouncilPremises.Application.Database;
using CouncilPremises.Application.People;
using CouncilPremises.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace CouncilPremises.Application.Seeding;

/// <summary>Council staff and group people of the demonstration council, with confirmed addresses and one password.</summary>
internal static class DemoPeople
{
    /// <summary>Adds them to the save under way and returns them by e-mail address.</summary>
    public static IReadOnlyDictionary<string, AppUser> Enter(AppDbContext db, SeedFolder folder, DateTime nowUtc)
    {
        var file = folder.People();
        var staff = file.Staff.Select(person => User(person.Name, person.Email, person.Phone, nowUtc, person.JobTitle, All(person.Roles)));
        var group = file.GroupPeople.Select(person => User(person.Name, person.Email, person.Phone, nowUtc, jobTitle: null, Roles.None));
        var users = staff.Concat(group).ToDictionary(user => user.Email!, StringComparer.OrdinalIgnoreCase);

        // Everybody has the same published password, so one hash serves: hashing sixty times would take seconds.
        var hash = new PasswordHasher<AppUser>().HashPassword(users.Values.First(), file.DemoPassword);
        foreach (var user in users.Values)
            user.PasswordHash = hash;
        db.Users.AddRange(users.Values);
        return users;
    }

    private static Roles All(IEnumerable<Roles> roles) => roles.Aggregate(Roles.None, (all, role) => all | role);

    private static AppUser User(string name, string email, string phone, DateTime nowUtc, string? jobTitle, Roles staffRoles) => new()
    {
        Id = Guid.CreateVersion7(),
        FullName = name,
        UserName = email,
        NormalizedUserName = email.ToUpperInvariant(),
        Email = email,
        NormalizedEmail = email.ToUpperInvariant(),
        EmailConfirmed = true,
        PhoneNumber = phone,
        SecurityStamp = Guid.CreateVersion7().ToString("N"),
        JobTitle = jobTitle,
        StaffRoles = staffRoles,
        CreatedUtc = nowUtc,
        LockoutEnabled = true,
    };
}
