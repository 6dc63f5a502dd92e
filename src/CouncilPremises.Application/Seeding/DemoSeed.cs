using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Application.Seeding;

/// <summary>What became of a request to seed.</summary>
public enum SeedResult
{
    /// <summary>The database was empty and now holds the demonstration council.</summary>
    Seeded,

    /// <summary>The database holds something already and was left alone.</summary>
    NotEmpty,

    /// <summary>An earlier seeding stopped half-way, or another process is seeding now.</summary>
    Unfinished,
}

/// <summary>Enters the demonstration council into an empty database, and only there.</summary>
/// <remarks>
/// The council itself is one save. Lists and applications follow through the ordinary services, which save by themselves;
/// a counter named <see cref="MarkerName"/> stays at 0 until everything is in, so that a seeding cut short is recognised.
/// </remarks>
public sealed class DemoSeed(AppDbContext db, AuditLog audit, CouncilTime time, SeedFolder folder, ListImports imports, IConfiguration configuration)
{
    /// <summary>The counter that is 0 while seeding is under way and 1 when it is complete.</summary>
    public const string MarkerName = "demo-seed";

    /// <summary>The sentence to show when a database was seeded only in part.</summary>
    public const string UnfinishedSentence =
        "This database holds only part of the demonstration council: seeding was cut short, or another process is seeding now. " +
        "If none is, delete the database (for SQLite its file, with the -wal and -shm files beside it; for PostgreSQL drop and create it) and start again.";

    /// <summary>Looks without changing anything: may this database be seeded? Null means yes.</summary>
    public async Task<SeedResult?> LookAsync(CancellationToken cancellationToken)
    {
        var marker = await db.Counters.AsNoTracking().SingleOrDefaultAsync(counter => counter.Name == MarkerName, cancellationToken);
        if (marker is not null)
            return marker.Value == 0 ? SeedResult.Unfinished : SeedResult.NotEmpty;
        var empty = !await db.Users.AnyAsync(cancellationToken)
            && !await db.Venues.AnyAsync(cancellationToken)
            && !await db.Organisations.AnyAsync(cancellationToken)
            && !await db.ListVersions.AnyAsync(cancellationToken);
        return empty ? null : SeedResult.NotEmpty;
    }

    /// <summary>Seeds an empty database; leaves any other alone.</summary>
    public async Task<SeedResult> RunAsync(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        if (await LookAsync(cancellationToken) is { } already)
            return already;

        progress?.Report("Entering the council, its premises, people and organisations");
        if (!await EnterCouncilAsync(cancellationToken))
            return SeedResult.Unfinished;
        progress?.Report("Importing the screening lists");
        await DemoLists.ImportAsync(imports, folder, cancellationToken);

        var bankHolidays = folder.BankHolidays().Events.Select(holiday => holiday.Date).ToHashSet();
        var clock = new SeedClock(time.NowUtc, new WorkingDays(bankHolidays));
        await using (var services = ServicesOn(clock))
        {
            await new DemoApplications(services, clock, new DemoAnswers(time.Today, bankHolidays)).WalkAsync(folder, progress, cancellationToken);
            progress?.Report("Walking applications for grants");
            await new DemoGrants(services, clock, time.Today).WalkAsync(folder, cancellationToken);
            await new DemoProgramme(services, clock, time.Today).WalkAsync(cancellationToken);
        }

        audit.Append(Actor.System, "Seed.Finish", new AuditSubject("Database", Guid.Empty));
        await db.SaveChangesAsync(cancellationToken);
        await db.Counters.Where(counter => counter.Name == MarkerName)
            .ExecuteUpdateAsync(set => set.SetProperty(counter => counter.Value, 1), cancellationToken);
        return SeedResult.Seeded;
    }

    private async Task<bool> EnterCouncilAsync(CancellationToken cancellationToken)
    {
        var marker = db.Counters.Add(new Counter(MarkerName)).Entity;
        DemoPremises.Enter(db, folder, time.Today, time.NowUtc);
        var users = DemoPeople.Enter(db, folder, time.NowUtc);
        DemoOrganisations.Enter(db, folder, users, time.NowUtc);
        DemoFunds.Enter(db, folder, users, time.Today, time.NowUtc);
        audit.Append(Actor.System, "Seed.Start", new AuditSubject("Database", Guid.Empty));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException) when (db.Entry(marker).State == EntityState.Added && OtherSeederWon())
        {
            return false; // two processes looked at the same empty database; the marker's key let one in
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private bool OtherSeederWon() => db.Counters.AsNoTracking().Any(counter => counter.Name == MarkerName);

    /// <summary>The product's own services on the same database, with a clock that applications are walked by.</summary>
    private ServiceProvider ServicesOn(SeedClock clock)
    {
        var council = folder.Premises().Council;
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                // Letters need these even where a command runs without the web application's settings
                ["Council:Name"] = council.Name,
                ["Council:Email"] = council.Email,
                ["Council:Phone"] = council.Phone,
                ["Council:PublicAddress"] = "http://localhost:5000",
            })
            .AddConfiguration(configuration)
            .Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(settings)
            .AddSingleton<TimeProvider>(clock)
            .AddLogging()
            .AddCouncilPremises(settings)
            .BuildServiceProvider();
    }
}
