using CouncilPremises.Application.Database;
using CouncilPremises.Application.Notices;
using CouncilPremises.Application.Tests.Calendars;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Case = CouncilPremises.Domain.Cases.Case;

namespace CouncilPremises.Application.Tests.Notices;

/// <summary>Letters written into the save under way: to whom, about what, with which calendar.</summary>
public abstract class NoticeWriterTests(TestDatabase database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<NoticeCode> Letters => [.. NoticePlaceholders.Letters.Where(code => !NoticePlaceholders.IsAboutTheGroup(code) && !NoticePlaceholders.IsAboutAGrant(code))];

    public static TheoryData<NoticeCode> GrantLetters => [.. NoticePlaceholders.Letters.Where(NoticePlaceholders.IsAboutAGrant)];

    [Theory, MemberData(nameof(GrantLetters))]
    public async Task Queue_EachLetterAboutAGrant_NamesTheProjectAndLeadsToIt(NoticeCode code)
    {
        var @case = await (await A.Grant().DraftAsync(database)).CaseAsync();
        var letter = (await WriteAsync(code, @case, Everything with { Amount = Money.Pounds(4_800) })).OrderBy(one => one.To, StringComparer.Ordinal).First();
        (letter.ThreadKey, letter.Calendar).ShouldBe((@case.Reference, null));
        letter.Subject.ShouldContain(@case.Reference);
        letter.Text.ShouldContain("Open kitchen");
        letter.Text.ShouldContain($"https://rooms.fernley.example/grants/applications/{@case.Reference}");
    }

    [Theory, MemberData(nameof(Letters))]
    public async Task Queue_EachLetter_IsSavedWithTheActAndThreadsByReference(NoticeCode code)
    {
        var (group, hall) = (await A.Group().Named("Ravens & <b>Rooks</b>").AddAsync(database), await A.Hall().AddAsync(database));
        var @case = await database.AddBookingAsync(group, hall.PartA, [Day(40), Day(47)]);
        if (code == NoticeCode.N11)
            await database.CancelAsync(@case, 2);

        var letter = (await WriteAsync(code, @case, Everything)).ShouldHaveSingleItem();

        letter.ThreadKey.ShouldBe(@case.Reference);
        letter.Subject.ShouldContain(@case.Reference);
        letter.Text.ShouldContain("Main Hall A, Fernley Hall");
        letter.Text.ShouldContain($"https://rooms.fernley.example/hire/{@case.Reference}");
        letter.Text.ShouldContain("01632 960 200 or rooms@fernley.example");
        letter.Html.ShouldNotContain("<b>");
        (letter.Calendar is not null).ShouldBe(code is NoticeCode.N6 or NoticeCode.N11 or NoticeCode.N12 or NoticeCode.N21);
        if (letter.Calendar is not { } calendar)
            return;
        var dates = StrictCalendar.Read(calendar);
        dates["METHOD"].ShouldBe(code == NoticeCode.N11 ? "CANCEL" : "PUBLISH");
        dates.Parts.Count(part => part.Name == "VEVENT").ShouldBe(code == NoticeCode.N11 ? 1 : 2);
        letter.CalendarName.ShouldBe($"hire-{@case.Reference}.ics");
    }

    [Theory, Trait("Rule", "D9"), InlineData(Ground.D1), InlineData(Ground.D9)]
    public async Task Queue_GroundThatIsKeptBack_MailsNoReason(Ground ground)
    {
        var (group, hall) = (await A.Group().AddAsync(database), await A.Hall().AddAsync(database));
        var @case = await database.AddBookingAsync(group, hall.PartA, [Day(60)]);
        foreach (var code in new[] { NoticeCode.N9, NoticeCode.N10 })
        {
            var letter = (await WriteAsync(code, @case, Everything with { Ground = ground })).ShouldHaveSingleItem();
            (letter.Text + letter.Html + letter.Subject).ShouldNotContain("a stated reason");
            letter.Text.ShouldNotContain("what you told us");
            letter.Text.ShouldContain(NoticeWords.ReasonsAreKept);
        }
    }

    [Fact, Trait("Rule", "B2")]
    public async Task Queue_ContactOfTheApplication_GetsOneTooAndNobodyGetsTwo()
    {
        var (group, hall) = (await A.Group().AddAsync(database), await A.Hall().AddAsync(database));
        var lead = await database.With<AppDbContext, string?>(db => db.Users.Where(u => u.Id == group.Lead.Id).Select(u => u.Email).SingleAsync(Ct));
        var other = await database.AddBookingAsync(group, hall.PartA, [Day(70)], answers: new HireAnswers { Contact = new ContactAnswers { Name = "Kit Lane", Email = "kit@example.org" } });
        var same = await database.AddBookingAsync(group, hall.PartA, [Day(71)], answers: new HireAnswers { Contact = new ContactAnswers { Name = "Alex", Email = lead!.ToUpperInvariant() } });

        var letters = await WriteAsync(NoticeCode.N1, other, Everything);
        letters.Select(letter => letter.To).ShouldBe([lead, "kit@example.org"], ignoreOrder: true);
        letters.Single(letter => letter.To == "kit@example.org").Text.ShouldStartWith("Dear Kit Lane");
        (await WriteAsync(NoticeCode.N1, same, Everything)).ShouldHaveSingleItem().To.ShouldBe(lead);
    }

    [Fact]
    public async Task Queue_ManyDates_SaysHowManyAndTheEnds()
    {
        var (group, hall) = (await A.Group().AddAsync(database), await A.Hall().AddAsync(database));
        var @case = await database.AddBookingAsync(group, hall.PartA, [.. Enumerable.Range(0, 12).Select(week => new DateOnly(2026, 2, 17).AddDays(7 * week).ToString("yyyy-MM-dd", null))]);
        var letter = (await WriteAsync(NoticeCode.N6, @case, Everything)).ShouldHaveSingleItem();
        letter.Text.ShouldContain("12 dates, the first on Tuesday 17 February 2026, 7pm to 9pm, the last on Tuesday 5 May 2026, 7pm to 9pm");
        StrictCalendar.Read(letter.Calendar!).Parts.Count(part => part.Name == "VEVENT").ShouldBe(12);
    }

    [Fact]
    public async Task QueueAccount_TextThatLooksLikeATemplate_StaysText()
    {
        await using var scope = database.NewScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        scope.ServiceProvider.GetRequiredService<NoticeWriter>().QueueAccount(new AccountMessage(
            "sam@example.org", "Sam {{council}}", "Confirm your\r\naddress", ["Open the link: {{link}}", "It works once."], "/confirm-email?secret=abc"));
        var letter = db.OutboxMessages.Local.ShouldHaveSingleItem();
        letter.Notice.ShouldBe(NoticeCode.N0);
        letter.Subject.ShouldBe("Confirm your address");
        letter.Text.ShouldStartWith("Dear Sam {{council}}\n\nOpen the link: {{link}}\n\nIt works once.\n\nhttps://rooms.fernley.example/confirm-email?secret=abc\n");
        letter.Html.ShouldContain("<a href=\"https://rooms.fernley.example/confirm-email?secret=abc\">");
    }

    private static NoticeFacts Everything => new()
    {
        NextStep = "We look by Friday.",
        Reminder = "We wait for your answer.",
        WhatThen = "The application closes.",
        WhyClosed = "Nobody answered.",
        Deadline = new DateOnly(2026, 3, 27),
        Questions = ["Who speaks?"],
        Conditions = ["Two stewards, because of the size. By Friday."],
        Ground = Ground.D2,
        Reasons = ["a stated reason"],
        YourAnswer = "what you told us",
        ReviewDeadline = new DateOnly(2026, 4, 10),
        WhatHappened = "You cancelled.",
        Changes = ["The room"],
    };

    private string Day(int fromToday) => database.Time.Today.AddDays(fromToday).ToString("yyyy-MM-dd", null);

    private async Task<IReadOnlyList<OutboxMessage>> WriteAsync(NoticeCode code, Case @case, NoticeFacts facts)
    {
        await using var scope = database.NewScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await scope.ServiceProvider.GetRequiredService<NoticeWriter>().QueueAsync(code, @case, facts, Ct);
        var letters = db.OutboxMessages.Local.ToList();
        await db.SaveChangesAsync(Ct);
        return letters;
    }
}

public class SqliteNoticeWriterTests(SqliteDatabase database) : NoticeWriterTests(database), IClassFixture<SqliteDatabase>;

public class PostgresNoticeWriterTests(PostgresDatabase database) : NoticeWriterTests(database), IClassFixture<PostgresDatabase>;
