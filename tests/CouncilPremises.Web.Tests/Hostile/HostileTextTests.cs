using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ClosedXML.Excel;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Notices;
using CouncilPremises.Application.Spreadsheets;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.Web.Tests.Grants;
using CouncilPremises.Web.Tests.Hosting;
using CouncilPremises.Web.Tests.Shell;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Hostile;

/// <summary>A thousand hostile strings through every box for text of every page: no error of ours, nothing on a page that runs, no formula
/// in the workbook, no line of a calendar and no header of a mail that somebody planted.</summary>
public class HostileTextTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private const int Strings = 1000;
    private readonly Dictionary<string, Visit> visits = [];
    private readonly SortedSet<string> boxesSeen = [];
    private readonly List<string> wrong = [];
    private readonly HashSet<(string Address, string Email)> withoutBoxes = [];
    private int sent;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task HostileText_ThroughEveryBox_HarmsNobody()
    {
        HostileText.All.Count.ShouldBeGreaterThanOrEqualTo(Strings);
        var pages = await PagesAsync();
        for (var round = 0; sent < Strings && round < 20; round++)
            foreach (var (address, email) in pages.Except(withoutBoxes).ToList())
                // Every box once, and then on until there were enough
                if ((round == 0 || sent < Strings) && !await FillInAsync(address, email))
                    withoutBoxes.Add((address, email));

        wrong.Distinct().Take(40).ShouldBeEmpty();
        sent.ShouldBeGreaterThanOrEqualTo(Strings);
        TestContext.Current.TestOutputHelper?.WriteLine($"{sent} strings through {boxesSeen.Count} boxes of {pages.Count} pages");
        boxesSeen.Count.ShouldBeGreaterThan(40);
        (await web.With<AppDbContext, int>(db => db.CaseNotes.CountAsync(note => note.Text.Contains(HostileText.Mark), Token))).ShouldBePositive();
        await EveryPageStillFollowsTheHouseRulesAsync(pages);
        await WorkbookHoldsNoFormulaAsync();
        await CalendarsHoldOnlyOurLinesAsync();
        await MailsHoldOnlyOurHeadersAsync();
        foreach (var visit in visits.Values)
            visit.Dispose();
    }

    /// <summary>Every page with a form, for a draft, a case being checked and one that is ready, each with somebody who may open it.</summary>
    private async Task<List<(string Address, string Email)>> PagesAsync()
    {
        var pages = new List<(string, string)>();
        var draft = await CaseAsync(CaseKind.Hire, CaseState.Draft);
        var hires = new[] { await CaseAsync(CaseKind.Hire, CaseState.Checking), await CaseAsync(CaseKind.Hire, CaseState.ReadyForDecision), await CaseAsync(CaseKind.Hire, CaseState.Confirmed) };
        var grants = new[] { await CaseAsync(CaseKind.Grant, CaseState.ReadyForDecision), await PaidAsync() };
        foreach (var endpoint in web.Addresses().Where(one => one.Metadata.GetMetadata<PageActionDescriptor>() is not null))
        {
            var pattern = endpoint.Pattern();
            if (pattern.StartsWith("hire/{", StringComparison.Ordinal))
                foreach (var one in hires.Prepend(draft))
                    pages.Add((Fill(endpoint, one), one.Lead));
            else if (pattern.StartsWith("grants/applications/{", StringComparison.Ordinal))
                foreach (var one in grants.Prepend(await CaseAsync(CaseKind.Grant, CaseState.Draft)))
                    pages.Add((Fill(endpoint, one), one.Lead));
            else if (pattern.StartsWith("organisation/{", StringComparison.Ordinal))
                pages.Add((Fill(endpoint, draft), draft.Lead));
            else if (pattern.StartsWith("cases/{", StringComparison.Ordinal))
                foreach (var one in hires.Concat(grants))
                    pages.Add((Fill(endpoint, one), await web.SomebodyWithAsync(endpoint.Permissions())));
            else if (!pattern.StartsWith("sign-", StringComparison.Ordinal))
                pages.Add((Fill(endpoint, draft), endpoint.IsPublic() ? "" : await web.SomebodyWithAsync(endpoint.Permissions())));
        }

        return pages;
    }

    /// <summary>False when the page was shown and has no box for text.</summary>
    private async Task<bool> FillInAsync(string address, string email)
    {
        var visit = await VisitAsync(email);
        using var answer = await visit.Client.GetAsync(address, Token);
        if (!answer.IsSuccessStatusCode || answer.Content.Headers.ContentType?.MediaType != "text/html")
            return true;
        var page = await WebPage.ReadAsync(new Uri(address, UriKind.Relative), answer);
        var boxes = Boxes(page);
        var hasBoxes = boxes.Count > 0;
        for (var box = 0; box < boxes.Count; box++)
            // Each text into a page as it stands then: one that was taken may have changed it
            if (await IsTakenAsync(visit, address, boxes[box].Form, boxes[box].Name))
                boxes = Boxes(await visit.GetAsync(address));

        return hasBoxes;
    }

    private static List<(IHtmlFormElement Form, string Name)> Boxes(WebPage page) =>
        [.. FormFields.WithText(page).SelectMany(pair => pair.Boxes.Select(name => (pair.Form, name)))];

    /// <summary>Sends the form with the next hostile text in this box. True when it was taken, so that the page may be another one now.</summary>
    private async Task<bool> IsTakenAsync(Visit visit, string address, IHtmlFormElement form, string box)
    {
        boxesSeen.Add($"{address.Split('/')[1]} {box}");
        var text = HostileText.Numbered(sent++);
        var to = new Uri(new Uri("https://localhost"), form.GetAttribute("action") is { Length: > 0 } action ? action : address);
        using var content = new FormUrlEncodedContent(FormFields.FilledIn(form, box, text));
        using var answer = await visit.Client.PostAsync(to, content, Token);
        if ((int)answer.StatusCode >= 500)
            wrong.Add($"{address} {box}: {(int)answer.StatusCode} for {text}");
        else if (answer.Content.Headers.ContentType?.MediaType == "text/html" && (int)answer.StatusCode is not (>= 300 and < 400))
            wrong.AddRange(HouseRules.BrokenBy(new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Token))).Select(rule => $"{address} {box}: {rule} after {text}"));
        return answer.StatusCode != HttpStatusCode.BadRequest;
    }

    private async Task EveryPageStillFollowsTheHouseRulesAsync(List<(string Address, string Email)> pages)
    {
        foreach (var (address, email) in pages)
        {
            using var answer = await (await VisitAsync(email)).Client.GetAsync(address, Token);
            ((int)answer.StatusCode).ShouldBeLessThan(500, address);
            if (answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType == "text/html")
                await WebPage.ReadAsync(new Uri(address, UriKind.Relative), answer);
        }
    }

    private async Task WorkbookHoldsNoFormulaAsync()
    {
        using var file = new MemoryStream();
        var written = await web.With<AuditExport, bool>(async export =>
            (await export.WriteAsync(new AuditFilter(new(2025, 1, 1), new(2026, 12, 31), null), file, Actor.System, null, Token)).Succeeded);
        written.ShouldBeTrue();
        using var workbook = new XLWorkbook(new MemoryStream(file.ToArray()));
        var cells = workbook.Worksheets.SelectMany(sheet => sheet.CellsUsed()).ToList();
        cells.Where(cell => cell.HasFormula || cell.HasHyperlink).Select(cell => cell.Address.ToString()).ShouldBeEmpty();
        cells.ShouldContain(cell => cell.GetString().Contains(HostileText.Mark, StringComparison.Ordinal));
    }

    private async Task CalendarsHoldOnlyOurLinesAsync()
    {
        var references = await web.With<AppDbContext, List<(string Reference, Guid Lead)>>(async db =>
            (await db.Cases.Where(c => c.State == CaseState.Confirmed).Select(c => new { c.Reference, c.OrganisationId }).ToListAsync(Token))
            .Select(c => (c.Reference, c.OrganisationId)).ToList());
        foreach (var (reference, organisation) in references)
        {
            var visit = await VisitAsync(await LeadOfAsync(organisation));
            var calendar = await visit.Client.GetStringAsync(new Uri($"/hire/{reference}/calendar", UriKind.Relative), Token);
            calendar.ShouldNotContain(HostileText.Mark);
            calendar.ShouldNotContain("Planted");
        }
    }

    private Task<bool> MailsHoldOnlyOurHeadersAsync() => web.With<AppDbContext, bool>(async db =>
    {
        string[] ours = ["From", "Date", "Subject", "Message-Id", "To", "Auto-Submitted", "In-Reply-To", "References", "MIME-Version", "Content-Type"];
        var council = web.Services.GetRequiredService<IOptions<NoticeSettings>>().Value;
        foreach (var row in await db.OutboxMessages.AsNoTracking().Where(message => message.PostTo == null).ToListAsync(Token)) // a letter to be printed is no mail
        {
            using var sentAs = new MemoryStream();
            MailEnvelope.Write(row, council).WriteTo(sentAs, Token);
            sentAs.Position = 0;
            var mail = await MimeMessage.LoadAsync(sentAs, Token);
            mail.Headers.Select(header => header.Field).Except(ours, StringComparer.OrdinalIgnoreCase).ShouldBeEmpty(row.Subject);
            mail.GetRecipients().Count.ShouldBe(1, row.Subject);
            mail.Headers.GroupBy(header => header.Field).Where(same => same.Count() > 1).ShouldBeEmpty(row.Subject);
        }

        return true;
    });

    private static string Fill(RouteEndpoint endpoint, (string Reference, Guid Organisation, string Lead) one) => endpoint.Address(gap => gap switch
    {
        "reference" => one.Reference,
        "id" when endpoint.Pattern().StartsWith("organisation/", StringComparison.Ordinal) => one.Organisation.ToString(),
        "code" => "REG",
        "type" => "UnincorporatedGroup",
        _ => null,
    });

    // A grant that runs, so that its bank details, payments and reports have boxes
    private async Task<(string Reference, Guid Organisation, string Lead)> PaidAsync()
    {
        var database = new CouncilDatabase(web);
        var grant = await A.Grant().ActiveAsync(database, await GrantTeam.AddAsync(database));
        using var lead = await GrantVisits.VisitAsync(web, grant.Group.Lead);
        return (grant.Reference, grant.Group.Organisation.Id, await LeadOfAsync(grant.Group.Organisation.Id));
    }

    private async Task<(string Reference, Guid Organisation, string Lead)> CaseAsync(CaseKind kind, CaseState state)
    {
        var (reference, organisation) = await web.With<AppDbContext, (string, Guid)>(async db =>
        {
            var one = await db.Cases.OrderBy(c => c.Reference).FirstAsync(c => c.Kind == kind && c.State == state, Token);
            return (one.Reference, one.OrganisationId);
        });
        return (reference, organisation, await LeadOfAsync(organisation));
    }

    private Task<string> LeadOfAsync(Guid organisation) => web.With<AppDbContext, string>(async db =>
    {
        var lead = (await db.Memberships.Where(m => m.OrganisationId == organisation).ToListAsync(Token)).First(m => m.Roles.HasFlag(Roles.LeadContact));
        return (await db.Users.SingleAsync(user => user.Id == lead.UserId, Token)).Email!;
    });

    private async Task<Visit> VisitAsync(string email)
    {
        if (!visits.TryGetValue(email, out var visit))
            visits[email] = visit = email.Length == 0 ? new Visit(web) : await web.VisitAsync(email);
        return visit;
    }
}
