using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Tests.Hosting;
using CouncilPremises.Web.Tests.People;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Cases;

/// <summary>Cases of the demonstration council on which a colleague has left something for a second person to decide.</summary>
internal sealed class SeparationCases(CouncilWeb web)
{
    private const Roles Every = Roles.FacilitiesOfficer | Roles.FacilitiesApprover | Roles.Reviewer | Roles.Director;
    private static readonly string Fifty = new('a', 60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Lets somebody open every page, so that separation alone stops them. Before they sign in.</summary>
    public Task GiveEveryRoleAsync(string email) => web.With<AppDbContext, int>(db =>
        db.Users.Where(u => u.Email == email).ExecuteUpdateAsync(set => set.SetProperty(u => u.StaffRoles, Every | Roles.SafeguardingOfficer | Roles.PreventLead), Token));

    /// <summary>A booking with a cancellation put forward, a breach raised, and a change asked for.</summary>
    public async Task<(string Reference, Guid Cancellation, Guid Breach)> BookedAsync()
    {
        var (reference, colleague, lead) = await TakeAsync(0);
        await MustAsync<Changes>(c => c.StartAsync(reference, [HireSection.Event], lead, Token));
        await MustAsync<HireDrafts>(d => d.SaveAsync(reference, HireSection.Event, a => a with { Event = a.Event with { Title = "Another title" } }, lead, Token));
        await MustAsync<Changes>(async c => await c.SendAsync(reference, await VersionAsync(reference), lead, Token));
        await MustAsync<Breaches>(async b => await b.RaiseAsync(reference, new RaiseBreach(new DateOnly(2026, 1, 5), Fifty, await VersionAsync(reference)), colleague, Token));
        var facts = new CancellationFacts(CancellationCause.SafetyRisk, [], true, null, Fifty, Domain.Money.Pounds(20));
        var answers = RefusalReasons.Questions.ToDictionary(q => q.Code, _ => Fifty);
        await MustAsync<Cancellations>(async c => await c.ProposeAsync(reference, new CancelBooking(facts, Ground.D2, Fifty, answers, true, await VersionAsync(reference)), colleague, Token));
        return (reference,
            await IdAsync(reference, (db, id) => db.Cancellations.Where(c => c.CaseId == id).Select(c => c.Id)),
            await IdAsync(reference, (db, id) => db.Breaches.Where(b => b.CaseId == id).Select(b => b.Id)));
    }

    /// <summary>A booking on hold.</summary>
    public async Task<(string Reference, Guid Hold)> HeldAsync()
    {
        var (reference, colleague, _) = await TakeAsync(1);
        await MustAsync<Holds>(async h => await h.LayAsync(reference, new LayHold(HoldReason.SafetyRisk, Fifty, null, [], [], await VersionAsync(reference)), colleague, Token));
        return (reference, await IdAsync(reference, (db, id) => db.CaseHolds.Where(h => h.CaseId == id).Select(h => h.Id)));
    }

    /// <summary>A decision under review: the breach of a booking, upheld.</summary>
    public async Task<(string Reference, Guid Review)> ReviewedAsync()
    {
        var (reference, colleague, lead) = await TakeAsync(2);
        var another = new Actor(await web.With<AppDbContext, Guid>(db => db.Users.Where(u => u.Email == DemoPerson.Director).Select(u => u.Id).SingleAsync(Token)), Every);
        await MustAsync<Triage>(t => t.StateInterestAsync(reference, new StateInterest(false, null), another, Token));
        await MustAsync<Breaches>(async b => await b.RaiseAsync(reference, new RaiseBreach(new DateOnly(2026, 1, 5), Fifty, await VersionAsync(reference)), colleague, Token));
        var breach = await IdAsync(reference, (db, id) => db.Breaches.Where(b => b.CaseId == id).Select(b => b.Id));
        await MustAsync<Breaches>(b => b.AnswerAsync(reference, breach, "It was another group.", lead, Token));
        await MustAsync<Breaches>(async b => await b.DecideAsync(reference, new DecideBreach(breach, true, Fifty, true, await VersionAsync(reference)), another, Token));
        await MustAsync<Reviews>(async r => await r.AskAsync(reference, new AskReview(breach, "It was another group.", await VersionAsync(reference)), lead, Token));
        return (reference, await IdAsync(reference, (db, id) => db.Reviews.Where(r => r.CaseId == id).Select(r => r.Id)));
    }

    // A booking with dates to come, an officer with every role who has no interest in it, and its lead contact
    private async Task<(string Reference, Actor Colleague, Actor Lead)> TakeAsync(int place)
    {
        var (reference, lead) = await web.With<AppDbContext, (string, Guid)>(async db =>
        {
            var @case = await db.Cases.Where(c => c.State == CaseState.Confirmed && db.Occurrences.Any(o => o.CaseId == c.Id && o.State == OccurrenceState.Confirmed && o.StartUtc > web.Clock.GetUtcNow().UtcDateTime.AddDays(2)))
                .OrderBy(c => c.Reference).Skip(place).FirstAsync(Token);
            var organisation = await db.Organisations.Include(o => o.Memberships).SingleAsync(o => o.Id == @case.OrganisationId, Token);
            return (@case.Reference, organisation.Memberships.First(m => m.Roles.HasFlag(Roles.LeadContact)).UserId);
        });
        var colleague = new Actor(await web.With<AppDbContext, Guid>(db => db.Users.Where(u => u.Email == DemoPerson.Officer).Select(u => u.Id).SingleAsync(Token)), Every);
        await web.With<Triage, Outcome>(t => t.StateInterestAsync(reference, new StateInterest(false, null), colleague, Token));
        return (reference, colleague, new Actor(lead, Roles.None));
    }

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
