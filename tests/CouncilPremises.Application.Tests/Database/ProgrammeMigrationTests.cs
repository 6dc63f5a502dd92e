using CouncilPremises.Application.Database;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Database;

/// <summary>What reports read beside the answers is filled in for applications made before.</summary>
public abstract class ProgrammeMigrationTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Programme_ApplicationsMadeBefore_KeepWhatReportsRead()
    {
        var grant = await A.Grant().Answering(answers => answers with { Project = answers.Project with { Wards = ["Quay", "O’Neill's \"Hill\""] } }).SubmittedAsync(database);
        var empty = await database.With<GrantDrafts, Outcome<string>>(drafts => drafts.StartAsync(grant.Round.Round.Slug, grant.Group.Organisation.Id, grant.Group.Lead, Token));
        await MigrateAsync("GrantMoney");
        await MigrateAsync(null);

        var kept = await database.With<AppDbContext, List<GrantApplication>>(db => db.GrantApplications.AsNoTracking().Where(g => g.FundId == grant.Round.Fund.Id).ToListAsync(Token));
        var whole = kept.Single(one => one.Title.Length > 0);
        (whole.Objective, whole.PlanLineId).ShouldBe((Objective.O4, grant.Round.Fund.Lines[0].Id));
        whole.Wards.ShouldBe(["Quay", "O’Neill's \"Hill\""]);
        var draft = kept.Single(one => one.Title.Length == 0);
        (draft.Objective, draft.PlanLineId, draft.Wards.Count, empty.Succeeded).ShouldBe((null, null, 0, true));
        (await database.With<FundQueries, IReadOnlySet<Guid>>(funds => funds.LinesInUseAsync(grant.Round.Fund.Id, Token))).ShouldBe([grant.Round.Fund.Lines[0].Id], ignoreOrder: true);
    }

    // Null for the newest
    private Task MigrateAsync(string? migration) => database.With<AppDbContext>(db => db.GetService<IMigrator>().MigrateAsync(migration, Token));
}

public sealed class SqliteProgrammeMigrationTests(SqliteDatabase database) : ProgrammeMigrationTests(database), IClassFixture<SqliteDatabase>;

public sealed class PostgresProgrammeMigrationTests(PostgresDatabase database) : ProgrammeMigrationTests(database), IClassFixture<PostgresDatabase>;
