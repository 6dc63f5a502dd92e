using CouncilPremises.Application.Lists;

namespace CouncilPremises.Web.Shell;

/// <summary>Tries the names of live cases against lists that changed, while the product runs. What is left when it stops goes on at the next
/// start, or in another process.</summary>
internal sealed class RescreeningWorker(IServiceScopeFactory scopes, ContextWarmUp context, ILogger<RescreeningWorker> log)
    : RepeatedWork(scopes, context, log, "Live names could not be tried against a changed list")
{
    protected override Task WorkAsync(IServiceProvider services, CancellationToken stoppingToken) =>
        services.GetRequiredService<Rescreenings>().RunDueAsync(stoppingToken);
}
