using System.CommandLine;
using System.Globalization;
using CouncilPremises.Application.Lists;

namespace CouncilPremises.Cli.Commands;

/// <summary><c>lists lookup</c>: a company or charity in files of the public registers, by number first, then by name. Needs no database.</summary>
internal static class RegisterCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE")
        {
            Description = "Files as the registers publish them, unpacked: basic company data of Companies House (CSV), charities or their other names of the Charity Commission (JSON or tab-separated text).",
            Arity = ArgumentArity.OneOrMore,
        };
        var number = new Option<string>("--number") { Description = "The registered number. It decides: the name is only compared with the one registered under it." };
        var name = new Option<string>("--name") { Description = "The name. Without a number, or where no file has the number, like names are shown." };
        var command = new Command("lookup", "Looks a company or charity up in files of the public registers, by number first, then by name. Exit code 1 when nothing is found or a file is refused.") { files, number, name };
        command.SetAction((parsed, cancellationToken) => LookUpAsync(parsed, parsed.GetValue(files)!, parsed.GetValue(number), parsed.GetValue(name), cancellationToken));
        return command;
    }

    private static async Task<int> LookUpAsync(ParseResult parsed, FileInfo[] files, string? number, string? name, CancellationToken cancellationToken)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        if (string.IsNullOrWhiteSpace(number) && string.IsNullOrWhiteSpace(name))
        {
            await error.WriteLineAsync("Say what to look up: --number, --name or both.");
            return ExitCode.Usage;
        }

        var lookup = new PublicRegisterLookup(number, name);
        foreach (var file in files)
            if (!await ReadAsync(file, lookup, error, cancellationToken))
                return ExitCode.Failed;
        foreach (var match in lookup.Found)
            await output.WriteAsync(Describe(match));
        if (lookup.Found.Count > 0)
            return ExitCode.Done;
        await output.WriteLineAsync("Nothing was found.");
        return ExitCode.Failed;
    }

    private static async Task<bool> ReadAsync(FileInfo file, PublicRegisterLookup lookup, TextWriter error, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            await error.WriteLineAsync($"There is no file {file.FullName}.");
            return false;
        }

        await using var content = file.OpenRead();
        var mistakes = await PublicRegisterFile.ReadAsync(content, lookup.Take, new Lines(error), cancellationToken);
        foreach (var mistake in mistakes)
            await error.WriteLineAsync($"{file.Name}: {mistake}");
        if (mistakes.Count > 0)
            await error.WriteLineAsync("The file was not taken.");
        return mistakes.Count == 0;
    }

    private static string Describe(RegisterMatch match)
    {
        var body = match.Body;
        var lines = new List<string> { string.Join(", ", new[] { $"{body.Register} {body.Number}: {body.Name}", body.Status, body.Postcode }.Where(part => !string.IsNullOrEmpty(part))) };
        if (match.NameAgrees is { } agrees)
        {
            var verdict = agrees ? $"The name given is like “{match.BestName}”" : $"The name given is not like “{match.BestName}”";
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"  {verdict} ({match.Score:0.00})."));
            lines.AddRange(match.Reasons.Select(reason => $"  {reason}"));
        }

        return string.Join(Environment.NewLine, lines) + Environment.NewLine;
    }
}
