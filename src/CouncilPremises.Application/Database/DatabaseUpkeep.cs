using CouncilPremises.Application.Policies;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CouncilPremises.Application.Database;

/// <summary>Brings the schema to the version of the product, and says whether it is there.</summary>
public sealed class DatabaseUpkeep(AppDbContext db, DatabaseOptions options)
{
    /// <summary>Names of migrations not yet applied, oldest first; all of them when there is no database.</summary>
    public async Task<IReadOnlyList<string>> OutstandingAsync(CancellationToken cancellationToken) =>
        await db.Database.CanConnectAsync(cancellationToken)
            ? [.. await db.Database.GetPendingMigrationsAsync(cancellationToken)]
            : [.. db.Database.GetMigrations()];

    /// <summary>Makes the context's model of all tables and the query nearly every page begins with. Asks the database nothing: there may be none yet.</summary>
    public void WarmUp() => _ = new PolicySource(db).FromNewest(DateOnly.MaxValue).Take(1).ToQueryString();

    /// <summary>Creates what is missing and applies outstanding migrations one by one.</summary>
    public async Task MigrateAsync(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        MakeFolder();
        var migrator = db.GetService<IMigrator>();
        foreach (var migration in await OutstandingAsync(cancellationToken))
        {
            progress?.Report($"Applying {migration}");
            await migrator.MigrateAsync(migration, cancellationToken);
        }
    }

    /// <summary>True when the database answers and has the schema this version needs.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken) =>
        await db.Database.CanConnectAsync(cancellationToken) && (await OutstandingAsync(cancellationToken)).Count == 0;

    /// <summary>SQLite makes its file but not the folder it stands in.</summary>
    private void MakeFolder()
    {
        if (options.Provider == DatabaseProvider.Sqlite
            && Path.GetDirectoryName(Path.GetFullPath(new SqliteConnectionStringBuilder(options.ConnectionString).DataSource)) is { } folder)
            Directory.CreateDirectory(folder);
    }
}
