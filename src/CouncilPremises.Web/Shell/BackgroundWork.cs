using CouncilPremises.Application.Attachments;
using CouncilPremises.Application.Notices;

namespace CouncilPremises.Web.Shell;

/// <summary>Starts what works in the background of the pages.</summary>
public static class BackgroundWork
{
    /// <summary>Adds the sender of letters, what tries names against lists that changed, what has files scanned and, unless <c>Timers:InProcess</c> says no, the timers; folders named without a root stand beside the settings.</summary>
    public static WebApplicationBuilder AddBackgroundWork(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.PostConfigure<MailSettings>(mail =>
        {
            if (mail.PickupFolder.Length > 0)
                mail.PickupFolder = Path.GetFullPath(mail.PickupFolder, builder.Environment.ContentRootPath);
        });
        builder.Services.PostConfigure<AttachmentSettings>(files =>
        {
            if (files.Folder.Length > 0)
                files.Folder = Path.GetFullPath(files.Folder, builder.Environment.ContentRootPath);
        });
        builder.Services.AddOptions<AttachmentSettings>().Validate(
            files => builder.Environment.WebRootPath is not { } web || !(files.Folder + Path.DirectorySeparatorChar).StartsWith(Path.GetFullPath(web) + Path.DirectorySeparatorChar, StringComparison.Ordinal),
            "Attachments:Folder lies in the folder whose files anybody may fetch: choose one outside wwwroot.");
        builder.Services.AddSingleton<ContextWarmUp>();
        builder.Services.AddHostedService<OutboxWorker>();
        builder.Services.AddHostedService<RescreeningWorker>();
        builder.Services.AddHostedService<AttachmentWorker>();
        if (builder.Configuration.GetValue("Timers:InProcess", true))
            builder.Services.AddHostedService<TimersWorker>();
        return builder;
    }
}
