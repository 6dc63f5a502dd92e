using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Checks;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Hire;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.Web.Tests.Hosting;
using CouncilPremises.Web.Tests.People;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Cases;

/// <summary>First steps of an officer on cases of the demonstration council, each of which a second person must follow.</summary>
/// <param name="web">The council.</param>
/// <param name="me">Who takes them, with every role and no interest.</param>
internal sealed class FirstSteps(CouncilWeb web, Actor me)
{
    private static readonly string Fifty = new('a', 60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A colleague with every role takes a second step where the test goes on.</summary>
    public async Task<Actor> ColleagueAsync(string reference)
    {
        var colleague = me with { Id = await web.With<AppDbContext, Guid>(db => db.Users.Where(u => u.Email == DemoPerson.Officer).Select(u => u.Id).SingleAsync(Token)) };
        await web.With<Triage, Outcome>(t => t.StateInterestAsync(reference, new StateInterest(false, null), colleague, Token));
        return colleague;
    }

    /// <summary>States no interest in a case about a room.</summary>
    public async Task<string> KnowAsync(Func<AppDbContext, IQueryable<Domain.Cases.Case>> which)
    {
        var reference = await web.With<AppDbContext, string>(db => which(db).Where(c => c.Kind == CaseKind.Hire).Select(c => c.Reference).FirstAsync(Token));
        await MustAsync<Triage>(t => t.StateInterestAsync(reference, new StateInterest(false, null), me, Token));
        return reference;
    }

    /// <summary>Recommends.</summary>
    public Task RecommendAsync(string reference, Ground? refuseOn) => MustAsync<Recommendations>(async r =>
        await r.RecommendAsync(reference, new Recommend(refuseOn is not null, refuseOn, Fifty, await VersionAsync(reference)), me, Token));

    /// <summary>A colleague tells the hirer that the council may refuse.</summary>
    public async Task MindedAsync(string reference, Ground ground)
    {
        var colleague = await ColleagueAsync(reference);
        await MustAsync<RefusalDecisions>(async r => await r.MindToRefuseAsync(reference, new MindToRefuse(ground, Fifty, await VersionAsync(reference), "Known since today."), colleague, Token));
    }

    /// <summary>Proposes that a hit is another person.</summary>
    public async Task<Guid> ProposeHitAsync(string reference)
    {
        var hit = await IdAsync(reference, (db, id) => db.Hits.Where(h => h.CaseId == id && h.State == HitState.Open).Select(h => h.Id));
        await MustAsync<HitResolutions>(h => h.ProposeAsync(reference, new ProposeResolution(hit, HitResolution.FalseMatch, [IdentifierKind.Address, IdentifierKind.Activities], "Another person."), me, Token));
        return hit;
    }

    /// <summary>A colleague agrees to what was proposed of a hit, and every check that is left is recorded Clear.</summary>
    public async Task MakeReadyAsync(string reference, Guid hit)
    {
        var colleague = await ColleagueAsync(reference);
        await MustAsync<HitResolutions>(h => h.AnswerAsync(reference, hit, true, colleague, Token));
        // The lists were last tried more than seven days ago
        await MustAsync<CheckRecording>(c => c.ScreenAgainAsync(reference, me, Token));
        var left = await web.With<CaseFiles, List<CheckCode>>(async files => [.. (await files.LoadAsync(reference, me, Token))!.Standings().Where(s => s.Kind == StandingKind.Missing).Select(s => s.Code).Distinct()]);
        foreach (var code in left)
            await MustAsync<CheckRecording>(async c => await c.RecordAsync(reference, new RecordCheck(code, CheckOutcome.Clear, TestHire.EvidenceFor(code), new DateOnly(2026, 12, 1), "Seen by the officer.", await VersionAsync(reference)), me, Token));
        var file = (await web.With<CaseFiles, CaseFile?>(files => files.LoadAsync(reference, me, Token)))!;
        file.Case.State.ShouldBe(CaseState.ReadyForDecision, string.Join(" ", file.Standings().Select(s => $"{s.Code} {s.Kind}")));
    }

    /// <summary>Records a Fail.</summary>
    public async Task<Guid> FailAsync(string reference)
    {
        await MustAsync<CheckRecording>(async c => await c.RecordAsync(reference, new RecordCheck(CheckCode.REG, CheckOutcome.Fail, TestHire.EvidenceFor(CheckCode.REG), null, "The register shows another name.", await VersionAsync(reference)), me, Token));
        return await web.With<AppDbContext, Guid>(db => db.CheckRecords.Where(r => r.RecordedById == me.Id && r.Outcome == CheckOutcome.Fail).Select(r => r.Id).SingleAsync(Token));
    }

    /// <summary>Asks for a waiver.</summary>
    public async Task<Guid> AskWaiverAsync(string reference, CheckCode code)
    {
        await MustAsync<Waivers>(w => w.AskAsync(reference, new AskWaiver(code, "They hired last month under another name.", new DateOnly(2026, 6, 1)), me, Token));
        return await IdAsync(reference, (db, id) => db.Waivers.Where(w => w.CaseId == id).Select(w => w.Id));
    }

    /// <summary>Raises a breach.</summary>
    public async Task<Guid> RaiseBreachAsync(string reference)
    {
        await MustAsync<Breaches>(async b => await b.RaiseAsync(reference, new RaiseBreach(new DateOnly(2026, 1, 5), Fifty, await VersionAsync(reference)), me, Token));
        return await IdAsync(reference, (db, id) => db.Breaches.Where(b => b.CaseId == id).Select(b => b.Id));
    }

    /// <summary>Recommends that a change the hirer asks for is declined.</summary>
    public async Task RecommendDeclineAsync(string reference)
    {
        var lead = await LeadAsync(reference);
        await MustAsync<Changes>(c => c.StartAsync(reference, [HireSection.Event], lead, Token));
        await MustAsync<HireDrafts>(d => d.SaveAsync(reference, HireSection.Event, a => a with { Event = a.Event with { Title = "Another title" } }, lead, Token));
        await MustAsync<Changes>(async c => await c.SendAsync(reference, await VersionAsync(reference), lead, Token));
        await MustAsync<ChangeDecisions>(async c => await c.RecommendAsync(reference, true, Fifty, await VersionAsync(reference), me, Token));
    }

    /// <summary>Puts a cancellation forward.</summary>
    public async Task<Guid> ProposeCancellationAsync(string reference)
    {
        var facts = new CancellationFacts(CancellationCause.SafetyRisk, [], true, null, Fifty, Money.Pounds(20));
        var answers = RefusalReasons.Questions.ToDictionary(q => q.Code, _ => Fifty);
        await MustAsync<Cancellations>(async c => await c.ProposeAsync(reference, new CancelBooking(facts, Ground.D2, Fifty, answers, true, await VersionAsync(reference)), me, Token));
        return await IdAsync(reference, (db, id) => db.Cancellations.Where(c => c.CaseId == id).Select(c => c.Id));
    }

    /// <summary>A colleague turns it down; then the booking is laid on hold.</summary>
    public async Task<Guid> HoldInsteadAsync(string reference, Guid cancellation)
    {
        var colleague = await ColleagueAsync(reference);
        await MustAsync<Cancellations>(async c => await c.DecideAsync(reference, new DecideCancellation(cancellation, false, "The facts do not bear it out.", true, await VersionAsync(reference)), colleague, Token));
        await MustAsync<Holds>(async h => await h.LayAsync(reference, new LayHold(HoldReason.SafetyRisk, Fifty, null, [], [], await VersionAsync(reference)), me, Token));
        return await IdAsync(reference, (db, id) => db.CaseHolds.Where(h => h.CaseId == id).Select(h => h.Id));
    }

    /// <summary>Ends the hold; a colleague upholds the breach that was raised, and the hirer asks for a review.</summary>
    public async Task<Guid> ReviewAsync(string reference, Guid hold, Guid breach)
    {
        var (colleague, lead) = (await ColleagueAsync(reference), await LeadAsync(reference));
        await MustAsync<Holds>(async h => await h.ReleaseAsync(reference, hold, Fifty, await VersionAsync(reference), me, Token));
        await MustAsync<Breaches>(b => b.AnswerAsync(reference, breach, "It was another group.", lead, Token));
        await MustAsync<Breaches>(async b => await b.DecideAsync(reference, new DecideBreach(breach, true, Fifty, true, await VersionAsync(reference)), colleague, Token));
        await MustAsync<Reviews>(async r => await r.AskAsync(reference, new AskReview(breach, "It was another group.", await VersionAsync(reference)), lead, Token));
        return await IdAsync(reference, (db, id) => db.Reviews.Where(r => r.CaseId == id).Select(r => r.Id));
    }

    private Task<Actor> LeadAsync(string reference) => web.With<AppDbContext, Actor>(async db =>
    {
        var group = await db.Cases.Where(c => c.Reference == reference).Select(c => c.OrganisationId).SingleAsync(Token);
        var organisation = await db.Organisations.Include(o => o.Memberships).SingleAsync(o => o.Id == group, Token);
        return new Actor(organisation.Memberships.First(m => m.Roles.HasFlag(Roles.LeadContact)).UserId, Roles.None);
    });

    private Task<int> VersionAsync(string reference) => web.With<AppDbContext, int>(db => db.Cases.Where(c => c.Reference == reference).Select(c => c.Version).SingleAsync(Token));

    private Task<Guid> IdAsync(string reference, Func<AppDbContext, Guid, IQueryable<Guid>> query) => web.With<AppDbContext, Guid>(async db =>
        await query(db, await db.Cases.Where(c => c.Reference == reference).Select(c => c.Id).SingleAsync(Token)).FirstAsync(Token));

    private async Task MustAsync<TService>(Func<TService, Task<Outcome>> act)
        where TService : notnull
    {
        var outcome = await web.With(act);
        outcome.Succeeded.ShouldBeTrue(string.Join(" ", outcome.Refusals.Select(refusal => $"{refusal.Code}: {refusal.Sentence}")));
    }
}
