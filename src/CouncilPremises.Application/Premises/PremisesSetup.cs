using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Application.Premises;

/// <summary>The services about venues, spaces and claims.</summary>
internal static class PremisesSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddPremises(this IServiceCollection services) =>
        services
            .AddScoped<Claims>()
            .AddScoped<SlotCheck>()
            .AddScoped<RoomQueries>()
            .AddScoped<FreeRooms>()
            .AddScoped<PremisesActs>()
            .AddScoped<BookedDates>()
            .AddScoped<VenueKeeping>()
            .AddScoped<SpaceKeeping>()
            .AddScoped<ClosureKeeping>();
}
