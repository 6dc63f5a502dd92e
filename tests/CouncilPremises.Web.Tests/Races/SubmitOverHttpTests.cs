using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Parser;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Databases;
using CouncilPremises.Web.Tests.Hire;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Races;

/// <summary>Sixty-four groups press Send in the same moment, through the product's own web processes: one on SQLite, two on PostgreSQL.
/// Exactly one gets the slot; the others get a page that says what is taken. A short run sends eight, once, to the
/// two processes only: what one process does is raced through the services there.</summary>
[Trait("Rule", "B4")]
public abstract class SubmitOverHttpTests(TestDatabase database, int processes) : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("councilpremises-rivals").FullName;
    private readonly List<WebProcess> sites = [];
    private TimeSpan slowest;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static int Rounds => TestDatabase.IsLongRun ? 50 : 1;

    private bool IsPartOfThisRun => TestDatabase.IsLongRun || processes > 1;

    private static int Rivals => TestDatabase.IsLongRun ? 64 : 8;

    public async ValueTask InitializeAsync()
    {
        for (var process = 0; IsPartOfThisRun && process < processes; process++)
            sites.Add(await WebProcess.StartAsync(database.Options, folder, Token));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var site in sites)
            await site.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Send_ManyAtOnce_HasOneWinnerEveryRound()
    {
        Assert.SkipUnless(IsPartOfThisRun, "Part of tests/run --long.");
        var leads = await LeadsAsync();
        var rivals = new List<Applicant>();
        for (var rival = 0; rival < Rivals; rival++)
        {
            rivals.Add(await Applicant.SignInAsync(sites[rival % sites.Count].Address, leads[rival % leads.Count]));
            await DraftAsync(rivals[^1]);
        }

        var day = await OpenDayAsync();
        foreach (var wish in TestDatabase.IsLongRun ? Wishes : [Wishes[2]])
            await RunAsync(rivals, wish, day);

        TestContext.Current.TestOutputHelper?.WriteLine($"{Rounds} rounds of {Rivals} for each wish, {processes} web process(es): slowest answer {slowest.TotalSeconds:0.00} s");
        if (TestDatabase.IsLongRun)
            slowest.ShouldBeLessThan(TimeSpan.FromSeconds(3));
        rivals.ForEach(rival => rival.Dispose());
    }

    /// <summary>One slot; starts that shift by a quarter-hour; the hall against its part.</summary>
    private static IReadOnlyList<Func<int, (string Room, TimeOnly Start)>> Wishes { get; } =
    [
        _ => ("Main Hall", new(10, 0)),
        rival => ("Main Hall", new TimeOnly(10, 0).AddMinutes(15 * (rival % 8))),
        rival => (rival % 2 == 0 ? "Main Hall" : "Main Hall A", new(10, 0)),
    ];

    // Losers may send the same form again: nothing of theirs was kept. The winner takes the application back, which frees the slot, and asks anew
    private async Task RunAsync(List<Applicant> rivals, Func<int, (string Room, TimeOnly Start)> wish, DateOnly day)
    {
        var forms = await Task.WhenAll(rivals.Select((rival, index) => AskForAsync(rival, wish(index), day)));
        for (var round = 0; round < Rounds; round++)
        {
            var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var sending = rivals.Select((rival, index) => SendAsync(rival, forms[index], start.Task)).ToList();
            start.SetResult();
            var answers = await Task.WhenAll(sending);

            answers.Count(answer => answer.Won).ShouldBe(1, $"round {round}: {string.Join(" | ", answers.Select(answer => answer.Says).Distinct().Take(5))}");
            var others = answers.Where(answer => !answer.Won).ToList();
            others.ShouldAllBe(answer => answer.Status == HttpStatusCode.BadRequest || answer.Status == HttpStatusCode.Conflict);
            others.ShouldAllBe(answer => answer.Says.Contains("Main Hall", StringComparison.Ordinal));
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, answers.Max(answer => answer.Took).Ticks));
            var winner = answers.ToList().FindIndex(answer => answer.Won);
            await rivals[winner].Visit.PostFormAsync($"/hire/{rivals[winner].Reference}/withdraw");
            await DraftAsync(rivals[winner]);
            forms[winner] = await AskForAsync(rivals[winner], wish(winner), day);
        }
    }

    private static async Task<(bool Won, HttpStatusCode Status, string Says, TimeSpan Took)> SendAsync(Applicant rival, WebPage form, Task start)
    {
        using var content = new FormUrlEncodedContent(WebPage.Entries(form.FormWith([])));
        await start;
        var watch = Stopwatch.StartNew();
        using var answer = await rival.Visit.Client.PostAsync(new Uri($"/hire/{rival.Reference}/check", UriKind.Relative), content, Token);
        var took = watch.Elapsed;
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Token));
        var says = string.Join(" ", page.QuerySelectorAll(".govuk-error-summary__list li, .govuk-inset-text li").Select(item => item.TextContent.Trim()));
        return (answer.Headers.Location?.ToString().EndsWith("/sent", StringComparison.Ordinal) == true, answer.StatusCode, says, took);
    }

    private static async Task DraftAsync(Applicant applicant)
    {
        await applicant.StartAsync();
        await applicant.AnswerAllAsync($"{NextTuesday().AddDays(280):yyyy-MM-dd}", "10am", "11am", room: "Main Hall");
    }

    /// <summary>Asks for a room and time, and returns the last page before sending.</summary>
    private static async Task<WebPage> AskForAsync(Applicant rival, (string Room, TimeOnly Start) wish, DateOnly day)
    {
        var page = await rival.AnswerAsync("when", ("Input.When.SpaceId", rival.RoomIdOf(wish.Room)),
            ("Input.When.FirstDay.Day", $"{day.Day}"), ("Input.When.FirstDay.Month", $"{day.Month}"), ("Input.When.FirstDay.Year", $"{day.Year}"),
            ("Input.When.Start", $"{wish.Start:HH:mm}"), ("Input.When.End", $"{wish.Start.AddHours(2):HH:mm}"), ("Input.When.Recurrence", "Once"));
        page.Errors.ShouldBeEmpty();
        return await rival.OpenAsync("check");
    }

    /// <summary>Groups that have a signatory, so that only the slot decides.</summary>
    private Task<List<string>> LeadsAsync() => database.With<AppDbContext, List<string>>(async db =>
    {
        var organisations = await db.Organisations.AsNoTracking().Where(o => o.Type != OrganisationType.InternalBody && o.Type != OrganisationType.Individual).ToListAsync(Token);
        var members = (await db.Memberships.AsNoTracking().ToListAsync(Token)).ToLookup(m => m.OrganisationId);
        var ids = organisations.Where(o => members[o.Id].Any(m => m.Roles.HasFlag(Roles.Signatory)))
            .Select(o => members[o.Id].FirstOrDefault(m => m.Roles.HasFlag(Roles.LeadContact))?.UserId).OfType<Guid>().Distinct().ToList();
        return await db.Users.Where(u => ids.Contains(u.Id)).OrderBy(u => u.Email).Select(u => u.Email!).ToListAsync(Token);
    });

    /// <summary>A working day on which nothing of the demonstration council is closed.</summary>
    private Task<DateOnly> OpenDayAsync() => database.With<AppDbContext, DateOnly>(async db =>
    {
        var closures = await db.Closures.AsNoTracking().ToListAsync(Token);
        var holidays = await db.BankHolidays.AsNoTracking().Select(holiday => holiday.Day).ToListAsync(Token);
        return Enumerable.Range(0, 60).Select(NextTuesday().AddDays)
            .First(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day)
                && !closures.Exists(closure => closure.FirstDay <= day && day <= closure.LastDay));
    });

    private static DateOnly NextTuesday()
    {
#pragma warning disable RS0030 // the processes under test go by the real clock
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(60);
#pragma warning restore RS0030
        return day.AddDays((DayOfWeek.Tuesday - day.DayOfWeek + 7) % 7);
    }
}

[Collection(nameof(SubmitOverHttpTests))]
public class SqliteSubmitOverHttpTests(SqliteDatabase database) : SubmitOverHttpTests(database, processes: 1), IClassFixture<SqliteDatabase>;

[Collection(nameof(SubmitOverHttpTests))]
public class PostgresSubmitOverHttpTests(PostgresDatabase database) : SubmitOverHttpTests(database, processes: 2), IClassFixture<PostgresDatabase>;
