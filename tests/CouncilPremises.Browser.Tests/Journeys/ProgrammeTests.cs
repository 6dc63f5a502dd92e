using CouncilPremises.Browser.Tests.Harness;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Time;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.Web.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CouncilPremises.Browser.Tests.Journeys;

/// <summary>The programme report with its charts, the delivery plan and the self-assessment, at a phone's and a desk's width, and a year begun by keyboard.</summary>
public class ProgrammeTests(Chromium chromium, ListeningCouncilWeb web) : IClassFixture<ListeningCouncilWeb>
{
    private const string Officer = "owen.prytherch@fallowmere.example";

    [Fact]
    public async Task ProgrammePages_ByKeyboard_AreAccessible()
    {
        var database = new CouncilDatabase(web);
        var team = await GrantTeam.AddAsync(database);
        var round = await A.Round().AddAsync(database);
        GrantAnswers Wide(GrantAnswers answers) => answers with { Project = answers.Project with { Wards = ["Quay", "Market", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"] } };
        var grant = await A.Grant().In(round).Answering(Wide).ActiveAsync(database, team);
        await grant.ReleaseAsync(1, team.OtherFinance);
        await grant.SendReportAsync(1, Money.Pounds(1_500), Money.Pounds(800));
        await grant.AcceptReportAsync(1, team.Officer);

        await using var officer = await chromium.VisitorAsync(web.Address, javaScript: true);
        await officer.SignInAsync(Officer);
        foreach (var page in new[]
        {
            "/funds", "/funds/programme", $"/funds/programme?fund={round.Fund.Id}", $"/funds/{round.Fund.Id}", $"/funds/{round.Fund.Id}/edit",
            $"/funds/{round.Fund.Id}/coverage", "/funds/self-assessment/criteria", "/funds/self-assessment/criteria/new", $"/funds/self-assessment/criteria/{StartingCriteria.All()[0].Id}",
        })
            await officer.GoAsync(page);
        await officer.GoAsync("/funds/self-assessment");
        await officer.PressAsync($"Begin the self-assessment of {FinancialYear.Of(database.Time.Today)}");
        (await officer.MainTextAsync()).ShouldContain("Being written");
        await officer.ChooseBoxAsync("[name='Input.Findings[0].Level'][value='3']");
        await officer.FillBoxAsync("[name='Input.Findings[0].Evidence']", "Shown by the survey of March and the notes of four meetings.");
        await officer.PressAsync("Save and come back");
        (await officer.MainTextAsync()).ShouldContain("What you wrote is kept.");
        officer.LeftNoComplaints();
    }
}
