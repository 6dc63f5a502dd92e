using System.CommandLine;
using System.Globalization;
using CouncilPremises.Application.Backup;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Time;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Cli.Commands;

/// <summary><c>backup</c> and <c>restore</c>: the whole database in one file.</summary>
internal static class BackupCommands
{
    public static Command CreateBackup()
    {
        var output = new Option<FileInfo?>("--out") { Description = "Where to write. Without it: council-premises-2026-03-24-1900 with .db or .dump in the current folder.", HelpName = "FILE" };
        var command = new Command("backup", "Writes the whole database into one file, while the service runs. Keep it as safe as the service: it holds personal data and keys.") { output };
        command.SetAction((parsed, cancellationToken) => BackupAsync(parsed, parsed.GetValue(output), cancellationToken));
        return command;
    }

    public static Command CreateRestore()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A file that backup wrote, on the same kind of database." };
        var replace = new Option<bool>("--replace") { Description = "Replace a database that holds data." };
        var command = new Command("restore", "Puts a backup in the database's place. Stop the web processes first; run migrate afterwards.") { file, replace };
        command.SetAction((parsed, cancellationToken) => RestoreAsync(parsed, parsed.GetValue(file)!, parsed.GetValue(replace), cancellationToken));
        return command;
    }

    private static async Task<int> BackupAsync(ParseResult parsed, FileInfo? file, CancellationToken cancellationToken)
    {
        await using var services = CliSettings.Services(parsed);
        await using var scope = services.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<DatabaseUpkeep>().IsReadyAsync(cancellationToken))
            return await Lines.NoAsync(parsed, CliSettings.NotReady);
        var backups = scope.ServiceProvider.GetRequiredService<Backups>();
        var now = CouncilTime.ToLondon(scope.ServiceProvider.GetRequiredService<CouncilTime>().NowUtc);
        var path = file?.FullName ?? string.Create(CultureInfo.InvariantCulture, $"council-premises-{now:yyyy-MM-dd-HHmm}{backups.Ending}");
        var outcome = await backups.TakeAsync(path, cancellationToken);
        if (!outcome.Succeeded)
            return await Lines.NoAsync(parsed, outcome.Refusals);
        await parsed.InvocationConfiguration.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{outcome.Value.Path}: {outcome.Value.Bytes:N0} bytes"));
        return ExitCode.Done;
    }

    private static async Task<int> RestoreAsync(ParseResult parsed, FileInfo file, bool replace, CancellationToken cancellationToken)
    {
        await using var services = CliSettings.Services(parsed);
        await using var scope = services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<Backups>().RestoreAsync(file.FullName, replace, cancellationToken);
        if (!outcome.Succeeded)
            return await Lines.NoAsync(parsed, outcome.Refusals);
        await parsed.InvocationConfiguration.Output.WriteLineAsync("The backup is restored. Run 'council-premises migrate', then start the web processes.");
        return ExitCode.Done;
    }
}
