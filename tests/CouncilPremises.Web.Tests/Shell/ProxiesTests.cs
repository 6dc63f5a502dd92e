using System.Net;
using CouncilPremises.Web.Shell;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Shell;

/// <summary>Behind a trusted proxy sign-in is throttled per client; nobody else's word about the client is taken.</summary>
public sealed class ProxiesTests(ProxiedCouncilWeb web) : IClassFixture<ProxiedCouncilWeb>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Throttle_BehindATrustedProxy_CountsClientsOneByOne()
    {
        (await PostAsync(ProxiedCouncilWeb.Proxy, "203.0.113.1")).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(ProxiedCouncilWeb.Proxy, "203.0.113.1")).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(ProxiedCouncilWeb.Proxy, "203.0.113.1")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await PostAsync(ProxiedCouncilWeb.Proxy, "203.0.113.2")).ShouldBe(HttpStatusCode.BadRequest, "another client has tries of its own");
    }

    [Fact]
    public async Task Throttle_HeaderOfAStranger_IsNotBelieved()
    {
        (await PostAsync("198.51.100.7", "203.0.113.11")).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync("198.51.100.7", "203.0.113.12")).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync("198.51.100.7", "203.0.113.13")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public void Settings_Mistaken_AreToldInSentences()
    {
        var check = new ProxySettingsCheck();
        check.Validate(null, new ProxySettings { Trusted = ["10.1.2.3", "10.0.0.0/8", "::1"] }).Succeeded.ShouldBeTrue();
        check.Validate(null, new ProxySettings { Trusted = ["proxy.example"], Hops = 0 }).Failures!.Count().ShouldBe(2);
    }

    private async Task<HttpStatusCode> PostAsync(string peer, string client)
    {
        using var visit = new Visit(web);
        visit.Client.DefaultRequestHeaders.Add(ProxiedCouncilWeb.PeerHeader, peer);
        visit.Client.DefaultRequestHeaders.Add("X-Forwarded-For", client);
        return (await visit.PostFormAsync("/sign-in", ("Input.Email", ""))).Status;
    }
}

/// <summary>The application behind one trusted proxy, with two tries a minute.</summary>
public sealed class ProxiedCouncilWeb : CouncilWeb
{
    /// <summary>The one proxy it trusts.</summary>
    public const string Proxy = "10.9.9.9";

    /// <summary>Stands for the address that the connection itself comes from.</summary>
    public const string PeerHeader = "X-Test-Peer";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Proxies:Trusted:0", Proxy);
        builder.UseSetting("SignIn:FormsPerMinuteAndAddress", "2");
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(new Peers()));
    }

    private sealed class Peers : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, go) =>
            {
                if (IPAddress.TryParse(context.Request.Headers[PeerHeader], out var peer))
                    context.Connection.RemoteIpAddress = peer;
                return go(context);
            });
            next(app);
        };
    }
}
