using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Awards;

/// <summary>Every guard of *Pay* on its own, separation of duties, repeated and simultaneous posts, on both databases.</summary>
public abstract class PaymentGuardTests(TestDatabase database)
{
    private static readonly DateOnly LongAgo = new(2020, 1, 1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "BNK"), Trait("Rule", "S2"), Trait("Rule", "S3")]
    public async Task Release_EachGuardAlone_BlocksAndIsNamed()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().ActiveAsync(database, team);
        var id = (await grant.CaseAsync()).Id;
        var stranger = await A.Person().Staff(Roles.FinanceOfficer).AddAsync(database);
        await NoAsync(grant, stranger, "S3");
        await NoAsync(grant, team.Finance, "S2");
        await NoAsync(grant, new Actor(team.Approver.Id, Roles.GrantApprover | Roles.FinanceOfficer), "S2");
        await NoAsync(grant, team.Officer, "Role");
        var renewer = await A.Person().Staff(Roles.FinanceOfficer).AddAsync(database);
        await grant.StateNoInterestAsync(renewer);
        await grant.VerifyBankAsync(renewer);
        await NoAsync(grant, renewer, "S2");
        await NoAsync(grant, grant.Group.Lead, "Role");

        await grant.VerifyBankAsync(team.Finance, CheckOutcome.Refer);
        await NoAsync(grant, team.OtherFinance, "BNK");
        await grant.VerifyBankAsync(team.Finance);
        await RunOutAndMendAsync(grant, CheckCode.BNK, team);
        await RunOutAndMendAsync(grant, CheckCode.XREF, team);
        await InsuranceAsync(grant, id, team);
        await HitAsync(grant, id, team);
        await LostKeyAsync(grant, team);
        await SetAsync(id, award: new Money(2_399_99));
        await NoAsync(grant, team.OtherFinance, "Award");
        await SetAsync(id, award: Money.Pounds(4_800));

        (await database.With<AppDbContext, int>(db => db.AuditEntries.CountAsync(e => e.CaseId == id && e.Action == "Payment.Release" && e.WasRefused, Token))).ShouldBe(13, "every refused release is logged");
        await grant.ReleaseAsync(1, team.OtherFinance);
    }

    private async Task RunOutAndMendAsync(TestGrant grant, CheckCode code, GrantTeam team)
    {
        var id = (await grant.CaseAsync()).OrganisationId;
        await database.With<AppDbContext>(db => db.CheckRecords.Where(r => r.OrganisationId == id && r.Code == code).ExecuteUpdateAsync(set => set.SetProperty(r => r.ValidUntil, LongAgo), Token));
        await NoAsync(grant, team.OtherFinance, code.ToString());
        var before = await CountAsync(id, code);
        if (code == CheckCode.BNK)
            await grant.VerifyBankAsync(team.Finance);
        else
            await grant.ScreenAsync(team.Officer);
        (await CountAsync(id, code)).ShouldBe(before + 1, "a refresh adds a record");
        (await WhyNotAsync(grant, team.OtherFinance)).ShouldBeEmpty("and unblocks");
    }

    private Task<int> CountAsync(Guid organisationId, CheckCode code) =>
        database.With<AppDbContext, int>(db => db.CheckRecords.CountAsync(r => r.OrganisationId == organisationId && r.Code == code, Token));

    private async Task InsuranceAsync(TestGrant grant, Guid id, GrantTeam team)
    {
        var decision = (await grant.FileAsync(team.Officer)).Decisions[^1].Id;
        var facts = new ConditionFacts(ConditionKind.FinishCheck, ConditionTiming.AtTheEvent, "Keep your insurance running.", "The kitchen is used.", database.Time.Today, CheckCode.INS);
        var condition = new Condition(Guid.CreateVersion7(), id, decision, facts);
        condition.Become(ConditionState.Accepted, grant.Group.Lead.Id, database.Time.NowUtc);
        await database.With<AppDbContext>(async db =>
        {
            db.Conditions.Add(condition);
            await db.SaveChangesAsync(Token);
        });
        await NoAsync(grant, team.OtherFinance, "INS");
        await database.With<AppDbContext>(db => db.Conditions.Where(c => c.Id == condition.Id).ExecuteDeleteAsync(Token));
    }

    private async Task HitAsync(TestGrant grant, Guid id, GrantTeam team)
    {
        var record = (await grant.FileAsync(team.Officer)).Latest(CheckCode.XREF)!.Id;
        var match = new HitMatch("Priya Nandra", NameTriedAs.OfficeHolder, "1", "hash", "Pria Nandra", "Pria Nandra", 0.9, "Strong", ["Similar name"]);
        var hit = new Hit(Guid.CreateVersion7(), id, record, ListCode.L3, null, match, database.Time.NowUtc);
        await database.With<AppDbContext>(async db =>
        {
            db.Hits.Add(hit);
            await db.SaveChangesAsync(Token);
        });
        await NoAsync(grant, team.OtherFinance, "Hits");
        await database.With<AppDbContext>(db => db.Hits.Where(h => h.Id == hit.Id).ExecuteDeleteAsync(Token));
    }

    private async Task LostKeyAsync(TestGrant grant, GrantTeam team)
    {
        var bank = (await grant.FileAsync(team.Finance)).Bank!;
        await SealAsync(bank.Id, "cannot be opened");
        await NoAsync(grant, team.OtherFinance, "LookUp");
        await SealAsync(bank.Id, bank.SealedNumbers!);
    }

    private Task SealAsync(Guid bankId, string numbers) =>
        database.With<AppDbContext>(db => db.BankDetails.Where(b => b.Id == bankId).ExecuteUpdateAsync(set => set.SetProperty(b => b.SealedNumbers, numbers), Token));

    private Task SetAsync(Guid caseId, Money award) =>
        database.With<AppDbContext>(db => db.Awards.Where(a => a.CaseId == caseId).ExecuteUpdateAsync(set => set.SetProperty(a => a.Amount, award), Token));

    [Fact]
    [Trait("Rule", "SAF"), Trait("Rule", "DBS"), Trait("Rule", "G8")]
    public async Task Release_ForAProjectWithChildren_NeedsSafeguardingAndDbsToday()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().ActiveAsync(database, team);
        var id = (await grant.CaseAsync()).Id;
        await database.With<AppDbContext>(async db =>
        {
            var application = await db.GrantApplications.SingleAsync(g => g.CaseId == id, Token);
            db.Entry(application).Property(g => g.Answers).CurrentValue = application.Answers with { Safeguarding = application.Answers.Safeguarding with { Under18s = true } };
            await db.SaveChangesAsync(Token);
        });
        (await WhyNotAsync(grant, team.OtherFinance)).Select(no => no.Code).ShouldBe(["SAF", "DBS"]);
        await grant.StateNoInterestAsync(team.Safeguarding);
        await grant.RecordAsync(CheckCode.SAF, CheckOutcome.Clear, team.Safeguarding);
        await NoAsync(grant, team.OtherFinance, "DBS");
        await grant.RecordAsync(CheckCode.DBS, CheckOutcome.Clear, team.Safeguarding);
        await grant.ReleaseAsync(1, team.OtherFinance);
    }

    [Fact]
    [Trait("Rule", "G12")]
    public async Task Bank_Changed_StopsPaymentsAndTellsTheAddressesKnownBefore()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().ActiveAsync(database, team);
        await grant.ReleaseAsync(1, team.OtherFinance);
        var before = await database.With<AppDbContext, string>(db => db.Users.Where(u => u.Id == grant.Group.Lead.Id).Select(u => u.Email!).SingleAsync(Token));
        await database.With<AppDbContext>(db => db.Users.Where(u => u.Id == grant.Group.Lead.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.Email, $"taken-over-{Guid.CreateVersion7():N}@example.org"), Token));
        var first = (await grant.FileAsync(team.Finance)).Bank!;
        await grant.KeyBankAsync(AwardSteps.Account with { AccountNumber = "12345678" });

        var told = await database.With<AppDbContext, List<string>>(db => db.OutboxMessages.Where(m => m.ThreadKey == grant.Reference && m.Notice == NoticeCode.BankChanged && m.Text.Contains("were changed")).Select(m => m.To).ToListAsync(Token));
        told.ShouldContain(before, "whoever took the account over cannot hide it");
        told.ShouldContain("alex@fernley.example");
        (await FileAsync(team.OtherFinance)).Refusals.ShouldContain(no => no.Sentence.Contains("changed after the release", StringComparison.Ordinal));
        (await KeyAsync(grant, AwardSteps.Account with { AccountNumber = "12345678" }, grant.Group.Lead)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("G12", "a second click changes nothing");

        (await VerifyAsync(grant, first.Id, team.Finance)).IsConflict.ShouldBeTrue("the page showed the old details");
        (await database.With<Payments, Outcome>(p => p.RecallAsync(grant.Reference, 1, "The account was changed after the release.", team.OtherFinance, Token))).Refusals.ShouldBeEmpty();
        await NoAsync(grant, team.OtherFinance, "BNK");
        await grant.VerifyBankAsync(team.Finance);
        await grant.ReleaseAsync(1, team.OtherFinance);
        await database.MakeFileAsync(team.OtherFinance);
    }

    [Fact]
    [Trait("Rule", "S2"), Trait("Rule", "S4")]
    public async Task Bank_KeyedFromPaperByAFinanceOfficer_IsVerifiedByAnother()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().AgreedAsync(database, team);
        (await KeyAsync(grant, AwardSteps.Account, team.Finance)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S3");
        await grant.StateNoInterestAsync(team.Finance);
        (await KeyAsync(grant, AwardSteps.Account with { SortCode = "30943" }, team.Finance)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("SortCode");
        (await KeyAsync(grant, AwardSteps.Account, team.Finance)).Refusals.ShouldBeEmpty();
        var bank = (await grant.FileAsync(team.Finance)).Bank!;
        (await VerifyAsync(grant, bank.Id, team.Finance)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S2");
        (await VerifyAsync(grant, bank.Id, team.Officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role");
        await grant.StateNoInterestAsync(team.OtherFinance);
        (await VerifyAsync(grant, bank.Id, team.OtherFinance)).Refusals.ShouldBeEmpty();
        var other = await A.Grant().AgreedAsync(database, team);
        await other.KeyBankAsync(AwardSteps.Account);
        var same = (await SameAccountAsync(other, team.Officer)).Single(row => row.Reference == grant.Reference);
        same.Dismissal.ShouldBeNull("the same account in another group's grant is shown");
        var dismissal = new DismissOverlap(grant.Reference, OverlapKind.BankAccount, "Both groups bank with one umbrella charity, whose letter is in the file.");
        (await database.With<OverlapDismissals, Outcome>(d => d.DismissAsync(other.Reference, dismissal, team.Officer, Token))).Refusals.ShouldBeEmpty();
        (await SameAccountAsync(grant, team.Officer)).Single(row => row.Reference == other.Reference).Dismissal.ShouldNotBeNull("nor is it raised again from the other side");
    }

    private Task<IReadOnlyList<OverlapRow>> SameAccountAsync(TestGrant grant, Actor actor) => database.With<Overlaps, IReadOnlyList<OverlapRow>>(async overlaps =>
        [.. (await overlaps.OfAsync(await grant.FileAsync(actor), actor, Token)).Where(row => row.Found.Kind == OverlapKind.BankAccount)]);

    [Fact]
    public async Task Release_FiftyPosts_GiveOnePaymentAndOneFile()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().ActiveAsync(database, team);
        var released = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => grant.TryReleaseAsync(1, team.OtherFinance)));
        released.Count(one => one.Succeeded).ShouldBe(1);
        released.Where(one => !one.Succeeded).ShouldAllBe(one => one.IsConflict || one.Refusals[0].Code == Transactions.BusyCode);

        var id = Guid.CreateVersion7();
        var made = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => database.With<PaymentFiles, Outcome<MadeFile>>(files => files.MakeAsync(id, team.OtherFinance, Token))));
        var reference = made.Where(one => one.Succeeded).Select(one => one.Value.Reference).Distinct().ShouldHaveSingleItem();
        (await FileAsync(team.OtherFinance)).Succeeded.ShouldBeFalse("nothing of this grant is left to send");
        (await database.With<AppDbContext, List<PaymentState>>(db => db.Instalments.Where(i => i.FileReference == reference).Select(i => i.State).ToListAsync(Token))).ShouldBe([PaymentState.Sent]);
        (await database.With<AppDbContext, int>(db => db.OutboxMessages.CountAsync(m => m.ThreadKey == grant.Reference && m.Notice == NoticeCode.N15 && m.To == "alex@fernley.example", Token))).ShouldBe(1);
        (await FileAsync(team.Officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Permission");
        (await database.With<PaymentFiles, Outcome>(files => files.WriteAsync(reference, TextWriter.Null, team.Officer, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Permission");
    }

    [Fact]
    public async Task File_WithAHundredThatStayBehind_StillTakesTheNewest()
    {
        var team = await GrantTeam.AddAsync(database);
        var (stopped, other) = (await A.Grant().ActiveAsync(database, team), await A.Grant().ActiveAsync(database, team));
        var id = (await stopped.CaseAsync()).Id;
        var before = database.Time.NowUtc.AddDays(-1);
        await database.With<AppDbContext>(async db =>
        {
            db.Instalments.AddRange(Enumerable.Range(10, PaymentFiles.Most).Select(number => new Instalment(Guid.CreateVersion7(), id, new PlannedInstalment(number, Money.Pounds(1), database.Time.Today, null))));
            await db.SaveChangesAsync(Token);
            await db.Instalments.Where(i => i.CaseId == id && i.Number >= 10).ExecuteUpdateAsync(set => set.SetProperty(i => i.State, PaymentState.Released).SetProperty(i => i.ReleasedUtc, before), Token);
        });
        await other.ReleaseAsync(1, team.OtherFinance);
        var made = await FileAsync(team.OtherFinance);
        made.Refusals.ShouldBeEmpty();
        (await other.FileAsync(team.Officer)).Instalments[0].State.ShouldBe(PaymentState.Sent, "those without a verified account in front of it stay behind");
        made.Value.LeftOut.Count.ShouldBeGreaterThanOrEqualTo(PaymentFiles.Most);
        await database.With<AppDbContext>(db => db.Instalments.Where(i => i.CaseId == id && i.Number >= 10).ExecuteDeleteAsync(Token));
    }

    [Fact]
    public async Task Queue_ShowsWhatMayBePaidAndWhatStandsInTheWay()
    {
        var team = await GrantTeam.AddAsync(database);
        var active = await A.Grant().ActiveAsync(database, team);
        var agreed = await A.Grant().AgreedAsync(database, team);
        await agreed.KeyBankAsync(AwardSteps.Account with { AccountNumber = "87654321" });
        var desk = await database.With<PaymentQueue, PaymentDesk>(queue => queue.ReadAsync(1, team.OtherFinance, Token));
        desk.Next.Single(row => row.Reference == active.Reference).Blocked.ShouldBeEmpty();
        desk.Next.Single(row => row.Reference == agreed.Reference).Blocked.Select(no => no.Code).ShouldBe(["S3", "Active", "BNK", "BNK"]);
        desk.ToVerify.ShouldContain(row => row.Reference == agreed.Reference);
    }

    private async Task NoAsync(TestGrant grant, Actor actor, string code)
    {
        var outcome = await grant.TryReleaseAsync(1, actor);
        outcome.Refusals.Select(no => no.Code).ShouldBe([code], outcome.Succeeded ? "released" : string.Join(" ", outcome.Refusals.Select(no => no.Sentence)));
    }

    private Task<IReadOnlyList<Refusal>> WhyNotAsync(TestGrant grant, Actor actor) => database.With<PayLookUps, IReadOnlyList<Refusal>>(async lookUps =>
    {
        var file = await grant.FileAsync(actor);
        return Payments.WhyNot(file, file.Instalments[0], actor, await lookUps.WorkAsync(file, Token));
    });

    private Task<Outcome> KeyAsync(TestGrant grant, BankFacts facts, Actor actor) => database.With<BankKeeping, Outcome>(b => b.KeyAsync(grant.Reference, facts, actor, Token));

    private Task<Outcome> VerifyAsync(TestGrant grant, Guid bankId, Actor finance) =>
        database.With<BankKeeping, Outcome>(b => b.VerifyAsync(grant.Reference, new VerifyBank(bankId, CheckOutcome.Clear, "The name matches", true, null), finance, Token));

    private Task<Outcome<MadeFile>> FileAsync(Actor finance) => database.With<PaymentFiles, Outcome<MadeFile>>(files => files.MakeAsync(Guid.CreateVersion7(), finance, Token));
}

/// <summary>The same on SQLite.</summary>
public sealed class SqlitePaymentGuardTests(SqliteDatabase database) : PaymentGuardTests(database), IClassFixture<SqliteDatabase>;

/// <summary>The same on PostgreSQL.</summary>
public sealed class PostgresPaymentGuardTests(PostgresDatabase database) : PaymentGuardTests(database), IClassFixture<PostgresDatabase>;
