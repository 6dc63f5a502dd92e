using System.Globalization;
using System.Net;
using CouncilPremises.Application;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Seeding;
using CouncilPremises.TestSupport.Databases;
using CouncilPremises.TestSupport.Sites;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CouncilPremises.Web.Tests.Hosting;

/// <summary>
/// The real web application as it runs in Production, in demo mode, on a database of its own that holds the demonstration council.
/// </summary>
public class CouncilWeb : WebApplicationFactory<Program>, IAsyncLifetime
{
    private static readonly Lazy<Task<string>> Seeded = new(SeedAsync);
    private readonly string folder = Directory.CreateTempSubdirectory("councilpremises-web").FullName;

    /// <summary>Starts on Monday 12 January 2026 at 9am.</summary>
    public MovableClock Clock { get; } = NewClock();

    /// <summary>Where the database is.</summary>
    public DatabaseOptions Database => new() { ConnectionString = $"Data Source={Path.Combine(folder, "council.db")}" };

    public async ValueTask InitializeAsync()
    {
        File.Copy(await Seeded.Value, Path.Combine(folder, "council.db"));
        Begin();
    }

    /// <summary>Runs one unit of work with one of the application's services.</summary>
    public async Task<TResult> With<TService, TResult>(Func<TService, Task<TResult>> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteDatabase.Release(Database);
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts the application; in memory, unless a subclass listens on an address.</summary>
    protected virtual void Begin() => _ = Server;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        // Compressed assets stand in the build's own folders until they are published
        builder.UseStaticWebAssets();
        builder.UseSetting("Demo:Enabled", "true");
        builder.UseSetting("Database:Provider", Database.Provider.ToString());
        builder.UseSetting("Database:ConnectionString", Database.ConnectionString);
        builder.UseSetting("Mail:PickupFolder", Path.Combine(folder, "mail"));
        builder.UseSetting("Attachments:Folder", Path.Combine(folder, "attachments"));
        // What time brings is tested by itself; here it would change what the pages show
        builder.UseSetting("Timers:InProcess", "false");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        // Tests sign in far more often than people do
        builder.UseSetting("SignIn:FormsPerMinuteAndAddress", "100000");
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
    }

    private static MovableClock NewClock() => new(DateTimeOffset.Parse("2026-01-12T09:00:00Z", CultureInfo.InvariantCulture));

    /// <summary>Seeds once for all: each application gets a copy.</summary>
    private static async Task<string> SeedAsync()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("councilpremises-seeded").FullName, "seeded.db");
        var options = new DatabaseOptions { ConnectionString = $"Data Source={path}" };
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Database:ConnectionString"] = options.ConnectionString, ["Demo:Enabled"] = "true" }).Build();
        await using (var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton<TimeProvider>(NewClock())
            .AddLogging().AddCouncilPremises(configuration).BuildServiceProvider())
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<DatabaseUpkeep>().MigrateAsync(null, CancellationToken.None);
            var result = await scope.ServiceProvider.GetRequiredService<DemoSeed>().RunAsync(null, CancellationToken.None);
            if (result != SeedResult.Seeded)
                throw new InvalidOperationException($"The demonstration council was not seeded: {result}.");
        }

        SqliteDatabase.Release(options);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        return path;
    }
}

/// <summary>The same application listening on HTTPS with a throw-away certificate, for browsers.</summary>
public class ListeningCouncilWeb : CouncilWeb
{
    /// <summary>Where it listens.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    protected override void Begin()
    {
        UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(LocalSite.ThrowAwayCertificate())));
        StartServer();
    }
}
