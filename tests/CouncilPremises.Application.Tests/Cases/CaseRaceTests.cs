using CouncilPremises.Application.Checks;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Cases;

/// <summary>Two people act on one case at one moment: one succeeds, the other is told why.</summary>
public abstract class CaseRaceTests(TestDatabase database, int processes)
{
    private static int Rounds => TestDatabase.IsLongRun ? 25 : 4;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Approve_TwoAtOnce_OneSucceedsAndTheOtherIsTold()
    {
        var officers = await OfficersAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var hire = await A.Hire().ReadyAsync(database, officers[0]);
            await hire.StateNoInterestAsync(officers[1]);
            var approval = new Approve("Every check is clear and the room suits the event.", [], NoProhibitedReason: true, await hire.VersionAsync());

            var outcomes = await AtOnceAsync(
                services => services.GetRequiredService<Approvals>().ApproveAsync(hire.Reference, approval, officers[0], Token),
                services => services.GetRequiredService<Approvals>().ApproveAsync(hire.Reference, approval, officers[1], Token));

            outcomes.Count(outcome => outcome.Succeeded).ShouldBe(1);
            var loser = outcomes.Single(outcome => !outcome.Succeeded);
            loser.IsConflict.ShouldBeTrue();
            loser.Refusals[0].Sentence.ShouldContain("changed this case at");
            (await database.With<AppDbContext, int>(async db =>
            {
                var caseId = (await hire.CaseAsync()).Id;
                return await db.Decisions.CountAsync(decision => decision.CaseId == caseId, Token);
            })).ShouldBe(1);
        }
    }

    [Fact]
    [Trait("Rule", "XREF")]
    [Trait("Rule", "L1")]
    public async Task Approve_AgainstANewHit_NeverBothFromTheSameCase()
    {
        var officers = await OfficersAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var group = await A.Group().Named($"Quillfeather Harbour Lantern Society {round}").AddAsync(database);
            var hire = await A.Hire().By(group).ReadyAsync(database, officers[0]);
            await hire.StateNoInterestAsync(officers[1]);
            await ListAsync(group.Organisation.Name, round + 1);
            var approval = new Approve(null, [], NoProhibitedReason: true, await hire.VersionAsync());

            var outcomes = await AtOnceAsync(
                services => services.GetRequiredService<Approvals>().ApproveAsync(hire.Reference, approval, officers[0], Token),
                services => services.GetRequiredService<CheckRecording>().ScreenAgainAsync(hire.Reference, officers[1], Token));

            var (approved, screened) = (outcomes[0], outcomes[1]);
            (approved.Succeeded || screened.Succeeded).ShouldBeTrue();
            if (!approved.Succeeded)
            {
                approved.Refusals.ShouldNotBeEmpty();
                (await hire.StateAsync()).ShouldBe(CaseState.Referred);
            }
            else if (screened.Succeeded)
            {
                // Possible only one after the other: the hit was then found on a booking that stood already
                (await StateWhenScreenedAsync(hire)).ShouldBe(nameof(CaseState.Confirmed));
            }
        }
    }

    private async Task<Actor[]> OfficersAsync() =>
    [
        await A.Person().Named("Ola Nordmann").Staff(Roles.FacilitiesOfficer).AddAsync(database),
        await A.Person().Named("Kim Approver").Staff(Roles.FacilitiesApprover).AddAsync(database),
    ];

    private Task ListAsync(string name, int edition) => database.With<AppDbContext>(async db =>
    {
        await db.ListVersions.Where(one => one.List == ListCode.L1).ExecuteUpdateAsync(set => set.SetProperty(one => one.IsLive, false), Token);
        var version = new ListVersion(Guid.CreateVersion7(), ListPart.Proscribed, new ListSource("register.csv", $"{edition:x64}", null, 1), Guid.Empty, database.Time.NowUtc);
        version.Use(edition, Guid.Empty, database.Time.NowUtc);
        db.ListVersions.Add(version);
        db.ListEntries.Add(new ListEntry(Guid.CreateVersion7(), version.Id, $"K{edition}", false, [new ListName(name, null, false)], new Dictionary<string, string>(), $"h{edition}"));
        await db.SaveChangesAsync(Token);
    });

    private Task<string?> StateWhenScreenedAsync(TestHire hire) => database.With<AppDbContext, string?>(async db =>
    {
        var caseId = (await hire.CaseAsync()).Id;
        return await db.AuditEntries.Where(entry => entry.CaseId == caseId && entry.Action == "Check.Screen" && !entry.WasRefused)
            .Select(entry => entry.From).SingleAsync(Token);
    });

    private async Task<Outcome[]> AtOnceAsync(params Func<IServiceProvider, Task<Outcome>>[] acts)
    {
        var sites = Enumerable.Range(0, processes).Select(_ => database.NewProcess()).ToList();
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = acts.Select(async (act, index) =>
        {
            await start.Task;
            await using var scope = sites[index % sites.Count].CreateAsyncScope();
            return await act(scope.ServiceProvider);
        }).ToList();
        start.SetResult();
        var outcomes = await Task.WhenAll(running);
        foreach (var site in sites)
            await site.DisposeAsync();
        return outcomes;
    }
}

[Collection(Races.Name)]
public class SqliteCaseRaceTests(SqliteDatabase database) : CaseRaceTests(database, processes: 1), IClassFixture<SqliteDatabase>;

[Collection(Races.Name)]
public class PostgresCaseRaceTests(PostgresDatabase database) : CaseRaceTests(database, processes: 2), IClassFixture<PostgresDatabase>;
