using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Grants;
using CouncilPremises.Application.Tests.Timers;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Timers;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Awards;

/// <summary>An award from its offer to its closing, through the services, on both databases.</summary>
public abstract class AwardJourneyTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "G12"), Trait("Rule", "N14"), Trait("Rule", "N15")]
    public async Task Award_FromOfferToClosing_AccountsForEveryPound()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().OfferedAsync(database, team);
        (await KeyAsync(grant, AwardSteps.Account, grant.Group.Lead)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("G12", "bank details come after the agreement");
        var stale = new AcceptAgreement(true, "another text", await grant.VersionAsync());
        (await database.With<AwardOffers, Outcome>(o => o.AcceptAsync(grant.Reference, stale, grant.Group.Lead, Token))).IsConflict.ShouldBeTrue();
        await grant.AcceptAsync();

        var file = await grant.FileAsync(team.Officer);
        (file.Award!.State, file.Award.AgreementHash, file.Award.AcceptedById).ShouldBe((AwardState.Agreed, AgreementText.V1.Hash, grant.Group.Lead.Id));
        file.Instalments.Select(one => (one.Amount.Pence, one.AfterReport)).ShouldBe([(240_000, null), (240_000, 1)]);
        file.Reports.Select(one => one.IsFinal).ShouldBe([false, true]);

        await grant.KeyBankAsync(AwardSteps.Account);
        await grant.StateNoInterestAsync(team.Finance);
        await grant.StateNoInterestAsync(team.OtherFinance);
        await grant.VerifyBankAsync(team.Finance);
        (await grant.FileAsync(team.Officer)).Award!.State.ShouldBe(AwardState.Active, "two people handled the bank details, and no condition is open");
        await grant.ReleaseAsync(1, team.OtherFinance);
        var first = await database.MakeFileAsync(team.OtherFinance);
        (await CsvAsync(first, team.OtherFinance)).ShouldBe($"Reference,Payee,Sort code,Account number,Amount,Remittance\r\n{grant.Reference}-1,Fernley Youth Trust,309430,00733445,2400.00,Grant {grant.Reference}-1\r\n");
        (await LettersAsync(grant, NoticeCode.N15)).ShouldHaveSingleItem().Text.ShouldContain("£2,400");

        (await grant.TryReleaseAsync(2, team.OtherFinance)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Reports");
        await grant.SendReportAsync(1, Money.Pounds(1_500), Money.Pounds(800));
        (await grant.TryReleaseAsync(2, team.OtherFinance)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Reports", "sent is not accepted");
        await ReturnAndSendAgainAsync(grant, team);
        await grant.AcceptReportAsync(1, team.Officer);
        (await grant.TryReleaseAsync(2, team.OtherFinance)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Reports", "its time is not over: nothing is paid on what has not been");
        await grant.TimeIsOverAsync(1);
        await grant.ReleaseAsync(2, team.OtherFinance);
        (await database.MakeFileAsync(team.OtherFinance)).ShouldNotBe(first);

        await grant.SendReportAsync(2, Money.Pounds(1_400), Money.Pounds(800));
        await grant.AcceptReportAsync(2, team.Officer);
        (await CloseAsync(grant, team.Officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Balance");
        await RecoverAsync(grant, team);
        (await CloseAsync(grant, team.Officer)).Refusals.ShouldBeEmpty();
        (await grant.FileAsync(team.Officer)).Award!.State.ShouldBe(AwardState.Completed);
        (await grant.StateAsync()).ShouldBe(CaseState.Completed);

        var lessons = await database.With<SharedLessons, LessonsPage?>(s => s.ReadAsync(1, grant.Group.Lead, Token));
        lessons!.Lessons.Count(one => one.Text.StartsWith("Ask the library first", StringComparison.Ordinal)).ShouldBe(2);
        (await database.With<SharedLessons, LessonsPage?>(async s => await s.ReadAsync(1, await A.Person().AddAsync(database), Token))).ShouldBeNull();
        await NothingOfTheAccountStandsInReadableWordsAsync(grant);
    }

    private async Task ReturnAndSendAgainAsync(TestGrant grant, GrantTeam team)
    {
        var version = await grant.VersionAsync();
        (await database.With<GrantReporting, Outcome>(r => r.ReturnAsync(grant.Reference, 1, "Please say how many evenings were held.", version, team.Officer, Token))).Refusals.ShouldBeEmpty();
        var early = await grant.ReportAsync(2, Money.Zero, Money.Zero);
        (await database.With<GrantReporting, Outcome>(r => r.SendAsync(grant.Reference, early, grant.Group.Lead, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Order");
        var tooMuch = await grant.ReportAsync(1, Money.Pounds(4_000), Money.Pounds(801));
        (await database.With<GrantReporting, Outcome>(r => r.SendAsync(grant.Reference, tooMuch, grant.Group.Lead, Token))).Refusals.ShouldHaveSingleItem().Sentence.ShouldContain("more than the award of £4,800");
        await grant.SendReportAsync(1, Money.Pounds(1_500), Money.Pounds(800));
    }

    private async Task RecoverAsync(TestGrant grant, GrantTeam team)
    {
        var input = new RecoverMoney(RecoveryKind.Recover, new Money(300_01), "The last two evenings were not held, so the food was not bought.", await grant.VersionAsync());
        (await RecoverAsync(grant, input, team.Officer)).Refusals.ShouldHaveSingleItem().Sentence.ShouldStartWith("£300 is left");
        (await RecoverAsync(grant, input with { Kind = RecoveryKind.WriteOff, Amount = Money.Pounds(100) }, team.Officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role");
        (await RecoverAsync(grant, input with { Amount = Money.Pounds(200) }, team.Officer)).Refusals.ShouldBeEmpty();
        (await RecoverAsync(grant, input with { Kind = RecoveryKind.WriteOff, Amount = Money.Pounds(100), SeenVersion = await grant.VersionAsync() }, team.Approver)).Refusals.ShouldBeEmpty();
        (await CloseAsync(grant, team.Officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Balance", "asked back is not paid back");
        var asked = (await grant.FileAsync(team.Officer)).Recoveries.Single(one => one.IsAwaited);
        (await database.With<AwardEndings, Outcome>(e => e.ReceiveAsync(grant.Reference, asked.Id, team.Finance, Token))).Refusals.ShouldBeEmpty();
        var told = await LettersAsync(grant, NoticeCode.PayBack);
        told.Select(letter => (letter.Text.Contains("£200", StringComparison.Ordinal), letter.Text.Contains("You need not pay it back", StringComparison.Ordinal))).ShouldBe([(true, false), (false, true)], ignoreOrder: true);
    }

    private Task<Outcome> RecoverAsync(TestGrant grant, RecoverMoney input, Actor actor) => database.With<AwardEndings, Outcome>(e => e.RecoverAsync(grant.Reference, input, actor, Token));

    private async Task NothingOfTheAccountStandsInReadableWordsAsync(TestGrant grant)
    {
        var id = (await grant.CaseAsync()).Id;
        var kept = await database.With<AppDbContext, List<string>>(async db =>
        [
            .. await db.AuditDetails.Select(d => d.Json).ToListAsync(Token),
            .. await db.OutboxMessages.Where(m => m.CaseId == id).Select(m => m.Text).ToListAsync(Token),
            .. await db.BankDetails.Select(b => b.SealedNumbers + b.AccountHash + b.AccountName).ToListAsync(Token),
        ]);
        kept.ShouldAllBe(text => !text.Contains("00733445", StringComparison.Ordinal) && !text.Contains("309430", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Offer_DeclinedByTheGroup_EndsTheCase()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().OfferedAsync(database, team);
        var version = await grant.VersionAsync();
        (await database.With<AwardOffers, Outcome>(o => o.DeclineAsync(grant.Reference, "Our hall has closed.", version, grant.Group.Lead, Token))).Refusals.ShouldBeEmpty();
        (await grant.FileAsync(team.Officer)).Award!.State.ShouldBe(AwardState.Declined);
        (await grant.StateAsync()).ShouldBe(CaseState.Completed);
    }

    [Fact]
    [Trait("Rule", "Clocks")]
    public async Task Offer_NobodyAccepts_IsRemindedThenLapsesAndFreesTheFund()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().OfferedAsync(database, team);
        var last = (await grant.FileAsync(team.Officer)).Award!.AcceptBy!.Value;
        await database.GoToAsync(await database.WorkingDayAsync(last, -5));
        (await database.RunTimersAsync()).ShouldContainKey(TimerKind.OfferReminder);
        (await LettersAsync(grant, NoticeCode.N3Grant)).ShouldNotBeEmpty();
        await database.GoToAsync(last);
        await database.RunTimersAsync();
        (await grant.StateAsync()).ShouldBe(CaseState.Approved, "the last day still is the group's");
        await database.GoToAsync(await database.WorkingDayAsync(last, 1));
        (await database.RunTimersAsync()).ShouldContainKey(TimerKind.Lapse);

        (await grant.FileAsync(team.Officer)).Award!.State.ShouldBe(AwardState.Lapsed);
        (await grant.StateAsync()).ShouldBe(CaseState.Completed);
        (await LettersAsync(grant, NoticeCode.N4Grant)).ShouldNotBeEmpty();
        var late = new AcceptAgreement(true, AgreementText.V1.Hash, await grant.VersionAsync());
        (await database.With<AwardOffers, Outcome>(o => o.AcceptAsync(grant.Reference, late, grant.Group.Lead, Token))).Succeeded.ShouldBeFalse();
    }

    [Fact]
    [Trait("Rule", "N16")]
    public async Task Report_NearAndPastItsDay_IsRemindedTwiceAndAlertedAndStopsPayments()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().ActiveAsync(database, team);
        var due = (await grant.FileAsync(team.Officer)).Reports[0].DueOn;
        await database.GoToAsync(await database.WorkingDayAsync(due, -20));
        (await database.RunTimersAsync()).ShouldContainKey(TimerKind.ReportReminder);
        await database.GoToAsync(await database.WorkingDayAsync(due, -5));
        (await database.RunTimersAsync()).ShouldContainKey(TimerKind.ReportDue);
        (await LettersAsync(grant, NoticeCode.N16)).Select(letter => letter.Text.Contains("Report 1 is about the time", StringComparison.Ordinal)).ShouldAllBe(said => said);
        (await grant.FileAsync(team.Officer)).PayFacts((await grant.FileAsync(team.Officer)).Instalments[0], team.OtherFinance, true).ReportsAccepted.ShouldBeTrue();
        await database.GoToAsync(await database.WorkingDayAsync(due, 1));
        (await database.RunTimersAsync()).ShouldContainKey(TimerKind.ReportLate);
        (await grant.CaseAsync()).Attention.ShouldBe(CaseAttention.ReportLate);
        (await grant.TryReleaseAsync(1, team.OtherFinance)).Refusals.ShouldContain(no => no.Code == "Reports", "an overdue report stops even the first payment");
    }

    [Fact]
    [Trait("Rule", "N17"), Trait("Rule", "N18")]
    public async Task Award_SuspendedVariedAndEnded_HearsTheGroupAndStopsPayments()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().ActiveAsync(database, team);
        var stop = new SuspendAward(SuspensionReason.ReportLate, "We have had no report, and cannot pay before we have.", await grant.VersionAsync());
        (await SuspendAsync(grant, stop, team)).Refusals.ShouldHaveSingleItem().Sentence.ShouldContain("No report is more than 10 working days late");
        (await SuspendAsync(grant, stop with { Reason = SuspensionReason.Breach }, team)).Refusals.ShouldBeEmpty();
        (await grant.TryReleaseAsync(1, team.OtherFinance)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Active");
        var version = await grant.VersionAsync();
        (await database.With<AwardChanges, Outcome>(c => c.ResumeAsync(grant.Reference, version, team.Officer, Token))).Refusals.ShouldBeEmpty();
        (await LettersAsync(grant, NoticeCode.N17)).Count.ShouldBe(2);

        await VaryAsync(grant, team);
        var propose = new ProposeTermination("The kitchen has closed for good, and the group has not answered three letters about where it goes on.", false, await grant.VersionAsync());
        (await database.With<AwardEndings, Outcome>(e => e.ProposeAsync(grant.Reference, propose, team.Approver, Token))).Refusals.ShouldBeEmpty();
        (await TerminateAsync(grant, team.Approver)).Refusals.Select(no => no.Code).ShouldBe(["S1", "Heard"], ignoreOrder: true);
        (await database.With<AwardEndings, Outcome>(e => e.AnswerAsync(grant.Reference, "We have found another kitchen.", grant.Group.Lead, Token))).Refusals.ShouldBeEmpty();
        await grant.StateNoInterestAsync(team.OtherApprover);
        (await TerminateAsync(grant, team.OtherApprover)).Refusals.ShouldBeEmpty();
        var file = await grant.FileAsync(team.Officer);
        (file.Award!.State, file.Case.State).ShouldBe((AwardState.Terminated, CaseState.Completed));
        file.Instalments.ShouldAllBe(one => one.State == PaymentState.Cancelled);
        (await LettersAsync(grant, NoticeCode.N18)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Award_VariedUpAgain_NeedsTheFundsMoneyAndLeavesItsReports()
    {
        var team = await GrantTeam.AddAsync(database);
        var round = await A.Round().With(Money.Pounds(9_000)).AddAsync(database);
        var grant = await A.Grant().In(round).ActiveAsync(database, team);
        var reports = (await grant.FileAsync(team.Officer)).Reports.Select(report => (report.Number, report.Until)).ToList();
        var lines = new VaryAward(new Dictionary<int, Money?> { [1] = Money.Pounds(1_000) }, null, "The cook works fewer hours this season than was planned.", await grant.VersionAsync());
        (await VaryAsync(grant, lines, team.Approver)).Refusals.ShouldBeEmpty();
        await A.Grant().In(round).OfferedAsync(database, team);
        var more = lines with { Amounts = new Dictionary<int, Money?> { [1] = Money.Pounds(3_000) }, SeenVersion = await grant.VersionAsync() };
        (await VaryAsync(grant, more, team.Approver)).Refusals.ShouldHaveSingleItem().Sentence.ShouldStartWith("The fund has £4,200 for this award", customMessage: "what was given back is another group's");
        (await VaryAsync(grant, more with { Amounts = new Dictionary<int, Money?> { [1] = Money.Pounds(2_400) } }, team.Approver)).Refusals.ShouldBeEmpty("all that is left");
        (await grant.FileAsync(team.Officer)).Reports.Select(report => (report.Number, report.Until)).ShouldBe(reports, "money moved changes nothing about when a group reports");

        var fund = await database.With<AppDbContext, Fund>(db => db.Funds.AsNoTracking().Include(f => f.Lines).SingleAsync(f => f.Id == round.Fund.Id, Token));
        var facts = new FundFacts(fund.Name, fund.SchemeTitle, fund.Purpose, fund.FundingSource, Money.Pounds(8_999), fund.LowestAward, Money.Pounds(5_000), 0, team.Officer.Id,
            [.. fund.Lines.Select(line => new DeliveryPlanLineFacts(line.Id, line.Title, line.Objective, line.Owner, line.Target, line.Wards))]);
        (await database.With<FundKeeping, Outcome>(f => f.ChangeAsync(fund.Id, fund.Version, facts, team.Officer, Token))).Refusals.ShouldHaveSingleItem().Sentence
            .ShouldBe("£9,000 is awarded from this fund already. Enter a budget of that or more");
    }

    private async Task VaryAsync(TestGrant grant, GrantTeam team)
    {
        var tooMuch = new VaryAward(new Dictionary<int, Money?> { [1] = new Money(2_519_99), [2] = new Money(2_280_01) }, null, "The cook works fewer hours and the food costs more.", await grant.VersionAsync());
        (await VaryAsync(grant, tooMuch, team.Officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Share");
        (await VaryAsync(grant, tooMuch with { Amounts = new Dictionary<int, Money?> { [1] = Money.Pounds(3_001) } }, team.Approver)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Award", "an award never grows");
        (await VaryAsync(grant, tooMuch with { Amounts = new Dictionary<int, Money?> { [1] = Money.Pounds(2_520), [2] = Money.Pounds(2_280) } }, team.Officer)).Refusals.ShouldBeEmpty("exactly a tenth");
        (await VaryAsync(grant, tooMuch with { Amounts = new Dictionary<int, Money?> { [1] = new Money(2_000_01) }, SeenVersion = await grant.VersionAsync() }, team.Approver)).Refusals.ShouldBeEmpty();
        var file = await grant.FileAsync(team.Officer);
        file.Award!.Amount.ShouldBe(new Money(4_280_01));
        file.Planned().Aggregate(Money.Zero, (sum, one) => sum + one.Amount).ShouldBe(file.Award.Amount, "the schedule comes to the award to the penny");
        file.Decided(team.Officer.Id).ShouldBeTrue("whoever varied it does not release it (S2)");
        var wrong = new List<ScheduleRow> { new(1, Money.Pounds(4_280), file.Today, null) };
        var version = await grant.VersionAsync();
        (await database.With<PaymentSchedules, Outcome>(s => s.ChangeAsync(grant.Reference, wrong, version, team.Officer, Token))).Refusals.ShouldHaveSingleItem().Sentence.ShouldContain("Add £0.01");
        var right = new List<ScheduleRow> { new(1, Money.Pounds(4_000), file.Today, null), new(null, new Money(280_01), file.Today.AddDays(30), 1) };
        (await database.With<PaymentSchedules, Outcome>(s => s.ChangeAsync(grant.Reference, right, version, team.Officer, Token))).Refusals.ShouldBeEmpty();
    }

    private Task<Outcome> VaryAsync(TestGrant grant, VaryAward input, Actor actor) => database.With<AwardChanges, Outcome>(c => c.VaryAsync(grant.Reference, input, actor, Token));

    private Task<Outcome> SuspendAsync(TestGrant grant, SuspendAward input, GrantTeam team) => database.With<AwardChanges, Outcome>(c => c.SuspendAsync(grant.Reference, input, team.Officer, Token));

    private async Task<Outcome> TerminateAsync(TestGrant grant, Actor approver)
    {
        var version = await grant.VersionAsync();
        return await database.With<AwardEndings, Outcome>(e => e.TerminateAsync(grant.Reference, "The new kitchen is outside the council's area, so the outcomes can no longer be reached.", version, approver, Token));
    }

    private async Task<Outcome> CloseAsync(TestGrant grant, Actor officer)
    {
        var version = await grant.VersionAsync();
        return await database.With<AwardEndings, Outcome>(e => e.CloseAsync(grant.Reference, version, officer, Token));
    }

    private Task<Outcome> KeyAsync(TestGrant grant, BankFacts facts, Actor actor) => database.With<BankKeeping, Outcome>(b => b.KeyAsync(grant.Reference, facts, actor, Token));

    private Task<string> CsvAsync(string file, Actor finance) => database.With<PaymentFiles, string>(async files =>
    {
        await using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        (await files.WriteAsync(file, writer, finance, Token)).Refusals.ShouldBeEmpty();
        return writer.ToString();
    });

    private Task<List<OutboxMessage>> LettersAsync(TestGrant grant, NoticeCode code) =>
        database.With<AppDbContext, List<OutboxMessage>>(db => db.OutboxMessages.Where(m => m.ThreadKey == grant.Reference && m.Notice == code && m.To == "alex@fernley.example").ToListAsync(Token));
}

/// <summary>The same on SQLite.</summary>
public sealed class SqliteAwardJourneyTests(SqliteDatabase database) : AwardJourneyTests(database), IClassFixture<SqliteDatabase>;

/// <summary>The same on PostgreSQL.</summary>
public sealed class PostgresAwardJourneyTests(PostgresDatabase database) : AwardJourneyTests(database), IClassFixture<PostgresDatabase>;
