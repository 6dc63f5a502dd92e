using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Application.Spreadsheets;

/// <summary>Registers what comes out as spreadsheets.</summary>
public static class SpreadsheetsSetup
{
    /// <summary>Adds the audit workbook.</summary>
    public static IServiceCollection AddSpreadsheets(this IServiceCollection services) => services.AddScoped<AuditExport>();
}
