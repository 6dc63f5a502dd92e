using CouncilPremises.Application.Notices;

namespace CouncilPremises.Web.Shell;

/// <summary>Sends letters while the product runs: at once after a save that wrote one, and by itself every few seconds for repeats.</summary>
internal sealed class OutboxWorker(IServiceScopeFactory scopes, ContextWarmUp context, OutboxBell bell, ILogger<OutboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await context.WorkersMayBeginAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<OutboxDispatch>().SendDueAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // whatever went wrong, a database that is away for a minute must not end the sending of letters
            catch (Exception problem)
            {
                log.LogError("Letters could not be sent: {Problem}", problem.GetType().Name);
            }
#pragma warning restore CA1031
            await WaitAsync(stoppingToken);
        }
    }

    private async Task WaitAsync(CancellationToken stoppingToken)
    {
        try
        {
            await bell.WaitAsync(LookEvery, stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The product is being stopped
        }
    }
}
