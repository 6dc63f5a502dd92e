using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Application.Notices;

/// <summary>Registers letters and what sends them.</summary>
public static class NoticesSetup
{
    /// <summary>Adds the letters of <c>Notices:Folder</c> (or <c>seed/notices</c>), checked at start, the outbox and its mail.</summary>
    public static IServiceCollection AddNotices(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<NoticeSettings>().Bind(configuration.GetSection("Council")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<NoticeSettings>, NoticeSettingsCheck>();
        services.AddSingleton(_ => new NoticeTemplates(NoticeFolder.Of(configuration)));
        services.AddScoped<NoticeWriter>().AddScoped<NoticeLetters>().AddScoped<NoticePreviews>();
        services.AddOptions<MailSettings>().Bind(configuration.GetSection("Mail")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailSettings>, MailSettingsCheck>();
        if (configuration["Mail:Smtp:Host"] is { Length: > 0 })
            services.AddSingleton<MailCarrier, SmtpCarrier>();
        else
            services.AddSingleton<MailCarrier, PickupCarrier>();
        services.AddSingleton<OutboxBell>();
        services.AddSingleton<IInterceptor>(provider => provider.GetRequiredService<OutboxBell>());
        services.AddScoped<OutboxDispatch>();
        services.AddScoped<SentMessages>();
        services.AddScoped<PostedLetters>();
        return services;
    }
}
