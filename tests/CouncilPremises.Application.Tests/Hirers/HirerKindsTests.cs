using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Organisations;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Hirers;

/// <summary>Private people and the council's own bodies, each with exactly the checks of the rulebook, from the first answer to the booking.</summary>
public abstract class HirerKindsTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "REG"), Trait("Rule", "INS"), Trait("Rule", "DEC")]
    public async Task Individual_FamilyParty_IsBookedAfterNameAndAddressWereSeen()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var person = await A.Group().Individual().Named("Alex Morgan").AddAsync(database);
        var hire = await A.Hire().By(person).Answering(a => a with
        {
            Event = a.Event with { Title = "Our daughter's sixth birthday", Category = ActivityCategory.Celebration },
            Audience = a.Audience with { Kind = AudienceKind.Invited },
            PeopleAtRisk = new() { Care = CareKind.WithCarers, Under18s = true, AdultsAtRisk = false },
            Contact = a.Contact with { Role = null },
        }).CheckingAsync(database, officer);

        (await MissingAsync(hire, officer)).ShouldBe([CheckCode.REG], "the declaration, the screening and the venue's cover recorded themselves");
        await hire.RecordAsync(CheckCode.REG, CheckOutcome.Clear, officer);
        await ApproveAsync(hire, officer);

        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed);
        var record = await database.With<AppDbContext, CheckRecord>(db => db.CheckRecords.SingleAsync(r => r.OrganisationId == person.Organisation.Id && r.Code == CheckCode.REG, Token));
        record.Evidence.Keys.ShouldBe(["NameSeen", "AddressSeen", "SeenOn"], ignoreOrder: true);
    }

    [Fact]
    [Trait("Rule", "COI"), Trait("Rule", "XREF"), Trait("Rule", "SPK")]
    public async Task InternalBody_Department_NeedsItsStatementOnlyAndForSpeakersTheLists()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var department = await A.Group().InternalBody().Named("Parks Team").AddAsync(database);
        var plain = await A.Hire().By(department).On("2026-03-24", "10:00-12:00").CheckingAsync(database, officer);
        (await plain.StateAsync()).ShouldBe(CaseState.ReadyForDecision, "after the officer's own statement nothing is left to check");
        await ApproveAsync(plain, officer);
        (await plain.StateAsync()).ShouldBe(CaseState.Confirmed);

        var talk = await A.Hire().By(department).On("2026-03-25", "10:00-12:00").Answering(a => a with
        {
            Speakers = new() { Kind = SpeakersKind.External, External = [new() { Name = "Ada Lee", Topic = "Bees", Remote = false }] },
        }).CheckingAsync(database, officer);
        (await MissingAsync(talk, officer)).ShouldBe([CheckCode.SPK]);
        var xref = await database.With<AppDbContext, CheckRecord>(async db =>
        {
            var id = (await talk.CaseAsync()).Id;
            return await db.CheckRecords.SingleAsync(r => r.CaseId == id && r.Code == CheckCode.XREF, Token);
        });
        xref.Evidence["names tried"].ShouldBe("Ada Lee", "the department's own names are not tried");
    }

    [Fact]
    [Trait("Rule", "B1"), Trait("Rule", "S5")]
    public async Task InternalBody_MadeByItself_IsRefusedAndLogged_MadeByAnOfficer_IsEntered()
    {
        var (somebody, officer, auditor) = (await A.Person().AddAsync(database), await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database), await A.Person().Staff(Roles.Auditor).AddAsync(database));
        var facts = new OrganisationFacts(OrganisationType.InternalBody, "Mere Primary School", [], null, null, "3 High Street", []);

        (await database.With<OrganisationRegistrations, Outcome<Guid>>(r => r.RegisterAsync(HirerKind.InternalBody, facts, somebody, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("InternalBody");
        (await database.With<OrganisationRegistrations, Outcome<Guid>>(r => r.EnterAsync(HirerKind.InternalBody, facts, auditor, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role");
        (await database.With<AppDbContext, int>(db => db.AuditEntries.CountAsync(e => e.WasRefused && (e.ActorId == somebody.Id || e.ActorId == auditor.Id), Token))).ShouldBe(2);

        var entered = await database.With<OrganisationRegistrations, Outcome<Guid>>(r => r.EnterAsync(HirerKind.InternalBody, facts, officer, Token));
        entered.Succeeded.ShouldBeTrue();
        (await database.With<AppDbContext, int>(db => db.Memberships.CountAsync(m => m.OrganisationId == entered.Value, Token))).ShouldBe(0);
    }

    private async Task<IReadOnlyList<CheckCode>> MissingAsync(TestHire hire, Actor officer) =>
        await database.With<CaseFiles, IReadOnlyList<CheckCode>>(async files =>
            [.. (await files.LoadAsync(hire.Reference, officer, Token))!.Standings().Where(s => !s.IsSettled).Select(s => s.Code)]);

    private async Task ApproveAsync(TestHire hire, Actor officer)
    {
        var approval = new Approve(null, [], NoProhibitedReason: true, await hire.VersionAsync());
        (await database.With<Approvals, Outcome>(a => a.ApproveAsync(hire.Reference, approval, officer, Token))).Refusals.ShouldBeEmpty();
    }
}

public class SqliteHirerKindsTests(SqliteDatabase database) : HirerKindsTests(database), IClassFixture<SqliteDatabase>;

public class PostgresHirerKindsTests(PostgresDatabase database) : HirerKindsTests(database), IClassFixture<PostgresDatabase>;
