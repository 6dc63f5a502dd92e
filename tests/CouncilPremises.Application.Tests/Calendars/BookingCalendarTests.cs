using System.Globalization;
using CouncilPremises.Application.Calendars;
using CouncilPremises.Application.Notices;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Shouldly;
using Xunit;
using Calendar = Ical.Net.Calendar;
using Occurrence = CouncilPremises.Domain.Hire.Occurrence;

namespace CouncilPremises.Application.Tests.Calendars;

/// <summary>Calendar files, read back by a library and by a strict reader of our own.</summary>
public class BookingCalendarTests
{
    private static readonly DateTime Now = new(2026, 1, 6, 10, 0, 0, DateTimeKind.Utc);
    private static readonly NoticeSettings Council = new() { Name = "Fernley", Email = "a@fernley.example", Phone = "1", PublicAddress = "https://rooms.fernley.example" };
    private static readonly OccurrenceFacts Facts = new(false, false, true);

    [Fact, Trait("Rule", "N6")]
    public void Write_TwelveWeeksOverTheMarchClockChange_StaysAtSevenOnTheHallClock()
    {
        var days = Enumerable.Range(0, 12).Select(week => new DateOnly(2026, 2, 17).AddDays(7 * week)).ToList();
        var text = BookingCalendar.Write([.. days.Select((day, at) => Entry(Date(day, at + 1)))], CalendarMethod.Publish, Council, Now);

        var strict = StrictCalendar.Read(text);
        strict["METHOD"].ShouldBe("PUBLISH");
        strict.Parts[0].Name.ShouldBe("VTIMEZONE");
        strict.Parts[0]["TZID"].ShouldBe("Europe/London");
        strict.Parts[0].Parts.Select(part => part.Name).ShouldBe(["DAYLIGHT", "STANDARD"], ignoreOrder: true);
        var events = strict.Parts.Where(part => part.Name == "VEVENT").ToList();
        events.Select(one => one["DTSTART"]).ShouldBe(days.Select(day => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "T190000"));
        events.Select(one => one["DTEND"]).ShouldBe(days.Select(day => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "T210000"));
        events.SelectMany(one => one.Lines.Where(line => line.Name is "DTSTART" or "DTEND")).ShouldAllBe(line => line.Parameters["TZID"] == "Europe/London");
        events.Select(one => one["UID"]).Distinct().Count().ShouldBe(12);
        events.ShouldAllBe(one => one["UID"].EndsWith("@rooms.fernley.example", StringComparison.Ordinal));
        events.ShouldAllBe(one => one["STATUS"] == "CONFIRMED" && one["CLASS"] == "PRIVATE" && one["SEQUENCE"] == "0");
        events.ShouldAllBe(one => StrictCalendar.Text(one["SUMMARY"]) == "HB-2026-00123, Main Hall");

        var library = Calendar.Load(text)!;
        library.Events.Count.ShouldBe(12);
        library.Events.OrderBy(one => one!.Start!.Value).Select(one => one!.Start!.AsUtc)
            .ShouldBe(days.Select(day => CouncilTime.ToUtc(day, new TimeOnly(19, 0))!.Value));
        // 24 March is winter time and 31 March is summer time
        library.Events.Select(one => one!.Start!.AsUtc.Hour).Distinct().Order().ShouldBe([18, 19]);
    }

    [Fact, Trait("Rule", "N11")]
    public void Write_Cancelled_KeepsTheUidAndRaisesTheSequence()
    {
        var date = Date(new DateOnly(2026, 3, 24), 1);
        var before = StrictCalendar.Read(BookingCalendar.Write([Entry(date)], CalendarMethod.Publish, Council, Now)).Parts[1];
        date.Take(OccurrenceWorkflow.Table.Try(date.State, OccurrenceAction.CancelByHirer, Roles.LeadContact, Facts).Value, Now.AddDays(1));

        var text = BookingCalendar.Write([Entry(date)], CalendarMethod.Cancel, Council, Now.AddDays(1));
        var strict = StrictCalendar.Read(text);
        strict["METHOD"].ShouldBe("CANCEL");
        var after = strict.Parts[1];
        after["UID"].ShouldBe(before["UID"]);
        after["STATUS"].ShouldBe("CANCELLED");
        after["SEQUENCE"].ShouldBe("1");
        Calendar.Load(text)!.Events.ShouldHaveSingleItem()!.Status.ShouldBe("CANCELLED");
    }

    [Fact]
    public void Write_MidnightEnd_EndsOnTheNextDay()
    {
        var day = new DateOnly(2026, 10, 24);
        var text = BookingCalendar.Write([Entry(Date(day, 1, new TimeOnly(21, 0), TimeOnly.MinValue))], CalendarMethod.Publish, Council, Now);
        StrictCalendar.Read(text).Parts[1]["DTEND"].ShouldBe("20261025T000000");
        Calendar.Load(text)!.Events[0]!.End!.AsUtc.ShouldBe(new DateTime(2026, 10, 24, 23, 0, 0, DateTimeKind.Utc));
    }

    [Theory]
    [InlineData("Hall\r\nATTENDEE:mailto:x@example.org")]
    [InlineData("Hall\nBEGIN:VALARM")]
    [InlineData("Hall\rEND:VEVENT")]
    [InlineData("Hall\u2028URL:https://evil.example")]
    [InlineData("Hall\u0085URL:https://evil.example")]
    [InlineData("Hall\0\u0007\u001b[31m")]
    [InlineData("Hall; with, commas: and \\ slashes \"quoted\"")]
    [InlineData("Zażółć gęślą jaźń 工作坊 مركز 🏛️ Zażółć gęślą jaźń 工作坊 مركز 🏛️ Zażółć gęślą jaźń 工作坊 مركز")]
    public void Write_HostileNames_AddNoLine(string name)
    {
        var room = Room with { Room = name, Venue = name, Address = name };
        var text = BookingCalendar.Write([new CalendarEntry(Date(new DateOnly(2026, 3, 24), 1), "HB-2026-00123", room)], CalendarMethod.Publish, Council, Now, name);

        var strict = StrictCalendar.Read(text);
        strict.Parts.Count.ShouldBe(2);
        var one = strict.Parts[1];
        one.Parts.ShouldBeEmpty();
        one.Lines.Select(line => line.Name).Order().ShouldBe(["CLASS", "DTEND", "DTSTAMP", "DTSTART", "LOCATION", "SEQUENCE", "STATUS", "SUMMARY", "UID", "URL"]);
        StrictCalendar.Text(one["SUMMARY"]).ShouldBe($"HB-2026-00123, {NoticeTemplate.Plain(name)}");
        var read = Calendar.Load(text)!.Events.ShouldHaveSingleItem()!;
        read.Summary.ShouldBe($"HB-2026-00123, {NoticeTemplate.Plain(name)}");
        read.Attendees.ShouldBeEmpty();
        read.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public void IsPublished_OnlyWhatWasBooked()
    {
        var held = new Occurrence(Guid.CreateVersion7(), Guid.Empty, 1, Guid.Empty, Slot(new DateOnly(2026, 3, 24), new TimeOnly(19, 0), new TimeOnly(21, 0)), 30, 30);
        BookingCalendar.IsPublished(held).ShouldBeFalse();
        held.Take(OccurrenceWorkflow.Table.Try(held.State, OccurrenceAction.CancelByHirer, Roles.LeadContact, Facts).Value, Now);
        BookingCalendar.IsPublished(held).ShouldBeFalse();
        BookingCalendar.IsPublished(Date(new DateOnly(2026, 3, 24), 1)).ShouldBeTrue();
    }

    private static BookedRoom Room { get; } = new()
    {
        SpaceId = Guid.CreateVersion7(),
        VenueId = Guid.CreateVersion7(),
        Room = "Main Hall",
        Venue = "Fernley Hall",
        Address = "2 High Street, Fernley FN1 1AA",
    };

    private static CalendarEntry Entry(Occurrence date) => new(date, "HB-2026-00123", Room);

    private static Occurrence Date(DateOnly day, int number, TimeOnly? starts = null, TimeOnly? ends = null)
    {
        var slot = Slot(day, starts ?? new TimeOnly(19, 0), ends ?? new TimeOnly(21, 0));
        var date = new Occurrence(Guid.CreateVersion7(), Guid.CreateVersion7(), number, Room.SpaceId, slot, 30, 30);
        date.Take(OccurrenceWorkflow.Table.Try(date.State, OccurrenceAction.Confirm, Roles.System, Facts).Value, Now);
        return date;
    }

    private static OccurrenceSlot Slot(DateOnly day, TimeOnly starts, TimeOnly ends) => new(
        day, starts, ends, CouncilTime.ToUtc(day, starts)!.Value, CouncilTime.ToUtc(ends == TimeOnly.MinValue ? day.AddDays(1) : day, ends)!.Value);
}
