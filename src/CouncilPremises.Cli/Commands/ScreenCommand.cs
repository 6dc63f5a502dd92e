using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain.Lists;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Cli.Commands;

/// <summary><c>screen</c>: tries one name against the lists in use, outside any case.</summary>
internal static class ScreenCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private enum Kind
    {
        Person,
        Org,
    }

    public static Command Create()
    {
        var name = new Argument<string?>("NAME") { Description = "The name, in quotes when it has spaces.", Arity = ArgumentArity.ZeroOrOne };
        var kind = new Option<Kind?>("--kind") { Description = "What the name is of. Without it, both are tried.", HelpName = "person|org" };
        var list = new Option<ListCode?>("--list") { Description = "Look at this list only.", HelpName = "L1|L2|L3|L4|L5" };
        var json = new Option<bool>("--json") { Description = "Answer as JSON." };
        var command = new Command("screen",
            "Tries a name against the lists in use and shows every possible match with its reasons. Nothing is recorded, and a match is never a verdict. "
            + "Exit code 0 whether or not there is a match.")
        { name, kind, list, json, ScreenTablesCommand.Pairs(), ScreenTablesCommand.Names() };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed, new Asked(parsed.GetValue(name) ?? "", parsed.GetValue(kind), parsed.GetValue(list), parsed.GetValue(json)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Asked asked, CancellationToken cancellationToken)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        if (string.IsNullOrWhiteSpace(asked.Name))
        {
            await error.WriteLineAsync("Give a name to try.");
            return ExitCode.Usage;
        }

        await using var services = CliSettings.Services(parsed);
        await using var scope = services.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<DatabaseUpkeep>().IsReadyAsync(cancellationToken))
        {
            await error.WriteLineAsync(CliSettings.NotReady);
            return ExitCode.Failed;
        }

        var queries = scope.ServiceProvider.GetRequiredService<ListQueries>();
        foreach (var missing in (await queries.AllAsync(cancellationToken)).Where(one => one.Warning is not null && (asked.List ?? one.List) == one.List))
            await error.WriteLineAsync($"{missing.List}: {missing.Warning}");
        var found = await queries.FindAsync(asked.Name, asked.Kind switch { Kind.Person => true, Kind.Org => false, null => null }, asked.List, cancellationToken);
        await output.WriteLineAsync(asked.AsJson ? JsonSerializer.Serialize(found, Json) : Describe(asked.Name, found));
        return ExitCode.Done;
    }

    private static string Describe(string name, IReadOnlyList<NameFound> found)
    {
        if (found.Count == 0)
            return $"No possible match for “{name}”.";
        var lines = found.SelectMany(match => (string[])
        [
            string.Create(CultureInfo.InvariantCulture, $"{match.List} {match.Key}: {match.EntryName} (matched “{match.MatchedName}”, {match.Band}, {match.Score:0.00})"),
            .. match.Why.Select(why => $"    {why}"),
        ]);
        return string.Join(Environment.NewLine, lines);
    }

    private sealed record Asked(string Name, Kind? Kind, ListCode? List, bool AsJson);
}
