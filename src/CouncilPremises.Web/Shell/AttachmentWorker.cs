using CouncilPremises.Application.Attachments;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Web.Shell;

/// <summary>Has files scanned and erased while the product runs, and once an hour clears up what a crash left.</summary>
internal sealed class AttachmentWorker(IServiceScopeFactory scopes, ContextWarmUp context, CouncilTime time, ILogger<AttachmentWorker> log)
    : RepeatedWork(scopes, context, log, "Files could not be scanned or erased")
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);
    private DateTime sweptUtc = DateTime.MinValue;

    protected override async Task WorkAsync(IServiceProvider services, CancellationToken stoppingToken)
    {
        var upkeep = services.GetRequiredService<AttachmentUpkeep>();
        if (time.NowUtc - sweptUtc >= SweepEvery)
        {
            await upkeep.SweepAsync(stoppingToken);
            sweptUtc = time.NowUtc;
        }

        await upkeep.RunDueAsync(stoppingToken);
    }
}
