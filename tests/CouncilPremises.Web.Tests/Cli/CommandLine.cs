using CouncilPremises.Cli;

namespace CouncilPremises.Web.Tests.Cli;

/// <summary>What one command wrote and answered.</summary>
internal sealed record Ran(int ExitCode, string Output, string Error);

/// <summary>A settings folder with a database of its own, and the operator's commands run in it.</summary>
public sealed class CommandLine : IDisposable
{
    public CommandLine() => File.WriteAllText(Path.Combine(Folder, "appsettings.json"),
        """
        {
          "Database": { "Provider": "Sqlite", "ConnectionString": "Data Source=data/council.db" },
          "Council": { "Name": "Fallowmere Borough Council", "PublicAddress": "https://rooms.fallowmere.example", "Email": "premises@fallowmere.example" }
        }
        """);

    public string Folder { get; } = Directory.CreateTempSubdirectory("councilpremises-cli").FullName;

    public string PathTo(string file) => Path.Combine(Folder, file);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    internal async Task<Ran> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CouncilCommands.RunAsync([.. arguments, "--settings", Folder], output, error);
        return new Ran(exitCode, output.ToString(), error.ToString());
    }
}
