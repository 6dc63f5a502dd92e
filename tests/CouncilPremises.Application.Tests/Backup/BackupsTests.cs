using CouncilPremises.Application.Backup;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Backup;

/// <summary>A backup is worth what restoring it gives back; also one that was taken while others write.</summary>
public abstract class BackupsTests(TestDatabase database) : IDisposable
{
    private const int Pairs = 400;
    private readonly string folder = Directory.CreateTempSubdirectory("councilpremises-backup").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Backup_TakenUnderLoad_RestoresToOneMoment()
    {
        var group = await A.Group().Named("Kept Club").AddAsync(database);
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(() => WritePairsAsync(writer, stop.Token), Cancellation)).ToList();
        await WaitForAsync(20);
        var path = Path.Combine(folder, "under-load.bak");
        var taken = await database.With<Backups, Outcome<BackupTaken>>(backups => backups.TakeAsync(path, Cancellation));
        taken.Succeeded.ShouldBeTrue(Sentences(taken));
        taken.Value.Bytes.ShouldBeGreaterThan(0);
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        var after = await CountAsync();

        await database.With<AppDbContext>(async db => await db.Organisations.Where(o => o.Id == group.Organisation.Id).ExecuteUpdateAsync(
            set => set.SetProperty(o => o.Name, "Changed since"), Cancellation));
        Sentences(await RestoreAsync(path, replace: false)).ShouldContain("add --replace");
        var restored = await RestoreAsync(path, replace: true);
        restored.Succeeded.ShouldBeTrue(Sentences(restored));

        await database.With<AppDbContext>(async db =>
        {
            (await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == group.Organisation.Id, Cancellation)).Name.ShouldBe("Kept Club");
            var counters = await db.Counters.AsNoTracking().Where(c => c.Name.StartsWith("pair-")).Select(c => c.Name).ToListAsync(Cancellation);
            counters.Count.ShouldBeGreaterThan(0);
            counters.Count.ShouldBeLessThanOrEqualTo(after);
            // Every pair was written in one transaction, so a copy of one moment holds both of a pair or neither
            counters.GroupBy(name => name[..^2]).ShouldAllBe(pair => pair.Count() == 2);
            (await db.AuditEntries.AnyAsync(entry => entry.Action == "Backup.Restore", Cancellation)).ShouldBeTrue();
        });
    }

    [Fact]
    public async Task Backup_BadPathOrBadFile_IsRefusedAndChangesNothing()
    {
        var nowhere = await database.With<Backups, Outcome<BackupTaken>>(backups => backups.TakeAsync(Path.Combine(folder, "no", "where"), Cancellation));
        Sentences(nowhere).ShouldContain("does not exist");
        var there = Path.Combine(folder, "there");
        await File.WriteAllTextAsync(there, "this is not a backup", Cancellation);
        var exists = await database.With<Backups, Outcome<BackupTaken>>(backups => backups.TakeAsync(there, Cancellation));
        Sentences(exists).ShouldContain("exists already");
        var group = await A.Group().Named("Still Here").AddAsync(database);
        (await RestoreAsync(there, replace: true)).Succeeded.ShouldBeFalse();
        (await RestoreAsync(Path.Combine(folder, "gone"), replace: true)).Succeeded.ShouldBeFalse();
        (await database.With<AppDbContext, bool>(db => db.Organisations.AnyAsync(o => o.Id == group.Organisation.Id, Cancellation))).ShouldBeTrue();
    }

    private async Task WritePairsAsync(int writer, CancellationToken stop)
    {
        await using var process = database.NewProcess();
        for (var pair = 0; pair < Pairs && !stop.IsCancellationRequested; pair++)
        {
            await using var scope = process.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            var name = $"pair-{writer}-{pair}";
            await scope.ServiceProvider.GetRequiredService<Transactions>().RunAsync(async ended =>
            {
                db.Counters.Add(new Counter(name + "-a"));
                await db.SaveChangesAsync(ended);
                db.Counters.Add(new Counter(name + "-b"));
                await db.SaveChangesAsync(ended);
                return Outcome.Ok();
            }, CancellationToken.None);
        }
    }

    private async Task WaitForAsync(int written)
    {
        while (await CountAsync() < written)
            await Task.Delay(20, Cancellation);
    }

    private Task<int> CountAsync() => database.With<AppDbContext, int>(db => db.Counters.CountAsync(c => c.Name.StartsWith("pair-"), Cancellation));

    // As the operator's command: a process of its own, the web processes being stopped
    private async Task<Outcome> RestoreAsync(string path, bool replace)
    {
        await using var process = database.NewProcess();
        await using var scope = process.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Backups>().RestoreAsync(path, replace, Cancellation);
    }

    private static string Sentences(Outcome outcome) => string.Join("\n", outcome.Refusals.Select(refusal => refusal.Sentence));
}

public class SqliteBackupsTests(SqliteDatabase database) : BackupsTests(database), IClassFixture<SqliteDatabase>;

public class PostgresBackupsTests(PostgresDatabase database) : BackupsTests(database), IClassFixture<PostgresDatabase>;
