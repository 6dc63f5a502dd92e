using CouncilPremises.Browser.Tests.Harness;
using CouncilPremises.TestSupport.Databases;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Shouldly;
using Xunit;

namespace CouncilPremises.Browser.Tests.Journeys;

/// <summary>The application as a council runs it, listening, on the name passkeys need.</summary>
public sealed class ListeningRealWeb : ListeningCouncilWeb
{
    public Uri Site => new UriBuilder(Address) { Host = "localhost" }.Uri;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Demo:Enabled", "false");
    }
}

/// <summary>The same with the council's own sign-in service beside it.</summary>
public sealed class ListeningProviderWeb : ListeningCouncilWeb
{
    private CouncilProvider? provider;

    public Uri Site => new UriBuilder(Address) { Host = "localhost" }.Uri;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (provider is not null)
            await provider.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        provider ??= CouncilProvider.StartAsync().GetAwaiter().GetResult();
        base.ConfigureWebHost(builder);
        builder.UseSetting("Demo:Enabled", "false");
        provider.Serve(builder);
    }
}

/// <summary>Staff come in by keyboard: with an app, with a passkey, and with the council's own account.</summary>
public class StaffSignInTests(Chromium chromium, ListeningRealWeb web, ListeningProviderWeb provided) : IClassFixture<ListeningRealWeb>, IClassFixture<ListeningProviderWeb>
{
    private const string Password = "the heron waits beside the mere";

    [Theory]
    [InlineData(true, "daniel.whitlock@fallowmere.example")]
    [InlineData(false, "helen.marchbank@fallowmere.example")]
    public async Task AuthenticatorApp_SetUpThenUsed_OpensTheWork(bool javaScript, string email)
    {
        Assert.SkipUnless(javaScript || TestDatabase.IsLongRun, "Without JavaScript it is part of tests/run --long.");
        await using var officer = await chromium.VisitorAsync(web.Site, javaScript);
        await GivePasswordAsync(officer, email);
        (await officer.HeadingAsync()).ShouldBe("Set up a second step");
        var key = await officer.Page.Locator("input[name=Key]").GetAttributeAsync("value");
        await officer.FillAsync("Code that your app shows now", Totp.CodeOf(key!));
        await officer.PressAsync("Set up the app");
        (await officer.HeadingAsync()).ShouldBe("Write down your recovery codes");
        var recovery = await officer.Page.Locator(".council-key li").First.InnerTextAsync();
        await officer.FollowAsync(officer.Page.Locator("main a.govuk-button"));
        await officer.PressAsync("Sign out");

        await GivePasswordAsync(officer, email);
        await officer.FillAsync("Code from your authenticator app", Totp.CodeOf(key!));
        await officer.PressAsync("Sign in");
        (await officer.HeadingAsync()).ShouldBe("Work queue");
        await officer.PressAsync("Sign out");

        await GivePasswordAsync(officer, email);
        await officer.FollowAsync("I do not have it with me: use a recovery code");
        await officer.FillAsync("Recovery code", recovery);
        await officer.PressAsync("Sign in");
        (await officer.HeadingAsync()).ShouldBe("How you sign in");
        officer.LeftNoComplaints();
    }

    [Fact]
    public async Task Passkey_MadeThenUsed_OpensTheAccountWithoutTyping()
    {
        await using var group = await chromium.VisitorAsync(web.Site);
        var devtools = await group.Page.Context.NewCDPSessionAsync(group.Page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        await GivePasswordAsync(group, "delroy.bancroft@saltmarsh-community-association.example");
        await group.GoAsync("/account/signing-in");
        await group.PressAsync("Add a passkey");
        await group.FillAsync("What do you call this device? (optional)", "My phone");
        await group.PressAsync("Make a passkey");
        (await group.MainTextAsync()).ShouldContain("My phone");
        await group.PressAsync("Sign out");

        await group.GoAsync("/sign-in");
        await group.PressAsync("Sign in with a passkey");
        (await group.HeadingAsync()).ShouldBe("Your account");
        group.LeftNoComplaints();
    }

    [Fact]
    public async Task CouncilAccount_OpenIdConnect_OpensTheWork()
    {
        await using var officer = await chromium.VisitorAsync(provided.Site);
        await officer.GoAsync("/work");
        await officer.PressAsync("Sign in with your council account");
        (await officer.HeadingAsync()).ShouldBe("The council's directory");
        await officer.FillAsync("Work e-mail address", "daniel.whitlock@fallowmere.example");
        await officer.PressAsync("Go on");
        (await officer.HeadingAsync()).ShouldBe("Work queue");
        officer.LeftNoComplaints();
    }

    private static async Task GivePasswordAsync(Visitor visitor, string email)
    {
        await visitor.GoAsync("/sign-in");
        await visitor.FillAsync("E-mail address", email);
        await visitor.FillAsync("Password", Password);
        await visitor.PressAsync("Sign in");
    }
}
