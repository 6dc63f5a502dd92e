using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Application.Notices;

/// <summary>Registers letters and what sends them.</summary>
public static class NoticesSetup
{
    /// <summary>Adds the letters of <c>Notices:Folder</c> (or <c>seed/notices</c>), checked at start, and the writer of the outbox.</summary>
    public static IServiceCollection AddNotices(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<NoticeSettings>().Bind(configuration.GetSection("Council")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<NoticeSettings>, NoticeSettingsCheck>();
        services.AddSingleton(_ => new NoticeTemplates(NoticeFolder.Of(configuration)));
        services.AddScoped<NoticeWriter>();
        return services;
    }
}
