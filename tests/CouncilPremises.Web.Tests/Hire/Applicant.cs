using CouncilPremises.Web.Tests.Hosting;

namespace CouncilPremises.Web.Tests.Hire;

/// <summary>Somebody of a demonstration group filling in an application, page by page, as a browser would.</summary>
public sealed class Applicant(Visit visit) : IDisposable
{
    /// <summary>Leads and signs for a group whose declaration stands.</summary>
    public const string Patricia = "patricia.mulholland@fallowmere-food-larder.example";

    /// <summary>Leads a group that never signed; Hazel signs for it.</summary>
    public const string Carys = "carys.pugh@lantern-counselling.example";

    /// <inheritdoc cref="Carys" />
    public const string Hazel = "hazel.winstanley@lantern-counselling.example";

    /// <summary>The page last answered.</summary>
    public WebPage Page { get; private set; } = null!;

    /// <summary>The application's reference.</summary>
    public string Reference { get; private set; } = "";

    private WebPage? rooms;

    public Visit Visit => visit;

    public static Task<Applicant> SignInAsync(CouncilWeb web, string email) => SignInAsync(new Visit(web), email);

    /// <summary>Signs in to a web process that runs by itself.</summary>
    public static Task<Applicant> SignInAsync(Uri site, string email) => SignInAsync(new Visit(site), email);

    private static async Task<Applicant> SignInAsync(Visit visit, string email)
    {
        var applicant = new Applicant(visit);
        await applicant.Visit.PostFormAsync("/sign-in", ("Input.Email", email), ("Input.Password", "the heron waits beside the mere"));
        return applicant;
    }

    public void Dispose() => Visit.Dispose();

    /// <summary>Starts an application, for a room and time when the address says so.</summary>
    public async Task<WebPage> StartAsync(string query = "")
    {
        Page = await Visit.PostFormAsync($"/hire/new{query}");
        Reference = Page.Address.AbsolutePath.Split('/')[^1];
        return Page;
    }

    public Task<WebPage> OpenAsync(string slug) => Keep(Visit.GetAsync($"/hire/{Reference}/{slug}"));

    /// <summary>Opens one of the application's pages and sends it with these answers.</summary>
    public Task<WebPage> AnswerAsync(string slug, params (string Name, string Value)[] answers) => Keep(Visit.PostFormAsync($"/hire/{Reference}/{slug}", answers));

    /// <summary>Answers every question as an ordinary members' meeting would; ends where the last page led.</summary>
    public async Task<WebPage> AnswerAllAsync(string day, string start, string end, string? room = null)
    {
        var date = day.Split('-');
        await AnswerAsync("event", ("Input.Event.Title", "Winter supper"), ("Input.Event.Category", "Gathering"),
            ("Input.Event.Description", "A supper for our volunteers, with a short report on the year and some games."));
        if (room is not null)
            await AnswerAsync("when", ("Input.When.SpaceId", RoomIdOf(room, await OpenAsync("when"))), ("act", "later"));
        await AnswerAsync("when", ("Input.When.FirstDay.Day", date[2]), ("Input.When.FirstDay.Month", date[1]), ("Input.When.FirstDay.Year", date[0]),
            ("Input.When.Start", start), ("Input.When.End", end), ("Input.When.Recurrence", "Once"));
        await AnswerAsync("who", ("Input.Attendance.People", "20"), ("Input.Audience.Kind", "Members"), ("Input.Audience.Advertised", "false"), ("Input.Audience.Ticketed", "false"));
        await AnswerAsync("speakers", ("Input.Speakers.Kind", "Own"));
        await AnswerAsync("safety", ("Input.PeopleAtRisk.Care", "None"));
        await AnswerAsync("more", ("Input.MoneyRaised.RaisesMoney", "false"), ("Input.Recording.Livestream", "false"), ("Input.Recording.Recorded", "false"),
            ("Input.Political.IsPolitical", "false"), ("Input.Separation.IsSeparated", "false"), ("Input.Past.RefusedElsewhere", "false"));
        return await AnswerAsync("contact", ("Input.Contact.Name", "Carys Pugh"), ("Input.Contact.Role", "Secretary"), ("Input.Contact.Email", "carys@example.org"),
            ("Input.Contact.Phone", "01632 960 001"), ("Input.Contact.Over18", "true"), ("Input.OnBehalf.ForAnother", "false"), ("Input.OnBehalf.SubLetting", "false"),
            ("Input.Insurance.VenueCover", "true"));
    }

    /// <summary>The value that stands for a room of this name, on the page last shown with the rooms.</summary>
    public string RoomIdOf(string room) => RoomIdOf(room, rooms ?? throw new InvalidOperationException("No page with rooms was opened."));

    private string RoomIdOf(string room, WebPage page)
    {
        rooms = page;
        return page.Document.QuerySelectorAll("[name='Input.When.SpaceId'] option").First(option => option.TextContent.Contains($": {room} (", StringComparison.Ordinal)).GetAttribute("value")!;
    }

    private async Task<WebPage> Keep(Task<WebPage> answer) => Page = await answer;
}
