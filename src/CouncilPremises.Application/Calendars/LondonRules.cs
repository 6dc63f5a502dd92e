namespace CouncilPremises.Application.Calendars;

/// <summary>The clock of Europe/London as every calendar program reads it: forward on the last Sunday of March at 1am, back on the
/// last Sunday of October at 2am. RFC 5545 3.6.5.</summary>
/// <remarks>Written out, because the library escapes the semicolons of a rule it does not own.</remarks>
internal static class LondonRules
{
    private static readonly string[] Lines =
    [
        "BEGIN:VTIMEZONE", "TZID:Europe/London",
        "BEGIN:DAYLIGHT", "DTSTART:19810329T010000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "TZNAME:BST", "END:DAYLIGHT",
        "BEGIN:STANDARD", "DTSTART:19961027T020000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "TZNAME:GMT", "END:STANDARD",
        "END:VTIMEZONE", "",
    ];

    /// <summary>The calendar with the rules before its first event. Names cannot hold line breaks, so the first line that begins an event is one.</summary>
    public static string AddTo(string calendar)
    {
        var at = calendar.IndexOf("\r\nBEGIN:VEVENT\r\n", StringComparison.Ordinal);
        at = at >= 0 ? at : calendar.IndexOf("\r\nEND:VCALENDAR\r\n", StringComparison.Ordinal);
        return calendar.Insert(at + 2, string.Join("\r\n", Lines));
    }
}
