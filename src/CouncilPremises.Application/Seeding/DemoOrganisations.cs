using CouncilPremises.Application.Database;
using CouncilPremises.Application.People;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;

namespace CouncilPremises.Application.Seeding;

/// <summary>The thirty organisations of the demonstration council.</summary>
internal static class DemoOrganisations
{
    /// <summary>Adds them, with office-holders and members, to the save under way.</summary>
    public static void Enter(AppDbContext db, SeedFolder folder, IReadOnlyDictionary<string, AppUser> users, DateTime nowUtc)
    {
        foreach (var seed in folder.Organisations().Organisations)
        {
            var organisation = new Organisation(Guid.CreateVersion7(), seed.Kind, Facts(seed), nowUtc);
            foreach (var member in seed.Members)
                organisation.Join(users[member.Email].Id, member.Roles.Aggregate(Roles.None, (all, role) => all | role), nowUtc);
            db.Organisations.Add(organisation);
        }
    }

    private static OrganisationFacts Facts(OrganisationSeed seed) => new(
        seed.Type,
        seed.Name,
        seed.OtherNames,
        seed.CharityNumber,
        seed.CompanyNumber,
        string.Join('\n', seed.Address),
        seed.OfficeHolders);
}
