using System.Text.RegularExpressions;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Application.Hire;
using CouncilPremises.Application.Tests.Decisions;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Cases;

/// <summary>The same for what follows a decision: holds, cancellations, breaches, reviews, changes, and signatures on paper.</summary>
public abstract partial class SeparationAftermathTests(TestDatabase database)
{
    private const string Fifty = Aftermath.Fifty;
    private readonly Aftermath after = new(database);
    private readonly SeparationWorlds worlds = new(database);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Acts without separation, each for its reason.</summary>
    private static readonly Dictionary<string, string> Exempt = new()
    {
        ["Hold.End"] = "the system",
        ["Change.Close"] = "the system",
        ["Change.Start"] = "the group",
        ["Change.Send"] = "the group",
        ["Change.Withdraw"] = "the group",
        ["Breach.Answer"] = "the group",
        ["Review.Ask"] = "the group",
        ["Declaration.Sign"] = "the group",
        ["Declaration.CoSign"] = "the real organiser",
        ["Declaration.Publish"] = "no case: administrators publish the text",
    };

    /// <summary>Every act of staff, done rightly but for who does it.</summary>
    private static readonly (string Action, string World, bool Decides, Func<World, int, Actor, Task<Outcome>> Try)[] Acts =
    [
        ("Hold.Lay", "booked", true, (w, v, a) => w.Do<Holds>(h => h.LayAsync(w.Reference, new LayHold(HoldReason.SafetyRisk, "The caretaker rang about the ceiling.", null, [], [], v), a, Token))),
        ("Hold.Agree", "held", true, (w, v, a) => w.Do<Holds>(h => h.AgreeAsync(w.Reference, w.Waiting, v, a, Token))),
        ("Hold.Renew", "held", true, (w, v, a) => w.Do<Holds>(h => h.RenewAsync(w.Reference, w.Waiting, v, a, Token))),
        ("Hold.Release", "held", false, (w, v, a) => w.Do<Holds>(h => h.ReleaseAsync(w.Reference, w.Waiting, "Nothing was found at the ceiling.", v, a, Token))),
        ("Cancellation.Propose", "booked", true, (w, v, a) => w.Do<Cancellations>(c => c.ProposeAsync(w.Reference, Cancel(v), a, Token))),
        ("Cancellation.Confirm", "cancelling", true, (w, v, a) => w.Do<Cancellations>(c => c.DecideAsync(w.Reference, new DecideCancellation(w.Waiting, true, null, true, v), a, Token))),
        ("Cancellation.Decline", "cancelling", true, (w, v, a) => w.Do<Cancellations>(c => c.DecideAsync(w.Reference, new DecideCancellation(w.Waiting, false, "The facts do not bear it out.", true, v), a, Token))),
        ("Breach.Raise", "booked", false, (w, v, a) => w.Do<Breaches>(b => b.RaiseAsync(w.Reference, new RaiseBreach(new DateOnly(2026, 1, 5), Fifty, v), a, Token))),
        ("Breach.Decide", "breach", true, (w, v, a) => w.Do<Breaches>(b => b.DecideAsync(w.Reference, new DecideBreach(w.Waiting, false, Fifty, true, v), a, Token))),
        ("Review.Decide", "review", true, (w, v, a) => w.Do<Reviews>(r => r.DecideAsync(w.Reference, new DecideReview(w.Waiting, ReviewOutcome.Uphold, null, Fifty, [], [], v), a, Token))),
        ("Change.Recommend", "change", false, (w, v, a) => w.Do<ChangeDecisions>(c => c.RecommendAsync(w.Reference, true, Fifty, v, a, Token))),
        ("Change.Accept", "change", true, (w, v, a) => w.Do<ChangeDecisions>(c => c.AcceptAsync(w.Reference, Decide(v), a, Token))),
        ("Change.Decline", "change", true, (w, v, a) => w.Do<ChangeDecisions>(c => c.DeclineAsync(w.Reference, Decide(v), a, Token))),
        ("Declaration.RecordPaper", "booked", false, (w, _, a) => w.Do<PaperSignatures>(p => p.RecordAsync(w.Reference, new PaperSignature(CheckParty.Hirer, "Alex Morgan", "Chair", new DateOnly(2026, 1, 5), true), a, Token))),
        ("Declaration.AskCoSign", "booked", false, (w, _, a) => w.Do<CoSigning>(c => c.AskAsync(w.Reference, a, Token))),
    ];

    /// <summary>What this table answers for.</summary>
    internal static IEnumerable<string> Accounted => Acts.Select(act => act.Action).Concat(Exempt.Keys);

    /// <summary>Acts that need a second person, tried by the first, and the code that stops them.</summary>
    private static readonly Dictionary<string, string> SecondPersonActs = new()
    {
        ["Hold.Agree"] = "S1",
        ["Hold.Renew"] = "S1",
        ["Cancellation.Confirm"] = "S1",
        ["Breach.Decide"] = "S1",
        ["Review.Decide"] = "Reviewer",
        ["Change.Decline"] = "S1",
    };

    [Fact]
    [Trait("Rule", "S1"), Trait("Rule", "S3"), Trait("Rule", "S4"), Trait("Rule", "S5")]
    public async Task EveryActAfterADecision_EveryBreach_IsRefusedLoggedAndChangesNothing()
    {
        var built = new Dictionary<string, World>
        {
            ["booked"] = await BookedAsync(),
            ["held"] = await HeldAsync(),
            ["cancelling"] = await CancellingAsync(),
            ["breach"] = await BreachAsync(),
            ["review"] = await ReviewAsync(),
            ["change"] = await ChangeAsync(),
        };
        foreach (var (action, name, decides, attempt) in Acts)
        {
            var world = built[name];
            await RefusesAsync(world, action, "S3", world.Unstated, "somebody without a statement", attempt);
            await RefusesAsync(world, action, "S3", world.Interested, "somebody with an interest", attempt);
            await RefusesAsync(world, action, "S4", world.Member, "a member of the group", attempt);
            await RefusesAsync(world, action, "S4", world.Helper!, "whoever helped to write it", attempt);
            if (decides)
                await RefusesAsync(world, action, "S4", world.Typist!, "whoever typed it", attempt);
            if (SecondPersonActs.TryGetValue(action, out var code))
                await RefusesAsync(world, action, code, world.First, "the first person", attempt);
        }
    }

    [Fact]
    public void ActsAfterADecision_OfTheServices_AreInTheTableOrExempt()
    {
        var named = Solution.SourceFiles("src/CouncilPremises.Application", ".cs").SelectMany(path => CaseAct().Matches(File.ReadAllText(Solution.PathTo(path)))).Select(match => match.Groups[1].Value).Distinct();
        named.Except(Acts.Select(act => act.Action)).Except(Exempt.Keys).ShouldBeEmpty("put the act in the table, or say why separation does not touch it");
    }

    private async Task<World> BookedAsync()
    {
        var world = await worlds.NewAsync(after.HireIn(60), ready: true);
        await worlds.MustAsync<Approvals>(async a => await a.ApproveAsync(world.Reference, new Approve(Fifty, [], true, await world.Hire.VersionAsync()), world.Second, Token));
        return await worlds.WithTypistAsync(world);
    }

    private async Task<World> HeldAsync()
    {
        var world = await BookedAsync();
        (await after.HoldAsync(world.Hire, world.First, HoldReason.SafetyRisk)).Refusals.ShouldBeEmpty();
        return world with { Waiting = await worlds.IdAsync(world, (db, id) => db.CaseHolds.Where(h => h.CaseId == id).Select(h => h.Id)) };
    }

    private async Task<World> CancellingAsync()
    {
        var world = await BookedAsync();
        (await after.ProposeAsync(world.Hire, world.First, CancellationCause.SafetyRisk, Ground.D2)).Refusals.ShouldBeEmpty();
        return world with { Waiting = await worlds.IdAsync(world, (db, id) => db.Cancellations.Where(c => c.CaseId == id).Select(c => c.Id)) };
    }

    private async Task<World> BreachAsync()
    {
        var world = await BookedAsync();
        await worlds.MustAsync<Breaches>(async b => await b.RaiseAsync(world.Reference, new RaiseBreach(database.Time.Today, Fifty, await world.Hire.VersionAsync()), world.First, Token));
        return world with { Waiting = await worlds.IdAsync(world, (db, id) => db.Breaches.Where(b => b.CaseId == id).Select(b => b.Id)) };
    }

    private async Task<World> ReviewAsync()
    {
        var world = await worlds.NewAsync(after.HireIn(60), ready: true);
        var condition = new ConditionFacts(ConditionKind.Documents, ConditionTiming.Before, "Send the fire plan.", "The room is full.", database.Time.Today.AddDays(40), null);
        await worlds.MustAsync<Approvals>(async a => await a.ApproveAsync(world.Reference, new Approve(Fifty, [condition], true, await world.Hire.VersionAsync()), world.First, Token));
        (await after.AskReviewAsync(world.Hire)).Refusals.ShouldBeEmpty();
        var asked = world with { Waiting = await worlds.IdAsync(world, (db, id) => db.Reviews.Where(r => r.CaseId == id).Select(r => r.Id)) };
        return await worlds.WithTypistAsync(asked);
    }

    private async Task<World> ChangeAsync()
    {
        var world = await BookedAsync();
        (await world.Hire.AskForChangeAsync(a => a with { Attendance = a.Attendance with { People = 45 } }, HireSection.Attendance)).Refusals.ShouldBeEmpty();
        (await world.Hire.RecommendChangeAsync(world.First, decline: true)).Refusals.ShouldBeEmpty();
        return world;
    }

    private static CancelBooking Cancel(int version) => new(
        new CancellationFacts(CancellationCause.SafetyRisk, [], true, null, "The Small Hall on the same evening, without charge.", Domain.Money.Pounds(49)),
        Ground.D2, Fifty, Aftermath.AllAnswers(), true, version);

    private static DecideChange Decide(int version) => new(Fifty, [], Aftermath.AllAnswers(), true, version);

    private async Task RefusesAsync(World world, string action, string code, Actor actor, string who, Func<World, int, Actor, Task<Outcome>> attempt)
    {
        var (before, what) = (await world.Hire.CaseAsync(), $"{action} by {who}");
        var logged = await LoggedAsync(before.Id, action, actor);

        var outcome = await attempt(world, before.Version, actor);

        outcome.Refusals.Select(refusal => refusal.Code).ShouldContain(code, what);
        (await world.Hire.CaseAsync()).Version.ShouldBe(before.Version, what);
        (await LoggedAsync(before.Id, action, actor)).ShouldBe(logged + 1, $"{what} is logged once");
    }

    private Task<int> LoggedAsync(Guid caseId, string action, Actor actor) => database.With<AppDbContext, int>(db =>
        db.AuditEntries.CountAsync(e => e.CaseId == caseId && e.WasRefused && e.Action == action && e.ActorId == actor.Id, Token));

    [GeneratedRegex("\"((?:Hold|Cancellation|Breach|Review|Change|Declaration)\\.[A-Z][A-Za-z]+)\"")]
    private static partial Regex CaseAct();
}

/// <inheritdoc />
public sealed class SqliteSeparationAftermathTests(SqliteDatabase database) : SeparationAftermathTests(database), IClassFixture<SqliteDatabase>;

/// <inheritdoc />
public sealed class PostgresSeparationAftermathTests(PostgresDatabase database) : SeparationAftermathTests(database), IClassFixture<PostgresDatabase>;
