using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Databases;

namespace CouncilPremises.TestSupport.Building;

/// <summary>A hirer and the people who act for it.</summary>
/// <param name="Organisation">The record.</param>
/// <param name="Lead">Its lead contact, who holds every group role unless told otherwise.</param>
public sealed record TestGroup(Organisation Organisation, Actor Lead);

/// <summary>A hirer with one person in all group roles.</summary>
public sealed class GroupBuilder
{
    private static int number;
    private HirerKind kind = HirerKind.Group;
    private OrganisationType type = OrganisationType.RegisteredCharity;
    private string name = "Fernley Youth Trust";
    private bool third;
    private Roles leadRoles = Roles.AnyGroupRole;

    /// <summary>Legal name.</summary>
    public GroupBuilder Named(string legalName)
    {
        name = legalName;
        return this;
    }

    /// <summary>A club or society without a registration.</summary>
    public GroupBuilder Unregistered()
    {
        type = OrganisationType.UnincorporatedGroup;
        return this;
    }

    /// <summary>A council department or maintained school.</summary>
    public GroupBuilder InternalBody()
    {
        (kind, type) = (HirerKind.InternalBody, OrganisationType.InternalBody);
        return this;
    }

    /// <summary>A private person.</summary>
    public GroupBuilder Individual()
    {
        (kind, type) = (HirerKind.Individual, OrganisationType.Individual);
        return this;
    }

    /// <summary>With a third office-holder, as a grant asks for.</summary>
    public GroupBuilder WithThreeOfficeHolders()
    {
        third = true;
        return this;
    }

    /// <summary>Group roles of its first member.</summary>
    public GroupBuilder LedBy(Roles roles)
    {
        leadRoles = roles;
        return this;
    }

    /// <summary>Adds the hirer and its lead contact.</summary>
    public async Task<TestGroup> AddAsync(TestDatabase database)
    {
        var lead = await A.Person().Named("Alex Morgan").AddAsync(database);
        var mine = Interlocked.Increment(ref number);
        // Groups that apply for grants share nothing by chance: what two applications share is shown to people
        var (road, family) = third ? ($"{mine} Mill Lane", Family(mine)) : ("1 High Street", "");
        var isBody = type != OrganisationType.Individual;
        var facts = new OrganisationFacts(
            type, name, [], type == OrganisationType.RegisteredCharity ? $"{1_100_000 + mine}" : null, null, $"{road}, Fernley FN1 1AA",
            isBody ? [new OfficeHolderFacts($"Priya {family}Nandra", "Chair"), new OfficeHolderFacts($"Owen {family}Hughes", "Treasurer"), .. third ? [new OfficeHolderFacts($"Marta {family}Kowalska", "Secretary")] : Array.Empty<OfficeHolderFacts>()] : []);
        var organisation = new Organisation(Guid.CreateVersion7(), kind, facts, database.Time.NowUtc);
        organisation.Join(lead.Id, leadRoles, database.Time.NowUtc);
        await database.With<AppDbContext>(async db =>
        {
            db.Organisations.Add(organisation);
            await db.SaveChangesAsync();
        });
        return new TestGroup(organisation, lead);
    }

    // A middle name of its own for each group: "Bac", "Bad" …
    private static string Family(int of) => $"{(char)('A' + (of / 676 % 26))}{(char)('a' + (of / 26 % 26))}{(char)('a' + (of % 26))} ";
}
