using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Grants;
using CouncilPremises.Application.Publishing;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Cases;

/// <summary>S1, S3 and S4 for every act on an application for a grant: refused, logged once, nothing changed.</summary>
public abstract class SeparationGrantTests(TestDatabase database)
{
    private const Roles Every = Roles.GrantOfficer | Roles.GrantApprover | Roles.Director;
    private static readonly string Fifty = new('a', 60);
    private static readonly Dictionary<string, string> Answers = new() { ["P2"] = Fifty, ["P6"] = Fifty };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly Dictionary<string, string> Exempt = new()
    {
        ["Grant.Start"] = "the group",
        ["Bank.Erase"] = "the system",
        ["Grant.StartTyped"] = "there is no case yet; tested with typed applications",
        ["Grant.SaveSection"] = "the group",
        ["Grant.Submit"] = "the group",
        ["Grant.Withdraw"] = "the group",
    };

    /// <summary>A grant where every act of a stage waits only for the right person.</summary>
    private sealed record World(TestDatabase Database, TestGrant Grant, Actor First, Actor Unstated, Actor Interested, Actor Member, Actor Helper)
    {
        public string Reference => Grant.Reference;

        public Task<Outcome> Do<TService>(Func<TService, Task<Outcome>> act)
            where TService : notnull => Database.With(act);
    }

    private static readonly (string Action, string Stage, Func<World, Actor, Task<Outcome>> Try)[] Acts =
    [
        ("Assessment.Save", "checked", (w, a) => w.Do<Assessments>(s => s.SaveAsync(w.Reference, new SaveScores([], Give: false), a, Token))),
        ("Assessment.Give", "checked", (w, a) => w.Do<Assessments>(s => s.SaveAsync(w.Reference, new SaveScores([], Give: true), a, Token))),
        ("Assessment.Moderate", "checked", (w, a) => w.Do<Assessments>(s => s.ModerateAsync(w.Reference, new ModerationFacts(Criterion.Need, 2, Fifty), a, Token))),
        ("Assessment.AgreeModeration", "checked", (w, a) => w.Do<Assessments>(s => s.AgreeAsync(w.Reference, Guid.Empty, Fifty, a, Token))),
        ("Grant.FindCommunity", "checked", (w, a) => w.Do<Assessments>(async s => await s.FindAsync(w.Reference, new FindCommunity(CommunityFinding.Met, Fifty, null, await w.Grant.VersionAsync()), a, Token))),
        ("Information.Ask", "checked", (w, a) => w.Do<Clarifications>(async c => await c.AskAsync(w.Reference, new AskForClarification([], "What next?"), await w.Grant.VersionAsync(), a, Token))),
        ("Decision.Recommend", "checked", (w, a) => w.Do<Recommendations>(async r => await r.RecommendAsync(w.Reference, new Recommend(false, null, Fifty, await w.Grant.VersionAsync()), a, Token))),
        ("Decision.Award", "ready", (w, a) => w.Do<GrantDecisions>(async d => await d.ApproveAsync(w.Reference, await w.Grant.AwardInputAsync(), a, Token))),
        ("Decision.Decline", "ready", (w, a) => w.Do<GrantDecisions>(async d => await d.DeclineAsync(w.Reference, new DeclineGrant(Ground.D10, Fifty, null, Answers, true, await w.Grant.VersionAsync()), a, Token))),
        ("Grant.PublishOutcome", "decided", (w, a) => w.Do<GrantOutcomes>(o => o.PublishAsync(w.Reference, a, Token))),
        ("Overlap.Dismiss", "checked", (w, a) => w.Do<OverlapDismissals>(o => o.DismissAsync(w.Reference, new DismissOverlap("GR-2026-99999", OverlapKind.Phone, Fifty), a, Token))),
        ("Award.Withhold", "decided", (w, a) => w.Do<Publications>(async p => await p.WithholdAsync(w.Reference, new WithholdAward(Fifty, w.Database.Time.Today.AddDays(90), await w.Grant.VersionAsync()), a, Token))),
        ("Award.StopWithholding", "decided", (w, a) => w.Do<Publications>(async p => await p.LetInAsync(w.Reference, await w.Grant.VersionAsync(), a, Token))),
    ];

    /// <summary>What this table answers for.</summary>
    internal static IEnumerable<string> Accounted => Acts.Select(act => act.Action).Concat(Exempt.Keys);

    [Fact]
    [Trait("Rule", "S1"), Trait("Rule", "S3"), Trait("Rule", "S4"), Trait("Rule", "S5")]
    public async Task EveryActOnAGrant_EveryBreach_IsRefusedLoggedAndChangesNothing()
    {
        var worlds = new Dictionary<string, World> { ["checked"] = await WorldAsync("checked"), ["ready"] = await WorldAsync("ready"), ["decided"] = await WorldAsync("decided") };
        foreach (var (action, stage, attempt) in Acts)
        {
            var world = worlds[stage];
            await RefusesAsync(world, action, "S3", world.Unstated, attempt);
            await RefusesAsync(world, action, "S3", world.Interested, attempt);
            await RefusesAsync(world, action, "S4", world.Member, attempt);
            await RefusesAsync(world, action, "S4", world.Helper, attempt);
        }
        foreach (var action in new[] { "Decision.Award", "Decision.Decline" })
            await RefusesAsync(worlds["ready"], action, "S1", worlds["ready"].First, Acts.Single(act => act.Action == action).Try);
    }

    [Fact]
    public async Task GrantCase_OfFacilitiesStaff_IsNotThere()
    {
        var grant = await A.Grant().SubmittedAsync(database);
        var facilities = await A.Person().Staff(Roles.FacilitiesOfficer | Roles.FacilitiesApprover).AddAsync(database);
        var note = await database.With<Triage, Outcome>(t => t.NoteAsync(grant.Reference, "Hello.", facilities, Token));
        note.IsNotFound.ShouldBeTrue();
        var officer = await A.Person().Staff(Roles.GrantOfficer).AddAsync(database);
        var hire = await A.Hire().SubmittedAsync(database);
        (await database.With<Triage, Outcome>(t => t.NoteAsync(hire.Reference, "Hello.", officer, Token))).IsNotFound.ShouldBeTrue();
    }

    private async Task<World> WorldAsync(string stage)
    {
        var team = await GrantTeam.AddAsync(database);
        var first = await A.Person().Named("Frances First").Staff(Every).AddAsync(database);
        var grant = stage == "checked" ? await A.Grant().CheckedAsync(database, team) : await A.Grant().ReadyAsync(database, team);
        await grant.StateNoInterestAsync(first);
        await grant.RecommendAsync(first);
        if (stage == "decided")
        {
            await grant.StateNoInterestAsync(team.Approver);
            await grant.AwardAsync(team.Approver);
        }
        return new World(database, grant, first, await A.Person().Staff(Every).AddAsync(database), await grant.InterestedAsync(Every), await grant.MemberAsync(Every), await grant.HelperAsync(Every));
    }

    private static Task RefusesAsync(World world, string action, string code, Actor actor, Func<World, Actor, Task<Outcome>> attempt) =>
        world.Grant.RefusesAsync(action, code, actor, () => attempt(world, actor));
}

/// <inheritdoc />
public sealed class SqliteSeparationGrantTests(SqliteDatabase database) : SeparationGrantTests(database), IClassFixture<SqliteDatabase>;

/// <inheritdoc />
public sealed class PostgresSeparationGrantTests(PostgresDatabase database) : SeparationGrantTests(database), IClassFixture<PostgresDatabase>;
