using CouncilPremises.Application.Attachments;
using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Calendars;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Backup;
using CouncilPremises.Application.Grants;
using CouncilPremises.Application.Importing;
using CouncilPremises.Application.Notices;
using CouncilPremises.Application.Organisations;
using CouncilPremises.Application.People;
using CouncilPremises.Application.Policies;
using CouncilPremises.Application.Premises;
using CouncilPremises.Application.Publishing;
using CouncilPremises.Application.Seeding;
using CouncilPremises.Application.Setup;
using CouncilPremises.Application.Spreadsheets;
using CouncilPremises.Application.Timers;
using CouncilPremises.Domain.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CouncilPremises.Application;

/// <summary>Everything Web and Cli need, registered in one place; a noun adds its services in a method of its own.</summary>
public static class ApplicationSetup
{
    /// <summary>Adds the database, the clock and every service.</summary>
    public static IServiceCollection AddCouncilPremises(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddDatabase(configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions());
#pragma warning disable RS0030 // the composition root hands the real clock to CouncilTime
        services.TryAddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        services.TryAddSingleton<CouncilTime>();
        services.AddScoped<DatabaseUpkeep>();
        services.AddScoped<AuditLog>();
        services.AddScoped<Transactions>();
        services.AddPremises();
        services.AddPeople(configuration);
        services.AddKeyProtection(configuration);
        services.AddOrganisations();
        services.AddSeeding(configuration);
        services.AddNotices(configuration);
        services.AddCalendars();
        services.AddSpreadsheets();
        services.AddCases();
        services.AddAttachments(configuration);
        services.AddFunds();
        services.AddAwards();
        services.AddTimers();
        services.AddImporting();
        services.AddFirstWeek();
        services.AddPolicies();
        services.AddBackups();
        services.AddPublishing(configuration);
        return services;
    }
}
