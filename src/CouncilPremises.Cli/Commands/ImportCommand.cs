using System.CommandLine;
using System.Globalization;
using System.Text;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Importing;
using CouncilPremises.Domain.People;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Cli.Commands;

/// <summary><c>import venues|organisations|bookings</c>: what a council had before, from a workbook or CSV.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var import = new Command("import", "Takes over venues, organisations and bookings from a workbook or CSV, whole or not at all.");
        foreach (var kind in Enum.GetValues<ImportKind>())
            import.Add(Of(kind));
        return import;
    }

    private static Command Of(ImportKind kind)
    {
        var file = new Argument<FileInfo?>("FILE") { Description = "A file that ends in .xlsx or .csv.", Arity = ArgumentArity.ZeroOrOne };
        var trial = new Option<bool>("--dry-run") { Description = "Find every mistake and clash and keep nothing." };
        var template = new Option<FileInfo?>("--template") { Description = "Write an empty table to fill in (.xlsx or .csv) and import nothing.", HelpName = "FILE" };
#pragma warning disable CA1308 // commands are written small
        var command = new Command(kind.ToString().ToLowerInvariant(), ImportTables.RowWords(kind)) { file, trial, template };
#pragma warning restore CA1308
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(template) is { } empty
            ? TemplateAsync(parsed, kind, empty, cancellationToken)
            : ImportAsync(parsed, kind, parsed.GetValue(file), parsed.GetValue(trial), cancellationToken));
        return command;
    }

    private static async Task<int> TemplateAsync(ParseResult parsed, ImportKind kind, FileInfo file, CancellationToken cancellationToken)
    {
        if (file.Exists)
            return await Lines.NoAsync(parsed, $"{file.FullName} exists already. Choose another name.");
        await using var stream = File.Create(file.FullName);
        if (file.Extension.Equals(".csv", StringComparison.OrdinalIgnoreCase))
        {
            await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            await ImportTables.WriteCsvAsync(kind, writer, cancellationToken);
        }
        else
            await ImportTables.WriteWorkbookAsync(kind, stream, cancellationToken);
        await parsed.InvocationConfiguration.Output.WriteLineAsync(file.FullName);
        return ExitCode.Done;
    }

    private static async Task<int> ImportAsync(ParseResult parsed, ImportKind kind, FileInfo? file, bool isTrial, CancellationToken cancellationToken)
    {
        if (file is not { Exists: true })
            return await Lines.NoAsync(parsed, file is null ? "Name the file to import, or use --template FILE to get an empty one." : $"There is no file {file.FullName}.");
        await using var services = CliSettings.Services(parsed);
        await using var scope = services.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<DatabaseUpkeep>().IsReadyAsync(cancellationToken))
            return await Lines.NoAsync(parsed, CliSettings.NotReady);
        await using var stream = file.OpenRead();
        var outcome = await scope.ServiceProvider.GetRequiredService<Imports>().RunAsync(kind, stream, file.Name, isTrial, Actor.System, cancellationToken);
        if (!outcome.Succeeded)
        {
            await Lines.NoAsync(parsed, outcome.Refusals);
            return await Lines.NoAsync(parsed, "Nothing was imported.");
        }

        var output = parsed.InvocationConfiguration.Output;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{outcome.Value.Rows:N0} rows are right{(isTrial ? ". It was a trial: nothing was imported" : " and imported")}:"));
        foreach (var line in outcome.Value.Lines)
            await output.WriteLineAsync($"- {line}");
        return ExitCode.Done;
    }
}
