using System.CommandLine;
using System.Data.Common;
using CouncilPremises.Application.Seeding;
using CouncilPremises.Cli.Commands;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Cli;

/// <summary>The operator's commands. Results go to the output stream, progress and complaints to the error stream.</summary>
public static class CouncilCommands
{
    /// <summary>Runs one command line and returns its exit code: 0 done, 1 refused or failed, 2 not understood.</summary>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        var parsed = Root().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var mistake in parsed.Errors)
                await error.WriteLineAsync(mistake.Message);
            await error.WriteLineAsync("Add --help to see what the command takes.");
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Stopped; nothing was changed by the step under way.");
            return ExitCode.Failed;
        }
        catch (Exception problem) when (Sentence(problem) is { } sentence)
        {
            await error.WriteLineAsync(sentence);
            return ExitCode.Failed;
        }
    }

    private static RootCommand Root() => new("Looks after a CouncilPremises installation: its database, its lists and its audit workbook.")
    {
        CliSettings.FolderOption,
        MigrateCommand.Create(),
        SetupCommand.Create(),
        ImportCommand.Create(),
        BackupCommands.CreateBackup(),
        BackupCommands.CreateRestore(),
        SeedCommand.Create(),
        ListsCommand.Create(),
        ScreenCommand.Create(),
        ExportCommand.Create(),
        TimersCommand.Create(),
    };

    /// <summary>Problems an operator can do something about; anything else is a fault in the product and keeps its trace.</summary>
    private static string? Sentence(Exception problem) => problem switch
    {
        SettingsException or SeedException => problem.Message,
        OptionsValidationException mistakes => string.Join(Environment.NewLine, mistakes.Failures.Prepend("The settings have mistakes:")),
        DbException => $"The database did not answer as expected: {problem.Message}",
        UnauthorizedAccessException or IOException => $"A file could not be read or written: {problem.Message}",
        _ => null,
    };
}
