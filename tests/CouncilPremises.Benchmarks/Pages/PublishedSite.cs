using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using CouncilPremises.TestSupport;
using CouncilPremises.TestSupport.Sites;

namespace CouncilPremises.Benchmarks.Pages;

/// <summary>The product as an operator installs it: published, in Production, over HTTPS with a throw-away certificate,
/// on a SQLite file that holds the demonstration. Ended and removed when disposed.</summary>
internal sealed class PublishedSite : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("councilpremises-pages");
    private Process? process;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("https://localhost");

    /// <summary>Publishes, migrates, seeds and starts; returns when the site is ready.</summary>
    public static async Task<PublishedSite> StartAsync()
    {
        var site = new PublishedSite();
        await site.PublishAsync("Web");
        await site.PublishAsync("Cli");
        await site.RunAsync(site.Command("Cli/council-premises.dll", "migrate"));
        await site.RunAsync(site.Command("Cli/council-premises.dll", "seed", "demo"));
        await site.ServeAsync();
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
            process.Kill(entireProcessTree: true);
        if (process is not null)
            await process.WaitForExitAsync();
        process?.Dispose();
        folder.Delete(recursive: true);
    }

    private string PathTo(string name) => Path.Combine(folder.FullName, name);

    private Task PublishAsync(string project) => RunAsync(new("dotnet",
        ["publish", Solution.PathTo($"src/CouncilPremises.{project}"), "-c", "Release", "-o", PathTo(project), "--nologo", "-v", "q"]));

    private ProcessStartInfo Command(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [PathTo(program), .. arguments]) { WorkingDirectory = PathTo("Web") };
        foreach (var (name, value) in new[]
        {
            ("ASPNETCORE_ENVIRONMENT", "Production"), ("DOTNET_ENVIRONMENT", "Production"), ("Demo__Enabled", "true"), ("Mail__PickupFolder", PathTo("mail")),
            ("Database__ConnectionString", $"Data Source={PathTo("council.db")}"), ("Logging__LogLevel__Default", "Warning"),
        })
            start.Environment[name] = value;
        return start;
    }

    private async Task ServeAsync()
    {
        Address = new($"https://localhost:{LocalSite.FreePort()}");
        var start = Command("Web/CouncilPremises.Web.dll");
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        start.Environment["Council__PublicAddress"] = Address.ToString();
        start.Environment["ASPNETCORE_Kestrel__Certificates__Default__Path"] = Certificate();
        start.Environment["ASPNETCORE_Kestrel__Certificates__Default__Password"] = "throw-away";
        process = Process.Start(start)!;
        using var client = new HttpClient(Browser.Trusting()) { BaseAddress = Address };
        await LocalSite.UntilReadyAsync(process, client, CancellationToken.None);
    }

    private string Certificate()
    {
        using var certificate = LocalSite.ThrowAwayCertificate();
        File.WriteAllBytes(PathTo("localhost.pfx"), certificate.Export(X509ContentType.Pfx, "throw-away"));
        return PathTo("localhost.pfx");
    }

    private async Task RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        using var running = Process.Start(start)!;
        var said = await running.StandardOutput.ReadToEndAsync();
        await running.WaitForExitAsync();
        if (running.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', start.ArgumentList)} ended with {running.ExitCode}: {said}");
    }
}
