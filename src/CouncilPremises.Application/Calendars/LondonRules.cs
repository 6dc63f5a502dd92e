using Ical.Net.CalendarComponents;

namespace CouncilPremises.Application.Calendars;

/// <summary>The clock of Europe/London as every calendar program reads it: forward on the last Sunday of March at 1am, back on the
/// last Sunday of October at 2am. RFC 5545 3.6.5.</summary>
internal static class LondonRules
{
    public static VTimeZone Write()
    {
        var zone = new VTimeZone("Europe/London");
        zone.Children.Add(Turn("DAYLIGHT", "BST", "+0000", "+0100", "19810329T010000", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"));
        zone.Children.Add(Turn("STANDARD", "GMT", "+0100", "+0000", "19961027T020000", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"));
        return zone;
    }

    private static CalendarComponent Turn(string kind, string name, string from, string to, string first, string rule)
    {
        var turn = new CalendarComponent(kind);
        turn.AddProperty("DTSTART", first);
        turn.AddProperty("RRULE", rule);
        turn.AddProperty("TZOFFSETFROM", from);
        turn.AddProperty("TZOFFSETTO", to);
        turn.AddProperty("TZNAME", name);
        return turn;
    }
}
