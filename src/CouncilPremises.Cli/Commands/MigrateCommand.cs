using System.CommandLine;
using CouncilPremises.Application.Database;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Cli.Commands;

/// <summary><c>migrate</c>: brings the database to the schema this version needs.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var check = new Option<bool>("--check") { Description = "Change nothing; exit with 1 when migrations are outstanding." };
        var command = new Command("migrate", "Creates the database, or brings its schema up to date. Run it after every update of the product.") { check };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, parsed.GetValue(check), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, bool onlyCheck, CancellationToken cancellationToken)
    {
        var (output, progress) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        await using var services = CliSettings.Services(parsed);
        await using var scope = services.CreateAsyncScope();
        var upkeep = scope.ServiceProvider.GetRequiredService<DatabaseUpkeep>();
        var outstanding = await upkeep.OutstandingAsync(cancellationToken);
        if (outstanding.Count == 0)
        {
            await output.WriteLineAsync("The database is up to date.");
            return ExitCode.Done;
        }

        if (onlyCheck)
        {
            await progress.WriteLineAsync($"{outstanding.Count} migrations are outstanding: {string.Join(", ", outstanding)}. Run 'council-premises migrate'.");
            return ExitCode.Failed;
        }

        await upkeep.MigrateAsync(new Lines(progress), cancellationToken);
        await output.WriteLineAsync($"The database is up to date: {outstanding.Count} migrations were applied.");
        return ExitCode.Done;
    }
}
