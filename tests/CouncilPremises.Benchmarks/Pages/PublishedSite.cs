using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CouncilPremises.TestSupport;

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
        await site.RunAsync(site.Command("Cli", "migrate"));
        await site.RunAsync(site.Command("Cli", "seed", "demo"));
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

    private ProcessStartInfo Command(string project, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [PathTo($"{project}/CouncilPremises.{project}.dll"), .. arguments]) { WorkingDirectory = PathTo("Web") };
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
        Address = new($"https://localhost:{FreePort()}");
        var start = Command("Web");
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        start.Environment["Council__PublicAddress"] = Address.ToString();
        start.Environment["ASPNETCORE_Kestrel__Certificates__Default__Path"] = Certificate();
        start.Environment["ASPNETCORE_Kestrel__Certificates__Default__Password"] = "throw-away";
        process = Process.Start(start)!;
        using var client = new HttpClient(Browser.Trusting()) { BaseAddress = Address };
        for (var tries = 0; tries < 300; tries++)
        {
            if (process.HasExited)
                throw new InvalidOperationException("The web process ended before it was ready.");
            try
            {
                if ((await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet
            }

            await Task.Delay(200);
        }

        throw new TimeoutException("The web process was not ready in a minute.");
    }

    private string Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
