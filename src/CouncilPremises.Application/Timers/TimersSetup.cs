using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Application.Timers;

/// <summary>Registers the timers.</summary>
internal static class TimersSetup
{
    public static IServiceCollection AddTimers(this IServiceCollection services)
    {
        services.AddScoped<TimerRun>().AddScoped<TimerLeases>().AddScoped<TimerLetters>();
        services.AddScoped<CaseLooks>().AddScoped<CaseEndings>().AddScoped<SeriesConditions>().AddScoped<ExpiryWarnings>();
        return services;
    }
}
