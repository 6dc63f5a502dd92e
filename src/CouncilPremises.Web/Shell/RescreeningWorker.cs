using CouncilPremises.Application.Lists;

namespace CouncilPremises.Web.Shell;

/// <summary>Tries the names of live cases against lists that changed, while the product runs. What is left when it stops goes on at the next
/// start, or in another process.</summary>
internal sealed class RescreeningWorker(IServiceScopeFactory scopes, ContextWarmUp context, ILogger<RescreeningWorker> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await context.WorkersMayBeginAsync(stoppingToken);
        using var timer = new PeriodicTimer(LookEvery);
        try
        {
            do
                await WorkAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The product is being stopped
        }
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Rescreenings>().RunDueAsync(stoppingToken);
        }
#pragma warning disable CA1031 // a database that is away for a minute must not end the work for good: the lease runs out and it goes on
        catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError("Live names could not be tried against a changed list: {Problem}", problem.GetType().Name);
        }
#pragma warning restore CA1031
    }
}
