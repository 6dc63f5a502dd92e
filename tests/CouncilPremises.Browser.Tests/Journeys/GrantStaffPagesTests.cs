using CouncilPremises.Application.Database;
using CouncilPremises.Browser.Tests.Harness;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Browser.Tests.Journeys;

/// <summary>Every page on which grant staff work on an application, at a phone's and a desk's width, and a score given by keyboard.</summary>
public class GrantStaffPagesTests(Chromium chromium, ListeningCouncilWeb web) : IClassFixture<ListeningCouncilWeb>
{
    private const string Officer = "owen.prytherch@fallowmere.example";
    private const string Approver = "robert.ashdown@fallowmere.example";

    [Fact]
    public async Task GrantPages_ByKeyboard_AreAccessibleFromScoreToOutcome()
    {
        var database = new CouncilDatabase(web);
        var team = await GrantTeam.AddAsync(database) with { Officer = await DemoAsync(Officer), Approver = await DemoAsync(Approver) };
        var round = await A.Round().AddAsync(database);
        GrantAnswers Called(GrantAnswers answers) => answers with { Contact = answers.Contact with { Phone = "01632 960955" } };
        var open = await A.Grant().In(round).Answering(Called).CheckedAsync(database, team);
        var other = await A.Grant().In(round).Answering(Called).CheckedAsync(database, team);
        await open.StateNoInterestAsync(team.Second);
        await open.ScoreAsync(team.Second, 1);
        var ready = await A.Grant().In(round).ReadyAsync(database, team);
        await ready.RecommendAsync(team.Officer);
        var decided = await A.Grant().In(round).ReadyAsync(database, team);
        await decided.RecommendAsync(team.Officer);
        foreach (var one in new[] { ready, decided })
            await one.StateNoInterestAsync(team.Approver);
        await decided.AwardAsync(team.Approver);
        await open.StateNoInterestAsync(team.Approver);
        var at = $"/funds/{round.Fund.Id}/rounds/{round.Round.Slug}";

        await using var officer = await chromium.VisitorAsync(web.Address, javaScript: true);
        await officer.SignInAsync(Officer);
        foreach (var page in new[] { $"/cases/{open.Reference}", $"/cases/{open.Reference}/overlaps/{other.Reference}/Phone", $"/cases/{open.Reference}/clarify", $"/cases/{open.Reference}/community", "/work", $"{at}/outcomes" })
            await officer.GoAsync(page);
        await officer.GoAsync($"/cases/{open.Reference}/score");
        foreach (var criterion in AssessmentRules.Criteria)
        {
            await officer.ChooseBoxAsync($"[name='Scores[{criterion}].Score'][value='3']");
            await officer.FillBoxAsync($"[name='Scores[{criterion}].Justification']", "Shown on the third page, with figures.");
        }
        await officer.PressAsync("Give scores");
        (await officer.MainTextAsync()).ShouldContain("A gap for need is open.");

        await using var approver = await chromium.VisitorAsync(web.Address, javaScript: true);
        await approver.SignInAsync(Approver);
        await approver.GoAsync($"/cases/{open.Reference}/moderate");
        foreach (var page in new[] { $"/cases/{ready.Reference}", $"/cases/{ready.Reference}/award", $"/cases/{ready.Reference}/decline", $"{at}/ranking", $"{at}/ranking?cut=4800" })
            await approver.GoAsync(page);
        foreach (var visitor in new[] { officer, approver })
            visitor.LeftNoComplaints();
    }

    private Task<Actor> DemoAsync(string email) => web.With<AppDbContext, Actor>(db => db.Users.Where(u => u.Email == email).Select(u => new Actor(u.Id, u.StaffRoles)).SingleAsync(TestContext.Current.CancellationToken));
}
