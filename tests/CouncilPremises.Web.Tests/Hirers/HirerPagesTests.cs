using System.Net;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Web.Tests.Hire;
using CouncilPremises.Web.Tests.Hosting;
using CouncilPremises.Web.Tests.People;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Hirers;

/// <summary>Private people, candidates, callers and whoever stands behind an event, through the pages.</summary>
public sealed class HirerPagesTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private const string Desmond = "desmond.achterberg@desmond-achterberg.example";
    private const string Second = "aisha.kamara@fallowmere.example";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "B8"), Trait("Rule", "B9"), Trait("Rule", "DEC")]
    public async Task Individual_FamilyParty_NeverReadsOfAGroup()
    {
        using var desmond = await Applicant.SignInAsync(web, Desmond);
        await desmond.StartAsync("?room=saltmarsh-small-hall");
        await desmond.AnswerAllAsync("2026-07-16", "3pm", "5pm");
        foreach (var slug in new[] { "", "event", "when", "who", "speakers", "safety", "more", "contact", "sign", "check" })
            (await desmond.OpenAsync(slug)).Text.ShouldNotContain("group", Case.Insensitive, slug);
        if ((await desmond.OpenAsync("sign")).Document.QuerySelector("[name='Input.Agrees']") is not null)
            await desmond.AnswerAsync("sign", ("Input.Agrees", "true"), ("Input.Name", "Desmond Achterberg"));
        var sent = await desmond.Visit.PostFormAsync($"/hire/{desmond.Reference}/check");
        sent.Heading.ShouldBe("Application sent");
        sent.Text.ShouldNotContain("group", Case.Insensitive);
        (await desmond.OpenAsync("")).Text.ShouldNotContain("group", Case.Insensitive);

        using var officer = await web.VisitAsync(DemoPerson.Officer);
        await officer.PostFormAsync(await officer.GetAsync($"/cases/{desmond.Reference}"));
        var check = await officer.GetAsync($"/cases/{desmond.Reference}/checks/REG");
        check.Text.ShouldContain("Do not copy them, and write down no number.");
        check.Document.QuerySelectorAll("main form input[type=text], main form textarea").Select(box => box.GetAttribute("name")).ShouldNotContain("Evidence[Number]");
    }

    [Fact]
    [Trait("Rule", "T7"), Trait("Rule", "B12")]
    public async Task Election_EnteredByAnAdministrator_OpensTheQuestionOnItsDaysOnly()
    {
        using var administrator = await web.VisitAsync(DemoPerson.Administrator);
        var wrong = await administrator.PostFormAsync("/settings/elections/new", ("Input.Name", ""), ("Input.PollingDay.Day", "31"), ("Input.PollingDay.Month", "2"), ("Input.PollingDay.Year", "2026"));
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        var list = await administrator.PostFormAsync("/settings/elections/new", ("Input.Name", "Parish poll"),
            ("Input.FirstDay.Day", "1"), ("Input.FirstDay.Month", "9"), ("Input.FirstDay.Year", "2026"),
            ("Input.PollingDay.Day", "1"), ("Input.PollingDay.Month", "10"), ("Input.PollingDay.Year", "2026"), ("Input.Wards", "Saltmarsh"));
        list.Text.ShouldContain("Parish poll");
        (await administrator.GetAsync("/cases/HB-2026-00001")).Status.ShouldBe(HttpStatusCode.Forbidden, "administrators have no part in cases");

        using var carys = await Applicant.SignInAsync(web, Applicant.Carys);
        await carys.StartAsync("?room=saltmarsh-small-hall");
        await carys.AnswerAllAsync("2026-09-30", "3pm", "4.30pm");
        (await carys.OpenAsync("more")).Document.QuerySelector("[name='Input.Political.RightClaimed']").ShouldNotBeNull();
        (await carys.AnswerAsync("more", ("Input.Political.IsPolitical", "true"))).Errors.ShouldContain("Say whether a candidate claims a room for an election meeting");
        await carys.AnswerAsync("more", ("Input.Political.IsPolitical", "true"), ("Input.Political.RightClaimed", "true"), ("Input.Political.Candidate", "Ada Lee"), ("Input.Political.Agent", "Bo Kerr"));
        var check = await carys.OpenAsync("check");
        check.Text.ShouldContain("there is no hire fee");
        check.Text.ShouldContain("A person decides", Case.Insensitive);

        await carys.StartAsync("?room=saltmarsh-small-hall");
        await carys.AnswerAllAsync("2026-10-01", "3pm", "4.30pm");
        (await carys.OpenAsync("more")).Document.QuerySelector("[name='Input.Political.RightClaimed']").ShouldBeNull("polling day itself is outside the period");
    }

    [Fact]
    [Trait("Rule", "S4"), Trait("Rule", "S5"), Trait("Rule", "B2")]
    public async Task Caller_TypedByAnOfficer_GetsLettersByPostAndTheTypistMayNotDecide()
    {
        using var officer = await web.VisitAsync(DemoPerson.Officer);
        var start = await officer.PostFormAsync("/typing/new/Individual", ("Input.Name", "Mabel Orchard"), ("Input.Address", "9 Weir Lane\nFallowmere"));
        start.Heading.ShouldBe("Before you type");
        (await officer.PostFormAsync(start)).Errors.Count().ShouldBe(3);
        (await officer.PostFormAsync(start, ("Input.HeardBy", "Telephone"), ("Input.Kind", "Typed"), ("Input.HasInterest", "true"))).Errors.ShouldHaveSingleItem().ShouldContain("a colleague must type it");
        var draft = await officer.PostFormAsync(start, ("Input.HeardBy", "Telephone"), ("Input.Kind", "Typed"), ("Input.HasInterest", "false"));
        var reference = draft.Address.AbsolutePath.Split('/')[^1];
        draft.Text.ShouldContain("You type for Mabel Orchard");
        await TypeAllAsync(officer, reference);
        (await officer.PostFormAsync($"/hire/{reference}/check")).Heading.ShouldBe("Application sent");

        var letters = await officer.GetAsync("/notices?delivery=ToPost");
        letters.Text.ShouldContain("9 Weir Lane");
        var letterId = await web.With<AppDbContext, Guid>(db => db.OutboxMessages.Where(m => m.ThreadKey == reference && m.Notice == NoticeCode.N1).Select(m => m.Id).SingleAsync(Token));
        (await officer.GetAsync($"/notices/{letterId}")).Text.ShouldContain("Mabel Orchard 9 Weir Lane Fallowmere");
        (await officer.PostFormAsync($"/notices/{letterId}")).Address.AbsolutePath.ShouldBe("/notices");
        (await officer.GetAsync($"/notices?reference={reference}&delivery=Posted")).Text.ShouldContain("1 message");

        var theCase = await officer.GetAsync($"/cases/{reference}");
        theCase.Text.ShouldContain("typed the applicant's own words, from the telephone");
        theCase.Text.ShouldContain("You typed this application, so a colleague must decide it.");
        await officer.PostFormAsync($"/cases/{reference}/interest", ("HasInterest", "false"));
        (await officer.PostFormAsync($"/cases/{reference}/paper-declaration", ("Input.Name", "Mabel Orchard"), ("Input.SignedOn.Day", "11"), ("Input.SignedOn.Month", "1"), ("Input.SignedOn.Year", "2026"), ("Input.SawOriginal", "true")))
            .Address.AbsolutePath.ShouldBe($"/cases/{reference}", StringCompareShould.IgnoreCase);
        await officer.PostFormAsync($"/cases/{reference}/checks/REG", ("Evidence[NameSeen]", "Yes"), ("Evidence[AddressSeen]", "Yes"), ("Evidence[SeenOn]", "2026-01-12"), ("Outcome", "Clear"));

        // A crafted approval, whatever the buttons say
        (await officer.GetAsync($"/cases/{reference}/approve")).Text.ShouldContain("You cannot approve it now");
        var crafted = await officer.CraftAsync("/team", $"/cases/{reference}/approve", ("NoProhibitedReason", "true"), ("SeenVersion", await VersionAsync(reference)));
        crafted.Status.ShouldBe(HttpStatusCode.BadRequest);
        crafted.Errors.ShouldContain("You typed or helped write this application, so a colleague must decide it.");
        (await RefusedAsync(reference, "Decision.Approve")).ShouldBe(1);

        using var helper = await web.VisitAsync(Second);
        await helper.PostFormAsync($"/cases/{reference}/interest", ("HasInterest", "false"));
        await helper.PostFormAsync($"/cases/{reference}/helped");
        (await helper.CraftAsync("/team", $"/cases/{reference}/checks/REG", ("SeenVersion", await VersionAsync(reference)), ("Evidence[NameSeen]", "Yes"), ("Evidence[AddressSeen]", "Yes"), ("Evidence[SeenOn]", "2026-01-12"), ("Outcome", "Clear")))
            .Errors.ShouldContain("You helped write this application, so a colleague must handle it.");
        (await RefusedAsync(reference, "Check.Record")).ShouldBe(1);
        (await helper.CraftAsync("/team", $"/cases/{reference}/approve", ("NoProhibitedReason", "true"), ("SeenVersion", await VersionAsync(reference)))).Status.ShouldBe(HttpStatusCode.BadRequest);

        // Nobody else's account sees the draft or the case as a hirer
        using var stranger = await web.VisitAsync(DemoPerson.GroupLead);
        (await stranger.GetAsync($"/hire/{reference}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Rule", "T9"), Trait("Rule", "DEC")]
    public async Task RealOrganiser_AtTheEndOfTheLink_SignsWithoutAnAccountAndOnlyOnce()
    {
        using var patricia = await Applicant.SignInAsync(web, Applicant.Patricia);
        await patricia.StartAsync("?room=saltmarsh-small-hall");
        await patricia.AnswerAllAsync("2026-08-20", "3pm", "4.30pm");
        await patricia.AnswerAsync("contact", ("Input.OnBehalf.ForAnother", "true"));
        await patricia.AnswerAsync("organiser", ("Input.OnBehalf.Who", "Mere Singers"), ("Input.OnBehalf.Role", "They sing"), ("Input.OnBehalf.IsPerson", "false"),
            ("Input.OnBehalf.OfficeHolders", "Ida Cole"), ("Input.OnBehalf.SecondOfficeHolder", "Max Berg"), ("Input.OnBehalf.Address", "1 Quay"),
            ("Input.OnBehalf.ContactName", "Ida Cole"), ("Input.OnBehalf.Email", "ida@mere-singers.example"), ("Input.OnBehalf.Phone", "01632 960124"));
        (await patricia.Visit.PostFormAsync($"/hire/{patricia.Reference}/check")).Text.ShouldContain("We sent Mere Singers a link");

        using var visitor = new Visit(web);
        var link = await web.NewestLinkAsync("ida@mere-singers.example");
        using (var answer = await visitor.Client.GetAsync(link, Token))
        {
            answer.Headers.GetValues("X-Robots-Tag").ShouldHaveSingleItem().ShouldStartWith("noindex");
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        }
        var page = await visitor.GetAsync(link);
        page.Document.QuerySelector("meta[name=robots]").ShouldNotBeNull();
        page.Text.ShouldContain("For Mere Singers, about this booking:");
        (await visitor.PostFormAsync(page)).Errors.Count().ShouldBe(4);
        var done = await visitor.PostFormAsync(page, ("Input.DetailsAreRight", "true"), ("Input.Agrees", "true"), ("Input.Name", "Ida Cole"), ("Input.Role", "Chair"));
        done.Text.ShouldContain("We have your answer");
        (await visitor.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/co-sign/nothing")).Status.ShouldBe(HttpStatusCode.NotFound);

        using var officer = await web.VisitAsync(DemoPerson.Officer);
        var theCase = await officer.GetAsync($"/cases/{patricia.Reference}");
        theCase.Text.ShouldContain("DEC Declaration of the real organiser");
        theCase.Text.ShouldContain("REG Registration of the real organiser");
        theCase.Text.ShouldContain("Ida Cole");
    }

    private static async Task TypeAllAsync(Visit officer, string reference)
    {
        async Task Answer(string slug, params (string, string)[] answers) =>
            (await officer.PostFormAsync($"/hire/{reference}/{slug}", answers)).Status.ShouldBe(HttpStatusCode.OK, slug);
        var room = (await officer.GetAsync($"/hire/{reference}/when")).Document.QuerySelectorAll("option").First(o => o.TextContent.Contains("Saltmarsh Road Community Centre: Small Hall", StringComparison.Ordinal)).GetAttribute("value")!;
        await Answer("event", ("Input.Event.Title", "Ninetieth birthday"), ("Input.Event.Category", "Celebration"), ("Input.Event.Description", "Tea and cake with family and neighbours, with a few songs at the piano."));
        await Answer("when", ("Input.When.SpaceId", room), ("Input.When.FirstDay.Day", "6"), ("Input.When.FirstDay.Month", "8"), ("Input.When.FirstDay.Year", "2026"), ("Input.When.Start", "2pm"), ("Input.When.End", "4pm"), ("Input.When.Recurrence", "Once"));
        await Answer("who", ("Input.Attendance.People", "20"), ("Input.Audience.Kind", "Invited"), ("Input.Audience.Advertised", "false"), ("Input.Audience.Ticketed", "false"));
        await Answer("speakers", ("Input.Speakers.Kind", "None"));
        await Answer("safety", ("Input.PeopleAtRisk.Care", "None"));
        await Answer("more", ("Input.MoneyRaised.RaisesMoney", "false"), ("Input.Recording.Livestream", "false"), ("Input.Recording.Recorded", "false"),
            ("Input.Political.IsPolitical", "false"), ("Input.Separation.IsSeparated", "false"), ("Input.Past.RefusedElsewhere", "false"));
        await Answer("contact", ("Input.Contact.Name", "Mabel Orchard"), ("Input.Contact.NoEmail", "true"), ("Input.Contact.Phone", "01632 960 001"), ("Input.Contact.Over18", "true"),
            ("Input.OnBehalf.ForAnother", "false"), ("Input.OnBehalf.SubLetting", "false"), ("Input.Insurance.VenueCover", "true"));
    }

    private async Task<string> VersionAsync(string reference) =>
        $"{await web.With<AppDbContext, int>(db => db.Cases.Where(c => c.Reference == reference).Select(c => c.Version).SingleAsync(Token))}";

    private Task<int> RefusedAsync(string reference, string action) => web.With<AppDbContext, int>(db =>
        db.AuditEntries.CountAsync(e => e.WasRefused && e.Action == action && db.Cases.Any(c => c.Id == e.CaseId && c.Reference == reference), Token));
}
