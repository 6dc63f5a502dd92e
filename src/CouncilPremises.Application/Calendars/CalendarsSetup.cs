using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Application.Calendars;

/// <summary>Registers calendar files, feeds and their links.</summary>
public static class CalendarsSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddCalendars(this IServiceCollection services) => services
        .AddScoped<CalendarFiles>()
        .AddScoped<CalendarFeeds>()
        .AddScoped<CalendarLinks>();
}
