using CouncilPremises.Application.Database;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CouncilPremises.Web.Shell;

/// <summary>Ready when the database answers and has the schema of this program: what <c>/health/ready</c> tells a load balancer.</summary>
internal sealed class DatabaseHealth(DatabaseGlance glance) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await glance.IsCurrentAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}
