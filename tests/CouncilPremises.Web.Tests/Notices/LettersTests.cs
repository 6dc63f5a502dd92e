using System.Net;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Notices;

/// <summary>The words of letters: an administrator changes them, staff look at one with a case they may see.</summary>
public class LettersTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private const string Officer = "daniel.whitlock@fallowmere.example";
    private const string Administrator = "admin.thorne@fallowmere.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Trait("Rule", "N4")]
    public async Task Change_LookedAtFirstThenUsed_IsTheNextVersionAndAudited()
    {
        using var visit = await web.VisitAsync(Administrator);
        var form = await visit.GetAsync("/letters/N4/change");
        var body = form.Document.QuerySelector("textarea")!.TextContent.Replace("We no longer keep a room for it.", "The room is free for others now.", StringComparison.Ordinal);

        var looked = await visit.PostFormAsync(form, ("Body", body), ("act", "look"));
        looked.Text.ShouldContain("Nothing has been changed yet.");
        looked.Text.ShouldContain("The room is free for others now.");
        looked.Text.ShouldContain("Fernley Youth Trust");
        (await web.With<AppDbContext, int>(db => db.NoticeTexts.CountAsync(Ct))).ShouldBe(0);

        var used = await visit.PostFormAsync(looked, ("Body", body), ("act", "save"));
        used.Text.ShouldContain("The new words of N4: closed because time ran out are in use from the next letter on.");
        used.Text.ShouldContain("Version 1");
        used.Text.ShouldContain("The words that come with the service");
        (await visit.GetAsync("/letters")).Text.ShouldContain("Version 1");

        var second = await visit.PostFormAsync(form, ("Body", body), ("act", "save"));
        second.Status.ShouldBe(HttpStatusCode.Conflict);
        (await web.With<AppDbContext, bool>(db => db.AuditEntries.AnyAsync(e => e.Action == "Notice.ChangeLetter" && !e.WasRefused, Ct))).ShouldBeTrue();
        (await web.With<AppDbContext, NoticeText>(db => db.NoticeTexts.SingleAsync(Ct))).Version.ShouldBe(1);
    }

    [Fact]
    public async Task Change_PlaceholderMissingOrUnknown_SaysWhichAndLosesNothing()
    {
        using var visit = await web.VisitAsync(Administrator);
        var page = await visit.PostFormAsync("/letters/N2/change", ("Subject", "{{reference}}"), ("Body", "Dear {{name}}\n\n{{gruop}} my own words"), ("act", "save"));
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldContain(error => error.Contains("does not say {{questions}}, which it must"));
        page.Errors.ShouldContain(error => error.Contains("names {{gruop}}, which is not a placeholder of N2"));
        page.Document.QuerySelector("textarea")!.TextContent.ShouldContain("my own words");
    }

    [Fact]
    public async Task Look_WithACase_ShowsItsOwnFactsAndAnUnknownOneIsSaid()
    {
        using var visit = await web.VisitAsync(Officer);
        var reference = (await visit.GetAsync("/notices")).Document.QuerySelector("tbody a")!.TextContent;
        var page = await visit.GetAsync($"/letters/N10?reference={reference}");
        page.Text.ShouldContain($"As {reference} would get it");
        page.Text.ShouldContain($"{reference}: our decision on your application");
        page.Document.QuerySelectorAll("a").ShouldNotContain(link => link.GetAttribute("href") == "/letters/N10/change");

        (await visit.GetAsync("/letters/N10?reference=HB-1999-00001")).Errors.ShouldHaveSingleItem().ShouldContain("no case with this reference");
        (await visit.GetAsync("/letters/N99")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Format_AskedFor_IsShownToStaffBesideTheMessageAndOnTheCase()
    {
        using var visit = await web.VisitAsync(Officer);
        var reference = (await visit.GetAsync("/notices")).Document.QuerySelector("tbody a")!.TextContent;
        var group = await web.With<AppDbContext, Guid>(db => db.Cases.Where(c => c.Reference == reference).Select(c => c.OrganisationId).SingleAsync(Ct));

        (await visit.PostFormAsync($"/organisation/{group}/letters", ("Format", new string('x', 201)))).Errors.ShouldHaveSingleItem().ShouldContain("200 characters");
        var saved = await visit.PostFormAsync($"/organisation/{group}/letters", ("Format", "large print, by post"));

        saved.Text.ShouldContain("By e-mail, and: large print, by post.");
        (await visit.GetAsync($"/notices?reference={reference}")).Text.ShouldContain("Also asked for: large print, by post");
        (await visit.GetAsync($"/cases/{reference}")).Text.ShouldContain("large print, by post: e-mail alone is not enough");
    }
}
