using System.CommandLine;
using System.Globalization;
using System.Text;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Cli.Commands;

/// <summary><c>lists import</c> and <c>lists status</c>: the editions that names are tried against.</summary>
internal static class ListsCommand
{
    public static Command Create() => new("lists", "Imports screening lists and says which editions are in use.") { Import(), Status(), Rescreen(), RegisterCommand.Create() };

    private static Command Import()
    {
        var list = new Option<ListCode>("--list")
        {
            Description = "Which list: L1 proscribed organisations, L2 UK Sanctions List (or an old OFSI file, or the United Nations list in XML), L3 removed trustees and disqualified directors (or Companies House product 192).",
            HelpName = "L1|L2|L3",
            Required = true,
        };
        var files = new Argument<FileInfo[]>("FILE")
        {
            Description = "The file as its publisher writes it. L3 in CSV may come in several files, which together replace the edition in use.",
            Arity = ArgumentArity.OneOrMore,
        };
        var confirm = new Option<bool>("--confirm-shrink") { Description = "Take a list that has fewer entries than the one in use. Without it such a file is refused." };
        var yes = new Option<bool>("--yes") { Description = "Put it in use at once. Without it the difference is shown and the file waits for a person on the lists page." };
        var command = new Command("import",
            "Reads a list file whole or not at all and shows what it changes; with --yes it goes into use. Exit code 1 when it is refused; the edition in use then stays in use.")
        { list, confirm, yes, files };
        command.SetAction((parsed, cancellationToken) =>
            ImportAsync(parsed, parsed.GetValue(list), parsed.GetValue(files)!, new Consent(parsed.GetValue(yes), parsed.GetValue(confirm)), cancellationToken));
        return command;
    }

    private static Command Status()
    {
        var command = new Command("status", "Shows the edition of each list in use, its date, entries and age. Exit code 1 when a list needs attention.");
        command.SetAction((parsed, cancellationToken) => CliSettings.WithReadyServicesAsync(parsed, services => StatusAsync(services, parsed, cancellationToken), cancellationToken));
        return command;
    }

    private static Command Rescreen()
    {
        var command = new Command("rescreen", "Tries the names of live cases against lists and own decisions that changed, as the web application does by itself. Goes on where it was left.");
        command.SetAction((parsed, cancellationToken) => CliSettings.WithReadyServicesAsync(parsed, services => RescreenAsync(services, parsed.InvocationConfiguration.Output, cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> ImportAsync(ParseResult parsed, ListCode list, FileInfo[] files, Consent consent, CancellationToken cancellationToken)
    {
        var error = parsed.InvocationConfiguration.Error;
        if (Array.Find(files, file => !file.Exists) is { } missing)
        {
            await error.WriteLineAsync($"There is no file {missing.FullName}.");
            return ExitCode.Failed;
        }

        var opened = new List<FileStream>();
        try
        {
            opened.AddRange(files.Select(file => file.OpenRead()));
            var input = new ImportList(list, [.. opened.Select(stream => new ListUpload(stream.Name, stream))]);
            return await CliSettings.WithReadyServicesAsync(parsed, services => ImportAsync(services, parsed, input, consent, cancellationToken), cancellationToken);
        }
        finally
        {
            foreach (var stream in opened)
                await stream.DisposeAsync();
        }
    }

    private static async Task<int> ImportAsync(IServiceProvider services, ParseResult parsed, ImportList input, Consent consent, CancellationToken cancellationToken)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var imports = services.GetRequiredService<ListImports>();
        var read = await imports.ReadAsync(input, Actor.System, new Lines(error), cancellationToken);
        if (!read.Succeeded)
            return await RefusedAsync(error, read.Refusals, "Nothing was imported; the edition in use stays in use.");
        var difference = (await services.GetRequiredService<ListDifferences>().OfAsync(read.Value, Actor.System, cancellationToken))!;
        await output.WriteAsync(Describe(difference));
        if (!consent.Yes)
        {
            await output.WriteLineAsync("It is not in use yet: put it in use on the page “Screening lists”, or import it again with --yes.");
            return ExitCode.Done;
        }

        var used = await imports.UseAsync(new UseEdition(read.Value, difference.Live?.Id, consent.Shrink), Actor.System, cancellationToken);
        if (!used.Succeeded)
            return await RefusedAsync(error, used.Refusals, "The file waits on the page “Screening lists”; the edition in use stays in use.");
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{used.Value.List} edition {used.Value.Number} is in use: {used.Value.EntryCount:N0} entries."));
        return await RescreenAsync(services, output, cancellationToken);
    }

    private static async Task<int> RescreenAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        var hits = await services.GetRequiredService<Rescreenings>().RunDueAsync(cancellationToken);
        await output.WriteLineAsync($"Live names were tried against what changed: {hits} new possible {(hits == 1 ? "match" : "matches")}.");
        return ExitCode.Done;
    }

    private static async Task<int> RefusedAsync(TextWriter error, IReadOnlyList<Refusal> refusals, string ending)
    {
        foreach (var refusal in refusals)
            await error.WriteLineAsync(refusal.Code == ListImports.ShrinkCode ? $"{refusal.Sentence} (--confirm-shrink)" : refusal.Sentence);
        await error.WriteLineAsync(ending);
        return ExitCode.Failed;
    }

    private static string Describe(ListDifference difference)
    {
        var lines = new StringBuilder().AppendLine(CultureInfo.InvariantCulture,
            $"{difference.Name}: {difference.EntryCount:N0} entries ({difference.Live?.EntryCount ?? 0:N0} in use): {difference.Added.Count:N0} added, {difference.Removed.Count:N0} removed, {difference.Changed.Count:N0} changed.");
        foreach (var (sign, changes) in new[] { ('+', difference.Added), ('-', difference.Removed), ('~', difference.Changed) })
        {
            foreach (var sample in changes.Samples)
                lines.AppendLine(CultureInfo.InvariantCulture, $"  {sign} {sample.Key} {sample.Name}");
            if (changes.Count > changes.Samples.Count)
                lines.AppendLine(CultureInfo.InvariantCulture, $"  {sign} and {changes.Count - changes.Samples.Count:N0} more");
        }
        return lines.ToString();
    }

    private static async Task<int> StatusAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var lists = await services.GetRequiredService<ListQueries>().AllAsync(cancellationToken);
        foreach (var list in lists)
            await output.WriteLineAsync($"{list.List}  {list.Name}: {Describe(list)}");
        foreach (var list in lists.Where(list => list.Warning is not null))
            await error.WriteLineAsync($"{list.List}: {list.Warning}");
        return lists.Any(list => list.Warning is not null) ? ExitCode.Failed : ExitCode.Done;
    }

    private static string Describe(ListInUse list) => list.Edition is { } edition
        ? string.Create(CultureInfo.InvariantCulture,
            $"edition {edition.Number} of {edition.PublishedOn ?? CouncilTime.DayOf(edition.ImportedUtc):yyyy-MM-dd}, {edition.EntryCount:N0} entries, {list.AgeInDays} days old, {edition.FileName}, SHA-256 {edition.Hash[..12]}")
        : list.List == ListCode.L4 ? "read from the council's cases" : "no edition";

    private sealed record Consent(bool Yes, bool Shrink);
}
