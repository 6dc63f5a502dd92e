using CouncilPremises.Application.Attachments;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Web.Shell;

/// <summary>Has files scanned and erased while the product runs, and once an hour clears up what a crash left.</summary>
internal sealed class AttachmentWorker(IServiceScopeFactory scopes, ContextWarmUp context, CouncilTime time, ILogger<AttachmentWorker> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);
    private DateTime sweptUtc = DateTime.MinValue;

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
            var upkeep = scope.ServiceProvider.GetRequiredService<AttachmentUpkeep>();
            if (time.NowUtc - sweptUtc >= SweepEvery)
            {
                await upkeep.SweepAsync(stoppingToken);
                sweptUtc = time.NowUtc;
            }

            await upkeep.RunDueAsync(stoppingToken);
        }
#pragma warning disable CA1031 // a database or disk that is away for a minute must not end the work for good: the lease runs out and it goes on
        catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError("Files could not be scanned or erased: {Problem}", problem.GetType().Name);
        }
#pragma warning restore CA1031
    }
}
