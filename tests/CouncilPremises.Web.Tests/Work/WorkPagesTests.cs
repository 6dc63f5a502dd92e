using System.Net;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.Web.Pages.Cases;
using CouncilPremises.Web.Tests.Hosting;
using CouncilPremises.Web.Tests.People;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Work;

/// <summary>The queue and what stands beside it, through HTTP: filters that stay, absences, passing on, advice, a child at risk, sensitive parts.</summary>
public class WorkPagesTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Queue_FilterUsedLast_StaysAndCanBeKept()
    {
        using var visit = await DemoPerson.SignInAsync(web, DemoPerson.Officer);
        await visit.GetAsync("/work?view=Late&search=club");
        var again = await visit.GetAsync("/work");
        again.Document.QuerySelector("[aria-current='page']")!.TextContent.ShouldStartWith("Late");
        again.Text.ShouldContain("Filter: “club”");

        var kept = await visit.PostFormAsync(again, ("Name", "Late clubs"));
        kept.Document.QuerySelectorAll("a").ShouldContain(link => link.TextContent == "Late clubs" && link.GetAttribute("href")!.Contains("view=Late"));
        (await visit.PostFormAsync(again, ("Name", ""))).Errors.ShouldHaveSingleItem().ShouldContain("Give the filter a name");
        (await visit.GetAsync("/work?view=Nonsense")).Status.ShouldBe(HttpStatusCode.OK);
        var none = await visit.GetAsync("/work?view=All&search=zzzzzz");
        none.Text.ShouldContain("No case fits the filter.");
    }

    [Fact]
    public async Task Team_AbsenceEnteredByAnApprover_ShowsAndCanBeRemoved()
    {
        using var officer = await DemoPerson.SignInAsync(web, DemoPerson.Officer);
        (await officer.GetAsync("/team")).Document.QuerySelector("select[name='Who']").ShouldBeNull("officers enter their own");
        using var approver = await DemoPerson.SignInAsync(web, DemoPerson.Approver);
        var id = await IdAsync(DemoPerson.Officer);
        (await approver.PostFormAsync("/team", ("Who", id), ("From.Day", ""))).Errors.ShouldNotBeEmpty();
        var saved = await approver.PostFormAsync("/team", ("Who", id), ("From.Day", "12"), ("From.Month", "1"), ("From.Year", "2026"), ("Until.Day", "16"), ("Until.Month", "1"), ("Until.Year", "2026"));
        saved.Text.ShouldContain("Monday 12 January 2026 to Friday 16 January 2026");
        (await approver.GetAsync("/work?view=All")).Text.ShouldContain("Daniel Whitlock Away");

        (await officer.PostFormAsync("/team?handler=Back", ("Who", id))).Text.ShouldNotContain("12 January 2026 to");
    }

    [Fact]
    public async Task Case_PassedOnByAnApprover_ChangesOwnerAndCover()
    {
        var hire = await CheckingAsync();
        using var approver = await DemoPerson.SignInAsync(web, DemoPerson.Approver);
        await approver.PostFormAsync($"/cases/{hire.Reference}/interest", ("HasInterest", "false"));
        var page = await approver.PostFormAsync($"/cases/{hire.Reference}/reassign", ("OwnerId", await IdAsync(DemoPerson.Officer)), ("CoverId", await IdAsync("aisha.kamara@fallowmere.example")), ("Reason", ""));
        page.Errors.ShouldHaveSingleItem().ShouldStartWith("Say why the case changes hands");

        var done = await approver.PostFormAsync(page, ("Reason", "Annual leave from Monday"));

        done.Text.ShouldContain("Daniel Whitlock, covered by Aisha Kamara");
    }

    [Fact]
    public async Task Advice_AskedOfThePreventLead_IsListedAnsweredAndClosedToOthers()
    {
        var hire = await CheckingAsync();
        using var officer = await DemoPerson.SignInAsync(web, DemoPerson.Officer);
        await officer.PostFormAsync($"/cases/{hire.Reference}/interest", ("HasInterest", "false"));
        (await officer.PostFormAsync($"/cases/{hire.Reference}/consult", ("Kind", "PreventLead"), ("Question", "TOP SECRET\nwhat is known?"))).Errors.ShouldHaveSingleItem().ShouldContain("marked TOP SECRET");
        await officer.PostFormAsync($"/cases/{hire.Reference}/consult", ("Kind", "PreventLead"), ("Question", "Is there anything we should weigh?"));

        using var information = await DemoPerson.SignInAsync(web, DemoPerson.Information);
        var closed = await information.GetAsync($"/cases/{hire.Reference}");
        closed.Text.ShouldContain("OFFICIAL-SENSITIVE");
        closed.Text.ShouldNotContain("anything we should weigh");
        var opened = await information.PostFormAsync($"/cases/{hire.Reference}/sensitive", ("Reason", "Subject access request SAR-2026-014"));
        opened.Text.ShouldContain("anything we should weigh");

        using var lead = await DemoPerson.SignInAsync(web, DemoPerson.Prevent);
        var list = await lead.GetAsync("/advice");
        var link = list.Document.QuerySelectorAll("main a").Single(a => a.GetAttribute("href")!.StartsWith($"/cases/{hire.Reference}/consultations/")).GetAttribute("href")!;
        (await lead.GetAsync(link)).Text.ShouldContain("Make your conflict-of-interest statement for this case first.");
        await lead.PostFormAsync($"/cases/{hire.Reference}/interest", ("HasInterest", "false"));
        await lead.PostFormAsync(link, ("Answer", "AdviseAgainst"), ("Text", "I would not."));
        (await lead.GetAsync("/advice")).Text.ShouldNotContain(hire.Reference);
        (await officer.GetAsync($"/cases/{hire.Reference}/recommend")).Text.ShouldContain("Advice binds nobody.");
    }

    [Fact]
    public async Task ChildAtRisk_FromTheCasePage_StopsItAndSaysCall999()
    {
        var hire = await CheckingAsync();
        using var officer = await DemoPerson.SignInAsync(web, DemoPerson.Officer);
        await officer.PostFormAsync($"/cases/{hire.Reference}/interest", ("HasInterest", "false"));
        (await officer.GetAsync($"/cases/{hire.Reference}")).Document.QuerySelector($"a[href='/cases/{hire.Reference}/child-at-risk']").ShouldNotBeNull();
        var form = await officer.GetAsync($"/cases/{hire.Reference}/child-at-risk");
        form.Text.ShouldContain("call 999");
        form.Document.QuerySelectorAll("main textarea, main input[type=text]").ShouldBeEmpty("there is nowhere to write what was seen");
        (await officer.PostFormAsync(form)).Text.ShouldContain("A child may be at risk. Nothing goes on before");

        using var safeguarding = await DemoPerson.SignInAsync(web, DemoPerson.Safeguarding);
        await safeguarding.PostFormAsync($"/cases/{hire.Reference}/interest", ("HasInterest", "false"));
        var queue = await safeguarding.GetAsync("/work");
        queue.Document.QuerySelector("[aria-current='page']")!.TextContent.ShouldStartWith("Mine");
        queue.Text.ShouldContain(hire.Reference, customMessage: "it waits for what only this role does");
        var link = (await safeguarding.GetAsync("/advice")).Document.QuerySelectorAll("main a").Single(a => a.GetAttribute("href")!.StartsWith($"/cases/{hire.Reference}/consultations/")).GetAttribute("href")!;
        (await safeguarding.PostFormAsync(link, ("Text", "Jamie has bruises"))).Errors.ShouldHaveSingleItem().ShouldStartWith("Write the reference only");
        (await safeguarding.PostFormAsync(link, ("Text", "CS-2026-0412"))).Text.ShouldContain("reference CS-2026-0412");
    }

    [Fact]
    public async Task Case_LookedAtBefore_SaysWhatChangedSince()
    {
        var hire = await CheckingAsync();
        using var officer = await DemoPerson.SignInAsync(web, DemoPerson.Officer);
        (await officer.GetAsync($"/work?view=All&search={hire.Reference}")).Text.ShouldContain("New to you");
        await officer.GetAsync($"/cases/{hire.Reference}");
        using var approver = await DemoPerson.SignInAsync(web, DemoPerson.Approver);
        await approver.PostFormAsync($"/cases/{hire.Reference}/interest", ("HasInterest", "false"));

        (await officer.GetAsync($"/work?view=All&search={hire.Reference}")).Text.ShouldContain("Changed since you looked");
        (await officer.GetAsync($"/cases/{hire.Reference}")).Text.ShouldContain("Changed since you looked (1)");
        (await officer.GetAsync($"/cases/{hire.Reference}")).Text.ShouldNotContain("Changed since you looked");
    }

    [Fact]
    public async Task Case_WhatThePersonMayNotDo_IsSaidBeforeAnythingIsTyped()
    {
        var hire = await CheckingAsync();
        var path = $"/cases/{hire.Reference}";
        using var officer = await DemoPerson.SignInAsync(web, DemoPerson.Officer);
        await officer.PostFormAsync($"{path}/interest", ("HasInterest", "false"));
        (await officer.GetAsync($"{path}/checks/SAF")).Document.QuerySelector("main textarea").ShouldBeNull();
        (await officer.GetAsync($"{path}/approve")).Text.ShouldContain("You cannot approve it now");
        (await officer.GetAsync($"{path}/recommend")).Text.ShouldContain($"{hire.Reference} ·");
        var waive = await officer.GetAsync($"{path}/waive/REG");
        waive.Text.ShouldContain("REG can be waived for public bodies only.");
        waive.Document.QuerySelector("main textarea").ShouldBeNull();
        var several = await officer.GetAsync($"/approvals?case={hire.Reference}.1");
        several.Text.ShouldContain("Checking, not ready for decision.");
        several.Text.ShouldContain("None of the cases ticked can be approved here.");

        await officer.PostFormAsync($"{path}/waive/REF", ("Reason", "Nobody can vouch for them yet."), ("ExpiresOn.Day", "1"), ("ExpiresOn.Month", "3"), ("ExpiresOn.Year", "2026"));
        using var approver = await DemoPerson.SignInAsync(web, DemoPerson.Approver);
        await approver.PostFormAsync($"{path}/interest", ("HasInterest", "false"));
        (await approver.GetAsync(path)).Text.ShouldContain("Agree or decline");
        (await approver.PostFormAsync($"{path}/waive/REF?handler=Decline", ("Why", "No"))).Errors.ShouldHaveSingleItem().ShouldContain("why the check stays");
        var declined = await approver.PostFormAsync($"{path}/waive/REF?handler=Decline", ("Why", "Their last venue will write to us."));
        declined.Text.ShouldContain("Declined to waive REF: Their last venue will write to us.");
        declined.Text.ShouldContain("Tries that a rule stopped (1)");
    }

    [Fact]
    public void Act_EveryActOnACase_IsInWords()
    {
        string[] about = ["Hire", "Case", "Change", "Declaration", "Check", "Dbs", "Waiver", "Hit", "Consultation", "Information", "Decision", "Condition", "Hold", "Cancellation", "Closure", "Breach", "Review", "Timer"];
        var acts = File.ReadLines(Solution.PathTo("docs/actions-and-audit.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]).Where(act => about.Contains(act.Split('.')[0]));
        acts.Where(act => CaseWords.Act(act) == act).Except(["Closure.Add", "Closure.Remove", "Declaration.Publish"]).ShouldBeEmpty("the timeline shows words, never a code");
    }

    private async Task<TestHire> CheckingAsync()
    {
        var database = new CouncilDatabase(web);
        var other = await A.Person().Named("Robin Officer").Staff(Roles.FacilitiesOfficer).AddAsync(database);
        return await A.Hire().CheckingAsync(database, other);
    }

    private async Task<string> IdAsync(string email) =>
        (await web.With<AppDbContext, Guid>(db => db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync(Token))).ToString();
}
