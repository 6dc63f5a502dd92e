using System.CommandLine;
using System.Data.Common;
using CouncilPremises.Application;
using CouncilPremises.Application.Database;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CouncilPremises.Cli;

/// <summary>The same settings as the web application: its appsettings files, then environment variables.</summary>
internal static class CliSettings
{
    private const string FileName = "appsettings.json";
    private const string DevelopersFolder = "src/CouncilPremises.Web";

    /// <summary>What to say when a command meets a database without the schema it needs.</summary>
    public const string NotReady = "The database does not exist yet or its schema is out of date. Run 'council-premises migrate' first.";

    /// <summary>Where the settings are, for every command.</summary>
    public static Option<DirectoryInfo?> FolderOption { get; } = new("--settings")
    {
        Description = $"Folder that holds the web application's {FileName}. Without it: the current folder, {DevelopersFolder} under it, "
            + "or the program's own folder. Environment variables such as Database__ConnectionString override the file.",
        HelpName = "FOLDER",
        Recursive = true,
    };

    /// <summary>The product's services as these settings configure them.</summary>
    public static ServiceProvider Services(ParseResult parsed)
    {
        var configuration = Read(parsed.GetValue(FolderOption));
        return new ServiceCollection()
            .AddSingleton(configuration)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
            .AddCouncilPremises(configuration)
            .BuildServiceProvider();
    }

    /// <summary>Runs a command on a database that has its schema; says what to do first where it has not.</summary>
    public static async Task<int> WithReadyServicesAsync(ParseResult parsed, Func<IServiceProvider, Task<int>> work, CancellationToken cancellationToken)
    {
        await using var services = Services(parsed);
        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<DatabaseUpkeep>().IsReadyAsync(cancellationToken))
            return await work(scope.ServiceProvider);
        await parsed.InvocationConfiguration.Error.WriteLineAsync(NotReady);
        return ExitCode.Failed;
    }

    private static IConfiguration Read(DirectoryInfo? asked)
    {
        var folder = Folder(asked);
        var environment = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? "Production";
        var configuration = new ConfigurationBuilder()
            .SetBasePath(folder)
            .AddJsonFile(FileName, optional: true)
            .AddJsonFile($"appsettings.{environment}.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
        AnchorDatabaseFile(configuration, folder);
        return configuration;
    }

    private static string Folder(DirectoryInfo? asked)
    {
        if (asked is not null)
            return File.Exists(Path.Combine(asked.FullName, FileName))
                ? asked.FullName
                : throw new SettingsException($"There is no {FileName} in {asked.FullName}. Give --settings the folder of the web application.");
        string[] candidates = [Environment.CurrentDirectory, Path.Combine(Environment.CurrentDirectory, DevelopersFolder)];
        return Array.Find(candidates, folder => File.Exists(Path.Combine(folder, FileName))) ?? AppContext.BaseDirectory;
    }

    /// <summary>A database file named without a folder stands beside the settings, wherever the command is run from.</summary>
    private static void AnchorDatabaseFile(IConfigurationRoot configuration, string folder)
    {
        var options = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        if (options.Provider != DatabaseProvider.Sqlite)
            return;
        var connection = new DbConnectionStringBuilder { ConnectionString = options.ConnectionString };
        if (connection.TryGetValue("Data Source", out var file) && file is string path && !Path.IsPathRooted(path) && !path.StartsWith(':'))
            connection["Data Source"] = Path.Combine(folder, path);
        configuration["Database:ConnectionString"] = connection.ConnectionString;
    }
}

/// <summary>The settings cannot be used; the message says why and what to do.</summary>
public sealed class SettingsException(string message) : Exception(message);
