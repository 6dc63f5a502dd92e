using System.Net;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Grants;

/// <summary>A group applies for a grant through its pages, and follows what becomes of it.</summary>
public sealed class GrantApplicationTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private readonly CouncilDatabase database = new(web);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "S4")]
    public async Task Application_TypedByAnOfficer_IsFilledInForTheGroup()
    {
        var round = await A.Round().AddAsync(database);
        var group = await A.Group().WithThreeOfficeHolders().AddAsync(database);
        using var grace = await web.VisitAsync(await A.Person().Named("Grace Oyelaran").Staff(Roles.GrantOfficer).AddAsync(database));
        (await grace.GetAsync($"/typing?search={Uri.EscapeDataString(group.Organisation.Name)}")).Document.QuerySelector($"a[href='/typing/{group.Organisation.Id}']").ShouldNotBeNull();
        var start = await grace.GetAsync($"/typing/{group.Organisation.Id}");
        start.Text.ShouldNotContain("Hiring a room");
        (string, string)[] said = [("Input.HeardBy", "Telephone"), ("Input.Kind", "Typed"), ("Input.HasInterest", "false")];
        (await grace.PostFormAsync(start, [.. said, ("Input.About", "room")])).Errors.ShouldHaveSingleItem().ShouldBe("Choose what the application is about");
        var draft = await grace.PostFormAsync(start, [.. said, ("Input.About", round.Round.Slug)]);
        draft.Text.ShouldContain($"You type for {group.Organisation.Name}");
        var at = draft.Address.AbsolutePath;
        foreach (var (slug, answers) in GrantApplicant.Ordinary($"{round.Fund.Lines[0].Id}"))
            (await grace.PostFormAsync($"{at}/{slug}", [.. answers, ("act", "continue")])).Status.ShouldBe(HttpStatusCode.OK, slug);
        (await grace.GetAsync(at + "/sign")).Document.QuerySelector("[name='Input.Agrees']").ShouldBeNull("nobody signs here in the group's name");
        (await grace.PostFormAsync(at + "/check")).Heading.ShouldBe("Application sent");
        (await grace.GetAsync($"/cases/{at.Split('/')[^1]}")).Text.ShouldContain("You typed this application, so a colleague must decide it.");
    }

    [Fact]
    [Trait("Rule", "G1")]
    [Trait("Rule", "DEC")]
    [Trait("Rule", "N1")]
    public async Task Journey_FromARoundToSent_IsSavedPageByPageAndSentOnce()
    {
        var round = await A.Round().AddAsync(database);
        var group = await A.Group().WithThreeOfficeHolders().AddAsync(database);
        using var alex = await web.VisitAsync(group.Lead);
        (await alex.GetAsync($"/grants/{round.Round.Slug}")).Document.QuerySelector($"a[href='/grants/{round.Round.Slug}/apply']").ShouldNotBeNull();
        (await alex.GetAsync("/account")).Text.ShouldContain("Apply for a grant");
        var home = await alex.PostFormAsync($"/grants/{round.Round.Slug}/apply");
        var at = home.Address.AbsolutePath;
        at.ShouldStartWith("/grants/applications/GR-2026-");
        var reference = at.Split('/')[^1];
        home.Text.ShouldContain("Not sent yet");
        (await alex.PostFormAsync($"/grants/{round.Round.Slug}/apply")).Address.AbsolutePath.ShouldBe(at, "it goes on with what it began");

        var unsent = await alex.PostFormAsync(at + "/check");
        unsent.Status.ShouldBe(HttpStatusCode.BadRequest);
        unsent.Document.QuerySelector($"a[href='{at}/budget?from=check']")!.TextContent.ShouldBe("Add the first line of your budget");
        unsent.Text.ShouldNotContain("under the delivery plan");

        foreach (var (slug, answers) in GrantApplicant.Ordinary($"{round.Fund.Lines[0].Id}"))
        {
            var empty = await alex.PostFormAsync($"{at}/{slug}", [.. answers.Select(answer => (answer.Item1, "")), ("act", "continue")]);
            empty.Status.ShouldBe(HttpStatusCode.BadRequest, slug);
            empty.Errors.ShouldNotBeEmpty(slug);
            var next = await alex.PostFormAsync($"{at}/{slug}", [.. answers, ("act", "continue")]);
            next.Status.ShouldBe(HttpStatusCode.OK, $"{slug}: {string.Join(" ", next.Errors)}");
        }

        (await alex.GetAsync(at)).Text.ShouldContain("Your lines ask for £3,000: as much as the grant you ask for.");
        var signed = await alex.PostFormAsync(at + "/sign", ("Input.Agrees", "true"), ("Input.Name", "Alex Morgan"), ("Input.Role", "Chair"));
        signed.Heading.ShouldBe("Check your answers");
        signed.Text.ShouldContain("From 0 to 1,120.5 by Saturday 31 October 2026");
        signed.Text.ShouldNotContain("Before you can send it:");
        var sent = await alex.PostFormAsync(signed);
        sent.Heading.ShouldBe("Application sent");
        (await alex.PostFormAsync(signed)).Address.AbsolutePath.ShouldBe(at + "/sent", "a second click sends nothing more");
        var followed = await alex.GetAsync(at);
        followed.Text.ShouldContain("Received");
        followed.Text.ShouldContain("We decide on all applications of the round together by");
        (await alex.GetAsync("/account")).Text.ShouldContain("Open kitchen");
        (await CountAsync(db => db.GrantSubmissions.Where(s => db.Cases.Any(c => c.Id == s.CaseId && c.OrganisationId == group.Organisation.Id)))).ShouldBe(1);
        (await CountAsync(db => db.OutboxMessages.Where(m => m.ThreadKey == reference))).ShouldBe(2, "one letter each to the lead contact and to the contact the application names");
    }

    [Fact]
    [Trait("Rule", "Roles")]
    public async Task Pages_OfAnotherGroupOrWithoutTheRole_AreNotFoundOrForbidden()
    {
        var grant = await A.Grant().DraftAsync(database);
        var at = $"/grants/applications/{grant.Reference}";
        string[] pages = ["check", .. GrantApplicant.Ordinary("").Select(page => page.Slug)];
        using var stranger = await web.VisitAsync((await A.Group().Named("Fernley Bowls Club").AddAsync(database)).Lead);
        foreach (var page in pages.Append("sign").Append("sent").Append("withdraw").Append("review").Append("answer"))
            (await stranger.GetAsync($"{at}/{page}")).Status.ShouldBe(HttpStatusCode.NotFound, page);

        var member = await A.Person().Named("Marta Kowalska").AddAsync(database);
        await database.With<AppDbContext>(async db =>
        {
            var organisation = await db.Organisations.Include(o => o.Memberships).SingleAsync(o => o.Id == grant.Group.Organisation.Id, Token);
            organisation.Join(member.Id, Roles.Signatory, database.Time.NowUtc);
            await db.SaveChangesAsync(Token);
        });
        using var marta = await web.VisitAsync(member);
        foreach (var page in pages)
            (await marta.GetAsync($"{at}/{page}")).Status.ShouldBe(HttpStatusCode.Forbidden, page);
        (await marta.CraftAsync(at + "/sign", at + "/need", ("Input.Need.Need", "Somebody else’s words"), ("act", "later"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await marta.CraftAsync(at + "/sign", at + "/check")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await BlockedAsync(grant, "Grant.SaveSection")).ShouldBe(1);
        (await grant.FileAsync(grant.Group.Lead)).Grant.Answers.Need.Need.ShouldStartWith("One in five");
        (await marta.GetAsync(at)).Text.ShouldContain("The lead contact of your group fills it in and sends it.");
        (await marta.GetAsync($"/grants/{grant.Round.Round.Slug}/apply")).Text.ShouldContain("Its lead contact applies.");
        (await marta.PostFormAsync(at + "/sign", ("Input.Agrees", "true"), ("Input.Name", "Marta Kowalska"), ("Input.Role", "Secretary"))).Address.AbsolutePath.ShouldBe(at, "whoever may not write goes on to the application");
    }

    [Fact]
    [Trait("Rule", "G1")]
    public async Task Apply_ByAPrivatePerson_SaysWhyNotAndStartsNothing()
    {
        var round = await A.Round().AddAsync(database);
        var person = await A.Group().Named("Alex Morgan").Individual().AddAsync(database);
        using var alex = await web.VisitAsync(person.Lead);
        var page = await alex.GetAsync($"/grants/{round.Round.Slug}/apply");
        page.Text.ShouldContain("Grants go to groups only, not to private persons.");
        page.Document.QuerySelector("main form").ShouldBeNull();
        var crafted = await alex.CraftAsync("/account/name", $"/grants/{round.Round.Slug}/apply", ("Input.OrganisationId", $"{person.Organisation.Id}"));
        crafted.Errors.ShouldHaveSingleItem().ShouldBe("Grants go to groups only.");
        (await CountAsync(db => db.Cases.Where(c => c.OrganisationId == person.Organisation.Id))).ShouldBe(0);
        (await alex.GetAsync("/grants/no-such-round/apply")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Rule", "G2")]
    public async Task Save_AfterTheRoundClosed_SaysSoAndWritesNothing()
    {
        var closes = CouncilTime.ToCivil(database.Time.NowUtc.AddMinutes(3));
        var round = await A.Round().Closing(closes with { Time = new TimeOnly(closes.Time.Hour, closes.Time.Minute) }).AddAsync(database);
        var grant = await A.Grant().In(round).DraftAsync(database);
        using var alex = await web.VisitAsync(grant.Group.Lead);
        var at = $"/grants/applications/{grant.Reference}";
        var (open, check) = (await alex.GetAsync(at + "/need"), await alex.GetAsync(at + "/check"));
        var before = (await grant.CaseAsync()).ChangedUtc;
        web.Clock.Advance(TimeSpan.FromMinutes(4));

        var late = await alex.PostFormAsync(open, ("Input.Need.Need", "Written too late"), ("act", "continue"));
        late.Status.ShouldBe(HttpStatusCode.BadRequest);
        late.Errors.ShouldHaveSingleItem().ShouldStartWith("This round closed on");
        late.Document.QuerySelector("#Input_Need_Need")!.TextContent.Trim().ShouldBe("Written too late");
        (await alex.PostFormAsync(check)).Errors.ShouldHaveSingleItem().ShouldStartWith("This round closed on");
        (await alex.GetAsync(at + "/need")).Address.AbsolutePath.ShouldBe(at);
        (await alex.GetAsync(at)).Text.ShouldContain("nothing more can be saved or sent");
        (await alex.GetAsync($"/grants/{round.Round.Slug}/apply")).Text.ShouldContain("This round closed on");
        (await grant.CaseAsync()).ChangedUtc.ShouldBe(before);
        (await grant.FileAsync(grant.Group.Lead)).Grant.Answers.Need.Need.ShouldStartWith("One in five");
        (await BlockedAsync(grant, "Grant.SaveSection")).ShouldBe(1);
        (await BlockedAsync(grant, "Grant.Submit")).ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "G6")]
    public async Task Answer_ToAQuestion_OpensOnlyWhatWasAsked()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().CheckedAsync(database, team);
        var (ask, version) = (new AskForClarification([new GrantQuestion(GrantSection.Outcomes, "Who counts the guests?")], null), await grant.VersionAsync());
        await MustAsync<Clarifications>(c => c.AskAsync(grant.Reference, ask, version, team.Officer, Token));
        using var alex = await web.VisitAsync(grant.Group.Lead);
        var at = $"/grants/applications/{grant.Reference}";
        (await alex.GetAsync(at)).Text.ShouldContain("We need something from you");
        var answer = await alex.GetAsync(at + "/answer");
        answer.Text.ShouldContain("Who counts the guests?");
        (await alex.PostFormAsync(answer, ("Input.Answer", "See there."))).Errors.ShouldHaveSingleItem().ShouldBe("Go over this part first: What it will achieve.");
        (await alex.GetAsync(at + "/need")).Address.AbsolutePath.ShouldBe(at, "that part is not open");

        var crafted = await alex.CraftAsync(at + "/outcomes", at + "/need", ("Input.Need.Need", "Changed by hand"), ("act", "continue"));
        crafted.Status.ShouldBe(HttpStatusCode.BadRequest);
        crafted.Errors.ShouldHaveSingleItem().ShouldStartWith("This part was sent and is not open.");
        (await BlockedAsync(grant, "Grant.SaveSection")).ShouldBe(1);

        (await alex.GetAsync(at + "/outcomes")).Text.ShouldContain("Who counts the guests?");
        (await alex.PostFormAsync(at + "/outcomes", ("Input.Outcomes.Items[0].Method", "The library counts."), ("act", "continue"))).Address.AbsolutePath.ShouldBe(at + "/answer");
        var done = await alex.PostFormAsync(at + "/answer", ("Input.Answer", "The library does."));
        done.Text.ShouldContain("Thank you: we have your answer.");
        var file = await grant.FileAsync(grant.Group.Lead);
        (file.SubmissionNumber, file.Grant.Answers.Outcomes.Items[0].Method).ShouldBe((2, "The library counts."));
        file.Grant.Answers.Need.Need.ShouldStartWith("One in five");
    }

    [Fact]
    [Trait("Rule", "D10")]
    [Trait("Rule", "N10")]
    public async Task Outcome_BeforeAndAfterItIsPublished_IsToldOnlyThen()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().ReadyAsync(database, team);
        using var alex = await web.VisitAsync(grant.Group.Lead);
        var at = $"/grants/applications/{grant.Reference}";
        var checkedBefore = (await alex.GetAsync(at)).Text;
        await grant.RecommendAsync(team.Officer, Ground.D10);
        await grant.StateNoInterestAsync(team.Approver);
        var text = "Eleven applications scored higher, and the money of this round ends before this one.";
        var input = new DeclineGrant(Ground.D10, text, "For the file: close to the line.", new Dictionary<string, string> { ["P2"] = text, ["P6"] = text }, true, await grant.VersionAsync());
        await MustAsync<GrantDecisions>(d => d.DeclineAsync(grant.Reference, input, team.Approver, Token));

        (await alex.GetAsync(at)).Text.ShouldBe(checkedBefore, "nothing of a decision shows");
        (await alex.GetAsync(at + "/review")).Address.AbsolutePath.ShouldBe(at);
        var back = await alex.PostFormAsync(at + "/withdraw");
        back.Errors.ShouldHaveSingleItem().ShouldStartWith("The outcomes of this round are being made ready");
        (await alex.GetAsync("/account")).Text.ShouldNotContain("Not awarded");

        await grant.PublishAsync(team.Officer);
        var told = await alex.GetAsync(at);
        told.Text.ShouldContain("Not awarded");
        told.Text.ShouldContain(text);
        told.Text.ShouldNotContain("close to the line");
        (await alex.PostFormAsync(at + "/review", ("Input.Reasons", ""))).Errors.ShouldHaveSingleItem().ShouldBe("Tell us what you think is wrong");
        (await alex.PostFormAsync(at + "/review", ("Input.Reasons", "You counted one ward twice, and our budget is smaller."))).Text.ShouldContain("Being reviewed");
    }

    [Fact]
    [Trait("Rule", "N14")]
    public async Task Award_Published_ShowsTheOfferAndAWithdrawnOneIsClosed()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().OfferedAsync(database, team);
        using var alex = await web.VisitAsync(grant.Group.Lead);
        var page = await alex.GetAsync($"/grants/applications/{grant.Reference}");
        page.Text.ShouldContain("Awarded");
        page.Text.ShouldContain("We offer you £4,800");

        var other = await A.Grant().SubmittedAsync(database);
        using var lead = await web.VisitAsync(other.Group.Lead);
        (await lead.PostFormAsync($"/grants/applications/{other.Reference}/withdraw")).Text.ShouldContain("You took the application back.");
        (await other.StateAsync()).ShouldBe(CaseState.Withdrawn);
    }

    private async Task MustAsync<TService>(Func<TService, Task<Outcome>> act)
        where TService : notnull
    {
        var outcome = await database.With<TService, Outcome>(act);
        outcome.Succeeded.ShouldBeTrue(string.Join(" ", outcome.Refusals.Select(refusal => refusal.Sentence)));
    }

    private Task<int> CountAsync<T>(Func<AppDbContext, IQueryable<T>> records) => database.With<AppDbContext, int>(db => records(db).CountAsync(Token));

    private Task<int> BlockedAsync(TestGrant grant, string action) =>
        database.With<AppDbContext, int>(db => db.AuditEntries.CountAsync(e => e.WasRefused && e.Action == action && db.Cases.Any(c => c.Id == e.CaseId && c.Reference == grant.Reference), Token));
}
