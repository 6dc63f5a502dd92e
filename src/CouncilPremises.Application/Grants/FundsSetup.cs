using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Application.Grants;

/// <summary>The services about funds and their rounds.</summary>
internal static class FundsSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddFunds(this IServiceCollection services) =>
        services
            .AddScoped<FundActs>()
            .AddScoped<FundKeeping>()
            .AddScoped<FundQueries>()
            .AddScoped<RoundKeeping>()
            .AddScoped<GrantRounds>();
}
