using CouncilPremises.Application.Database;
using CouncilPremises.Application.Organisations;
using CouncilPremises.Application.People;
using CouncilPremises.Application.Tests.People;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Organisations;

/// <summary>Organisations and the people who act for them, on a real database.</summary>
public abstract class OrganisationTests(TestDatabase database)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Trait("Rule", "B1")]
    public async Task Register_Facts_AreTidiedAndItsPersonHoldsEveryRole()
    {
        var person = await A.Person().AddAsync(database);
        var id = (await RegisterAsync(person, Facts(" Otter Trust ", " sc 012345"))).Value;

        var details = (await DetailsAsync(id, person)).Value;
        details.Facts.Name.ShouldBe("Otter Trust");
        details.Facts.CharityNumber.ShouldBe("SC012345");
        details.Facts.OfficeHolders.Select(holder => holder.Name).ShouldBe(["Ann Bell", "Cy Dee"]);
        details.OwnRoles.ShouldBe(Roles.AnyGroupRole);
    }

    [Fact, Trait("Rule", "B1")]
    public async Task Register_KnownNumberSpeltOtherwise_LeadsToAskingToJoin()
    {
        var person = await A.Person().AddAsync(database);
        (await RegisterAsync(person, Facts("First", "2345678"))).Succeeded.ShouldBeTrue();

        var refusal = (await RegisterAsync(await A.Person().AddAsync(database), Facts("Second", "2345 678"))).Refusals.Single();
        refusal.Code.ShouldBe(OrganisationRegistrations.KnownNumberCode);
        refusal.Field.ShouldBe("CharityNumber");
    }

    [Fact]
    public async Task Register_SameNumberAtOnce_OneIsRegistered()
    {
        var people = new[] { await A.Person().AddAsync(database), await A.Person().AddAsync(database), await A.Person().AddAsync(database) };
        var outcomes = await Task.WhenAll(people.Select(person => Task.Run(() => RegisterAsync(person, Facts("Rivals", "3456789")), Cancellation)));

        outcomes.Count(outcome => outcome.Succeeded).ShouldBe(1);
        outcomes.Where(outcome => !outcome.Succeeded).ShouldAllBe(outcome => outcome.Refusals.Single().Code == OrganisationRegistrations.KnownNumberCode);
    }

    [Fact]
    public async Task Register_StaffAccount_IsRefusedAndLogged()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        (await RegisterAsync(officer, Facts("Own group", "4567890"))).Succeeded.ShouldBeFalse();
        (await database.With<AppDbContext, bool>(db => db.AuditEntries.AnyAsync(entry => entry.ActorId == officer.Id && entry.WasRefused, Cancellation))).ShouldBeTrue();
    }

    [Fact]
    public async Task Change_FormOlderThanTheRecord_IsAConflict()
    {
        var group = await A.Group().AddAsync(database);
        var details = (await DetailsAsync(group.Organisation.Id, group.Lead)).Value;
        (await ChangeAsync(group, details, "Renamed")).Succeeded.ShouldBeTrue();
        (await ChangeAsync(group, details, "Renamed again")).IsConflict.ShouldBeTrue();
        (await DetailsAsync(group.Organisation.Id, group.Lead)).Value.Facts.Name.ShouldBe("Renamed");
    }

    [Fact]
    public async Task Everything_Stranger_FindsNothing()
    {
        var group = await A.Group().AddAsync(database);
        var stranger = (await A.Group().AddAsync(database)).Lead;
        var details = (await DetailsAsync(group.Organisation.Id, group.Lead)).Value;

        (await DetailsAsync(group.Organisation.Id, stranger)).IsNotFound.ShouldBeTrue();
        (await ChangeAsync(group with { Lead = stranger }, details, "Taken over")).IsNotFound.ShouldBeTrue();
        (await InviteAsync(group.Organisation.Id, "friend@example.org", stranger)).IsNotFound.ShouldBeTrue();
        (await database.With<Memberships, Outcome>(m => m.RemoveAsync(group.Organisation.Id, group.Lead.Id, stranger, Cancellation))).IsNotFound.ShouldBeTrue();
        (await database.With<Memberships, Outcome>(m => m.HandOverAsync(group.Organisation.Id, stranger.Id, stranger, Cancellation))).IsNotFound.ShouldBeTrue();
    }

    [Fact]
    public async Task Details_Administrator_FindsNothing()
    {
        var group = await A.Group().AddAsync(database);
        (await DetailsAsync(group.Organisation.Id, await A.Person().Staff(Roles.Administrator).AddAsync(database))).IsNotFound.ShouldBeTrue();
        (await DetailsAsync(group.Organisation.Id, await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database))).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Invite_Accepted_JoinsInThoseRolesAndHandingOverMovesTheLead()
    {
        var group = await A.Group().AddAsync(database);
        var id = group.Organisation.Id;
        var joiner = await A.Person().Named("Jo Iner").AddAsync(database);
        var email = await EmailAsync(joiner.Id);
        (await InviteAsync(id, email, group.Lead)).Succeeded.ShouldBeTrue();
        var secret = await Messages.SecretAsync(database, email);

        var other = await A.Person().AddAsync(database);
        (await AcceptAsync(secret, other)).Succeeded.ShouldBeFalse();
        (await AcceptAsync(secret, joiner)).Succeeded.ShouldBeTrue();
        (await AcceptAsync(secret, joiner)).IsNotFound.ShouldBeTrue();
        (await DetailsAsync(id, joiner)).Value.OwnRoles.ShouldBe(Roles.Signatory);
        (await InviteAsync(id, "third@example.org", joiner)).Refusals.Single().Code.ShouldBe(OrganisationQueries.NotLeadCode);

        (await database.With<Memberships, Outcome>(m => m.RemoveAsync(id, group.Lead.Id, group.Lead, Cancellation))).Refusals.Single().Code.ShouldBe("OnlyLead");
        (await database.With<Memberships, Outcome>(m => m.HandOverAsync(id, joiner.Id, group.Lead, Cancellation))).Succeeded.ShouldBeTrue();
        (await DetailsAsync(id, joiner)).Value.OwnRoles.ShouldBe(Roles.Signatory | Roles.LeadContact);
        (await DetailsAsync(id, group.Lead)).Value.OwnRoles.ShouldBe(Roles.Signatory | Roles.SafeguardingLead);
        (await database.With<Memberships, Outcome>(m => m.RemoveAsync(id, group.Lead.Id, joiner, Cancellation))).Succeeded.ShouldBeTrue();
        (await DetailsAsync(id, group.Lead)).IsNotFound.ShouldBeTrue();
    }

    [Fact]
    public async Task Ask_LeadAccepts_LetsThePersonIn()
    {
        var group = await A.Group().AddAsync(database);
        var asker = await A.Person().Named("As Ker").AddAsync(database);
        var number = group.Organisation.CharityNumber!;
        (await AskAsync("0000000", asker)).Succeeded.ShouldBeFalse();
        (await AskAsync(number, asker)).Succeeded.ShouldBeTrue();
        (await AskAsync(number, asker)).Succeeded.ShouldBeTrue();
        (await DetailsAsync(group.Organisation.Id, asker)).IsNotFound.ShouldBeTrue();

        var request = (await DetailsAsync(group.Organisation.Id, group.Lead)).Value.Asking.ShouldHaveSingleItem();
        request.Name.ShouldBe("As Ker");
        (await AnswerAsync(group, request.Id, Roles.None)).Refusals.Single().Code.ShouldBe("NoRole");
        (await AnswerAsync(group, request.Id, Roles.SafeguardingLead)).Succeeded.ShouldBeTrue();
        (await DetailsAsync(group.Organisation.Id, asker)).Value.OwnRoles.ShouldBe(Roles.SafeguardingLead);
        (await AskAsync(number, asker)).Succeeded.ShouldBeFalse();
    }

    private static OrganisationFacts Facts(string name, string charityNumber) => new(OrganisationType.RegisteredCharity, name, [" ", "Also"], charityNumber, null,
        "1 High Street\r\n\r\n Fernley ", [new(" Ann Bell", "Chair"), new("Cy Dee", "Treasurer"), new("", "")]);

    private Task<Outcome<Guid>> RegisterAsync(Actor person, OrganisationFacts facts) =>
        database.With<OrganisationRegistrations, Outcome<Guid>>(registrations => registrations.RegisterAsync(HirerKind.Group, facts, person, Cancellation));

    private Task<Outcome<OrganisationDetails>> DetailsAsync(Guid id, Actor person) =>
        database.With<OrganisationQueries, Outcome<OrganisationDetails>>(queries => queries.DetailsAsync(id, person, Cancellation));

    private Task<Outcome<Guid>> ChangeAsync(TestGroup group, OrganisationDetails details, string name) =>
        database.With<OrganisationRegistrations, Outcome<Guid>>(registrations =>
            registrations.ChangeAsync(group.Organisation.Id, details.Version, details.Facts with { Name = name }, group.Lead, Cancellation));

    private Task<Outcome> InviteAsync(Guid id, string email, Actor lead) =>
        database.With<JoiningRequests, Outcome>(requests => requests.InviteAsync(id, email, Roles.Signatory, lead, Cancellation));

    private Task<Outcome> AcceptAsync(string secret, Actor person) =>
        database.With<Invitations, Outcome>(invitations => invitations.AcceptAsync(secret, person, Cancellation));

    private Task<Outcome> AskAsync(string number, Actor person) =>
        database.With<JoiningRequests, Outcome>(requests => requests.AskAsync(number, person, Cancellation));

    private Task<Outcome> AnswerAsync(TestGroup group, Guid request, Roles roles) =>
        database.With<JoiningRequests, Outcome>(requests => requests.AcceptAsync(group.Organisation.Id, request, roles, group.Lead, Cancellation));

    private Task<string> EmailAsync(Guid id) =>
        database.With<AppDbContext, string>(db => db.Users.Where(user => user.Id == id).Select(user => user.Email!).SingleAsync(Cancellation));
}

public class SqliteOrganisationTests(SqliteDatabase database) : OrganisationTests(database), IClassFixture<SqliteDatabase>;

public class PostgresOrganisationTests(PostgresDatabase database) : OrganisationTests(database), IClassFixture<PostgresDatabase>;
