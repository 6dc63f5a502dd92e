using System.Net;
using CouncilPremises.Web.Tests.Hosting;
using CouncilPremises.Web.Tests.People;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Organisations;

/// <summary>A group's own pages: registering, changing, inviting; and that strangers find none of them.</summary>
public class OrganisationPagesTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private const string Chosen = "gravel lantern otter";

    [Fact, Trait("Rule", "B1")]
    public async Task New_MistakesThenRight_IsRegisteredAndChanged()
    {
        using var visit = await DemoPerson.SignInAsync(web, DemoPerson.GroupLead);
        var form = await visit.PostFormAsync("/organisation/new", ("Input.Type", "RegisteredCharity"));
        var wrong = await visit.PostFormAsync(form, ("Input.Name", "Otter Trust"), ("Input.Address", "1 High Street"));
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.Errors.ShouldBe(["Enter your charity number", "Enter two different office-holders, such as chair and treasurer"]);

        var saved = await visit.PostFormAsync(wrong, Right("7654321"));
        saved.Status.ShouldBe(HttpStatusCode.OK);
        saved.Heading.ShouldBe("Otter Trust");
        var again = await visit.PostFormAsync(form, [("Input.Name", "Otter Trust"), ("Input.Address", "1 High Street"), .. Right("7654321")]);
        again.Status.ShouldBe(HttpStatusCode.BadRequest);
        again.Document.QuerySelector("main a[href='/organisation/join?number=7654321']").ShouldNotBeNull();

        var change = await visit.GetAsync(saved.Address.AbsolutePath + "/change");
        (await visit.PostFormAsync(change, ("Input.Name", "Otter and Heron Trust"))).Heading.ShouldBe("Otter and Heron Trust");
        (await visit.PostFormAsync(change, ("Input.Name", "Lost update"))).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Pages_Stranger_AreNotFound()
    {
        using var owner = await DemoPerson.SignInAsync(web, DemoPerson.OtherLead);
        var home = await owner.GetAsync("/account");
        var path = home.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).First(href => href.StartsWith("/organisation/0", StringComparison.Ordinal));
        (await owner.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
        (await owner.GetAsync(path + "/people")).Status.ShouldBe(HttpStatusCode.OK);

        foreach (var email in new[] { DemoPerson.GroupLead, DemoPerson.Administrator })
        {
            using var stranger = await DemoPerson.SignInAsync(web, email);
            foreach (var page in new[] { path, path + "/change", path + "/people" })
                (await stranger.GetAsync(page)).Status.ShouldBe(HttpStatusCode.NotFound, $"{email} at {page}");
        }

        using var officer = await DemoPerson.SignInAsync(web, DemoPerson.Officer);
        (await officer.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
        (await officer.GetAsync(path + "/change")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Invitation_NewPerson_JoinsAndSeesTheGroupWithoutBeingItsLead()
    {
        const string Email = "new.signatory@example.org";
        using var lead = await DemoPerson.SignInAsync(web, DemoPerson.OtherLead);
        var home = await lead.GetAsync("/account");
        var path = home.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).First(href => href.StartsWith("/organisation/0", StringComparison.Ordinal));
        var none = await lead.PostFormAsync(path + "/people", ("Input.Email", Email));
        none.Errors.ShouldBe(["Choose at least one role"]);
        (await lead.PostFormAsync(none, ("Input.Email", Email), ("Input.Roles", "Signatory"))).Text.ShouldContain($"We have sent an invitation to {Email}.");

        using var joiner = new Visit(web);
        var link = await web.NewestLinkAsync(Email);
        var welcome = await joiner.PostFormAsync(link, ("Input.FullName", "New Signatory"), ("Input.Password", Chosen));
        welcome.Address.AbsolutePath.ShouldBe("/account");
        (await joiner.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
        (await joiner.GetAsync(path + "/change")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await joiner.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Users_Administrator_InvitesSomebodyWhoIsNoAdministrator()
    {
        const string Email = "new.officer@fallowmere.example";
        using var administrator = await DemoPerson.SignInAsync(web, DemoPerson.Administrator);
        (await administrator.PostFormAsync("/users/invite", ("Input.Email", Email), ("Input.Roles", "FacilitiesOfficer"))).Text.ShouldContain(Email);
        using var joiner = new Visit(web);
        await joiner.PostFormAsync(await web.NewestLinkAsync(Email), ("Input.FullName", "New Officer"), ("Input.Password", Chosen));
        (await joiner.GetAsync("/users")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await joiner.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);

        var users = await administrator.GetAsync("/users");
        users.Text.ShouldContain("New Officer");
        users.Status.ShouldBe(HttpStatusCode.OK);
    }

    private static (string, string)[] Right(string number) =>
    [
        ("Input.CharityNumber", number), ("Input.OfficeHolders[0].Name", "Ann Bell"), ("Input.OfficeHolders[0].Role", "Chair"),
        ("Input.OfficeHolders[1].Name", "Cy Dee"), ("Input.OfficeHolders[1].Role", "Treasurer"),
    ];
}
