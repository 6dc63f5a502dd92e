using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Application.Attachments;

/// <summary>Registers files and what scans them.</summary>
public static class AttachmentsSetup
{
    /// <summary>Adds them, with the settings of section "Attachments".</summary>
    public static IServiceCollection AddAttachments(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<AttachmentSettings>().Bind(configuration.GetSection("Attachments")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AttachmentSettings>, AttachmentSettingsCheck>();
        services.AddSingleton<AttachmentStore>().AddSingleton<ClamdScanner>();
        return services.AddScoped<CaseAttachments>().AddScoped<AttachmentReading>().AddScoped<AttachmentUpkeep>();
    }
}
