using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CouncilPremises.Application.Database;
using CouncilPremises.TestSupport;

namespace CouncilPremises.Web.Tests.Races;

/// <summary>The product's own web process, started as an operator would, on a port of its own.</summary>
internal sealed class WebProcess : IAsyncDisposable
{
    private readonly Process process;

    private WebProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts it in demo mode and waits until it is ready.</summary>
    public static async Task<WebProcess> StartAsync(DatabaseOptions database, string folder, CancellationToken cancellationToken)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Solution.PathTo("src/CouncilPremises.Web") };
        start.ArgumentList.Add(Solution.BuiltAssembly("CouncilPremises.Web"));
        foreach (var (name, value) in new[]
        {
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_URLS", address.ToString()), ("Demo__Enabled", "true"),
            ("Database__Provider", database.Provider.ToString()), ("Database__ConnectionString", database.ConnectionString),
            ("Mail__PickupFolder", folder), ("SignIn__FormsPerMinuteAndAddress", "100000"), ("Logging__LogLevel__Default", "Warning"),
        })
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        var said = new List<string>();
        process.OutputDataReceived += (_, line) => said.Add(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => said.Add(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = address };
        for (var tries = 0; tries < 600; tries++)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The web process ended: {string.Join(Environment.NewLine, said)}");
            if (await IsReadyAsync(client, cancellationToken))
                return new WebProcess(process, address);
            await Task.Delay(200, cancellationToken);
        }

        throw new TimeoutException("The web process was not ready in two minutes.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
