namespace CouncilPremises.Application.Seeding;

/// <summary>Somebody the sign-in page offers in demo mode.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Email">What to type.</param>
/// <param name="Role">Job title, or the group acted for.</param>
/// <param name="Note">What this person is good for trying.</param>
/// <param name="IsStaff">Council staff, or a member of a group.</param>
public sealed record DemoSignIn(string Name, string Email, string Role, string Note, bool IsStaff);

/// <summary>The people the sign-in page shows in demo mode, read once from the seed files.</summary>
public sealed class DemoSignIns(SeedFolder folder)
{
    private readonly Lazy<IReadOnlyList<DemoSignIn>> people = new(() => Read(folder));

    /// <summary>Staff first, one or more for each role, then group people.</summary>
    public IReadOnlyList<DemoSignIn> People => people.Value;

    /// <summary>The password everybody has.</summary>
    public string Password => folder.People().DemoPassword;

    private static List<DemoSignIn> Read(SeedFolder folder)
    {
        var file = folder.People();
        var organisations = folder.Organisations().Organisations;
        var staff = file.Staff.Where(person => person.OnSignInPage)
            .Select(person => new DemoSignIn(person.Name, person.Email, person.JobTitle, person.Note, IsStaff: true));
        var group = file.GroupPeople.Where(person => person.OnSignInPage).Select(person =>
        {
            var organisation = organisations.First(o => o.Members.Any(member => member.Email == person.Email));
            return new DemoSignIn(person.Name, person.Email, organisation.Name, organisation.Flavour, IsStaff: false);
        });
        return [.. staff, .. group];
    }
}
