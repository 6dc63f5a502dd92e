using System.CommandLine;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Seeding;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Cli.Commands;

/// <summary><c>seed demo</c>: enters the demonstration council into an empty database.</summary>
internal static class SeedCommand
{
    public static Command Create()
    {
        var demo = new Command("demo", "Enters the invented council of the seed folder. Only an empty database is seeded; a database that holds anything is left alone.");
        demo.SetAction(RunAsync);
        return new Command("seed", "Fills an empty database.") { demo };
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        await using var services = CliSettings.Services(parsed);
        await using var scope = services.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<DatabaseUpkeep>().IsReadyAsync(cancellationToken))
        {
            await error.WriteLineAsync(CliSettings.NotReady);
            return ExitCode.Failed;
        }

        var result = await scope.ServiceProvider.GetRequiredService<DemoSeed>().RunAsync(new Lines(error), cancellationToken);
        switch (result)
        {
            case SeedResult.Seeded:
                await output.WriteLineAsync("The demonstration council is in. Its people and their password are in seed/README.md.");
                return ExitCode.Done;
            case SeedResult.NotEmpty:
                await error.WriteLineAsync("The database holds data already, so nothing was changed. The demonstration council enters only an empty database.");
                return ExitCode.Failed;
            default:
                await error.WriteLineAsync(DemoSeed.UnfinishedSentence);
                return ExitCode.Failed;
        }
    }
}
