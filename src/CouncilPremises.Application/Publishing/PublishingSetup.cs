using CouncilPremises.Domain.Publishing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Application.Publishing;

/// <summary>Registers who publishes grants.</summary>
public static class PublishingSetup
{
    /// <summary>Adds the council as a publisher: its name from section "Council", the rest from "Publishing". What is missing or wrong there is said where grants are published, and does not stop the service.</summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection("Publishing");
        var publisher = new Publisher
        {
            CouncilName = configuration["Council:Name"] ?? "",
            Prefix = section[nameof(Publisher.Prefix)] ?? "",
            OrganisationId = section[nameof(Publisher.OrganisationId)] ?? "",
            Website = section[nameof(Publisher.Website)] ?? "",
        };
        if (section[nameof(Publisher.Department)] is { Length: > 0 } department)
            publisher = publisher with { Department = department };
        return services.AddScoped<Publications>().AddSingleton(section[nameof(Publisher.Licence)] is { Length: > 0 } licence ? publisher with { Licence = licence } : publisher);
    }
}
