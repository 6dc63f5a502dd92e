using System.Net;
using System.Net.Http.Headers;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Attachments;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Attachments;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Attachments;

/// <summary>Files of a case through HTTP: sent, listed, fetched and removed by its group; nothing for a stranger.</summary>
public class AttachmentPagesTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Group_AddsFetchesAndRemovesAFile_WithoutScript()
    {
        var (reference, email) = await DraftAsync();
        using var group = await web.VisitAsync(email);
        var address = $"/attachments/of/{reference}?purpose=Accounts&returnUrl=%2Fhire";
        var empty = await group.GetAsync(address);
        empty.Text.ShouldContain("No files yet.");
        empty.Document.QuerySelector("[name='Input.Purpose']")!.GetAttribute("value").ShouldBe("Accounts");
        empty.Document.QuerySelector(".govuk-back-link")!.GetAttribute("href").ShouldBe("/hire");
        (await group.GetAsync($"/attachments/of/{reference}?returnUrl=https%3A%2F%2Fevil.example")).Document.QuerySelector(".govuk-back-link")!.GetAttribute("href").ShouldBe($"/hire/{reference}");

        var wrong = await SendAsync(group, address, "Accounts <2025>", "../../x\u202Egnp.exe", SampleFiles.Pdf());
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.Errors.ShouldHaveSingleItem().ShouldStartWith("We cannot take a .exe file");
        wrong.Document.QuerySelector("[name='Input.Purpose']")!.GetAttribute("value").ShouldBe("Accounts <2025>", "nothing typed is lost");
        (await SendAsync(group, address, "", null, [])).Errors.Count().ShouldBe(2);
        (await SendAsync(group, address, "Photo", "a.pdf", SampleFiles.Pdf(bytes: (int)AttachmentRules.LargestFile + 1))).Errors.ShouldHaveSingleItem().ShouldContain("larger than 10 MB");

        var listed = await SendAsync(group, address, "Accounts <2025>", "../Cyfrifon tŷ.pdf", SampleFiles.Pdf());
        listed.Text.ShouldContain("“Accounts <2025>” was added.");
        listed.Text.ShouldContain("Cyfrifon tŷ.pdf (PDF, 26 bytes)");
        listed.Text.ShouldContain("Not scanned");
        var link = listed.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).First(href => href.StartsWith("/attachments/", StringComparison.Ordinal) && Guid.TryParse(href[13..], out _));
        using (var answer = await group.Client.GetAsync(link, Token))
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await answer.Content.ReadAsByteArrayAsync(Token)).ShouldBe(SampleFiles.Pdf());
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
            answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
            answer.Content.Headers.ContentDisposition.FileName!.Trim('"').ShouldBe($"{reference} Cyfrifon-t.pdf");
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldStartWith("default-src 'none'");
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        }

        foreach (var stranger in new[] { await StrangerAsync(reference), await web.SomebodyWhoIsAsync(Roles.Administrator), await web.SomebodyWhoIsAsync(Roles.FacilitiesOfficer) })
        {
            using var visit = await web.VisitAsync(stranger);
            foreach (var path in new[] { address, link, link + "/remove" })
                (await visit.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, $"{stranger} {path}");
        }

        var removed = await group.PostFormAsync(link + "/remove");
        removed.Text.ShouldContain("“Accounts <2025>” was removed.");
        removed.Text.ShouldContain("No files yet.");
        (await group.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await group.GetAsync(link + "/remove")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Officer_NotScanned_ReadsWhyAndAnApproverOpensIt()
    {
        using var officer = await web.VisitAsync(await web.SomebodyWhoIsAsync(Roles.FacilitiesOfficer));
        using var approver = await web.VisitAsync(await web.SomebodyWhoIsAsync(Roles.FacilitiesApprover));
        var database = new CouncilDatabase(web);
        var officerId = await web.With<AppDbContext, Guid>(async db => (await db.Users.ToListAsync(Token)).First(user => user.StaffRoles == Roles.FacilitiesOfficer).Id);
        var hire = await A.Hire().CheckingAsync(database, new Actor(officerId, Roles.FacilitiesOfficer));
        var address = $"/attachments/of/{hire.Reference}";
        var listed = await SendAsync(officer, address, "Letter that came by post", "scan.png", SampleFiles.Png());
        listed.Text.ShouldContain("This file was not scanned for viruses. Ask an approver or the information officer to open it.");
        var id = await web.With<AppDbContext, Guid>(db => db.Attachments.Where(a => a.Purpose == "Letter that came by post").Select(a => a.Id).SingleAsync(Token));
        var closed = await officer.GetAsync($"/attachments/{id}");
        closed.Status.ShouldBe(HttpStatusCode.Forbidden);
        closed.Heading.ShouldBe("This file cannot be opened");
        using (var opened = await approver.Client.GetAsync($"/attachments/{id}", Token))
            opened.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await approver.GetAsync(address)).Text.ShouldContain("state there that you have no interest in it");
        (await officer.PostFormAsync($"/attachments/{id}/remove", ("Reason", "no"))).Errors.ShouldHaveSingleItem().ShouldStartWith("Say why the file is removed");
        (await officer.PostFormAsync($"/attachments/{id}/remove", ("Reason", "It belongs to another case."))).Text.ShouldContain("Removed by");
    }

    private async Task<(string Reference, string Email)> DraftAsync()
    {
        var email = await web.SomebodyWhoIsAsync(Roles.LeadContact);
        var database = new CouncilDatabase(web);
        var group = await web.With<AppDbContext, TestGroup>(async db =>
        {
            var user = await db.Users.SingleAsync(one => one.Email == email, Token);
            var organisation = (await db.Organisations.Include(o => o.Memberships).ToListAsync(Token))
                .First(one => one.RolesOf(user.Id).HasFlag(Roles.LeadContact));
            return new TestGroup(organisation, new Actor(user.Id, Roles.None));
        });
        return ((await A.Hire().By(group).DraftAsync(database)).Reference, email);
    }

    private Task<string> StrangerAsync(string reference) => web.With<AppDbContext, string>(async db =>
    {
        var organisation = await db.Cases.Where(c => c.Reference == reference).Select(c => c.OrganisationId).SingleAsync(Token);
        var members = await db.Memberships.Where(m => m.OrganisationId == organisation).Select(m => m.UserId).ToListAsync(Token);
        var stranger = await db.Memberships.Where(m => !members.Contains(m.UserId)).Select(m => m.UserId).FirstAsync(Token);
        return (await db.Users.SingleAsync(user => user.Id == stranger, Token)).Email!;
    });

    private static async Task<WebPage> SendAsync(Visit visit, string address, string purpose, string? name, byte[] file)
    {
        var page = await visit.GetAsync(address);
        using var content = new MultipartFormDataContent();
        foreach (var entry in WebPage.Entries(page.FormWith(["Input.Purpose"])).Where(entry => entry.Key != "Input.Purpose"))
            content.Add(new StringContent(entry.Value), entry.Key);
        content.Add(new StringContent(purpose), "Input.Purpose");
        using var bytes = new ByteArrayContent(file);
        bytes.Headers.ContentType = new MediaTypeHeaderValue("text/html");
        if (name is not null)
            content.Add(bytes, "Input.File", name);
        using var answer = await visit.Client.PostAsync(new Uri(address, UriKind.Relative), content, Token);
        return answer.StatusCode == HttpStatusCode.Redirect
            ? await visit.GetAsync(answer.Headers.Location!.OriginalString)
            : await WebPage.ReadAsync(new Uri("https://localhost" + address), answer);
    }
}
