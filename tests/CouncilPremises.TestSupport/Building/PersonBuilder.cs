using CouncilPremises.Application.Database;
using CouncilPremises.Application.People;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Databases;

namespace CouncilPremises.TestSupport.Building;

/// <summary>Somebody who can sign in, with council roles when asked for.</summary>
public sealed class PersonBuilder
{
    private string name = "Sam Taylor";
    private Roles roles = Roles.None;

    /// <summary>Full name.</summary>
    public PersonBuilder Named(string fullName)
    {
        name = fullName;
        return this;
    }

    /// <summary>Council roles held.</summary>
    public PersonBuilder Staff(Roles staffRoles)
    {
        roles = staffRoles;
        return this;
    }

    /// <summary>Adds the person and returns them as the one who acts.</summary>
    public async Task<Actor> AddAsync(TestDatabase database)
    {
        var id = Guid.CreateVersion7();
        var email = $"{id:N}@example.org";
        await database.With<AppDbContext>(async db =>
        {
            db.Users.Add(new AppUser
            {
                Id = id,
                FullName = name,
                StaffRoles = roles,
                UserName = email,
                NormalizedUserName = email.ToUpperInvariant(),
                Email = email,
                NormalizedEmail = email.ToUpperInvariant(),
                EmailConfirmed = true,
                SecurityStamp = id.ToString("N"),
                CreatedUtc = database.Time.NowUtc,
            });
            await db.SaveChangesAsync();
        });
        return new Actor(id, roles);
    }
}
