using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Application.Organisations;

/// <summary>Registers what groups do with their organisations.</summary>
public static class OrganisationsSetup
{
    /// <summary>Adds registration, people, and what they read.</summary>
    public static IServiceCollection AddOrganisations(this IServiceCollection services) => services
        .AddScoped<LetterFormats>().AddScoped<OrganisationRegistrations>()
        .AddScoped<OrganisationQueries>()
        .AddScoped<Memberships>()
        .AddScoped<JoiningRequests>();
}
