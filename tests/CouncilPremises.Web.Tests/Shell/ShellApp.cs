using CouncilPremises.TestSupport;
using CouncilPremises.TestSupport.Databases;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CouncilPremises.Web.Tests.Shell;

/// <summary>The product with one sample page beside its own.</summary>
public sealed class ShellApp : WebApplicationFactory<CouncilSettings>
{
    /// <summary>Development speaks plain http; other environments are for the rules that differ there.</summary>
    public string Environment { get; init; } = "Development";

    private readonly SqliteDatabase database = new();

    /// <summary>The same as it runs for real.</summary>
    public Lazy<ShellApp> Production { get; } = new(() => new ShellApp { Environment = "Production" });

    public override async ValueTask DisposeAsync()
    {
        if (Production.IsValueCreated)
            await Production.Value.DisposeAsync();
        await base.DisposeAsync();
        await database.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        Task.Run(async () => await database.InitializeAsync()).Wait();
        builder.UseSetting("Database:ConnectionString", database.Options.ConnectionString);
        builder.UseSetting("Demo:Seed", "false");
        builder.UseEnvironment(Environment);
        builder.UseContentRoot(Solution.PathTo("src/CouncilPremises.Web"));
        builder.ConfigureTestServices(services => services.AddRazorPages().ConfigureApplicationPartManager(parts =>
        {
            parts.ApplicationParts.Add(new AssemblyPart(typeof(ShellApp).Assembly));
            parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(ShellApp).Assembly));
        }));
    }

    /// <summary>A visitor whose client follows no redirects and keeps cookies.</summary>
    public HttpClient Visitor(string address = "http://localhost") =>
        CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri(address) });

    /// <summary>Sends a form of a page with that page's real token.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient visitor, string address, params (string Name, string Value)[] fields)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        ArgumentNullException.ThrowIfNull(fields);
        var page = await visitor.GetPageAsync("/samples/form");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token))
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await visitor.PostAsync(new Uri(address, UriKind.Relative), form, TestContext.Current.CancellationToken);
    }
}
