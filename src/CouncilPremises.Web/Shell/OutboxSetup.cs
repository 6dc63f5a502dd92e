using CouncilPremises.Application.Notices;

namespace CouncilPremises.Web.Shell;

/// <summary>Starts what works in the background of the pages.</summary>
public static class OutboxSetup
{
    /// <summary>Adds the sender of letters and what tries names against lists that changed; a pickup folder named without a root stands beside the settings.</summary>
    public static WebApplicationBuilder AddOutboxWorker(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.PostConfigure<MailSettings>(mail =>
        {
            if (mail.PickupFolder.Length > 0)
                mail.PickupFolder = Path.GetFullPath(mail.PickupFolder, builder.Environment.ContentRootPath);
        });
        builder.Services.AddHostedService<OutboxWorker>();
        builder.Services.AddHostedService<RescreeningWorker>();
        return builder;
    }
}
