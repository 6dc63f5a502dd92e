using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Checks;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Cases;

/// <summary>Working a case: statements, checks, questions and advice, with separation enforced act by act.</summary>
public abstract class CaseworkTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "COI")]
    [Trait("Rule", "S3")]
    public async Task StateInterest_FirstOfficerWithout_StartsChecksAndTakesTheCase()
    {
        var officer = await OfficerAsync();
        var hire = await A.Hire().SubmittedAsync(database);

        await hire.StateNoInterestAsync(officer);

        var @case = await hire.CaseAsync();
        @case.State.ShouldBe(CaseState.Checking);
        @case.OwnerId.ShouldBe(officer.Id);
    }

    [Fact]
    [Trait("Rule", "S3")]
    [Trait("Rule", "S5")]
    public async Task RecordCheck_BeforeOwnStatement_IsRefusedAndLogged()
    {
        var (first, second) = (await OfficerAsync(), await OfficerAsync());
        var hire = await A.Hire().CheckingAsync(database, first);

        var outcome = await RecordAsync(hire, CheckCode.REG, CheckOutcome.Clear, second);

        outcome.Refusals.ShouldHaveSingleItem().Code.ShouldBe("S3");
        var id = (await hire.CaseAsync()).Id;
        (await database.With<AppDbContext, int>(db => db.AuditEntries.CountAsync(e => e.CaseId == id && e.WasRefused && e.Action == "Check.Record" && e.ActorId == second.Id, Token))).ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "S3")]
    public async Task StateInterest_WithInterest_LocksTheOfficerOut()
    {
        var (first, second) = (await OfficerAsync(), await OfficerAsync());
        var hire = await A.Hire().CheckingAsync(database, first);
        var declared = await database.With<Triage, Outcome>(t => t.StateInterestAsync(hire.Reference, new StateInterest(true, "My brother is the treasurer."), second, Token));

        declared.Succeeded.ShouldBeTrue();
        (await RecordAsync(hire, CheckCode.REG, CheckOutcome.Clear, second)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S3");
    }

    [Fact]
    [Trait("Rule", "S4")]
    public async Task RecordCheck_ByAMemberOfTheGroup_IsRefused()
    {
        var officer = await OfficerAsync();
        var hire = await A.Hire().SubmittedAsync(database);
        await database.With<AppDbContext>(async db =>
        {
            var group = await db.Organisations.Include(o => o.Memberships).SingleAsync(o => o.Id == hire.Group.Organisation.Id, Token);
            group.Join(officer.Id, Roles.LeadContact, database.Time.NowUtc);
            await db.SaveChangesAsync(Token);
        });
        var other = await OfficerAsync();
        await hire.StateNoInterestAsync(other);
        await database.With<Triage>(t => t.StateInterestAsync(hire.Reference, new StateInterest(false, null), officer, Token));

        (await RecordAsync(hire, CheckCode.REG, CheckOutcome.Clear, officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S4");
    }

    [Fact]
    [Trait("Rule", "REG")]
    public async Task RecordCheck_Fail_BlocksOnlyOnceASecondPersonAgrees()
    {
        var (first, second) = (await OfficerAsync(), await OfficerAsync(Roles.FacilitiesApprover));
        var hire = await A.Hire().CheckingAsync(database, first);
        (await RecordAsync(hire, CheckCode.REG, CheckOutcome.Fail, first)).Succeeded.ShouldBeTrue();
        (await hire.StateAsync()).ShouldBe(CaseState.Referred);
        var record = await LatestAsync(hire, CheckCode.REG);
        await hire.StateNoInterestAsync(second);

        (await AgreeAsync(hire, record.Id, first)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S1");
        (await AgreeAsync(hire, record.Id, second)).Succeeded.ShouldBeTrue();

        (await StandingAsync(hire, CheckCode.REG, first)).Kind.ShouldBe(StandingKind.Failed);
        (await RecordAsync(hire, CheckCode.REG, CheckOutcome.Clear, first)).Succeeded.ShouldBeTrue();
        (await StandingAsync(hire, CheckCode.REG, first)).Kind.ShouldBe(StandingKind.Clear);
    }

    [Fact]
    [Trait("Rule", "Tier")]
    public async Task RecordCheck_ReferThenClear_RaisesTheTierAndReturnsIt()
    {
        var officer = await OfficerAsync();
        var hire = await A.Hire().CheckingAsync(database, officer);

        await RecordAsync(hire, CheckCode.REG, CheckOutcome.Refer, officer);
        var referred = await hire.CaseAsync();
        (referred.State, referred.Tier).ShouldBe((CaseState.Referred, Tier.Enhanced));

        await RecordAsync(hire, CheckCode.REG, CheckOutcome.Clear, officer);
        var cleared = await hire.CaseAsync();
        (cleared.State, cleared.Tier).ShouldBe((CaseState.Checking, Tier.Standard));
    }

    [Fact]
    [Trait("Rule", "REG")]
    public async Task RecordCheck_ForASecondApplicationOfTheGroup_IsNotNeededAgain()
    {
        var officer = await OfficerAsync();
        var hall = await A.Hall().AddAsync(database);
        var first = await A.Hire().For(hall.Hall).ReadyAsync(database, officer);
        var second = await A.Hire().By(first.Group).For(hall.Hall).On("2026-03-25", "10:00-12:00").CheckingAsync(database, officer);

        (await StandingAsync(second, CheckCode.REG, officer)).Kind.ShouldBe(StandingKind.Clear);
        (await StandingAsync(second, CheckCode.DEC, officer)).Kind.ShouldBe(StandingKind.Clear);
        (await StandingAsync(second, CheckCode.REF, officer)).Kind.ShouldBe(StandingKind.Missing);
    }

    [Fact]
    [Trait("Rule", "REF")]
    public async Task Waiver_AgreedByASecondPerson_SettlesTheCheck()
    {
        var (first, second) = (await OfficerAsync(), await OfficerAsync(Roles.FacilitiesApprover));
        var hire = await A.Hire().CheckingAsync(database, first);
        await hire.StateNoInterestAsync(second);
        var ask = new AskWaiver(CheckCode.REF, "A new group: nobody can vouch for it yet.", new DateOnly(2026, 4, 30));
        (await database.With<Waivers, Outcome>(w => w.AskAsync(hire.Reference, ask, first, Token))).Succeeded.ShouldBeTrue();
        (await StandingAsync(hire, CheckCode.REF, first)).Kind.ShouldBe(StandingKind.Missing);
        var id = await database.With<AppDbContext, Guid>(db => db.Waivers.Where(w => w.Code == CheckCode.REF).OrderByDescending(w => w.AskedUtc).Select(w => w.Id).FirstAsync(Token));

        (await database.With<Waivers, Outcome>(w => w.DeclineAsync(hire.Reference, id, "The venue rang back: it will answer.", second, Token))).Succeeded.ShouldBeTrue();
        (await database.With<Waivers, Outcome>(w => w.AskAsync(hire.Reference, ask, first, Token))).Succeeded.ShouldBeTrue("a request that was declined is gone");
        id = await database.With<AppDbContext, Guid>(db => db.Waivers.Where(w => w.Code == CheckCode.REF).OrderByDescending(w => w.AskedUtc).Select(w => w.Id).FirstAsync(Token));
        (await database.With<Waivers, Outcome>(w => w.AgreeAsync(hire.Reference, id, first, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S1");
        (await database.With<Waivers, Outcome>(w => w.AgreeAsync(hire.Reference, id, second, Token))).Succeeded.ShouldBeTrue();

        (await StandingAsync(hire, CheckCode.REF, first)).Kind.ShouldBe(StandingKind.Waived);
    }

    [Theory]
    [InlineData(CheckCode.REG)]
    [InlineData(CheckCode.DEC)]
    [InlineData(CheckCode.XREF)]
    public async Task Waiver_WhereTheTableSaysNo_IsRefused(CheckCode code)
    {
        var officer = await OfficerAsync();
        var hire = await A.Hire().CheckingAsync(database, officer);
        var ask = new AskWaiver(code, "It would be quicker without it.", new DateOnly(2026, 4, 30));

        (await database.With<Waivers, Outcome>(w => w.AskAsync(hire.Reference, ask, officer, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Waiver");
    }

    [Fact]
    [Trait("Rule", "N2")]
    public async Task Ask_ThenAnswer_PausesTheClockAndReturnsToChecking()
    {
        var officer = await OfficerAsync();
        var hire = await A.Hire().CheckingAsync(database, officer);
        var due = (await hire.CaseAsync()).DueOn;
        (await database.With<InformationRequests, Outcome>(async r => await r.AskAsync(hire.Reference, new AskGroup([], "How many stewards will you have?"), await hire.VersionAsync(), officer, Token))).Succeeded.ShouldBeTrue();
        (await hire.StateAsync()).ShouldBe(CaseState.InfoRequested);
        database.Clock.Advance(TimeSpan.FromDays(2));

        (await database.With<InformationRequests, Outcome>(r => r.AnswerAsync(hire.Reference, "Four.", hire.Group.Lead, Token))).Succeeded.ShouldBeTrue();

        var @case = await hire.CaseAsync();
        @case.State.ShouldBe(CaseState.Checking);
        @case.DueOn!.Value.ShouldBeGreaterThan(due!.Value);
        (await NoticesAsync(hire)).ShouldContain(NoticeCode.N2);
    }

    [Fact]
    public async Task Note_WithAProtectiveMarking_IsRefused()
    {
        var officer = await OfficerAsync();
        var hire = await A.Hire().CheckingAsync(database, officer);

        (await database.With<Triage, Outcome>(t => t.NoteAsync(hire.Reference, "SECRET\nSource says", officer, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Marking");
        (await database.With<Triage, Outcome>(t => t.NoteAsync(hire.Reference, "The secret ballot is on Tuesday in the restricted car park.", officer, Token))).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Load_BySomebodyElsesGroupOrAnAdministrator_FindsNothing()
    {
        var hire = await A.Hire().SubmittedAsync(database);
        var stranger = (await A.Group().AddAsync(database)).Lead;
        var administrator = await A.Person().Staff(Roles.Administrator).AddAsync(database);

        (await database.With<CaseFiles, HireFile?>(f => f.LoadHireAsync(hire.Reference, stranger, Token))).ShouldBeNull();
        (await database.With<CaseFiles, HireFile?>(f => f.LoadHireAsync(hire.Reference, administrator, Token))).ShouldBeNull();
        (await database.With<CaseFiles, HireFile?>(f => f.LoadHireAsync(hire.Reference, hire.Group.Lead, Token))).ShouldNotBeNull();
    }

    private Task<Actor> OfficerAsync(Roles roles = Roles.FacilitiesOfficer) => A.Person().Named("Robin Officer").Staff(roles).AddAsync(database);

    private async Task<Outcome> RecordAsync(TestHire hire, CheckCode code, CheckOutcome outcome, Actor officer)
    {
        var input = new RecordCheck(code, outcome, TestHire.EvidenceFor(code), new DateOnly(2027, 1, 31), "Seen and compared by the officer.", await hire.VersionAsync());
        return await database.With<CheckRecording, Outcome>(r => r.RecordAsync(hire.Reference, input, officer, Token));
    }

    private Task<Outcome> AgreeAsync(TestHire hire, Guid recordId, Actor actor) =>
        database.With<CheckRecording, Outcome>(r => r.AgreeAsync(hire.Reference, recordId, actor, Token));

    private Task<CheckRecord> LatestAsync(TestHire hire, CheckCode code) => database.With<AppDbContext, CheckRecord>(db =>
        db.CheckRecords.Where(r => r.OrganisationId == hire.Group.Organisation.Id && r.Code == code).OrderByDescending(r => r.RecordedUtc).ThenByDescending(r => r.Id).FirstAsync(Token));

    private async Task<CheckStanding> StandingAsync(TestHire hire, CheckCode code, Actor actor)
    {
        var file = await database.With<CaseFiles, HireFile?>(f => f.LoadHireAsync(hire.Reference, actor, Token));
        return file!.Standings().Single(s => s.Code == code);
    }

    private async Task<List<NoticeCode>> NoticesAsync(TestHire hire)
    {
        var id = (await hire.CaseAsync()).Id;
        return await database.With<AppDbContext, List<NoticeCode>>(db => db.OutboxMessages.Where(m => m.CaseId == id).Select(m => m.Notice).ToListAsync(Token));
    }
}

/// <inheritdoc />
public sealed class SqliteCaseworkTests(SqliteDatabase database) : CaseworkTests(database), IClassFixture<SqliteDatabase>;

/// <inheritdoc />
public sealed class PostgresCaseworkTests(PostgresDatabase database) : CaseworkTests(database), IClassFixture<PostgresDatabase>;
