using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CouncilPremises.Web.Tests.Hosting;

/// <summary>One person's way through the site, with their cookies. Forms are sent as a browser would: fetched first, with their real token.</summary>
public sealed class Visit : IDisposable
{
    private readonly HttpClient client;

    public Visit(WebApplicationFactory<Program> web) =>
        client = web.CreateClient(new() { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false, HandleCookies = true });

    /// <summary>To a web process that runs by itself.</summary>
    public Visit(Uri site) => client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = 4 }) { BaseAddress = site };

    /// <summary>The client itself, for answers that are not pages.</summary>
    public HttpClient Client => client;

    public void Dispose() => client.Dispose();

    /// <summary>Fetches a page, following redirects.</summary>
    public async Task<WebPage> GetAsync(string path) => await FollowAsync(new Uri(path, UriKind.RelativeOrAbsolute), await client.GetAsync(path));

    /// <summary>Fetches a page and sends its form.</summary>
    public async Task<WebPage> PostFormAsync(string path, params (string Name, string Value)[] fields)
    {
        var page = await GetAsync(path);
        var form = page.FormWith(fields.Select(field => field.Name).ToHashSet());
        // An address with a handler is that of one of the form's buttons
        if (path.Contains("handler=", StringComparison.Ordinal))
            form.SetAttribute("action", path);
        return await PostFormAsync(form, page.Address, fields);
    }

    /// <summary>Sends a page's form: what it holds already, with these fields filled in or added.</summary>
    public async Task<WebPage> PostFormAsync(WebPage page, params (string Name, string Value)[] fields)
    {
        return await PostFormAsync(page.FormWith(fields.Select(field => field.Name).ToHashSet()), page.Address, fields);
    }

    /// <summary>Sends the form of one of a page's handlers, such as "RemoveApp".</summary>
    public Task<WebPage> PostHandlerAsync(WebPage page, string handler, params (string Name, string Value)[] fields) =>
        PostFormAsync(page.FormOf(handler), page.Address, fields);

    private async Task<WebPage> PostFormAsync(IHtmlFormElement form, Uri page, (string Name, string Value)[] fields)
    {
        var names = fields.Select(field => field.Name).ToHashSet();
        var entries = WebPage.Entries(form).Where(entry => !names.Contains(entry.Key))
            .Concat(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        var address = form.GetAttribute("action") is { Length: > 0 } action ? new Uri(Absolute(page), action) : Absolute(page);
        using var content = new FormUrlEncodedContent(entries);
        var answer = await client.PostAsync(address, content);
        // Led on with what was sent: a browser sends the same fields there
        if (answer.StatusCode == HttpStatusCode.TemporaryRedirect)
        {
            address = new Uri(Absolute(address), answer.Headers.Location!);
            answer.Dispose();
            answer = await client.PostAsync(address, content);
        }
        return await FollowAsync(address, answer);
    }

    private Uri Absolute(Uri address) => address.IsAbsoluteUri ? address : new Uri(client.BaseAddress!, address);

    private async Task<WebPage> FollowAsync(Uri address, HttpResponseMessage answer)
    {
        for (var hops = 0; answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther or HttpStatusCode.MovedPermanently; hops++)
        {
            if (hops > 10)
                throw new InvalidOperationException($"{address} redirects in a circle.");
            address = new Uri(Absolute(address), answer.Headers.Location!);
            answer.Dispose();
            answer = await client.GetAsync(address);
        }

        using (answer)
            return await WebPage.ReadAsync(address, answer);
    }
}
