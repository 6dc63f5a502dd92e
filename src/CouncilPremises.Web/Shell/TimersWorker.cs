using CouncilPremises.Application.Timers;

namespace CouncilPremises.Web.Shell;

/// <summary>Runs the timers while the product runs: every minute, in one process at a time however many there are. After a time in which nothing
/// ran it goes on at once until everything is caught up.</summary>
internal sealed class TimersWorker(IServiceScopeFactory scopes, ContextWarmUp context, TimeProvider clock, ILogger<TimersWorker> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private readonly Guid holderId = Guid.CreateVersion7();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TimerLeases>().GiveBackAsync(holderId, cancellationToken);
        }
#pragma warning disable CA1031 // a lease that cannot be given back runs out by itself
        catch (Exception problem)
        {
            log.LogInformation("The timers' lease was left to run out: {Problem}", problem.GetType().Name);
        }
#pragma warning restore CA1031
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await context.WorkersMayBeginAsync(stoppingToken);
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            await RunAsync(stoppingToken);
        }
        while (!stoppingToken.IsCancellationRequested && await NextAsync(timer, stoppingToken));
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        try
        {
            TimerReport? report;
            do
            {
                await using var scope = scopes.CreateAsyncScope();
                report = await scope.ServiceProvider.GetRequiredService<TimerRun>().RunAsync(holderId, stoppingToken);
                if (report?.Done.Count > 0)
                    log.LogInformation("Timers: {Done}", string.Join(", ", report.Done.Select(pair => $"{pair.Key} {pair.Value}")));
            }
            while (report is { IsFinished: false } && !stoppingToken.IsCancellationRequested);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The product is being stopped
        }
#pragma warning disable CA1031 // whatever went wrong, a database that is away for a minute must not end the timers
        catch (Exception problem)
        {
            log.LogError("The timers could not run: {Problem}", problem.GetType().Name);
        }
#pragma warning restore CA1031
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
