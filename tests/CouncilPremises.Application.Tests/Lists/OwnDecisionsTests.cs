using CouncilPremises.Application.Checks;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Lists;
using CouncilPremises.Application.Tests.Decisions;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Lists;

/// <summary>L4: what a decision of the council does to other live cases of the same name.</summary>
[Trait("Rule", "XREF")]
public abstract class OwnDecisionsTests(TestDatabase database)
{
    private readonly Aftermath after = new(database);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OwnRefusal_OtherLiveCasesOfTheHirer_AreTriedAgainstIt()
    {
        var (officer, approver) = (await after.PersonAsync(Roles.FacilitiesOfficer), await after.PersonAsync(Roles.FacilitiesApprover));
        var group = await A.Group().Named("Corrin Gate Drummers").AddAsync(database);
        var other = await after.HireIn(90).By(group).ReadyAsync(database, officer);
        var partly = await after.RefusedAsync(after.SeriesIn(60).By(group), officer, approver, Ground.D5, only: 1);

        await RunAsync();

        (await HitsAsync(other)).ShouldHaveSingleItem().List.ShouldBe(ListCode.L4);
        (await other.StateAsync()).ShouldBe(CaseState.Referred, "a new hit reopens the check");
        (await RunAsync()).ShouldBe(0);
        (await database.With<CheckRecording, Outcome>(checks => checks.ScreenAgainAsync(partly.Reference, officer, Token))).Refusals.ShouldBeEmpty();
        (await HitsAsync(partly)).ShouldBeEmpty("a decision says nothing new about the case it was made on, now or later");
    }

    [Fact]
    public async Task OwnDecisions_OnlySomeGroundsAndOnlyWhileTheyStand_AreTried()
    {
        var (first, second) = (await after.PersonAsync(Roles.FacilitiesOfficer | Roles.FacilitiesApprover), await after.PersonAsync(Roles.FacilitiesApprover));
        var (risky, untrue) = (await A.Group().Named("Ellerdine Bellfounders").AddAsync(database), await A.Group().Named("Sallow Brook Kites").AddAsync(database));
        var others = (Risky: await after.HireIn(95).By(risky).ReadyAsync(database, first), Untrue: await after.HireIn(96).By(untrue).ReadyAsync(database, first));
        await RunAsync();

        await CancelAsync(risky, CancellationCause.PoliceDirection, Ground.D2, 61);
        await database.With<AppDbContext>(async db => (await db.Rescreenings.AnyAsync(r => r.FinishedUtc == null, Token)).ShouldBeFalse("D2 is no ground of L4"));
        var cancelled = await CancelAsync(untrue, CancellationCause.FalseStatement, Ground.D5, 62);
        await database.With<AppDbContext>(async db => (await db.Rescreenings.SingleAsync(r => r.FinishedUtc == null, Token)).DecisionId.ShouldNotBeNull());

        // Set aside before anybody looked
        (await after.AskReviewAsync(cancelled)).Refusals.ShouldBeEmpty();
        (await after.ReviewAsync(cancelled, await after.PersonAsync(Roles.Reviewer, cancelled), ReviewOutcome.Return, CaseState.Confirmed)).Refusals.ShouldBeEmpty();
        (await RunAsync()).ShouldBe(0);
        (await HitsAsync(others.Risky)).Concat(await HitsAsync(others.Untrue)).ShouldBeEmpty();

        await CancelAsync(untrue, CancellationCause.FalseStatement, Ground.D5, 63);
        (await RunAsync()).ShouldBeGreaterThan(0);
        (await HitsAsync(others.Untrue)).ShouldHaveSingleItem().List.ShouldBe(ListCode.L4);

        async Task<TestHire> CancelAsync(TestGroup group, CancellationCause cause, Ground ground, int days)
        {
            var hire = await after.HireIn(days).By(group).ConfirmedAsync(database, first);
            await hire.StateNoInterestAsync(second);
            (await after.ProposeAsync(hire, first, cause, ground)).Refusals.ShouldBeEmpty();
            (await after.ConfirmAsync(hire, second)).Refusals.ShouldBeEmpty();
            return hire;
        }
    }

    private Task<int> RunAsync() => database.With<Rescreenings, int>(rescreenings => rescreenings.RunDueAsync(Token));

    private Task<List<Hit>> HitsAsync(TestHire hire) => database.With<AppDbContext, List<Hit>>(db =>
        db.Hits.AsNoTracking().Where(hit => db.Cases.Any(c => c.Id == hit.CaseId && c.Reference == hire.Reference)).ToListAsync(Token));
}

/// <inheritdoc />
public sealed class SqliteOwnDecisionsTests(SqliteDatabase database) : OwnDecisionsTests(database), IClassFixture<SqliteDatabase>;

/// <inheritdoc />
public sealed class PostgresOwnDecisionsTests(PostgresDatabase database) : OwnDecisionsTests(database), IClassFixture<PostgresDatabase>;
