using System.CommandLine;
using System.Globalization;
using System.Text;
using CouncilPremises.Application.Lists;

namespace CouncilPremises.Cli.Commands;

/// <summary><c>screen pairs</c> and <c>screen names</c>: try whole tables of names. Neither needs a database.</summary>
internal static class ScreenTablesCommand
{
    private static readonly Argument<FileInfo> In = new("IN") { Description = "The table, a CSV file with headings; it may be gzipped." };
    private static readonly Argument<FileInfo> Out = new("OUT") { Description = "Where to write; a file there is replaced." };

    public static Command Pairs()
    {
        var command = new Command("pairs",
            "Compares two names a row: columns query_name, query_kind, list_name and list_kind (person or org). Writes all columns and score (0 to 1), "
            + "alert (true when the product would raise a hit) and why.")
        { In, Out };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, BatchScreening.Pairs, cancellationToken));
        return command;
    }

    public static Command Names()
    {
        var lists = new Option<FileInfo>("--lists") { Description = "The list file to try the names against, as its publisher writes it; it may be gzipped.", HelpName = "FILE", Required = true };
        var format = new Option<ListLayout>("--format") { Description = "The layout of the list file. Without it, its first line tells.", HelpName = "uksl|ofsi" };
        var command = new Command("names",
            "Tries each name of a table (column name, and kind where there is one: person or org) against a list file. Writes all columns and hits, "
            + "best_score, best_entry and why.")
        { In, Out, lists, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (await LacksAsync(parsed, parsed.GetValue(lists)!))
                return ExitCode.Failed;
            await using var list = parsed.GetValue(lists)!.OpenRead();
            return await RunAsync(parsed, (input, output) => BatchScreening.Names(input, output, list, parsed.GetValue(format)), cancellationToken);
        });
        return command;
    }

    /// <summary>Written beside the file and moved into place, so that there is never half a table.</summary>
    private static async Task<int> RunAsync(ParseResult parsed, Func<Stream, TextWriter, BatchResult> screen, CancellationToken cancellationToken)
    {
        var (error, target) = (parsed.InvocationConfiguration.Error, parsed.GetValue(Out)!);
        if (await LacksAsync(parsed, parsed.GetValue(In)!))
            return ExitCode.Failed;

        var unfinished = target.FullName + ".part";
        try
        {
            BatchResult result;
            await using (var input = parsed.GetValue(In)!.OpenRead())
            await using (var output = new StreamWriter(unfinished, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
                result = screen(input, output);
            if (result.Problem is not null)
            {
                await error.WriteLineAsync(result.Problem);
                return ExitCode.Failed;
            }

            cancellationToken.ThrowIfCancellationRequested();
            File.Move(unfinished, target.FullName, overwrite: true);
            await error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{result.Rows:N0} rows tried, {result.Alerts:N0} with a possible match."));
            return ExitCode.Done;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static async Task<bool> LacksAsync(ParseResult parsed, FileInfo file)
    {
        if (file.Exists)
            return false;
        await parsed.InvocationConfiguration.Error.WriteLineAsync($"There is no file {file.FullName}.");
        return true;
    }
}
