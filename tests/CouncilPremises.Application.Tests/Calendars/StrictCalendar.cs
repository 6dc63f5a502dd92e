using System.Text;

namespace CouncilPremises.Application.Tests.Calendars;

/// <summary>A line of a calendar: name, parameters, value. RFC 5545 3.1.</summary>
public sealed record CalendarLine(string Name, IReadOnlyDictionary<string, string> Parameters, string Value);

/// <summary>A component of a calendar.</summary>
public sealed record CalendarPart(string Name, List<CalendarLine> Lines, List<CalendarPart> Parts)
{
    /// <summary>The value of a property that must be there once.</summary>
    public string this[string name] => Lines.Single(line => line.Name == name).Value;
}

/// <summary>A reader of its own, strict where calendar programs are lenient: CRLF, 75 octets, names, escapes, balance.</summary>
public static class StrictCalendar
{
    private static readonly HashSet<string> Known =
    [
        "BEGIN", "END", "VERSION", "PRODID", "METHOD", "CALSCALE", "X-WR-CALNAME", "X-LIC-LOCATION", "TZID", "DTSTART", "DTEND", "RRULE", "TZOFFSETFROM",
        "TZOFFSETTO", "TZNAME", "UID", "DTSTAMP", "SEQUENCE", "STATUS", "CLASS", "SUMMARY", "LOCATION", "URL",
    ];

    public static CalendarPart Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.EndsWith("\r\n", StringComparison.Ordinal))
            throw new FormatException("The last line does not end.");
        var physical = text[..^2].Split("\r\n");
        foreach (var line in physical)
        {
            if (line.Any(c => char.IsControl(c) && c != '\t'))
                throw new FormatException($"A control character stands in: {line}");
            if (Encoding.UTF8.GetByteCount(line) > 75)
                throw new FormatException($"Longer than 75 octets: {line}");
        }

        var lines = new List<string>();
        foreach (var line in physical)
        {
            if (line.StartsWith(' ') || line.StartsWith('\t'))
                lines[^1] += line[1..];
            else
                lines.Add(line);
        }

        var at = 0;
        var calendar = Part(lines.Select(Line).ToList(), ref at);
        return at == lines.Count && calendar.Name == "VCALENDAR" ? calendar : throw new FormatException("Something follows the calendar.");
    }

    /// <summary>A text value without its escapes. RFC 5545 3.3.11.</summary>
    public static string Text(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var plain = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is ';' or ',')
                throw new FormatException($"Not escaped: {value}");
            if (value[i] != '\\')
                plain.Append(value[i]);
            else
                plain.Append(value[++i] switch { 'n' or 'N' => '\n', '\\' => '\\', ';' => ';', ',' => ',', _ => throw new FormatException($"No such escape: {value}") });
        }

        return plain.ToString();
    }

    private static CalendarPart Part(List<CalendarLine> lines, ref int at)
    {
        var begin = lines[at++];
        if (begin.Name != "BEGIN")
            throw new FormatException($"{begin.Name} stands outside.");
        var part = new CalendarPart(begin.Value, [], []);
        while (lines[at].Name != "END")
        {
            if (lines[at].Name == "BEGIN")
                part.Parts.Add(Part(lines, ref at));
            else
                part.Lines.Add(lines[at++]);
        }

        return lines[at++].Value == part.Name ? part : throw new FormatException($"{part.Name} does not end.");
    }

    private static CalendarLine Line(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1)
            throw new FormatException($"No value: {line}");
        var head = line[..colon].Split(';');
        if (!Known.Contains(head[0]))
            throw new FormatException($"Not a property this product writes: {line}");
        return new CalendarLine(head[0], head[1..].Select(one => one.Split('=', 2)).ToDictionary(one => one[0], one => one[1]), line[(colon + 1)..]);
    }
}
