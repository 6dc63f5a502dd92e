using CouncilPremises.Application.Calendars;
using CouncilPremises.Domain.Calendars;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Calendars;

/// <summary>Feeds behind secret addresses, and the calendar file of one application.</summary>
public abstract class FeedTests(TestDatabase database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Feed_OfAGroup_ShowsItsBookingsOnlyAndKeepsItsTag()
    {
        var (group, other, hall) = (await A.Group().AddAsync(database), await A.Group().Named("Others").AddAsync(database), await A.Hall().AddAsync(database));
        var own = await database.AddBookingAsync(group, hall.PartA, ["2026-02-03", "2026-02-10"]);
        await database.AddBookingAsync(other, hall.PartB, ["2026-02-03"]);
        await database.AddBookingAsync(group, hall.PartA, ["2026-03-03"], isConfirmed: false);
        var secret = await CreateAsync(FeedScope.Organisation, group.Organisation.Id, group.Lead);

        var feed = await ReadAsync(secret);
        Summaries(feed).ShouldBe([$"{own.Reference}, Main Hall A", $"{own.Reference}, Main Hall A"]);
        database.Clock.Advance(TimeSpan.FromHours(1));
        (await ReadAsync(secret))!.ETag.ShouldBe(feed!.ETag);

        await database.CancelAsync(own, 2);
        var after = await ReadAsync(secret);
        after!.ETag.ShouldNotBe(feed.ETag);
        Statuses(after).ShouldBe(["CONFIRMED", "CANCELLED"]);
        database.Clock.Advance(TimeSpan.FromDays(29));
        Statuses(await ReadAsync(secret)).ShouldBe(["CONFIRMED", "CANCELLED"]);
        database.Clock.Advance(TimeSpan.FromDays(1));
        Statuses(await ReadAsync(secret)).ShouldBe(["CONFIRMED"]);
    }

    [Fact]
    public async Task Feed_OfARoom_ShowsWhatTakesItAsAPartOrAWhole()
    {
        var (group, hall, officer) = (await A.Group().AddAsync(database), await A.Hall().AddAsync(database), await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database));
        var part = await database.AddBookingAsync(group, hall.PartA, [Day(40)]);
        var whole = await database.AddBookingAsync(group, hall.Hall, [Day(41)]);
        var beside = await database.AddBookingAsync(group, hall.PartB, [Day(42)]);

        Summaries(await ReadAsync(await CreateAsync(FeedScope.Space, hall.PartA.Id, officer)))
            .ShouldBe([$"{part.Reference}, Main Hall A", $"{whole.Reference}, Main Hall"]);
        Summaries(await ReadAsync(await CreateAsync(FeedScope.Space, hall.Hall.Id, officer))).Count.ShouldBe(3);
        Summaries(await ReadAsync(await CreateAsync(FeedScope.Venue, hall.Venue.Id, officer))).ShouldContain($"{beside.Reference}, Main Hall B");
    }

    [Fact]
    public async Task Feed_OutsideTheWindow_IsLeftOut()
    {
        var (group, hall) = (await A.Group().AddAsync(database), await A.Hall().AddAsync(database));
        await database.AddBookingAsync(group, hall.PartA, [Day(-33), Day(-20), Day(500), Day(560)]);
        var secret = await CreateAsync(FeedScope.Organisation, group.Organisation.Id, group.Lead);
        Summaries(await ReadAsync(secret)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Link_RevokedOrReplaced_StopsWorking()
    {
        var group = await A.Group().AddAsync(database);
        var first = await CreateAsync(FeedScope.Organisation, group.Organisation.Id, group.Lead);
        var second = await CreateAsync(FeedScope.Organisation, group.Organisation.Id, group.Lead);
        first.Length.ShouldBe(43);
        (await ReadAsync(first)).ShouldBeNull();
        (await ReadAsync(second)).ShouldNotBeNull();

        (await database.With<CalendarLinks, Domain.Outcome>(links => links.RevokeAsync(FeedScope.Organisation, group.Organisation.Id, group.Lead, Ct))).Succeeded.ShouldBeTrue();
        (await ReadAsync(second)).ShouldBeNull();
        (await ReadAsync("")).ShouldBeNull();
    }

    [Fact]
    public async Task Link_ByAStrangerOrTheWrongRole_IsRefused()
    {
        var (group, stranger, hall) = (await A.Group().AddAsync(database), await A.Group().Named("Others").AddAsync(database), await A.Hall().AddAsync(database));
        var auditor = await A.Person().Staff(Roles.Auditor).AddAsync(database);
        var signatory = await A.Group().Named("Signers").LedBy(Roles.Signatory).AddAsync(database);
        await database.With<CalendarLinks>(async links =>
        {
            (await links.CreateAsync(FeedScope.Organisation, group.Organisation.Id, stranger.Lead, Ct)).IsNotFound.ShouldBeTrue();
            (await links.CreateAsync(FeedScope.Space, Guid.CreateVersion7(), auditor, Ct)).IsNotFound.ShouldBeTrue();
            (await links.CreateAsync(FeedScope.Venue, hall.Venue.Id, auditor, Ct)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Permission");
            (await links.CreateAsync(FeedScope.Venue, hall.Venue.Id, group.Lead, Ct)).Succeeded.ShouldBeFalse();
            (await links.CreateAsync(FeedScope.Organisation, signatory.Organisation.Id, signatory.Lead, Ct)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Permission");
            (await links.OfGroupsAsync(signatory.Lead, Ct)).ShouldBeEmpty();
            (await links.OfPremisesAsync(group.Lead, Ct)).ShouldBeEmpty();
            (await links.OfGroupsAsync(group.Lead, Ct)).ShouldHaveSingleItem().LinkId.ShouldBeNull();
        });
    }

    [Fact]
    public async Task File_OfAnApplication_IsForItsGroupAndCaseReaders()
    {
        var (group, stranger, hall) = (await A.Group().AddAsync(database), await A.Group().Named("Others").AddAsync(database), await A.Hall().AddAsync(database));
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var administrator = await A.Person().Staff(Roles.Administrator).AddAsync(database);
        var booked = await database.AddBookingAsync(group, hall.PartA, [Day(50)]);
        var held = await database.AddBookingAsync(group, hall.PartA, [Day(51)], isConfirmed: false);
        await database.With<CalendarFiles>(async files =>
        {
            (await files.OfAsync(booked.Reference, group.Lead, Ct)).Value.Name.ShouldBe($"hire-{booked.Reference}.ics");
            (await files.OfAsync(booked.Reference, officer, Ct)).Succeeded.ShouldBeTrue();
            (await files.OfAsync(booked.Reference, stranger.Lead, Ct)).IsNotFound.ShouldBeTrue();
            (await files.OfAsync(booked.Reference, administrator, Ct)).IsNotFound.ShouldBeTrue();
            (await files.OfAsync(held.Reference, group.Lead, Ct)).IsNotFound.ShouldBeTrue();
        });
    }

    private string Day(int fromToday) => database.Time.Today.AddDays(fromToday).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<string> CreateAsync(FeedScope scope, Guid id, Actor actor)
    {
        var address = await database.With<CalendarLinks, Domain.Outcome<Uri>>(links => links.CreateAsync(scope, id, actor, Ct));
        return Path.GetFileNameWithoutExtension(address.Value.AbsolutePath);
    }

    private Task<CalendarFeed?> ReadAsync(string secret) => database.With<CalendarFeeds, CalendarFeed?>(feeds => feeds.ReadAsync(secret, Ct));

    private static List<string> Summaries(CalendarFeed? feed) =>
        [.. StrictCalendar.Read(feed.ShouldNotBeNull().Text).Parts.Where(part => part.Name == "VEVENT").Select(part => StrictCalendar.Text(part["SUMMARY"]))];

    private static List<string> Statuses(CalendarFeed? feed) =>
        [.. StrictCalendar.Read(feed.ShouldNotBeNull().Text).Parts.Where(part => part.Name == "VEVENT").Select(part => part["STATUS"])];
}

public class SqliteFeedTests(SqliteDatabase database) : FeedTests(database), IClassFixture<SqliteDatabase>;

public class PostgresFeedTests(PostgresDatabase database) : FeedTests(database), IClassFixture<PostgresDatabase>;
