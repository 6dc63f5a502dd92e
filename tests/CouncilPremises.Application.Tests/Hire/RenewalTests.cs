using CouncilPremises.Application.Database;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Hire;

/// <summary>A known hirer starts again from an earlier application, and signs again only when the rulebook says so.</summary>
public abstract class RenewalTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "B1")]
    [Trait("Rule", "DEC")]
    public async Task StartAgain_KnownHirer_FillsInWhatIsKnownAndAsksOnlyForDates()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var first = await A.Hire().ConfirmedAsync(database, officer);
        var stranger = (await A.Group().AddAsync(database)).Lead;

        var started = await database.With<HireDrafts, Outcome<string>>(drafts => drafts.StartAgainAsync(first.Reference, first.Group.Lead, Token));
        (await database.With<HireDrafts, Outcome<string>>(drafts => drafts.StartAgainAsync(first.Reference, stranger, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe(Refusal.NotFoundCode);
        (await database.With<HireDrafts, Outcome<string>>(drafts => drafts.StartAgainAsync(first.Reference, officer, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe(Refusal.NotFoundCode);

        var again = first with { Reference = started.Value };
        var file = await again.FileAsync(first.Group.Lead);
        file.Hire.SavedSections.ShouldBeEmpty("every page is looked over");
        (file.Hire.Answers.Event.Title, file.Hire.Answers.When.SpaceId, file.Hire.Answers.When.FirstDay).ShouldBe(("Spring members' meeting", first.Space.Id, null));
        (file.Hire.Answers.Contact.Name, file.Hire.Answers.Insurance.VenueCover, file.Hire.Answers.Past.RefusedElsewhere).ShouldBe(("Alex Morgan", true, null));
        file.IsClear(CheckCode.DEC).ShouldBeTrue();
        await SaveAsync(again, answers => answers with { When = answers.When with { FirstDay = new(2026, 5, 5) }, Past = new() { RefusedElsewhere = false } });
        (await database.With<HireSubmissions, Outcome>(submissions => submissions.SubmitAsync(again.Reference, first.Group.Lead, Token))).Refusals.ShouldBeEmpty();
        await again.StateNoInterestAsync(officer);
        (await again.FileAsync(officer)).Standings().Where(standing => !standing.IsSettled).Select(standing => standing.Code).ShouldBe([CheckCode.REF], "registration, declaration, names and insurance count already");
    }

    [Fact]
    [Trait("Rule", "DEC")]
    public async Task MustSign_SignatoryOrGroupChanged_RulesTheJourneyUntilSignedAgain()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var hire = await A.Hire().ReadyAsync(database, officer);
        database.Clock.Advance(TimeSpan.FromDays(1));

        await ChangeAsync(hire, organisation => organisation.Describe(Facts(organisation, "Fernley Young People's Trust"), database.Time.NowUtc));
        (await hire.FileAsync(officer)).MustSign.ShouldBe(SignReason.GroupChanged);
        (await hire.FileAsync(officer)).IsClear(CheckCode.DEC).ShouldBeFalse();
        await SignAsync(hire);
        (await hire.FileAsync(officer)).IsClear(CheckCode.DEC).ShouldBeTrue();

        // The address is neither name nor control
        database.Clock.Advance(TimeSpan.FromDays(1));
        await ChangeAsync(hire, organisation => organisation.Describe(Facts(organisation, organisation.Name) with { Address = "3 High Street, Fernley FN1 1AA" }, database.Time.NowUtc));
        (await hire.FileAsync(officer)).MustSign.ShouldBeNull();
        var other = await A.Person().Named("Robin Ashe").AddAsync(database);
        await ChangeAsync(hire, organisation =>
        {
            organisation.Join(other.Id, Roles.Signatory, database.Time.NowUtc);
            organisation.Join(hire.Group.Lead.Id, Roles.LeadContact, database.Time.NowUtc);
        });
        (await hire.FileAsync(officer)).MustSign.ShouldBe(SignReason.SignatoryChanged);
    }

    [Fact]
    [Trait("Rule", "DEC")]
    public async Task Sign_Declined_IsAReferAndAConversationUntilSigned()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var hire = await A.Hire().CheckingAsync(database, officer);
        await SignAsync(hire, agrees: false);

        (await hire.StateAsync()).ShouldBe(Domain.Cases.CaseState.Referred);
        (await hire.FileAsync(officer)).Latest(CheckCode.DEC)!.Note!.ShouldContain("talk with them");
        await SignAsync(hire);
        (await hire.StateAsync()).ShouldBe(Domain.Cases.CaseState.Checking);
    }

    private static OrganisationFacts Facts(Organisation o, string name) =>
        new(o.Type, name, o.OtherNames, o.CharityNumber, o.CompanyNumber, o.Address, [.. o.OfficeHolders.Select(holder => new OfficeHolderFacts(holder.Name, holder.Role))]);

    private Task ChangeAsync(TestHire hire, Action<Organisation> change) => database.With<AppDbContext>(async db =>
    {
        change(await db.Organisations.Include(o => o.OfficeHolders).Include(o => o.Memberships).SingleAsync(o => o.Id == hire.Group.Organisation.Id, Token));
        await db.SaveChangesAsync(Token);
    });

    private async Task SaveAsync(TestHire hire, Func<HireAnswers, HireAnswers> change) =>
        (await database.With<HireDrafts, Outcome>(drafts => drafts.SaveAsync(hire.Reference, HireSection.When, change, hire.Group.Lead, Token))).Refusals.ShouldBeEmpty();

    private async Task SignAsync(TestHire hire, bool agrees = true) =>
        (await database.With<DeclarationSigning, Outcome>(signing => signing.SignAsync(hire.Reference, new SignDeclaration(agrees, "Alex Morgan", "Chair", DeclarationText.V1.Hash), hire.Group.Lead, Token))).Refusals.ShouldBeEmpty();
}

/// <inheritdoc />
public sealed class SqliteRenewalTests(SqliteDatabase database) : RenewalTests(database), IClassFixture<SqliteDatabase>;

/// <inheritdoc />
public sealed class PostgresRenewalTests(PostgresDatabase database) : RenewalTests(database), IClassFixture<PostgresDatabase>;
