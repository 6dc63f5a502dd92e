namespace CouncilPremises.Web.Tests.Hosting;

/// <summary>Posts that no page offers, as somebody with a tool would make them.</summary>
public static class Crafted
{
    /// <summary>Posts to an address with the antiforgery token of another page's form, and these fields only.</summary>
    public static async Task<WebPage> CraftAsync(this Visit visit, string tokenFrom, string path, params (string Name, string Value)[] fields)
    {
        var page = await visit.GetAsync(tokenFrom);
        var token = WebPage.Entries(page.FormWith(["__RequestVerificationToken"])).First(entry => entry.Key == "__RequestVerificationToken");
        using var content = new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)).Append(token));
        using var answer = await visit.Client.PostAsync(path, content);
        return await WebPage.ReadAsync(new Uri(new Uri("https://localhost"), path), answer);
    }
}
