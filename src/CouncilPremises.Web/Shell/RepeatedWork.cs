namespace CouncilPremises.Web.Shell;

/// <summary>Work that is looked for every few seconds while the product runs. Whatever goes wrong, a database or disk that is away for a minute does
/// not end it for good: leases run out and it goes on.</summary>
/// <param name="scopes">Services of their own for each look.</param>
/// <param name="context">Says when work may begin.</param>
/// <param name="log">The log.</param>
/// <param name="failed">What could not be done, for the log.</param>
internal abstract class RepeatedWork(IServiceScopeFactory scopes, ContextWarmUp context, ILogger log, string failed) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await context.WorkersMayBeginAsync(stoppingToken);
        using var timer = new PeriodicTimer(LookEvery);
        try
        {
            do
                await TryAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The product is being stopped
        }
    }

    /// <summary>Does what is due, with services of its own.</summary>
    protected abstract Task WorkAsync(IServiceProvider services, CancellationToken stoppingToken);

    private async Task TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await WorkAsync(scope.ServiceProvider, stoppingToken);
        }
#pragma warning disable CA1031 // see the summary
        catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError("{Failed}: {Problem}", failed, problem.GetType().Name);
        }
#pragma warning restore CA1031
    }
}
