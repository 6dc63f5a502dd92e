using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;

namespace CouncilPremises.Benchmarks.Pages;

/// <summary>One person's browser: keeps cookies, asks for gzip, follows links.</summary>
internal sealed partial class Browser(Uri site) : IDisposable
{
    private const string Password = "the heron waits beside the mere";
    private readonly HttpClient client = new(Trusting()) { BaseAddress = site };
    private readonly Dictionary<string, int> weights = [];

    /// <summary>Takes any certificate: the site's own was made a minute ago.</summary>
    public static HttpClientHandler Trusting() => new()
    {
        ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
        CookieContainer = new CookieContainer(),
    };

    /// <summary>Signs in as one of the demonstration's people.</summary>
    public async Task SignInAsync(string email)
    {
        var (_, html, _) = await VisitAsync("/sign-in");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = Token().Match(html).Groups[1].Value,
            ["Input.Email"] = email,
            ["Input.Password"] = Password,
        });
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        if (answer.RequestMessage!.RequestUri!.AbsolutePath == "/sign-in")
            throw new InvalidOperationException($"{email} could not sign in.");
    }

    /// <summary>Fetches one page: how long until its last byte, its text, its bytes on the wire.</summary>
    public async Task<(TimeSpan Took, string Html, int Bytes)> VisitAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Add("Accept-Encoding", "gzip");
        var watch = Stopwatch.StartNew();
        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsByteArrayAsync();
        var took = watch.Elapsed;
        answer.EnsureSuccessStatusCode();
        if (!answer.Content.Headers.ContentEncoding.Contains("gzip"))
            return (took, System.Text.Encoding.UTF8.GetString(body), body.Length);
        using var unpacked = new StreamReader(new GZipStream(new MemoryStream(body), CompressionMode.Decompress));
        return (took, await unpacked.ReadToEndAsync(), body.Length);
    }

    /// <summary>Bytes of what a page loads besides itself, each file counted once, as sent.</summary>
    public async Task<int> WeightOfAssetsAsync(string html)
    {
        var sum = 0;
        foreach (var asset in Assets().Matches(html).Select(match => match.Groups[1].Value).Distinct())
        {
            if (!weights.TryGetValue(asset, out var bytes))
                weights[asset] = bytes = (await VisitAsync(asset)).Bytes;
            sum += bytes;
        }

        return sum;
    }

    /// <summary>Addresses a page's links lead to inside the site.</summary>
    public static IEnumerable<string> Links(string html) => Anchors().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Distinct();

    public void Dispose() => client.Dispose();

    [GeneratedRegex("""<input name="__RequestVerificationToken"[^>]*value="([^"]*)""")]
    private static partial Regex Token();

    [GeneratedRegex("""(?:<script[^>]*src|<link[^>]*rel="(?:stylesheet|icon|modulepreload)"[^>]*href|<img[^>]*src)="(/[^"]*)""")]
    private static partial Regex Assets();

    [GeneratedRegex("""<a[^>]*href="(/[^"#]*)["#]""")]
    private static partial Regex Anchors();
}
