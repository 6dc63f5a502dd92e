using System.CommandLine;
using System.Globalization;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Cli.Commands;

/// <summary><c>lists import</c> and <c>lists status</c>: the editions that names are tried against.</summary>
internal static class ListsCommand
{
    public static Command Create() => new("lists", "Imports screening lists and says which editions are in use.") { Import(), Status() };

    private static Command Import()
    {
        var list = new Option<ListCode>("--list")
        {
            Description = "Which list: L1 proscribed organisations, L2 UK Sanctions List (or an old OFSI file), L3 removed trustees and disqualified directors.",
            HelpName = "L1|L2|L3",
            Required = true,
        };
        var files = new Argument<FileInfo[]>("FILE")
        {
            Description = "The CSV file as its publisher writes it. L3 may come in several files, which together replace the edition in use.",
            Arity = ArgumentArity.OneOrMore,
        };
        var confirm = new Option<bool>("--confirm-shrink") { Description = "Take a list that lost more than a fifth of its entries. Without it such a file is refused." };
        var command = new Command("import",
            "Imports a list file whole or not at all and puts it in use at once. Exit code 1 when it is refused; the edition in use then stays in use.")
        { list, confirm, files };
        command.SetAction((parsed, cancellationToken) => ImportAsync(parsed, parsed.GetValue(list), parsed.GetValue(files)!, parsed.GetValue(confirm), cancellationToken));
        return command;
    }

    private static Command Status()
    {
        var command = new Command("status", "Shows the edition of each list in use, its date, entries and age. Exit code 1 when a list needs attention.");
        command.SetAction(StatusAsync);
        return command;
    }

    private static async Task<int> ImportAsync(ParseResult parsed, ListCode list, FileInfo[] files, bool confirm, CancellationToken cancellationToken)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        if (Array.Find(files, file => !file.Exists) is { } missing)
        {
            await error.WriteLineAsync($"There is no file {missing.FullName}.");
            return ExitCode.Failed;
        }

        await using var services = CliSettings.Services(parsed);
        await using var scope = services.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<DatabaseUpkeep>().IsReadyAsync(cancellationToken))
        {
            await error.WriteLineAsync(CliSettings.NotReady);
            return ExitCode.Failed;
        }

        var opened = new List<FileStream>();
        try
        {
            opened.AddRange(files.Select(file => file.OpenRead()));
            var input = new ImportList(list, [.. opened.Select(stream => new ListUpload(stream.Name, stream))], confirm);
            var outcome = await scope.ServiceProvider.GetRequiredService<ListImports>().ImportAsync(input, Actor.System, new Lines(error), cancellationToken);
            if (outcome.Succeeded)
            {
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"{list} edition {outcome.Value.Number} is in use: {outcome.Value.EntryCount:N0} entries."));
                return ExitCode.Done;
            }

            foreach (var refusal in outcome.Refusals)
                await error.WriteLineAsync(refusal.Code == ListImports.ShrinkCode ? $"{refusal.Sentence} (--confirm-shrink)" : refusal.Sentence);
            await error.WriteLineAsync("Nothing was imported; the edition in use stays in use.");
            return ExitCode.Failed;
        }
        finally
        {
            foreach (var stream in opened)
                await stream.DisposeAsync();
        }
    }

    private static async Task<int> StatusAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        await using var services = CliSettings.Services(parsed);
        await using var scope = services.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<DatabaseUpkeep>().IsReadyAsync(cancellationToken))
        {
            await error.WriteLineAsync(CliSettings.NotReady);
            return ExitCode.Failed;
        }

        var lists = await scope.ServiceProvider.GetRequiredService<ListQueries>().AllAsync(cancellationToken);
        foreach (var list in lists)
            await output.WriteLineAsync($"{list.List}  {list.Name}: {Describe(list)}");
        foreach (var list in lists.Where(list => list.Warning is not null))
            await error.WriteLineAsync($"{list.List}: {list.Warning}");
        return lists.Any(list => list.Warning is not null) ? ExitCode.Failed : ExitCode.Done;
    }

    private static string Describe(ListInUse list) => list.Edition is { } edition
        ? string.Create(CultureInfo.InvariantCulture,
            $"edition {edition.Number} of {edition.PublishedOn ?? CouncilTime.DayOf(edition.ImportedUtc):yyyy-MM-dd}, {list.EntryCount:N0} of {edition.EntryCount:N0} entries tried, {list.AgeInDays} days old, {edition.FileName}, SHA-256 {edition.Hash[..12]}")
        : string.Create(CultureInfo.InvariantCulture, $"no edition, {list.EntryCount:N0} entries tried");
}
