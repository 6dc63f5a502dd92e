using CouncilPremises.Application.Database;
using CouncilPremises.Application.People;
using CouncilPremises.Application.Seeding;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Web.Shell;

/// <summary>The product cannot start; the message says why and what to do.</summary>
public sealed class CannotStartException(string message) : Exception(message);

/// <summary>Makes sure of the database before the first page is served.</summary>
public static class DatabaseStart
{
    /// <summary>
    /// In Development the database is created and migrated; elsewhere an outdated one stops the start.
    /// In demo mode an empty one is seeded, unless <c>Demo:Seed</c> says no.
    /// </summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Services.GetService<IStartupValidator>()?.Validate(); // a mistaken setting is told before anything is written
        if (!app.Environment.IsDevelopment() && !app.Services.GetRequiredService<IOptions<KeySettings>>().Value.IsEncrypted)
            app.Logger.LogWarning("The keys that protect cookies and links stand readable in the database, because Keys:CertificateFile names no certificate. See docs/operations.md");
        var cancellationToken = app.Lifetime.ApplicationStopping;
        if (app.Services.GetRequiredService<SingleWebProcess>().Take() is { } taken)
            throw new CannotStartException(taken);

        var progress = new LogLines(app.Logger);
        var glance = app.Services.GetRequiredService<DatabaseGlance>();
        await using var scope = app.Services.CreateAsyncScope();
        if (!await glance.IsCurrentAsync(cancellationToken))
            await MakeCurrentAsync(app, scope.ServiceProvider.GetRequiredService<DatabaseUpkeep>(), progress, cancellationToken);
        var isDemo = app.Configuration.GetValue("Demo:Seed", defaultValue: app.Configuration.GetValue<bool>("Demo:Enabled"));
        if (!isDemo || await glance.IsSeededAsync(cancellationToken))
            return;
        var result = await scope.ServiceProvider.GetRequiredService<DemoSeed>().RunAsync(progress, cancellationToken);
        if (result == SeedResult.Unfinished)
            throw new CannotStartException(DemoSeed.UnfinishedSentence);
    }

    private static async Task MakeCurrentAsync(WebApplication app, DatabaseUpkeep upkeep, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var outstanding = await upkeep.OutstandingAsync(cancellationToken);
        if (outstanding.Count == 0)
            return;
        if (!app.Environment.IsDevelopment())
            throw new CannotStartException(
                $"The database is not at the version this program needs ({outstanding.Count} migrations are outstanding). Run 'council-premises migrate' first.");
        await upkeep.MigrateAsync(progress, cancellationToken);
    }

    private sealed class LogLines(ILogger logger) : IProgress<string>
    {
        public void Report(string value) => logger.LogInformation("{Progress}", value);
    }
}
