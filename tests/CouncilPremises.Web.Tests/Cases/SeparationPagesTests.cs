using System.Globalization;
using System.Net;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Tests.Hosting;
using CouncilPremises.Web.Tests.People;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Cases;

/// <summary>Every form of every page about a case, sent by hand by somebody who declared an interest in it: refused with S3 and logged.
/// And every form of a second step, sent by whoever took the first: refused with S1 and logged. The pages come from the application itself,
/// so that a new one without an entry here fails.</summary>
public class SeparationPagesTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private static readonly string Fifty = new('a', 60);

    private static readonly (string, string)[] Reasons =
        [("NoProhibitedReason", "true"), .. Enumerable.Range(1, 7).Select(number => ($"Answers[P{number}]", Fifty))];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>What each form says when it is filled in rightly: by address and handler.</summary>
    private static readonly Dictionary<string, (string Name, string Value)[]> Forms = new()
    {
        ["|NoInterest"] = [],
        ["|Screen"] = [],
        ["|Note"] = [("Note", "The group rang.")],
        ["|Agree"] = [("recordId", Guid.Empty.ToString())],
        ["|Condition"] = [("conditionId", Guid.Empty.ToString()), ("to", "Met")],
        ["interest|"] = [("HasInterest", "false")],
        ["approve|"] = [("NoProhibitedReason", "true"), ("Text", Fifty)],
        ["approve-with-conditions|"] = [("NoProhibitedReason", "true"), ("Text", Fifty), ("Conditions[0].Kind", "Stewards"), ("Conditions[0].Timing", "AtTheEvent"), ("Conditions[0].Text", "Two stewards."), ("Conditions[0].Reason", "The room is full."), ("Conditions[0].DueOn.Day", "1"), ("Conditions[0].DueOn.Month", "6"), ("Conditions[0].DueOn.Year", "2026")],
        ["ask|"] = [("Question", "How many chairs?"), ("Sections", "Event")],
        ["recommend|"] = [("Refuse", "false"), ("Text", Fifty)],
        ["adopt|"] = [("Text", Fifty)],
        ["mind-to-refuse|"] = [("Ground", "D2"), ("Gist", Fifty)],
        ["refuse|"] = [("Ground", "D8"), ("Text", Fifty), ("Answers[P2]", Fifty), ("Answers[P6]", Fifty), ("Alternatives", Fifty), ("NoProhibitedReason", "true")],
        ["resume|"] = [],
        ["checks/{code}|"] = [("Outcome", "Clear"), ("Note", "Seen by the officer.")],
        ["waive/{code}|"] = [("Reason", "They hired last month."), ("ExpiresOn.Day", "1"), ("ExpiresOn.Month", "6"), ("ExpiresOn.Year", "2026")],
        ["waive/{code}|Agree"] = [("waiverId", Guid.Empty.ToString())],
        ["consult|"] = [("Kind", "Legal"), ("Question", "What do you advise?")],
        ["child-at-risk|"] = [],
        ["sensitive|"] = [("Reason", "Request SAR-2026-014")],
        ["reassign|"] = [("Reason", "Annual leave")],
        ["consultations/{id:guid}|"] = [("Answer", "NoConcern")],
        ["consultations/{id:guid}|Extend"] = [("Reason", "They asked for more time.")],
        ["consultations/{id:guid}|GoOn"] = [("Reason", "They will not answer.")],
        ["hits/{id:guid}|"] = [("Resolution", "FalseMatch"), ("Compared", "Address"), ("Compared", "Activities"), ("Reason", "Another body of that name.")],
        ["hits/{id:guid}|Agree"] = [],
        ["hits/{id:guid}|Disagree"] = [],
        ["hits/{id:guid}|NoInterest"] = [],
        ["hold|"] = [("Reason", "SafetyRisk"), ("Text", Fifty)],
        ["holds/{id:guid}|"] = [("Text", Fifty)],
        ["holds/{id:guid}|Agree"] = [],
        ["holds/{id:guid}|Renew"] = [],
        ["cancel|"] = [("Cause", "SafetyRisk"), ("HirerHeard", "true"), ("Alternative", Fifty), ("Refund", "20"), ("Ground", "D2"), ("Text", Fifty), .. Reasons],
        ["cancellations/{id:guid}|"] = [("NoProhibitedReason", "true")],
        ["cancellations/{id:guid}|Decline"] = [("Reason", Fifty)],
        ["breach|"] = [("HappenedOn.Day", "5"), ("HappenedOn.Month", "1"), ("HappenedOn.Year", "2026"), ("Evidence", Fifty)],
        ["breaches/{id:guid}|"] = [("Uphold", "false"), ("Reasons", Fifty), ("NoProhibitedReason", "true")],
        ["reviews/{id:guid}|"] = [("Outcome", "Uphold"), ("Text", Fifty)],
        ["change|"] = [("Act", "Decline"), ("Text", Fifty), .. Reasons],
        ["paper-declaration|"] = [("Input.Name", "Alex Morgan"), ("Input.Role", "Chair"), ("Input.SignedOn.Day", "5"), ("Input.SignedOn.Month", "1"), ("Input.SignedOn.Year", "2026"), ("Input.SawOriginal", "true")],
        ["paper-declaration|Ask"] = [],
    };

    /// <summary>A form that separation does not touch: it bars whoever sends it.</summary>
    private const string Bars = "helped|";

    /// <summary>Forms whose record must exist before separation is asked about; the services' own table tries these with one.</summary>
    private static readonly string[] NeedARecord = ["|Agree", "|Condition", "waive/{code}|Agree", "waive/{code}|Decline"];

    [Fact]
    [Trait("Rule", "S3"), Trait("Rule", "S5")]
    public async Task EveryForm_SentBySomebodyWithAnInterest_IsRefusedAndLogged()
    {
        var waiting = new SeparationCases(web);
        await waiting.GiveEveryRoleAsync(DemoPerson.Approver);
        using var visit = await DemoPerson.SignInAsync(web, DemoPerson.Approver);
        var me = await web.With<AppDbContext, Actor>(async db => await db.Users.Where(u => u.Email == DemoPerson.Approver).Select(u => new Actor(u.Id, u.StaffRoles)).SingleAsync(Token));
        var plain = await CaseAsync(visit, db => db.Cases.Where(c => c.State == CaseState.ReadyForDecision));
        var minded = await CaseAsync(visit, db => db.Cases.Where(c => c.State == CaseState.MindedToRefuse));
        var withHit = await CaseAsync(visit, db => db.Cases.Where(c => db.Hits.Any(h => h.CaseId == c.Id && h.State != HitState.Resolved)));
        var hit = await IdAsync(withHit, (db, id) => db.Hits.Where(h => h.CaseId == id && h.State != HitState.Resolved).Select(h => h.Id));
        var asked = await AskedAsync(visit);
        var booked = await waiting.BookedAsync();
        var held = await waiting.HeldAsync();
        var reviewed = await waiting.ReviewedAsync();
        foreach (var reference in new[] { booked.Reference, held.Reference, reviewed.Reference })
            await DeclareAsync(visit, reference);
        foreach (var (key, handler) in CaseForms())
        {
            // Grants have cases, and a test, of their own
            if ($"{key}|{handler}" == Bars || NeedARecord.Contains($"{key}|{handler}") || Grants.GrantForms.Has($"{key}|{handler}"))
                continue;
            Forms.ShouldContainKey($"{key}|{handler}", "say what this form sends when it is filled in rightly");
            var (reference, id) = key.Split('/')[0] switch
            {
                "hits" => (withHit, hit),
                "consultations" => asked,
                "resume" => (minded, Guid.Empty),
                "holds" => held,
                "reviews" => reviewed,
                "cancellations" => (booked.Reference, booked.Cancellation),
                "breaches" => (booked.Reference, booked.Breach),
                "change" or "hold" or "cancel" or "breach" => (booked.Reference, Guid.Empty),
                _ => (plain, Guid.Empty),
            };
            await RefusesAsync(visit, me, reference, key.Replace("{code}", "REG").Replace("{id:guid}", id.ToString()), handler, Forms[$"{key}|{handler}"]);
        }
    }

    [Fact]
    [Trait("Rule", "S1"), Trait("Rule", "S5")]
    public async Task EverySecondStep_SentByWhoeverTookTheFirst_IsRefusedAndLogged()
    {
        await new SeparationCases(web).GiveEveryRoleAsync(DemoPerson.Director);
        using var visit = await DemoPerson.SignInAsync(web, DemoPerson.Director);
        var me = await web.With<AppDbContext, Actor>(async db => await db.Users.Where(u => u.Email == DemoPerson.Director).Select(u => new Actor(u.Id, u.StaffRoles)).SingleAsync(Token));
        var first = new FirstSteps(web, me);
        Task RefuseAsync(string reference, string path, string handler, string key, string code = "S1", params (string, string)[] instead) =>
            RefusesAsync(visit, me, reference, path, handler, instead.Length > 0 ? instead : Forms[key], code);

        var ready = await first.KnowAsync(db => db.Cases.Where(c => c.State == CaseState.ReadyForDecision).OrderByDescending(c => c.Reference));
        await first.RecommendAsync(ready, Domain.Decisions.Ground.D2);
        await RefuseAsync(ready, "adopt", "", "adopt|");
        await RefuseAsync(ready, "mind-to-refuse", "", "mind-to-refuse|");
        await first.MindedAsync(ready, Domain.Decisions.Ground.D2);
        await RefuseAsync(ready, "refuse", "", "refuse|", instead: [("Ground", "D2"), ("Text", Fifty), .. Reasons]);

        var listed = await first.KnowAsync(db => db.Cases.Where(c => c.State == CaseState.Referred && c.Tier == Domain.Hire.Tier.Enhanced && db.Hits.Any(h => h.CaseId == c.Id && h.State == HitState.Open)).OrderBy(c => c.Reference));
        var hit = await first.ProposeHitAsync(listed);
        await RefuseAsync(listed, $"hits/{hit}", "Agree", "hits/{id:guid}|Agree");
        await first.MakeReadyAsync(listed, hit);
        await first.RecommendAsync(listed, refuseOn: null);
        await RefuseAsync(listed, "approve", "", "approve|");
        await RefuseAsync(listed, "approve-with-conditions", "", "approve-with-conditions|");

        var checking = await first.KnowAsync(db => db.Cases.Where(c => c.State == CaseState.Checking).OrderBy(c => c.Reference));
        await RefuseAsync(checking, "", "Agree", "|Agree", instead: ("recordId", (await first.FailAsync(checking)).ToString()));
        await RefuseAsync(checking, "waive/REF", "Agree", "waive/{code}|Agree", instead: ("waiverId", (await first.AskWaiverAsync(checking, Domain.Checks.CheckCode.REF)).ToString()));

        // The bookings of Standard tier are those of the test above
        var booked = await first.KnowAsync(db => db.Cases.Where(c => c.State == CaseState.Confirmed && c.Tier == Domain.Hire.Tier.Enhanced));
        var breach = await first.RaiseBreachAsync(booked);
        await RefuseAsync(booked, $"breaches/{breach}", "", "breaches/{id:guid}|");
        await first.RecommendDeclineAsync(booked);
        await RefuseAsync(booked, "change", "", "change|");
        var cancellation = await first.ProposeCancellationAsync(booked);
        await RefuseAsync(booked, $"cancellations/{cancellation}", "", "cancellations/{id:guid}|");
        var hold = await first.HoldInsteadAsync(booked, cancellation);
        await RefuseAsync(booked, $"holds/{hold}", "Agree", "holds/{id:guid}|Agree");
        await RefuseAsync(booked, $"holds/{hold}", "Renew", "holds/{id:guid}|Renew");
        var review = await first.ReviewAsync(booked, hold, breach);
        await RefuseAsync(booked, $"reviews/{review}", "", "reviews/{id:guid}|", "Reviewer");
    }

    [Fact]
    [Trait("Rule", "S3"), Trait("Rule", "S5")]
    public async Task QueueActs_OnACaseWithAnInterest_AreRefusedAndListed()
    {
        using var visit = await DemoPerson.SignInAsync(web, DemoPerson.Officer);
        var reference = await CaseAsync(visit, db => db.Cases.Where(c => c.State == CaseState.Submitted));
        var version = await web.With<AppDbContext, int>(db => db.Cases.Where(c => c.Reference == reference).Select(c => c.Version).SingleAsync(Token));
        var chosen = ("case", string.Create(CultureInfo.InvariantCulture, $"{reference}.{version}"));

        var stated = await PostAsync(visit, "/work?handler=NoInterest", [("view", "All"), chosen]);
        stated.Text.ShouldContain($"{reference}: You declared an interest in this case, and that stays.");
        var approved = await PostAsync(visit, "/approvals", [chosen, ("NoProhibitedReason", "true")]);
        approved.Text.ShouldContain($"{reference}:");
        (await web.With<AppDbContext, CaseState>(db => db.Cases.Where(c => c.Reference == reference).Select(c => c.State).SingleAsync(Token))).ShouldBe(CaseState.Submitted);
    }

    private async Task RefusesAsync(Visit visit, Actor me, string reference, string path, string handler, (string, string)[] form, string code = "S3")
    {
        var caseId = await web.With<AppDbContext, Guid>(db => db.Cases.Where(c => c.Reference == reference).Select(c => c.Id).SingleAsync(Token));
        var before = await LoggedAsync(caseId, me, code);
        var version = await web.With<AppDbContext, int>(db => db.Cases.Where(c => c.Id == caseId).Select(c => c.Version).SingleAsync(Token));
        var address = $"/cases/{reference}{(path.Length > 0 ? "/" + path : "")}{(handler.Length > 0 ? "?handler=" + handler : "")}";
        var fields = form.Append(("SeenVersion", version.ToString(CultureInfo.InvariantCulture))).Append(("OwnerId", me.Id.ToString()));

        var answer = await PostAsync(visit, address, [.. fields]);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, address);
        (await LoggedAsync(caseId, me, code)).ShouldBe(before + 1, $"{address} is logged with {code}: {string.Join(" ", answer.Errors)}");
        (await web.With<AppDbContext, int>(db => db.Cases.Where(c => c.Id == caseId).Select(c => c.Version).SingleAsync(Token))).ShouldBe(version, address);
    }

    // A request made by hand: the token of another page, the fields as they please.
    private static async Task<WebPage> PostAsync(Visit visit, string address, (string Name, string Value)[] fields)
    {
        var hidden = (await visit.GetAsync("/team")).Document.QuerySelector("input[name$='equestVerificationToken']")!;
        var token = new KeyValuePair<string, string>(hidden.GetAttribute("name")!, hidden.GetAttribute("value")!);
        using var content = new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)).Append(token));
        using var answer = await visit.Client.PostAsync(address, content, Token);
        if (answer.Headers.Location is { } onwards)
            return await visit.GetAsync(onwards.ToString());
        return await WebPage.ReadAsync(new Uri("https://localhost" + address), answer);
    }

    private Task<int> LoggedAsync(Guid caseId, Actor me, string code) => web.With<AppDbContext, int>(db => db.AuditEntries
        .Where(e => e.CaseId == caseId && e.ActorId == me.Id && e.WasRefused).CountAsync(e => db.AuditDetails.Any(d => d.EntryId == e.Id && d.Json.Contains("\"" + code + "\"")), Token));

    // A case of the demonstration council in which this person has just declared an interest.
    private async Task<string> CaseAsync(Visit visit, Func<AppDbContext, IQueryable<Domain.Cases.Case>> which)
    {
        var reference = await web.With<AppDbContext, string>(db => which(db).Where(c => c.Kind == CaseKind.Hire).OrderBy(c => c.Reference).Select(c => c.Reference).FirstAsync(Token));
        await DeclareAsync(visit, reference);
        return reference;
    }

    private static async Task DeclareAsync(Visit visit, string reference) =>
        (await visit.PostFormAsync($"/cases/{reference}/interest", ("HasInterest", "true"), ("Interest", "My sister is the treasurer."))).Status.ShouldBe(HttpStatusCode.OK);

    private async Task<(string Reference, Guid Id)> AskedAsync(Visit visit)
    {
        var reference = await web.With<AppDbContext, string>(db => db.Cases.Where(c => c.Kind == CaseKind.Hire && c.State == CaseState.Checking).OrderByDescending(c => c.Reference).Select(c => c.Reference).FirstAsync(Token));
        using var officer = await DemoPerson.SignInAsync(web, DemoPerson.Officer);
        await PostAsync(officer, $"/cases/{reference}?handler=NoInterest", []);
        (await officer.PostFormAsync($"/cases/{reference}/consult", ("Kind", "Legal"), ("Question", "What do you advise?"))).Status.ShouldBe(HttpStatusCode.OK);
        await DeclareAsync(visit, reference);
        return (reference, await IdAsync(reference, (db, id) => db.Consultations.Where(c => c.CaseId == id && c.AnsweredUtc == null && c.Kind == ConsultationKind.Legal).Select(c => c.Id)));
    }

    private async Task<Guid> IdAsync(string reference, Func<AppDbContext, Guid, IQueryable<Guid>> query) => await web.With<AppDbContext, Guid>(async db =>
        await query(db, await db.Cases.Where(c => c.Reference == reference).Select(c => c.Id).SingleAsync(Token)).FirstAsync(Token));

    private IEnumerable<(string Path, string Handler)> CaseForms() =>
        web.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => (endpoint.RoutePattern.RawText, Page: endpoint.Metadata.GetMetadata<PageActionDescriptor>()))
            .Where(one => one.Page is not null && one.RawText!.StartsWith("cases/{reference}", StringComparison.Ordinal))
            .SelectMany(one => Handlers(one.Page!.RelativePath).Select(handler => (one.RawText!["cases/{reference}".Length..].Trim('/'), handler))).Distinct();

    // OnPostAsync is the page's own form, OnPostAgreeAsync the handler "Agree"
    private static IEnumerable<string> Handlers(string relativePath) =>
        typeof(Program).Assembly.GetTypes().Single(type => type.FullName == "CouncilPremises.Web" + relativePath.Replace(".cshtml", "Model").Replace('/', '.'))
            .GetMethods().Where(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal))
            .Select(method => method.Name["OnPost".Length..].Replace("Async", "", StringComparison.Ordinal));
}
