using CouncilPremises.Application.Notices;
using CouncilPremises.Domain.Hire;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Occurrence = CouncilPremises.Domain.Hire.Occurrence;

namespace CouncilPremises.Application.Calendars;

/// <summary>Why a calendar file is sent. RFC 5546.</summary>
public enum CalendarMethod
{
    /// <summary>These are the dates as they stand.</summary>
    Publish,

    /// <summary>These dates are cancelled.</summary>
    Cancel,
}

/// <summary>One date as a calendar shows it.</summary>
/// <param name="Date">The occurrence.</param>
/// <param name="Reference">The case's reference.</param>
/// <param name="Room">The room.</param>
public sealed record CalendarEntry(Occurrence Date, string Reference, BookedRoom Room);

/// <summary>Writes bookings as iCalendar: one UID an occurrence, reference and room only, private. RULEBOOK 10, RFC 5545.</summary>
public static class BookingCalendar
{
    private const string London = "Europe/London";

    /// <summary>"hire-HB-2026-00123.ics".</summary>
    public static string FileName(string reference) => $"hire-{reference}.ics";

    /// <summary>True for a date that calendars show: booked, over, or cancelled after it had been booked.</summary>
    public static bool IsPublished(Occurrence date)
    {
        ArgumentNullException.ThrowIfNull(date);
        return date.State switch
        {
            OccurrenceState.Confirmed or OccurrenceState.Completed => true,
            // A date cancelled while it was only held was never in anybody's calendar; SEQUENCE rose if it had been
            OccurrenceState.CancelledByHirer or OccurrenceState.CancelledByCouncil or OccurrenceState.OnHold => date.Sequence > 0,
            OccurrenceState.Held or OccurrenceState.Refused or OccurrenceState.Released or OccurrenceState.NotDecided => false,
        };
    }

    /// <summary>Writes a calendar. Its dates are on the hall clock, with the rules of Europe/London beside them.</summary>
    public static string Write(IReadOnlyList<CalendarEntry> entries, CalendarMethod method, NoticeSettings council, DateTime nowUtc, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(council);
        var calendar = new Calendar
        {
            ProductId = "-//CouncilPremises//Room hire//EN",
            Version = "2.0",
            Scale = "GREGORIAN",
            Method = method == CalendarMethod.Cancel ? "CANCEL" : "PUBLISH",
        };
        if (name is not null)
            calendar.AddProperty("X-WR-CALNAME", NoticeTemplate.Plain(name));
        foreach (var entry in entries.OrderBy(entry => entry.Date.StartUtc).ThenBy(entry => entry.Date.Uid, StringComparer.Ordinal))
            calendar.Events.Add(Event(entry, council, nowUtc));
        return LondonRules.AddTo(new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException("The calendar was not written."));
    }

    // RULEBOOK 10 knows CONFIRMED and CANCELLED only: a date on hold does not go ahead, so it shows as cancelled until the hold ends
    private static bool IsOff(OccurrenceState state) =>
        state is OccurrenceState.CancelledByHirer or OccurrenceState.CancelledByCouncil or OccurrenceState.OnHold;

    private static CalendarEvent Event(CalendarEntry entry, NoticeSettings council, DateTime nowUtc)
    {
        var (date, room) = (entry.Date, entry.Room);
        var lastDay = date.Ends == TimeOnly.MinValue ? date.Day.AddDays(1) : date.Day;
        return new CalendarEvent
        {
            Uid = $"{date.Uid}@{council.Host}",
            Sequence = date.Sequence,
            DtStamp = new CalDateTime(date.StateSinceUtc ?? nowUtc, CalDateTime.UtcTzId),
            Start = new CalDateTime(date.Day, date.Starts, London),
            End = new CalDateTime(lastDay, date.Ends, London),
            Status = IsOff(date.State) ? EventStatus.Cancelled : EventStatus.Confirmed,
            Class = "PRIVATE",
            Summary = NoticeTemplate.Plain($"{entry.Reference}, {room.Room}"),
            Location = NoticeTemplate.Plain($"{room.Venue}, {room.Address}"),
            Url = council.LinkTo($"/hire/{entry.Reference}"),
        };
    }
}
