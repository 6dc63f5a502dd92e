using System.Net;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.Web.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Grants;

/// <summary>Scoring on pages: blind until one's own are given, gaps settled by a third, the cross-community finding, and asking the group.</summary>
public sealed class AssessPagesTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private const string Secret = "Heron-blue words that only the first assessor wrote.";
    private readonly CouncilDatabase database = new(web);

    private static (string, string)[] Scores(string score, string why) =>
        [.. AssessmentRules.Criteria.SelectMany(one => new[] { ($"Scores[{one}].Score", score), ($"Scores[{one}].Justification", why) })];

    [Fact]
    public async Task Scores_OnPages_AreBlindUntilOnesOwnAreGivenAndAGapIsSettledByAThird()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().CheckedAsync(database, team);
        await grant.StateNoInterestAsync(team.Second);
        await grant.StateNoInterestAsync(team.Third);
        var at = $"/cases/{grant.Reference}";
        using var first = await web.VisitAsync(team.Officer);
        using var second = await web.VisitAsync(team.Second);
        using var third = await web.VisitAsync(team.Third);

        var page = await first.GetAsync(at);
        page.Text.ShouldContain("Two people have to score it: 0 of 2 is in.");
        page.Text.ShouldContain("The cross-community test has no finding yet.");
        page.Text.ShouldContain("Nobody has recommended a decision yet.");
        page.Text.ShouldContain("Left of the fund£50,000 of £50,000");
        var half = await first.PostFormAsync($"{at}/score", [("Give", "true"), .. Scores("3", Secret).Skip(2)]);
        half.Status.ShouldBe(HttpStatusCode.BadRequest);
        half.Errors.ShouldContain("Choose a score from 0 to 4 for need.");
        half.Document.QuerySelector("textarea[name='Scores[Reach].Justification']")!.TextContent.ShouldContain("Heron-blue", customMessage: "nothing typed is lost");
        (await first.PostFormAsync($"{at}/score", Scores("3", Secret))).Text.ShouldContain("Nobody else sees them before you give them");
        (await second.GetAsync(at)).Document.DocumentElement.TextContent.ShouldNotContain("Heron-blue");
        (await first.PostFormAsync($"{at}/score", ("Give", "true"))).Text.ShouldContain("1 of 2 is in");

        foreach (var path in new[] { at, $"{at}/score", $"{at}/moderate" })
            foreach (var visit in new[] { second, third })
                (await visit.GetAsync(path)).Document.DocumentElement.OuterHtml.ShouldNotContain("Heron-blue", customMessage: $"{path} shows a score that may not be read yet");
        var given = await second.PostFormAsync($"{at}/score", [("Give", "true"), .. Scores("3", "What the application says supports this score.").Where(box => box.Item1 != "Scores[Reach].Score"), ("Scores[Reach].Score", "1")]);
        given.Text.ShouldContain("Heron-blue", customMessage: "now both are in");
        given.Text.ShouldContain("A gap for reach is open.");

        var own = await second.GetAsync($"{at}/moderate");
        own.Text.ShouldContain("You gave one of the two scores, so a third person settles the gap.");
        var crafted = await second.CraftAsync(at, $"{at}/moderate", ("criterion", "Reach"), ("Score", "2"), ("Reason", "I would rather have it so, and that is that."));
        crafted.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await web.RefusedAsync(grant.Reference, team.Second, "Moderation")).ShouldBe(1);
        (await third.PostFormAsync($"{at}/moderate", ("Score", "2"), ("Reason", "Four wards are named, two of them with letters."))).Text.ShouldNotContain("gap for reach");

        (await first.PostFormAsync($"{at}/community", ("Finding", "NotMet"), ("Reason", "Only members of one club may come, as the application says on its second page."))).Errors
            .ShouldContain("Not met needs an equality note of 50 to 2,000 characters: would another group be treated alike?");
        var found = await first.PostFormAsync($"{at}/community", ("Finding", "Met"), ("Reason", "Four schools and the football club take part, as the letters of support show."));
        found.Text.ShouldContain("Cross-community test (G5): Met");
        (await grant.StateAsync()).ShouldBe(CaseState.ReadyForDecision);

        // A new version outdates the scores
        var asked = await first.PostFormAsync($"{at}/clarify", ("Sections", "Need"));
        asked.Text.ShouldContain("Please tell us which published sources show the need here.");
        await AnswerAsync(grant);
        var again = await second.GetAsync(at);
        again.Text.ShouldContain("0 of 2 is in. Scores of an earlier version are kept and must be renewed.");
        again.Text.ShouldContain("version 1: outdated");
        again.Text.ShouldContain("Versions 1 and 2");
        again.Text.ShouldContain("The finding of the cross-community test is about version 1");
        (await second.GetAsync($"{at}/score")).Text.ShouldContain("You scored version 1.");
    }

    [Fact]
    public async Task GrantPages_ForEachRole_AreOpenToThoseWhoWorkOnGrants()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().ReadyAsync(database, team);
        var director = await A.Person().Named("Ada Director").Staff(Roles.Director).AddAsync(database);
        var facilities = await A.Person().Named("Finn Hall").Staff(Roles.FacilitiesApprover).AddAsync(database);
        var round = $"/funds/{grant.Round.Fund.Id}/rounds/{grant.Round.Round.Slug}";
        (Actor Who, string[] Works, string[] Decides, string[] Reads)[] people =
        [
            (team.Officer, ["200"], ["403"], ["200"]), (team.Approver, ["200"], ["200"], ["200"]), (director, ["403"], ["200"], ["200"]),
            (team.Finance, ["403"], ["403"], ["200"]), (team.Safeguarding, ["403"], ["403"], ["200"]), (facilities, ["403"], ["403"], ["403"]),
        ];
        foreach (var (who, works, decides, reads) in people)
        {
            using var visit = await web.VisitAsync(who);
            foreach (var (expected, pages) in new[] { (works[0], new[] { "score", "moderate", "community", "clarify" }), (decides[0], ["award", "decline"]) })
                foreach (var page in pages)
                    ((int)(await visit.GetAsync($"/cases/{grant.Reference}/{page}")).Status).ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(expected, $"{page} for {who.StaffRoles}");
            ((int)(await visit.GetAsync($"{round}/ranking")).Status).ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(reads[0], $"ranking for {who.StaffRoles}");
            ((int)(await visit.GetAsync($"{round}/outcomes")).Status).ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(works[0], $"outcomes for {who.StaffRoles}");
        }
        using var officer = await web.VisitAsync(team.Officer);
        foreach (var page in new[] { "approve", "approve-with-conditions", "ask", "refuse" })
            (await officer.GetAsync($"/cases/{grant.Reference}/{page}")).Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
    }

    private async Task AnswerAsync(TestGrant grant)
    {
        await database.With<Application.Grants.GrantDrafts>(async d => (await d.SaveAsync(grant.Reference, new Application.Grants.GrantPage(
            GrantSection.Need, a => a with { Need = a.Need with { Sources = "Residents' survey 2025, page 14, published by the council." } }), grant.Group.Lead, TestContext.Current.CancellationToken)).Refusals.ShouldBeEmpty());
        await database.With<Application.Grants.Clarifications>(async c => (await c.AnswerAsync(grant.Reference, null, grant.Group.Lead, TestContext.Current.CancellationToken)).Refusals.ShouldBeEmpty());
    }
}
