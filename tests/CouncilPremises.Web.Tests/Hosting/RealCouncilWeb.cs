using Microsoft.AspNetCore.Hosting;

namespace CouncilPremises.Web.Tests.Hosting;

/// <summary>The web application as a council runs it: not a demonstration. Its database holds the same people.</summary>
public class RealCouncilWeb : CouncilWeb
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Demo:Enabled", "false");
    }
}
