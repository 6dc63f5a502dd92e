using System.Net;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.Web.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Grants;

/// <summary>Deciding on pages: an award line by line, a refusal with its reasons, publishing in bulk, the ranking and overlaps; and every breach of separation by a crafted post.</summary>
public sealed class DecidePagesTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private static readonly string Sixty = new('a', 60);
    private readonly CouncilDatabase database = new(web);

    [Fact]
    [Trait("Rule", "S1"), Trait("Rule", "S5")]
    public async Task Award_OnItsPage_IsMadeByAnotherThanTheRecommenderLineByLine()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().ReadyAsync(database, team);
        var at = $"/cases/{grant.Reference}";
        await grant.StateNoInterestAsync(team.Approver);
        await grant.StateNoInterestAsync(team.OtherApprover);
        using var own = await web.VisitAsync(team.Approver);
        using var visit = await web.VisitAsync(team.OtherApprover);
        (await own.PostFormAsync($"{at}/recommend", ("Refuse", "false"), ("Text", Sixty))).Text.ShouldContain("You recommended, so a colleague decides (S1).");
        (await own.GetAsync($"{at}/award")).Text.ShouldContain("You cannot award it now");
        var crafted = await own.CraftAsync(at, $"{at}/award", ("Text", Sixty), ("PublicDescription", Sixty), ("NoProhibitedReason", "true"), ("SeenVersion", $"{await grant.VersionAsync()}"));
        crafted.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await web.RefusedAsync(grant.Reference, team.Approver, "S1")).ShouldBe(1, "a breach is refused and logged");

        var form = await visit.GetAsync($"{at}/award");
        form.Text.ShouldContain("£50,000 before, £45,200 after");
        var counted = await visit.PostFormAsync(form, ("Amounts[2]", "1000.50"), ("Act", "count"), ("Text", "Half a reason"));
        counted.Text.ShouldContain("Together: £4,000.50 of £4,800 asked");
        counted.Document.QuerySelector("textarea[name=Text]")!.TextContent.ShouldContain("Half a reason");
        var wrong = await visit.PostFormAsync(counted, ("Amounts[1]", "lots"), ("PublicDescription", "Write to alex@fernley.example about it"));
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.Errors.ShouldBe(["Line 1: enter what the grant pays, such as 120 or 120.50, or 0 for nothing."]);
        wrong.Document.QuerySelector("input[name='Amounts[1]']")!.GetAttribute("value").ShouldBe("lots");
        var more = await visit.PostFormAsync(wrong, ("Amounts[1]", "3000.01"));
        more.Errors.ShouldContain("Line 1 can get nothing up to what was asked for it.");
        more.Errors.ShouldContain("Take the e-mail address out: the description is published.");
        var row = await visit.PostFormAsync(more, ("Act", "add"));
        var awarded = await visit.PostFormAsync(row, ("Amounts[1]", "3000"), ("Text", Sixty), ("PublicDescription", "Suppers that bring neighbours of four wards together."), ("NoProhibitedReason", "true"),
            ("Conditions[0].Text", "Send the constitution."), ("Conditions[0].Reason", "It is from 2019."), ("Conditions[0].Kind", "Documents"), ("Conditions[0].Timing", "Before"),
            ("Conditions[0].DueOn.Day", "1"), ("Conditions[0].DueOn.Month", "3"), ("Conditions[0].DueOn.Year", "2026"));
        awarded.Text.ShouldContain("£4,800, awarded £4,000.50");
        awarded.Text.ShouldContain("before any money is paid: Send the constitution.");
        (await grant.StateAsync()).ShouldBe(CaseState.ApprovedWithConditions);
    }

    [Fact]
    [Trait("Rule", "D10")]
    public async Task Outcomes_PublishedTogether_TellEachGroupItsOwnAndNameTheOneThatFails()
    {
        var team = await GrantTeam.AddAsync(database);
        var round = await A.Round().AddAsync(database);
        var (declined, awarded, locked) = (await ReadyAsync(round, team, Ground.D10), await ReadyAsync(round, team, null), await ReadyAsync(round, team, null));
        using var approver = await web.VisitAsync(team.Approver);
        var at = $"/cases/{declined.Reference}/decline";
        var incomplete = await approver.PostFormAsync(at, ("Ground", "D10"), ("Text", Sixty), ("NoProhibitedReason", "true"));
        incomplete.Errors.Count().ShouldBe(2, "D10 asks P2 and P6 only");
        incomplete.Document.QuerySelectorAll(".govuk-error-summary a").ShouldAllBe(link => incomplete.Document.GetElementById(link.GetAttribute("href")!.TrimStart('#')) != null);
        (await approver.PostFormAsync(incomplete, ("Answers[P2]", Sixty), ("Answers[P6]", Sixty), ("InternalText", "Close to the line."))).Text.ShouldContain("Declined. The group reads why once");
        await awarded.AwardAsync(team.Approver);
        await locked.AwardAsync(team.Approver);

        var outcomes = $"/funds/{round.Fund.Id}/rounds/{round.Round.Slug}/outcomes";
        using var third = await web.VisitAsync(team.Third);
        foreach (var one in new[] { declined, awarded })
            await one.StateNoInterestAsync(team.Third);
        var all = await third.GetAsync($"{outcomes}?tick=true");
        all.Document.QuerySelectorAll("main input[name=case][checked]").Length.ShouldBe(3);
        (await third.PostFormAsync(outcomes)).Errors.ShouldBe(["Tick at least one application first."]);
        var told = await third.PostFormAsync(all);
        told.Text.ShouldContain($"Done: 2. {declined.Reference}, {awarded.Reference}");
        told.Text.ShouldContain($"Not done: 1. Nothing was changed in these: {locked.Reference}: Make your conflict-of-interest statement for this case first.");
        told.Text.ShouldContain("2 published, 1 decided and waiting");

        var ranking = await third.GetAsync($"/funds/{round.Fund.Id}/rounds/{round.Round.Slug}/ranking?cut=4800");
        ranking.Text.ShouldContain("What if there were£4,800");
        ranking.Text.ShouldContain("Declined: takes no money.");
        (await third.GetAsync($"/funds/{round.Fund.Id}/rounds/{round.Round.Slug}/ranking?cut=lots")).Status.ShouldBe(HttpStatusCode.BadRequest);
        using var csv = await third.Client.GetAsync($"/funds/{round.Fund.Id}/rounds/{round.Round.Slug}/ranking?handler=Csv", TestContext.Current.CancellationToken);
        csv.Content.Headers.ContentDisposition!.FileName.ShouldBe($"ranking-{round.Round.Slug}.csv");
        (await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n").Count(line => line.Contains("GR-", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public async Task Overlap_OnTheCasePage_IsDismissedWithAReason()
    {
        var team = await GrantTeam.AddAsync(database);
        GrantAnswers Called(GrantAnswers answers) => answers with { Contact = answers.Contact with { Phone = "01632 960955" } };
        var (one, other) = (await A.Grant().Answering(Called).CheckedAsync(database, team), await A.Grant().Answering(Called).CheckedAsync(database, team));
        using var visit = await web.VisitAsync(team.Officer);
        var page = await visit.GetAsync($"/cases/{one.Reference}");
        page.Text.ShouldContain("both give the telephone number 01632 960955.");
        var at = $"/cases/{one.Reference}/overlaps/{other.Reference}/Phone";
        (await visit.PostFormAsync($"/cases/{one.Reference}/recommend", ("Refuse", "false"), ("Text", Sixty))).Errors.Single().ShouldContain("say why it means nothing");
        (await visit.PostFormAsync(at, ("Reason", "No matter"))).Errors.ShouldBe(["Say in 20 to 2,000 characters why this means nothing."]);
        (await visit.PostFormAsync(at, ("Reason", "Both are called through the community centre."))).Text.ShouldContain("Dismissed by Grace Oyelaran: Both are called through");
        (await visit.GetAsync($"/cases/{one.Reference}/overlaps/{other.Reference}/Address")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visit.PostFormAsync($"/cases/{one.Reference}/recommend", ("Refuse", "false"), ("Text", Sixty))).Text.ShouldContain("Your recommendation is recorded.");
    }

    [Fact]
    [Trait("Rule", "S3"), Trait("Rule", "S5")]
    public async Task EveryGrantForm_SentBySomebodyWithAnInterest_IsRefusedAndLogged()
    {
        var team = await GrantTeam.AddAsync(database);
        // With every role, so that nothing but the interest stops them
        var me = await A.Person().Staff(Roles.GrantOfficer | Roles.GrantApprover | Roles.FinanceOfficer).AddAsync(database);
        using var visit = await web.VisitAsync(me);
        await RefusesAsync(await A.Grant().ReadyAsync(database, team), GrantForms.All);
        await RefusesAsync(await A.Grant().OfferedAsync(database, team), GrantForms.OfAnAward);
        var paid = await A.Grant().ActiveAsync(database, team);
        await paid.SendReportAsync(1, Money.Pounds(1_500), Money.Pounds(800));
        await RefusesAsync(paid, GrantForms.OfMoney);

        async Task RefusesAsync(TestGrant grant, IReadOnlyDictionary<string, (string Name, string Value)[]> forms)
        {
            await visit.PostFormAsync($"/cases/{grant.Reference}/interest", ("HasInterest", "true"), ("Interest", "My sister is the treasurer."));
            var (version, logged) = (await grant.VersionAsync(), 0);
            foreach (var (form, fields) in forms)
            {
                var (path, handler) = (form.Split('|')[0].Replace("{other}", "GR-2026-99999", StringComparison.Ordinal).Replace("{kind}", "Phone", StringComparison.Ordinal).Replace("{number:int}", "1", StringComparison.Ordinal), form.Split('|')[1]);
                var address = $"/cases/{grant.Reference}/{path}{(handler.Length > 0 ? "?handler=" + handler : "")}";
                var answer = await visit.CraftAsync("/work", address, [.. fields, ("SeenVersion", $"{version}")]);
                answer.Status.ShouldBe(HttpStatusCode.BadRequest, address);
                (await web.RefusedAsync(grant.Reference, me, "S3")).ShouldBe(++logged, $"{address}: {string.Join(" ", answer.Errors)}");
            }
            (await grant.VersionAsync()).ShouldBe(version);
        }
    }

    private async Task<TestGrant> ReadyAsync(TestRound round, GrantTeam team, Ground? refuseOn)
    {
        var grant = await A.Grant().In(round).ReadyAsync(database, team);
        await grant.RecommendAsync(team.Officer, refuseOn);
        await grant.StateNoInterestAsync(team.Approver);
        return grant;
    }
}
