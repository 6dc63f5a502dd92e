using CouncilPremises.Application.Notices;

namespace CouncilPremises.Web.Shell;

/// <summary>Starts what works in the background of the pages.</summary>
public static class BackgroundWork
{
    /// <summary>Adds the sender of letters, what tries names against lists that changed and, unless <c>Timers:InProcess</c> says no, the timers; a pickup folder named without a root stands beside the settings.</summary>
    public static WebApplicationBuilder AddBackgroundWork(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.PostConfigure<MailSettings>(mail =>
        {
            if (mail.PickupFolder.Length > 0)
                mail.PickupFolder = Path.GetFullPath(mail.PickupFolder, builder.Environment.ContentRootPath);
        });
        builder.Services.AddSingleton<ContextWarmUp>();
        builder.Services.AddHostedService<OutboxWorker>();
        builder.Services.AddHostedService<RescreeningWorker>();
        if (builder.Configuration.GetValue("Timers:InProcess", true))
            builder.Services.AddHostedService<TimersWorker>();
        return builder;
    }
}
