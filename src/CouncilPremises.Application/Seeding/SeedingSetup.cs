using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Application.Seeding;

/// <summary>Registers what reads the seed files; <c>Seed:Folder</c> names another folder than the one beside the program.</summary>
public static class SeedingSetup
{
    /// <summary>Adds the seed files, the demonstration seed and the people shown on the sign-in page in demo mode.</summary>
    public static IServiceCollection AddSeeding(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton(new SeedFolder(configuration["Seed:Folder"]));
        services.AddSingleton<DemoSignIns>();
        services.AddScoped<DemoSeed>();
        return services;
    }
}
