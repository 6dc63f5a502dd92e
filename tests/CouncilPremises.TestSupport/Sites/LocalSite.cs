using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CouncilPremises.TestSupport.Sites;

/// <summary>What a web process started on this machine needs: a port, a certificate for localhost, and somebody who waits until it answers.</summary>
public static class LocalSite
{
    /// <summary>A port nobody listens on at the moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A new certificate for localhost that nobody else trusts.</summary>
    public static X509Certificate2 ThrowAwayCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2049, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }

    /// <summary>Returns when the process says it is ready; throws when it ended before, or after two minutes.</summary>
    /// <param name="process">The web process.</param>
    /// <param name="client">A client whose base address is the site's.</param>
    /// <param name="cancellationToken">Ends early.</param>
    public static async Task UntilReadyAsync(Process process, HttpClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(process);
        for (var tries = 0; tries < 600; tries++)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The web process ended before it was ready: {process.ExitCode}.");
            if (await IsReadyAsync(client, cancellationToken))
                return;
            await Task.Delay(200, cancellationToken);
        }

        throw new TimeoutException("The web process was not ready in two minutes.");
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
}
