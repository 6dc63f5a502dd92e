using System.Text.RegularExpressions;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Checks;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Cases;

/// <summary>Every separation breach of every act on a case is refused, logged, and changes nothing. The acts stand in one table; an act of the
/// services that is neither in it nor named as exempt fails the test.</summary>
public abstract partial class SeparationTests(TestDatabase database)
{
    private const Roles Every = Roles.FacilitiesOfficer | Roles.FacilitiesApprover | Roles.SafeguardingOfficer | Roles.PreventLead | Roles.Director | Roles.Reviewer;
    private static readonly string Fifty = new('a', 60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Acts without separation, each for its reason.</summary>
    private static readonly Dictionary<string, string> Exempt = new()
    {
        ["Case.Refer"] = "the system",
        ["Case.CloseReferral"] = "the system",
        ["Case.MakeReady"] = "the system",
        ["Case.ReopenChecks"] = "the system",
        ["Case.Confirm"] = "the system",
        ["Hit.Raise"] = "the system",
        ["Case.Lapse"] = "the system",
        ["Case.NotDecide"] = "the system",
        ["Condition.FindMet"] = "the system",
        ["Condition.Set"] = "the system",
        ["Check.Rescreen"] = "the system, when a list changes",
        ["Case.StateInterest"] = "it is the statement itself; that it cannot unlock is tested below",
        ["Information.Answer"] = "the group",
        ["Decision.Answer"] = "the group",
        ["Condition.Accept"] = "the group",
        ["Case.DeclareHelp"] = "it bars whoever makes it; that it does is tested with typed applications",
    };

    /// <summary>Every act of staff on a case, done rightly but for who does it.</summary>
    private static readonly (string Action, string World, Func<World, Actor, Task<Outcome>> Try)[] Acts =
    [
        ("Case.Reassign", "checking", (w, a) => w.Do<Triage>(t => t.ReassignAsync(w.Reference, new Reassign(w.First.Id, w.Second.Id, "Annual leave"), a, Token))),
        ("Case.Note", "checking", (w, a) => w.Do<Triage>(t => t.NoteAsync(w.Reference, "The group rang.", a, Token))),
        ("Check.Record", "checking", (w, a) => w.Do<CheckRecording>(async c => await c.RecordAsync(w.Reference, new RecordCheck(CheckCode.REF, CheckOutcome.Clear, w.Evidence(CheckCode.REF), null, "Seen by the officer.", await w.Hire.VersionAsync()), a, Token))),
        ("Check.Agree", "checking", (w, a) => w.Do<CheckRecording>(c => c.AgreeAsync(w.Reference, w.Fail, a, Token))),
        ("Check.Screen", "checking", (w, a) => w.Do<CheckRecording>(c => c.ScreenAgainAsync(w.Reference, a, Token))),
        ("Waiver.Ask", "ready", (w, a) => w.Do<Waivers>(x => x.AskAsync(w.Reference, new AskWaiver(CheckCode.REF, "They hired last month under another name.", new DateOnly(2026, 6, 1)), a, Token))),
        ("Waiver.Agree", "checking", (w, a) => w.Do<Waivers>(x => x.AgreeAsync(w.Reference, w.Waiver, a, Token))),
        ("Waiver.Decline", "checking", (w, a) => w.Do<Waivers>(x => x.DeclineAsync(w.Reference, w.Waiver, "The reference can be had in a day.", a, Token))),
        ("Hit.Propose", "open", (w, a) => w.Do<HitResolutions>(h => h.ProposeAsync(w.Reference, new ProposeResolution(w.OpenHit, HitResolution.FalseMatch, [IdentifierKind.Address, IdentifierKind.Activities], "Another body."), a, Token))),
        ("Hit.Agree", "checking", (w, a) => w.Do<HitResolutions>(h => h.AnswerAsync(w.Reference, w.ProposedHit, true, a, Token))),
        ("Hit.Disagree", "checking", (w, a) => w.Do<HitResolutions>(h => h.AnswerAsync(w.Reference, w.ProposedHit, false, a, Token))),
        ("Consultation.Ask", "checking", (w, a) => w.Do<Consultations>(c => c.AskAsync(w.Reference, new AskAdvice(ConsultationKind.Equality, "What do you advise?"), a, Token))),
        ("Consultation.ChildAtRisk", "checking", (w, a) => w.Do<Consultations>(c => c.ChildAtRiskAsync(w.Reference, a, Token))),
        ("Consultation.Answer", "checking", (w, a) => w.Do<Consultations>(c => c.AnswerAsync(w.Reference, new AnswerAdvice(w.Asked, ConsultationAnswer.NoConcern, "Fine."), a, Token))),
        ("Consultation.Extend", "checking", (w, a) => w.Do<Consultations>(c => c.ExtendAsync(w.Reference, w.Asked, "They asked for more time.", a, Token))),
        ("Consultation.GoOn", "checking", (w, a) => w.Do<Consultations>(c => c.GoOnAsync(w.Reference, w.Asked, "They will not answer.", a, Token))),
        ("Case.OpenSensitive", "checking", (w, a) => w.Do<SensitiveReading>(s => s.GiveReasonAsync(w.Reference, "Request SAR-2026-014", a, Token))),
        ("Information.Ask", "ready", (w, a) => w.Do<InformationRequests>(async i => await i.AskAsync(w.Reference, new AskGroup([], "How many chairs?"), await w.Hire.VersionAsync(), a, Token))),
        ("Decision.Recommend", "ready", (w, a) => w.Do<Recommendations>(async r => await r.RecommendAsync(w.Reference, new Recommend(false, null, Fifty, await w.Hire.VersionAsync()), a, Token))),
        ("Decision.Adopt", "ready", (w, a) => w.Do<Recommendations>(async r => await r.AdoptAsync(w.Reference, Fifty, await w.Hire.VersionAsync(), a, Token))),
        ("Decision.Approve", "ready", (w, a) => w.Do<Approvals>(async x => await x.ApproveAsync(w.Reference, new Approve(Fifty, [], true, await w.Hire.VersionAsync()), a, Token))),
        ("Decision.MindToRefuse", "ready", (w, a) => w.Do<RefusalDecisions>(async r => await r.MindToRefuseAsync(w.Reference, new MindToRefuse(Ground.D2, Fifty, await w.Hire.VersionAsync(), "Known since today."), a, Token))),
        ("Decision.Refuse", "minded", (w, a) => w.Do<RefusalDecisions>(async r => await r.RefuseAsync(w.Reference, new Refuse(Ground.D2, Fifty, RefusalReasons.Questions.ToDictionary(q => q.Code, _ => Fifty), true, await w.Hire.VersionAsync()), a, Token))),
        ("Decision.Resume", "minded", (w, a) => w.Do<RefusalDecisions>(async r => await r.ResumeAsync(w.Reference, await w.Hire.VersionAsync(), a, Token))),
        ("Condition.Move", "conditions", (w, a) => w.Do<Confirmations>(c => c.MoveConditionAsync(w.Reference, new MoveCondition(w.Condition, ConditionState.Met), a, Token))),
    ];

    /// <summary>What this table answers for.</summary>
    internal static IEnumerable<string> Accounted => Acts.Select(act => act.Action).Concat(Exempt.Keys);

    /// <summary>Acts for which S1 asks for a second person, tried by the first.</summary>
    private static readonly (string Action, string World)[] SecondPersonActs =
    [
        ("Check.Agree", "checking"), ("Waiver.Agree", "checking"), ("Hit.Agree", "checking"), ("Decision.Adopt", "ready"), ("Decision.Approve", "ready"),
        ("Decision.MindToRefuse", "ready"), ("Decision.Refuse", "minded"),
    ];

    [Fact]
    [Trait("Rule", "S1"), Trait("Rule", "S3"), Trait("Rule", "S4"), Trait("Rule", "S5")]
    public async Task EveryAct_EveryBreach_IsRefusedLoggedAndChangesNothing()
    {
        var worlds = await new SeparationWorlds(database).BuildAsync();
        foreach (var (action, world, attempt) in Acts)
        {
            var here = worlds[world];
            // Reading for a logged reason changes nothing and needs no statement of one's own.
            if (action != "Case.OpenSensitive")
                await RefusesAsync(here, action, "S3", here.Unstated, attempt);
            await RefusesAsync(here, action, "S3", here.Interested, attempt);
            await RefusesAsync(here, action, "S4", here.Member, attempt);
            await RefusesAsync(here, action, "S4", here.Helper!, attempt);
            if (SecondPersonActs.Contains((action, world)))
                await RefusesAsync(here, action, "S1", here.First, attempt);
        }
    }

    [Fact]
    [Trait("Rule", "S3"), Trait("Rule", "S5")]
    public async Task StateInterest_AfterDeclaringOne_DoesNotUnlock()
    {
        var officer = await A.Person().Staff(Every).AddAsync(database);
        var hire = await A.Hire().SubmittedAsync(database);
        Task<Outcome> State(bool has) => database.With<Triage, Outcome>(t => t.StateInterestAsync(hire.Reference, new StateInterest(has, "My sister is the chair."), officer, Token));
        (await State(true)).Succeeded.ShouldBeTrue();

        (await State(false)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S3");
        var bulk = await database.With<BulkWork, IReadOnlyList<BulkResult>>(b => b.StateNoInterestAsync([hire.Reference], officer, Token));
        bulk.ShouldHaveSingleItem().Done.ShouldBeFalse();
        (await hire.StateAsync()).ShouldBe(CaseState.Submitted);
    }

    [Fact]
    public void Acts_OfTheServices_AreInTheTableOrExempt()
    {
        var named = Solution.SourceFiles("src/CouncilPremises.Application", ".cs").SelectMany(path => CaseAct().Matches(File.ReadAllText(Solution.PathTo(path)))).Select(match => match.Groups[1].Value).Distinct();
        named.Except(Acts.Select(act => act.Action)).Except(Exempt.Keys).Except(SeparationGrantTests.Accounted).ShouldBeEmpty("put the act in the table, or say why separation does not touch it");
    }

    private async Task RefusesAsync(World world, string action, string code, Actor actor, Func<World, Actor, Task<Outcome>> attempt)
    {
        var (before, logged) = (await world.Hire.CaseAsync(), await LoggedAsync(world, action, actor));
        var outcome = await attempt(world, actor);

        var what = $"{action} by {(actor == world.Unstated ? "somebody without a statement" : actor == world.Interested ? "somebody with an interest" : actor == world.Member ? "a member of the group" : actor == world.Helper ? "whoever helped to write it" : "the first person")}";
        outcome.Refusals.Select(refusal => refusal.Code).ShouldContain(code, what);
        (await world.Hire.CaseAsync()).Version.ShouldBe(before.Version, what);
        (await LoggedAsync(world, action, actor)).ShouldBe(logged + 1, $"{what} is logged once");
    }

    private async Task<int> LoggedAsync(World world, string action, Actor actor)
    {
        var id = (await world.Hire.CaseAsync()).Id;
        return await database.With<AppDbContext, int>(db => db.AuditEntries.CountAsync(e => e.CaseId == id && e.WasRefused && e.Action == action && e.ActorId == actor.Id, Token));
    }

    [GeneratedRegex("\"((?:Case|Check|Waiver|Hit|Consultation|Information|Decision|Condition)\\.[A-Z][A-Za-z]+)\"")]
    private static partial Regex CaseAct();
}

/// <inheritdoc />
public sealed class SqliteSeparationTests(SqliteDatabase database) : SeparationTests(database), IClassFixture<SqliteDatabase>;

/// <inheritdoc />
public sealed class PostgresSeparationTests(PostgresDatabase database) : SeparationTests(database), IClassFixture<PostgresDatabase>;
