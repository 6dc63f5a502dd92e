using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Tests.Timers;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Timers;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Awards;

/// <summary>What the clocks do after the end of an award, on both databases: each test has its own.</summary>
public abstract class AwardClocksTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "Retention")]
    public async Task BankDetails_ThreeMonthsAfterTheLastPaymentAndTheEnd_LeaveFourDigits()
    {
        var team = await GrantTeam.AddAsync(database);
        var ended = await PaidAndEndedAsync(team);
        var running = await A.Grant().ActiveAsync(database, team);
        await database.GoToAsync(database.Time.Today.AddMonths(3));
        await database.RunTimersAsync();
        (await BankAsync(ended)).SealedNumbers.ShouldNotBeNull("three months are not over");
        await database.GoToAsync(database.Time.Today.AddDays(1));
        (await database.RunTimersAsync()).ShouldContainKey(TimerKind.EraseBank);

        var gone = await BankAsync(ended);
        (gone.SealedNumbers, gone.AccountName, gone.AccountHash, gone.LastFour, gone.IsVerified).ShouldBe((null, "", "", "3445", false));
        (await BankAsync(running)).SealedNumbers.ShouldNotBeNull("an award that runs is paid");
        var id = (await ended.CaseAsync()).Id;
        (await database.With<AppDbContext, (bool Key, bool Audit)>(async db => (
            await db.OverlapKeys.AnyAsync(key => key.CaseId == id && key.Kind == OverlapKind.BankAccount, Token),
            await db.AuditEntries.AnyAsync(e => e.Action == "Bank.Erase" && e.SubjectId == gone.Id, Token)))).ShouldBe((false, true));
    }

    [Fact]
    [Trait("Rule", "Clocks")]
    public async Task MoneyAskedBack_AfterTheGrantWasEnded_IsStillMissed()
    {
        var team = await GrantTeam.AddAsync(database);
        var ended = await PaidAndEndedAsync(team);
        var back = new RecoverMoney(RecoveryKind.Recover, Money.Pounds(2_400), "Nothing of what was paid was spent on the project.", await ended.VersionAsync());
        (await database.With<AwardEndings, Outcome>(e => e.RecoverAsync(ended.Reference, back, team.Officer, Token))).Refusals.ShouldBeEmpty();
        var due = (await ended.FileAsync(team.Officer)).Recoveries.Single().DueOn!.Value;
        await database.GoToAsync(due);
        (await database.RunTimersAsync()).ShouldNotContainKey(TimerKind.RecoveryLate, "the last day is still the group's");
        await database.GoToAsync(await database.WorkingDayAsync(due, 1));
        (await database.RunTimersAsync()).ShouldContainKey(TimerKind.RecoveryLate);
        var late = await ended.CaseAsync();
        (late.State, late.Attention).ShouldBe((CaseState.Completed, CaseAttention.RecoveryLate));

        var recovery = (await ended.FileAsync(team.Officer)).Recoveries.Single();
        (await database.With<AwardEndings, Outcome>(e => e.ReceiveAsync(ended.Reference, recovery.Id, team.Finance, Token))).Refusals.ShouldBeEmpty();
        var settled = await ended.CaseAsync();
        (settled.Attention, settled.LookAgainUtc).ShouldBe((CaseAttention.None, null), "nothing is left to look at");
    }

    private async Task<TestGrant> PaidAndEndedAsync(GrantTeam team)
    {
        var grant = await A.Grant().ActiveAsync(database, team);
        await grant.ReleaseAsync(1, team.OtherFinance);
        await database.MakeFileAsync(team.OtherFinance);
        var propose = new ProposeTermination("The kitchen has closed for good, and the group has not answered three letters about where it goes on.", false, await grant.VersionAsync());
        (await database.With<AwardEndings, Outcome>(e => e.ProposeAsync(grant.Reference, propose, team.Approver, Token))).Refusals.ShouldBeEmpty();
        (await database.With<AwardEndings, Outcome>(e => e.AnswerAsync(grant.Reference, "The kitchen has closed, and we found no other.", grant.Group.Lead, Token))).Refusals.ShouldBeEmpty();
        await grant.StateNoInterestAsync(team.OtherApprover);
        var version = await grant.VersionAsync();
        (await database.With<AwardEndings, Outcome>(e => e.TerminateAsync(grant.Reference, "Without a kitchen the outcomes can no longer be reached, as the group says itself.", version, team.OtherApprover, Token))).Refusals.ShouldBeEmpty();
        return grant;
    }

    private Task<BankDetails> BankAsync(TestGrant grant) =>
        database.With<AppDbContext, BankDetails>(db => db.BankDetails.AsNoTracking().SingleAsync(bank => bank.OrganisationId == grant.Group.Organisation.Id, Token));
}

/// <summary>The same on SQLite.</summary>
public sealed class SqliteAwardClocksTests(SqliteDatabase database) : AwardClocksTests(database), IClassFixture<SqliteDatabase>;

/// <summary>The same on PostgreSQL.</summary>
public sealed class PostgresAwardClocksTests(PostgresDatabase database) : AwardClocksTests(database), IClassFixture<PostgresDatabase>;
