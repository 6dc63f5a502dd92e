using CouncilPremises.Application.Database;
using CouncilPremises.Application.People;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.People;

/// <summary>What administrators may do with accounts. Each test ends with at least one administrator.</summary>
public abstract class StaffAccountsTests(TestDatabase database)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Change_RolesDiffer_EndsSessions()
    {
        var administrator = await A.Person().Staff(Roles.Administrator).AddAsync(database);
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var stamp = await StampAsync(officer.Id);
        (await SessionAsync(officer.Id, stamp)).ShouldBeTrue();

        var outcome = await With(accounts => accounts.ChangeAsync(officer.Id, "Team leader", Roles.FacilitiesApprover, administrator, Cancellation));
        outcome.Succeeded.ShouldBeTrue();
        (await SessionAsync(officer.Id, stamp)).ShouldBeFalse();
        (await SessionAsync(officer.Id, await StampAsync(officer.Id))).ShouldBeTrue();
    }

    [Fact]
    public async Task Change_GroupOrSystemRoleAsked_IsNotGiven()
    {
        var administrator = await A.Person().Staff(Roles.Administrator).AddAsync(database);
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);

        await With(accounts => accounts.ChangeAsync(officer.Id, null, Roles.FacilitiesOfficer | Roles.System | Roles.LeadContact, administrator, Cancellation));
        (await database.With<AppDbContext, Roles>(db => db.Users.Where(user => user.Id == officer.Id).Select(user => user.StaffRoles).SingleAsync(Cancellation)))
            .ShouldBe(Roles.FacilitiesOfficer);
    }

    [Fact]
    public async Task Disable_Officer_EndsSessionsAndSignIn()
    {
        var administrator = await A.Person().Staff(Roles.Administrator).AddAsync(database);
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var stamp = await StampAsync(officer.Id);

        (await With(accounts => accounts.DisableAsync(officer.Id, administrator, Cancellation))).Succeeded.ShouldBeTrue();
        (await SessionAsync(officer.Id, stamp)).ShouldBeFalse();
        (await SessionAsync(officer.Id, await StampAsync(officer.Id))).ShouldBeFalse();
        (await With(accounts => accounts.EnableAsync(officer.Id, administrator, Cancellation))).Succeeded.ShouldBeTrue();
        (await SessionAsync(officer.Id, await StampAsync(officer.Id))).ShouldBeTrue();
    }

    [Fact]
    public async Task Invite_NotAnAdministrator_IsRefusedAndLogged()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var outcome = await With(accounts => accounts.InviteAsync("somebody@example.org", Roles.Administrator, officer, Cancellation));

        outcome.Succeeded.ShouldBeFalse();
        await database.With<AppDbContext>(async db =>
        {
            (await db.AuditEntries.SingleAsync(entry => entry.ActorId == officer.Id, Cancellation)).WasRefused.ShouldBeTrue();
            (await db.Invitations.AnyAsync(invitation => invitation.ByUserId == officer.Id, Cancellation)).ShouldBeFalse();
        });
    }

    [Fact]
    public async Task Invite_Accepted_MakesAnAccountWithThoseRoles()
    {
        var administrator = await A.Person().Staff(Roles.Administrator).AddAsync(database);
        const string Email = "new.officer@example.org";
        (await With(accounts => accounts.InviteAsync(Email, Roles.FacilitiesOfficer, administrator, Cancellation))).Succeeded.ShouldBeTrue();
        var secret = await Messages.SecretAsync(database, Email);

        var weak = await database.With<Invitations, Domain.Outcome<SignedIn>>(invitations => invitations.AcceptAsNewAsync(secret, "New Officer", "Council-2026!", Cancellation));
        weak.Succeeded.ShouldBeFalse();
        var accepted = await database.With<Invitations, Domain.Outcome<SignedIn>>(invitations => invitations.AcceptAsNewAsync(secret, "New Officer", "gravel lantern otter", Cancellation));
        accepted.Value.StaffRoles.ShouldBe(Roles.FacilitiesOfficer);
        (await SessionAsync(accepted.Value.UserId, accepted.Value.Stamp)).ShouldBeTrue();
        (await database.With<Invitations, Domain.Outcome<OpenInvitation>>(invitations => invitations.FindAsync(secret, Cancellation))).IsNotFound.ShouldBeTrue();
        (await With(accounts => accounts.InviteAsync(Email, Roles.Auditor, administrator, Cancellation))).Succeeded.ShouldBeFalse();
    }

    [Fact]
    public async Task Invite_TooOldOrWithdrawn_IsNotFound()
    {
        var administrator = await A.Person().Staff(Roles.Administrator).AddAsync(database);
        await With(accounts => accounts.InviteAsync("late@example.org", Roles.Auditor, administrator, Cancellation));
        var late = await Messages.SecretAsync(database, "late@example.org");
        database.Clock.Advance(TimeSpan.FromDays(14));
        (await FindAsync(late)).IsNotFound.ShouldBeTrue();

        await With(accounts => accounts.InviteAsync("taken.back@example.org", Roles.Auditor, administrator, Cancellation));
        var takenBack = await Messages.SecretAsync(database, "taken.back@example.org");
        (await FindAsync(takenBack)).Succeeded.ShouldBeTrue();
        var open = (await database.With<StaffAccounts, StaffList>(accounts => accounts.ListAsync(Cancellation))).Invited.Single(row => row.Email == "taken.back@example.org");
        await With(accounts => accounts.CloseInvitationAsync(open.Id, administrator, Cancellation));
        (await FindAsync(takenBack)).IsNotFound.ShouldBeTrue();
    }

    private Task<Domain.Outcome<OpenInvitation>> FindAsync(string secret) =>
        database.With<Invitations, Domain.Outcome<OpenInvitation>>(invitations => invitations.FindAsync(secret, Cancellation));

    private Task<Domain.Outcome> With(Func<StaffAccounts, Task<Domain.Outcome>> act) => database.With(act);

    private Task<string> StampAsync(Guid id) =>
        database.With<AppDbContext, string>(db => db.Users.Where(user => user.Id == id).Select(user => user.SecurityStamp!).SingleAsync(Cancellation));

    private async Task<bool> SessionAsync(Guid id, string stamp) =>
        (await database.With<SignIns, Domain.Outcome<SignedIn>>(signIns => signIns.FindAsync(id, stamp, Cancellation))).Succeeded;
}

public class SqliteStaffAccountsTests(SqliteDatabase database) : StaffAccountsTests(database), IClassFixture<SqliteDatabase>;

public class PostgresStaffAccountsTests(PostgresDatabase database) : StaffAccountsTests(database), IClassFixture<PostgresDatabase>;

/// <summary>There is always an administrator. A database of its own, so that the administrators are known.</summary>
public abstract class LastAdministratorTests(TestDatabase database)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Administrators_TwoEndEachOtherAtOnce_OneStays()
    {
        var first = await A.Person().Staff(Roles.Administrator).AddAsync(database);
        (await database.With<StaffAccounts, Domain.Outcome>(accounts => accounts.DisableAsync(first.Id, first, Cancellation))).Refusals.Single().Code.ShouldBe("LastAdministrator");
        (await database.With<StaffAccounts, Domain.Outcome>(accounts => accounts.ChangeAsync(first.Id, null, Roles.Auditor, first, Cancellation))).Succeeded.ShouldBeFalse();

        var second = await A.Person().Staff(Roles.Administrator).AddAsync(database);
        var both = await Task.WhenAll(
            Task.Run(() => database.With<StaffAccounts, Domain.Outcome>(accounts => accounts.DisableAsync(second.Id, first, Cancellation)), Cancellation),
            Task.Run(() => database.With<StaffAccounts, Domain.Outcome>(accounts => accounts.DisableAsync(first.Id, second, Cancellation)), Cancellation));

        both.Count(outcome => outcome.Succeeded).ShouldBe(1);
        (await database.With<AppDbContext, int>(db => db.Users.CountAsync(user => !user.IsDisabled && user.StaffRoles == Roles.Administrator, Cancellation))).ShouldBe(1);
    }
}

public class SqliteLastAdministratorTests(SqliteDatabase database) : LastAdministratorTests(database), IClassFixture<SqliteDatabase>;

public class PostgresLastAdministratorTests(PostgresDatabase database) : LastAdministratorTests(database), IClassFixture<PostgresDatabase>;
