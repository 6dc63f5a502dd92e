using System.CommandLine;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Spreadsheets;
using CouncilPremises.Domain.People;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Cli.Commands;

/// <summary><c>export audit</c>: writes the auditor's workbook for a period and, if asked, one venue.</summary>
internal static class ExportCommand
{
    private static readonly Option<DateOnly> From = new("--from") { Description = "First day, such as 2026-07-01.", HelpName = "DAY", Required = true };
    private static readonly Option<DateOnly> To = new("--to") { Description = "Last day, included.", HelpName = "DAY", Required = true };
    private static readonly Option<string?> VenueName = new("--venue") { Description = "Name of one venue. Without it: all venues.", HelpName = "NAME" };
    private static readonly Option<FileInfo?> Out = new("--out") { Description = "Where to write. Without it: audit-2026-Q3.xlsx or the like in the current folder.", HelpName = "FILE" };
    private static readonly Option<bool> Force = new("--force") { Description = "Replace the file when there is one already." };

    public static Command Create()
    {
        var audit = new Command("audit", $"Writes the audit workbook (Excel). It is marked {AuditExport.Marking}, and taking it is itself recorded.")
        {
            From, To, VenueName, Out, Force,
        };
        audit.SetAction(RunAsync);
        return new Command("export", "Writes what the database holds into a file.") { audit };
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var period = new AuditFilter(parsed.GetValue(From), parsed.GetValue(To), VenueId: null);
        var file = parsed.GetValue(Out) ?? new FileInfo(period.FileName);
        await using var services = CliSettings.Services(parsed);
        await using var scope = services.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<DatabaseUpkeep>().IsReadyAsync(cancellationToken))
            return await NoAsync(error, CliSettings.NotReady);
        if (file.Exists && !parsed.GetValue(Force))
            return await NoAsync(error, $"{file.FullName} exists already. Add --force to replace it, or choose another name with --out.");
        if (file.Directory is { Exists: false })
            return await NoAsync(error, $"The folder {file.DirectoryName} does not exist.");

        var export = scope.ServiceProvider.GetRequiredService<AuditExport>();
        var venues = await export.VenuesAsync(cancellationToken);
        var name = parsed.GetValue(VenueName);
        var venue = venues.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase));
        if (name is not null && venue is null)
            return await NoAsync(error, $"There is no venue called '{name}'. There are: {string.Join(", ", venues.Select(one => one.Name))}.");
        return await WriteAsync(export, period with { VenueId = venue?.Id }, file, output, error, cancellationToken);
    }

    /// <summary>Written beside the file and moved into place, so that there is never half a workbook.</summary>
    private static async Task<int> WriteAsync(
        AuditExport export, AuditFilter filter, FileInfo file, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var unfinished = file.FullName + ".part";
        try
        {
            await using (var stream = File.Create(unfinished))
            {
                var outcome = await export.WriteAsync(filter, stream, Actor.System, new Lines(error), cancellationToken);
                if (!outcome.Succeeded)
                    return await NoAsync(error, string.Join(Environment.NewLine, outcome.Refusals.Select(refusal => refusal.Sentence)));
                await output.WriteLineAsync($"{file.FullName}: {outcome.Value.Sheets.Sum(sheet => sheet.Rows)} rows, digest {outcome.Value.Digest}");
            }

            File.Move(unfinished, file.FullName, overwrite: true);
            return ExitCode.Done;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static async Task<int> NoAsync(TextWriter error, string sentence)
    {
        await error.WriteLineAsync(sentence);
        return ExitCode.Failed;
    }
}
