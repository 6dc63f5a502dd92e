using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Web.Tests.People;

/// <summary>People of the demonstration council that tests sign in as.</summary>
internal static class DemoPerson
{
    public const string Officer = "daniel.whitlock@fallowmere.example";
    public const string Approver = "helen.marchbank@fallowmere.example";
    public const string Safeguarding = "naomi.fairweather@fallowmere.example";
    public const string Prevent = "farida.qureshi@fallowmere.example";
    public const string Information = "bethan.rees@fallowmere.example";
    public const string Auditor = "colin.hargreave@fallowmere.example";
    public const string Director = "victoria.sandham@fallowmere.example";
    public const string Administrator = "admin.thorne@fallowmere.example";
    public const string GroupLead = "delroy.bancroft@saltmarsh-community-association.example";
    public const string OtherLead = "joanna.petrakis@wharfside-bikes.example";
    public const string Password = "the heron waits beside the mere";

    public static readonly string[] Everybody = [Officer, Approver, Safeguarding, Prevent, Information, Auditor, Director, Administrator, GroupLead];

    /// <summary>Signs in as one of them with one click.</summary>
    public static async Task<Visit> SignInAsync(CouncilWeb web, string email)
    {
        var visit = new Visit(web);
        await visit.PostFormAsync("/sign-in", ("demo", email));
        return visit;
    }

    /// <summary>Signs in with the form.</summary>
    public static Task<WebPage> TypeAsync(this Visit visit, string email, string password, string path = "/sign-in") =>
        visit.PostFormAsync(path, ("Input.Email", email), ("Input.Password", password));

    /// <summary>The path in the newest message to an address.</summary>
    public static Task<string> NewestLinkAsync(this CouncilWeb web, string email) => web.With<AppDbContext, string>(async db =>
    {
        var texts = await db.OutboxMessages.AsNoTracking().Where(message => message.To == email && message.Notice == NoticeCode.N0).OrderBy(message => message.CreatedUtc)
            .Select(message => message.Text).ToListAsync();
        return texts[^1].Split('\n').Last(line => line.StartsWith("http", StringComparison.Ordinal)) is { } link ? new Uri(link.Trim()).PathAndQuery : "";
    });
}
