using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Cases;

/// <summary>S1, S3 and S4 for every act of the council on an award, its payments and reports: refused, logged once, nothing changed. S2 is tried with
/// the guards of payments.</summary>
public abstract class SeparationMoneyTests(TestDatabase database)
{
    private const Roles Every = Roles.GrantOfficer | Roles.GrantApprover | Roles.FinanceOfficer;
    private static readonly string Fifty = new('a', 60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly Dictionary<string, string> Exempt = new()
    {
        ["Award.Accept"] = "the group",
        ["Award.Decline"] = "the group",
        ["Award.AnswerTermination"] = "the group",
        ["Report.Save"] = "the group",
        ["Report.Send"] = "the group",
        ["Award.Lapse"] = "the system",
        ["Award.Activate"] = "the system",
        ["Award.Complete"] = "the system",
        ["Agreement.Publish"] = "administrators, who have no access to cases",
        ["Payment.MarkSent"] = "part of making a file, which is tried below",
        ["Payment.MakeFile"] = "reaches many cases; tried below",
        ["Payment.TakeFile"] = "what it holds is sent already; that only finance takes it is tried with the guards of payments",
    };

    /// <summary>A grant where every act of a stage waits only for the right person.</summary>
    private sealed record World(TestDatabase Database, TestGrant Grant, Actor First, Actor Unstated, Actor Interested, Actor Member, Actor Helper)
    {
        public string Reference => Grant.Reference;

        public async Task<Outcome> Do<TService>(Func<TService, int, Task<Outcome>> act)
            where TService : notnull
        {
            var version = await Grant.VersionAsync();
            return await Database.With<TService, Outcome>(service => act(service, version));
        }
    }

    private static readonly (string Action, string Stage, Func<World, Actor, Task<Outcome>> Try)[] Acts =
    [
        ("Award.Suspend", "active", (w, a) => w.Do<AwardChanges>((s, v) => s.SuspendAsync(w.Reference, new SuspendAward(SuspensionReason.Breach, Fifty, v), a, Token))),
        ("Award.Vary", "active", (w, a) => w.Do<AwardChanges>((s, v) => s.VaryAsync(w.Reference, new VaryAward(new Dictionary<int, Money?>(), null, Fifty, v), a, Token))),
        ("Award.ProposeTermination", "active", (w, a) => w.Do<AwardEndings>((s, v) => s.ProposeAsync(w.Reference, new ProposeTermination(Fifty, false, v), a, Token))),
        ("Award.Recover", "active", (w, a) => w.Do<AwardEndings>((s, v) => s.RecoverAsync(w.Reference, new RecoverMoney(RecoveryKind.WriteOff, Money.Pounds(1), Fifty, v), a, Token))),
        ("Award.Receive", "active", (w, a) => w.Do<AwardEndings>((s, _) => s.ReceiveAsync(w.Reference, Guid.Empty, a, Token))),
        ("Award.Close", "active", (w, a) => w.Do<AwardEndings>((s, v) => s.CloseAsync(w.Reference, v, a, Token))),
        ("Award.Resume", "suspended", (w, a) => w.Do<AwardChanges>((s, v) => s.ResumeAsync(w.Reference, v, a, Token))),
        ("Award.DropTermination", "proposed", (w, a) => w.Do<AwardEndings>((s, v) => s.DropAsync(w.Reference, v, a, Token))),
        ("Award.Terminate", "proposed", (w, a) => w.Do<AwardEndings>((s, v) => s.TerminateAsync(w.Reference, Fifty, v, a, Token))),
        ("Bank.Key", "active", (w, a) => w.Do<BankKeeping>((s, _) => s.KeyAsync(w.Reference, AwardSteps.Account, a, Token))),
        ("Bank.Verify", "active", (w, a) => w.Do<BankKeeping>((s, _) => s.VerifyAsync(w.Reference, new VerifyBank(Guid.Empty, CheckOutcome.Clear, "Full match", true, null), a, Token))),
        ("Payment.Plan", "active", (w, a) => w.Do<PaymentSchedules>((s, v) => s.ChangeAsync(w.Reference, [], v, a, Token))),
        ("Payment.Release", "active", (w, a) => w.Do<Payments>((s, _) => s.ReleaseAsync(w.Reference, 2, a, Token))),
        ("Payment.Cancel", "active", (w, a) => w.Do<Payments>((s, _) => s.CancelAsync(w.Reference, 2, Fifty, a, Token))),
        ("Payment.Recall", "active", (w, a) => w.Do<Payments>((s, _) => s.RecallAsync(w.Reference, 1, Fifty, a, Token))),
        ("Report.Accept", "active", (w, a) => w.Do<GrantReporting>((s, v) => s.AcceptAsync(w.Reference, 1, v, a, Token))),
        ("Report.Return", "active", (w, a) => w.Do<GrantReporting>((s, v) => s.ReturnAsync(w.Reference, 1, Fifty, v, a, Token))),
    ];

    /// <summary>What this table answers for.</summary>
    internal static IEnumerable<string> Accounted => Acts.Select(act => act.Action).Concat(Exempt.Keys);

    [Fact]
    [Trait("Rule", "S1"), Trait("Rule", "S3"), Trait("Rule", "S4"), Trait("Rule", "S5")]
    public async Task EveryActOnAnAward_EveryBreach_IsRefusedLoggedAndChangesNothing()
    {
        var worlds = new Dictionary<string, World> { ["active"] = await WorldAsync("active"), ["suspended"] = await WorldAsync("suspended"), ["proposed"] = await WorldAsync("proposed") };
        foreach (var (action, stage, attempt) in Acts)
        {
            var world = worlds[stage];
            await RefusesAsync(world, action, "S3", world.Unstated, attempt);
            await RefusesAsync(world, action, "S3", world.Interested, attempt);
            await RefusesAsync(world, action, "S4", world.Member, attempt);
            await RefusesAsync(world, action, "S4", world.Helper, attempt);
        }
        await RefusesAsync(worlds["proposed"], "Award.Terminate", "S1", worlds["proposed"].First, Acts.Single(act => act.Action == "Award.Terminate").Try);
        foreach (var actor in new[] { worlds["active"].Unstated, worlds["active"].Helper })
            await FileIsRefusedAsync(worlds["active"], actor);
    }

    private async Task FileIsRefusedAsync(World world, Actor actor)
    {
        var made = await database.With<PaymentFiles, Outcome<MadeFile>>(files => files.MakeAsync(Guid.CreateVersion7(), actor, Token));
        made.Refusals.Select(no => no.Code).ShouldContain(actor == world.Unstated ? "S3" : "S4");
        (await world.Grant.FileAsync(world.First)).Instalments[0].State.ShouldBe(PaymentState.Released);
        (await database.With<AppDbContext, int>(db => db.AuditEntries.CountAsync(e => e.Action == "Payment.MakeFile" && e.WasRefused && e.ActorId == actor.Id, Token))).ShouldBe(1);
    }

    private async Task<World> WorldAsync(string stage)
    {
        var team = await GrantTeam.AddAsync(database);
        var first = await A.Person().Named("Frances First").Staff(Every).AddAsync(database);
        var grant = await A.Grant().ActiveAsync(database, team);
        await grant.StateNoInterestAsync(first);
        await grant.ReleaseAsync(1, team.OtherFinance);
        await grant.SendReportAsync(1, Money.Pounds(1_500), Money.Pounds(800));
        var world = new World(database, grant, first, await A.Person().Staff(Every).AddAsync(database), await grant.InterestedAsync(Every), await grant.MemberAsync(Every), await grant.HelperAsync(Every));
        if (stage == "suspended")
            (await Acts.Single(act => act.Action == "Award.Suspend").Try(world, first)).Refusals.ShouldBeEmpty();
        if (stage == "proposed")
            (await Acts.Single(act => act.Action == "Award.ProposeTermination").Try(world, first)).Refusals.ShouldBeEmpty();
        return world;
    }

    private static Task RefusesAsync(World world, string action, string code, Actor actor, Func<World, Actor, Task<Outcome>> attempt) =>
        world.Grant.RefusesAsync(action, code, actor, () => attempt(world, actor));
}

/// <inheritdoc />
public sealed class SqliteSeparationMoneyTests(SqliteDatabase database) : SeparationMoneyTests(database), IClassFixture<SqliteDatabase>;

/// <inheritdoc />
public sealed class PostgresSeparationMoneyTests(PostgresDatabase database) : SeparationMoneyTests(database), IClassFixture<PostgresDatabase>;
