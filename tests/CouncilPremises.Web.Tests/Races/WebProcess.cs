using System.Diagnostics;
using CouncilPremises.Application.Database;
using CouncilPremises.TestSupport;
using CouncilPremises.TestSupport.Sites;

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
        var address = new Uri($"http://127.0.0.1:{LocalSite.FreePort()}");
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
        try
        {
            await LocalSite.UntilReadyAsync(process, client, cancellationToken);
        }
        catch (InvalidOperationException ended)
        {
            throw new InvalidOperationException($"{ended.Message} {string.Join(Environment.NewLine, said)}", ended);
        }

        return new WebProcess(process, address);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
