using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Checks;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Lists;
using CouncilPremises.Application.Tests.Lists;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Cases;

/// <summary>A case on which everything waits for a second person, and the people who may not act on it.</summary>
/// <param name="Database">Where.</param>
/// <param name="Hire">The application.</param>
/// <param name="First">Recorded, asked, proposed and recommended.</param>
/// <param name="Second">A colleague with every role.</param>
/// <param name="Unstated">Has made no statement.</param>
/// <param name="Interested">Declared an interest.</param>
/// <param name="Member">Belongs to the group.</param>
internal sealed record World(TestDatabase Database, TestHire Hire, Actor First, Actor Second, Actor Unstated, Actor Interested, Actor Member)
{
    public string Reference => Hire.Reference;

    public Guid Fail { get; init; }

    public Guid Waiver { get; init; }

    public Guid OpenHit { get; init; }

    public Guid ProposedHit { get; init; }

    public Guid Asked { get; init; }

    public Guid Condition { get; init; }

    /// <summary>The hold, cancellation, breach or review that waits.</summary>
    public Guid Waiting { get; init; }

    /// <summary>Typed the application for the hirer.</summary>
    public Actor? Typist { get; init; }

    /// <summary>Helped to write it.</summary>
    public Actor? Helper { get; init; }

    public Task<Outcome> Do<TService>(Func<TService, Task<Outcome>> act)
        where TService : notnull => Database.With(act);

    public Dictionary<string, string> Evidence(CheckCode code) => CheckRules.For(code).Evidence.ToDictionary(field => field.Name, _ => "Yes");
}

/// <summary>Walks cases to where every act on them is only waiting for the right person.</summary>
internal sealed class SeparationWorlds(TestDatabase database)
{
    private const Roles Every = Roles.FacilitiesOfficer | Roles.FacilitiesApprover | Roles.SafeguardingOfficer | Roles.PreventLead | Roles.Director | Roles.Reviewer;
    private static readonly string Fifty = new('a', 60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task<IReadOnlyDictionary<string, World>> BuildAsync()
    {
        var group = await A.Group().Named("Quill Hollow Society").AddAsync(database);
        var file = ListFiles.Of("name,aliases,from,to,source,checked_by,checked_on", "Quill Hollow Society,,2020-01-01,,Order 1,M Thorne,2026-01-05");
        await MustAsync<ListImports>(async imports => await imports.ImportAsync(new ImportList(ListCode.L1, [new("register.csv", file)]), Actor.System, null, Token));
        var checking = await CheckingAsync(group);
        var open = await NewAsync(A.Hire().By(group).On("2026-03-25", "19:00-21:00"), ready: false);
        // Eight days later the advice asked for is overdue.
        database.Clock.Advance(TimeSpan.FromDays(8));
        return new Dictionary<string, World>
        {
            ["checking"] = checking,
            ["open"] = open with { OpenHit = await IdAsync(open, (db, id) => db.Hits.Where(h => h.CaseId == id).Select(h => h.Id)) },
            ["ready"] = await ReadyAsync(refuse: false),
            ["minded"] = await MindedAsync(),
            ["conditions"] = await ConditionsAsync(),
        };
    }

    private async Task<World> CheckingAsync(TestGroup group)
    {
        var world = await NewAsync(A.Hire().By(group), ready: false);
        await world.Hire.RecordAsync(CheckCode.REG, CheckOutcome.Fail, world.First);
        await MustAsync<Waivers>(w => w.AskAsync(world.Reference, new AskWaiver(CheckCode.REF, "They hired last month under another name.", new DateOnly(2026, 6, 1)), world.First, Token));
        await MustAsync<Consultations>(c => c.AskAsync(world.Reference, new AskAdvice(ConsultationKind.Legal, "What do you advise?"), world.First, Token));
        var hit = await IdAsync(world, (db, id) => db.Hits.Where(h => h.CaseId == id).Select(h => h.Id));
        await MustAsync<HitResolutions>(h => h.ProposeAsync(world.Reference, new ProposeResolution(hit, HitResolution.FalseMatch, [IdentifierKind.Address, IdentifierKind.Activities], "Another body."), world.First, Token));
        return world with
        {
            ProposedHit = hit,
            Fail = await IdAsync(world, (db, id) => db.CheckRecords.Where(r => r.OrganisationId == group.Organisation.Id && r.Code == CheckCode.REG).Select(r => r.Id)),
            Waiver = await IdAsync(world, (db, id) => db.Waivers.Where(w => w.CaseId == id).Select(w => w.Id)),
            Asked = await IdAsync(world, (db, id) => db.Consultations.Where(c => c.CaseId == id).Select(c => c.Id)),
        };
    }

    private async Task<World> ReadyAsync(bool refuse)
    {
        var world = await NewAsync(A.Hire().Answering(answers => answers with
        {
            Past = new PastAnswers { RefusedElsewhere = true, WhatHappened = "Another hall cancelled us after a broken window, and we paid for it." },
        }), ready: true);
        await MustAsync<Recommendations>(async r => await r.RecommendAsync(world.Reference, new Recommend(refuse, refuse ? Ground.D2 : null, Fifty, await world.Hire.VersionAsync()), world.First, Token));
        return world;
    }

    private async Task<World> MindedAsync()
    {
        var world = await ReadyAsync(refuse: true);
        await MustAsync<RefusalDecisions>(async r => await r.MindToRefuseAsync(world.Reference, new MindToRefuse(Ground.D2, Fifty, await world.Hire.VersionAsync()), world.Second, Token));
        return world;
    }

    private async Task<World> ConditionsAsync()
    {
        var world = await NewAsync(A.Hire(), ready: true);
        var condition = new ConditionFacts(ConditionKind.Documents, ConditionTiming.Before, "Send the fire plan.", "The room is full.", new DateOnly(2026, 3, 1), null);
        await MustAsync<Approvals>(async a => await a.ApproveAsync(world.Reference, new Approve(Fifty, [condition], true, await world.Hire.VersionAsync()), world.Second, Token));
        return world with { Condition = await IdAsync(world, (db, id) => db.Conditions.Where(c => c.CaseId == id).Select(c => c.Id)) };
    }

    public async Task<World> NewAsync(HireBuilder builder, bool ready)
    {
        var (first, second, unstated, interested, member) = (await PersonAsync(), await PersonAsync(), await PersonAsync(), await PersonAsync(), await PersonAsync());
        var hire = ready ? await builder.ReadyAsync(database, first) : await builder.CheckingAsync(database, first);
        await hire.StateNoInterestAsync(second);
        await MustAsync<Triage>(t => t.StateInterestAsync(hire.Reference, new StateInterest(true, "My sister is the chair."), interested, Token));
        await database.With<AppDbContext>(async db =>
        {
            var organisation = await db.Organisations.Include(o => o.Memberships).SingleAsync(o => o.Id == hire.Group.Organisation.Id, Token);
            organisation.Join(member.Id, Roles.LeadContact, database.Time.NowUtc);
            await db.SaveChangesAsync(Token);
        });
        await hire.StateNoInterestAsync(member);
        return await HelpAsync(new World(database, hire, first, second, unstated, interested, member), HelpKind.HelpedWrite);
    }

    /// <summary>As an application typed by an officer would have it.</summary>
    public Task<World> WithTypistAsync(World world) => HelpAsync(world, HelpKind.Typed);

    private async Task<World> HelpAsync(World world, HelpKind kind)
    {
        var officer = await PersonAsync();
        await world.Hire.StateNoInterestAsync(officer);
        var id = (await world.Hire.CaseAsync()).Id;
        await database.With<AppDbContext>(async db =>
        {
            db.CaseHelps.Add(new CaseHelp(Guid.CreateVersion7(), id, officer.Id, kind, HeardBy.Telephone, database.Time.NowUtc));
            await db.SaveChangesAsync(Token);
        });
        return kind == HelpKind.Typed ? world with { Typist = officer } : world with { Helper = officer };
    }

    public Task<Actor> PersonAsync() => A.Person().Named("Robin Officer").Staff(Every).AddAsync(database);

    public async Task MustAsync<TService>(Func<TService, Task<Outcome>> act)
        where TService : notnull
    {
        var outcome = await database.With(act);
        outcome.Succeeded.ShouldBeTrue(string.Join(" ", outcome.Refusals.Select(refusal => refusal.Sentence)));
    }

    public async Task<Guid> IdAsync(World world, Func<AppDbContext, Guid, IQueryable<Guid>> query)
    {
        var id = (await world.Hire.CaseAsync()).Id;
        return await database.With<AppDbContext, Guid>(db => query(db, id).FirstAsync(Token));
    }
}
