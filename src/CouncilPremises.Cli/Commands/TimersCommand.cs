using System.CommandLine;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Timers;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Cli.Commands;

/// <summary><c>timers run</c>: does once what the web process does every minute.</summary>
internal static class TimersCommand
{
    public static Command Create()
    {
        var run = new Command("run", "Does everything that is due now: reminders, lapses, completions and alerts. It never refuses, cancels or suspends.");
        run.SetAction(RunAsync);
        return new Command("timers", "Runs what time itself brings.") { run };
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        await using var services = CliSettings.Services(parsed);
        var holderId = Guid.CreateVersion7();
        var (looked, done) = (0, new SortedDictionary<string, int>(StringComparer.Ordinal));
        for (TimerReport? report = null; report is not { IsFinished: true };)
        {
            await using var scope = services.CreateAsyncScope();
            if (report is null && !await scope.ServiceProvider.GetRequiredService<DatabaseUpkeep>().IsReadyAsync(cancellationToken))
            {
                await error.WriteLineAsync(CliSettings.NotReady);
                return ExitCode.Failed;
            }

            report = await scope.ServiceProvider.GetRequiredService<TimerRun>().RunAsync(holderId, cancellationToken);
            if (report is null)
            {
                await error.WriteLineAsync("Another process is running the timers now, so there is nothing to do here.");
                return ExitCode.Failed;
            }

            looked += report.Looked;
            foreach (var (kind, times) in report.Done)
                done[kind.ToString()] = done.GetValueOrDefault(kind.ToString()) + times;
        }

        await GiveBackAsync(services, holderId, cancellationToken);
        await output.WriteLineAsync($"Cases looked at: {looked}");
        foreach (var (kind, times) in done)
            await output.WriteLineAsync($"{kind}: {times}");
        return ExitCode.Done;
    }

    private static async Task GiveBackAsync(ServiceProvider services, Guid holderId, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TimerLeases>().GiveBackAsync(holderId, cancellationToken);
    }
}
