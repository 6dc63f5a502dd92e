using System.Net;
using CouncilPremises.Web.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Hire;

/// <summary>The safeguarding lead confirms the group's checks on a page that has no box for more.</summary>
[Trait("Rule", "DBS")]
public sealed class DbsTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    [Fact]
    public async Task Dbs_MoreThanTheLawAllows_IsRefusedAndTheRightOneIsNoted()
    {
        using var carys = await Applicant.SignInAsync(web, Applicant.Carys);
        await carys.StartAsync();
        await carys.AnswerAsync("safety", ("Input.PeopleAtRisk.Care", "GroupsCare"), ("Input.PeopleAtRisk.InOurCare", "Under18"),
            ("Input.PeopleAtRisk.Roles[0].Name", "Maud Ferrier"), ("Input.PeopleAtRisk.Roles[0].Does", "Helps at the summer party"),
            ("Input.PeopleAtRisk.Roles[0].Role", "ChildrenSometimes"), ("act", "continue"));
        (await carys.OpenAsync("dbs")).Text.ShouldContain("The safeguarding lead of your group confirms DBS checks.");

        using var hazel = await Applicant.SignInAsync(web, Applicant.Hazel);
        (string, string)[] check =
        [
            ("Input.Person", "Maud Ferrier"), ("Input.Workforce", "Child"), ("Input.CertificateNumber", "001234569012"), ("Input.IsConfirmed", "true"),
            ("Input.IssuedOn.Day", "1"), ("Input.IssuedOn.Month", "12"), ("Input.IssuedOn.Year", "2025"),
        ];
        var refused = await hazel.Visit.PostFormAsync($"/hire/{carys.Reference}/dbs", [.. check, ("Input.Level", "EnhancedWithBarredList"), ("Input.BarredLists", "Children")]);
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors.ShouldHaveSingleItem().ShouldStartWith("The law does not allow more than an Enhanced check without a barred list");
        // Nothing but the person: what is missing is said, and nobody is accused of asking for too much
        var missing = await hazel.Visit.PostFormAsync($"/hire/{carys.Reference}/dbs", ("Input.Person", "Maud Ferrier"));
        missing.Errors.ShouldBe(["Choose the level of the check", "Choose the workforce of the check", "Enter the 12 digits of the certificate number. We keep only the last four",
            "Enter the date on the certificate", "Choose Confirmed or Not confirmed"], ignoreOrder: true);

        var noted = await hazel.Visit.PostFormAsync($"/hire/{carys.Reference}/dbs", [.. check, ("Input.Level", "Enhanced")]);
        noted.Text.ShouldContain("Counts until Friday 1 December 2028");
        noted.Document.DocumentElement.TextContent.ShouldNotContain("001234569012");
    }
}
