using CouncilPremises.Application.Database;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Grants;

/// <summary>Funds with their delivery plans: set up, changed, kept apart from those who may not.</summary>
public abstract class FundKeepingTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fund_SetUpAndChanged_KeepsItsLinesByIdAndReadsBack()
    {
        var officer = await A.Person().Named("Gita Rao").Staff(Roles.GrantOfficer).AddAsync(database);
        var id = (await database.With<FundKeeping, Outcome<Guid>>(f => f.CreateAsync(Facts(officer) with { Name = "  Common Ground  " }, officer, Token))).Value;
        var fund = await FundAsync(id);
        (fund.Name, fund.Budget, fund.HighestAward, fund.MatchSharePercent, fund.Version).ShouldBe(("Common Ground", Money.Pounds(40_000), Money.Pounds(5_000), 10, 1));
        fund.Lines.Select(line => (line.Number, line.Title, line.Objective)).ShouldBe([(1, "Debates in schools", Objective.O1), (2, "Neighbours’ suppers", Objective.O4)]);
        fund.Lines[0].Wards.ShouldBe(["Quay", "Ynys Môn"]);
        fund.Lines[1].Wards.ShouldBeEmpty("the whole area");

        // The first goes, the second becomes the first under its own id, and a new one follows
        var changed = Facts(officer) with { Lines = [Facts(officer).Lines[1] with { Id = fund.Lines[1].Id, Target = "30 suppers" }, Facts(officer).Lines[0] with { Title = "Radio", Wards = ["Mill"] }] };
        (await ChangeAsync(id, 1, changed, officer)).Refusals.ShouldBeEmpty();
        var after = await FundAsync(id);
        after.Version.ShouldBe(2);
        after.Lines.Select(line => (line.Number, line.Title, line.Target)).ShouldBe([(1, "Neighbours’ suppers", "30 suppers"), (2, "Radio", "12 debates")]);
        after.Lines[0].Id.ShouldBe(fund.Lines[1].Id);
        after.Lines[1].Wards.ShouldBe(["Mill"]);

        (await ChangeAsync(id, 1, changed, officer)).IsConflict.ShouldBeTrue("somebody else got there first");
        (await ChangeAsync(Guid.CreateVersion7(), 1, changed, officer)).IsNotFound.ShouldBeTrue();
        (await ActsAsync(id)).ShouldBe(["Fund.Create", "Fund.Change", "Fund.Change (refused)"]);
        var row = (await database.With<FundQueries, IReadOnlyList<FundRow>>(q => q.ListAsync(Token))).Single(one => one.Id == id);
        (row.Officer, row.OpenRounds, row.ComingRounds).ShouldBe(("Gita Rao", 0, 0));
    }

    [Fact]
    public async Task Fund_AnsweredForBySomebodyElseThanGrantStaff_IsRefused()
    {
        var officer = await A.Person().Staff(Roles.GrantApprover).AddAsync(database);
        var facilities = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var refused = await database.With<FundKeeping, Outcome<Guid>>(f => f.CreateAsync(Facts(facilities), officer, Token));
        refused.Refusals.ShouldHaveSingleItem().Field.ShouldBe("ResponsibleOfficerId");

        // Whoever answers for it already may stay when their role has ended
        var id = (await database.With<FundKeeping, Outcome<Guid>>(f => f.CreateAsync(Facts(officer), officer, Token))).Value;
        var other = await A.Person().Staff(Roles.GrantOfficer).AddAsync(database);
        await database.With<AppDbContext>(db => db.Users.Where(u => u.Id == officer.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.StaffRoles, Roles.Reviewer), Token));
        (await ChangeAsync(id, 1, Facts(officer) with { Name = "Other" }, other)).Refusals.ShouldBeEmpty();
        (await database.With<FundQueries, IReadOnlyList<FundOfficer>>(q => q.OfficersAsync(Token))).ShouldNotContain(one => one.Id == officer.Id);
    }

    [Theory]
    [InlineData(Roles.FinanceOfficer)]
    [InlineData(Roles.FacilitiesApprover)]
    [InlineData(Roles.Auditor)]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.None)]
    [Trait("Rule", "Roles")]
    public async Task Fund_ByOthers_IsRefusedAndLogged(Roles roles)
    {
        var (officer, other) = (await A.Person().Staff(Roles.GrantOfficer).AddAsync(database), await A.Person().Staff(roles).AddAsync(database));
        (await database.With<FundKeeping, Outcome<Guid>>(f => f.CreateAsync(Facts(officer), other, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role");
        await database.With<AppDbContext>(async db =>
        {
            (await db.Funds.CountAsync(f => f.ResponsibleOfficerId == officer.Id, Token)).ShouldBe(0);
            (await db.AuditEntries.CountAsync(e => e.ActorId == other.Id && e.WasRefused && e.Action == "Fund.Create", Token)).ShouldBe(1);
        });
    }

    private static FundFacts Facts(Actor officer) => new(
        "Common Ground", "Common Ground grants", "To help neighbours meet and talk.", "Home Office Prevent funding", Money.Pounds(40_000), Money.Pounds(250), Money.Pounds(5_000), 10, officer.Id,
        [
            new(null, "Debates in schools", Objective.O1, "Head of communities", "12 debates", ["Quay", "Ynys Môn"]),
            new(null, "Neighbours’ suppers", Objective.O4, "Cohesion officer", "20 suppers", []),
        ]);

    private Task<Outcome> ChangeAsync(Guid id, int version, FundFacts facts, Actor actor)
    {
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        return database.With<FundKeeping, Outcome>(f => f.ChangeAsync(id, version, facts, actor, Token));
    }

    private async Task<Fund> FundAsync(Guid id) => (await database.With<FundQueries, FundView?>(q => q.FindAsync(id, Token)))!.Fund;

    private Task<List<string>> ActsAsync(Guid id) => database.With<AppDbContext, List<string>>(db => db.AuditEntries.Where(e => e.SubjectId == id)
        .OrderBy(e => e.AtUtc).Select(e => e.WasRefused ? e.Action + " (refused)" : e.Action).ToListAsync(Token));
}

public class SqliteFundKeepingTests(SqliteDatabase database) : FundKeepingTests(database), IClassFixture<SqliteDatabase>;

public class PostgresFundKeepingTests(PostgresDatabase database) : FundKeepingTests(database), IClassFixture<PostgresDatabase>;
