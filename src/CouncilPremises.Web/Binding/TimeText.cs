using System.Globalization;
using System.Text.RegularExpressions;

namespace CouncilPremises.Web.Binding;

/// <summary>Times of day as people type and read them.</summary>
public static partial class TimeText
{
    /// <summary>
    /// Reads "7pm", "7.30 p.m.", "19:00", "1900", "noon" and "midnight" (the start of the day). A bare hour from
    /// 1 to 12 is not read, because it does not say morning or evening.
    /// </summary>
    public static bool TryRead(string? text, out TimeOnly time)
    {
        time = default;
        var plain = (text ?? "").Trim().ToLowerInvariant();
        if (plain is "noon" or "midday" or "12 noon" or "12noon")
        {
            time = new TimeOnly(12, 0);
            return true;
        }

        if (plain is "midnight" or "12 midnight" or "12midnight")
            return true;

        var match = Pattern().Match(plain);
        if (!match.Success)
            return false;
        var hour = int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["m"].Success ? int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["half"].Value;
        if (half.Length == 0)
            return match.Groups["m"].Success && TryMake(hour, minute, out time);
        if (hour is < 1 or > 12)
            return half == "p" && hour is > 12 and < 24 && TryMake(hour, minute, out time);
        return TryMake(hour % 12 + (half == "p" ? 12 : 0), minute, out time);
    }

    /// <summary>"7pm", "7:30pm", "midday", "midnight".</summary>
    public static string Show(TimeOnly time)
    {
        if (time == new TimeOnly(12, 0))
            return "midday";
        if (time == TimeOnly.MinValue)
            return "midnight";
        var hour = time.Hour % 12 == 0 ? 12 : time.Hour % 12;
        var minutes = time.Minute == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{time.Minute:00}");
        return string.Create(CultureInfo.InvariantCulture, $"{hour}{minutes}{(time.Hour < 12 ? "am" : "pm")}");
    }

    private static bool TryMake(int hour, int minute, out TimeOnly time)
    {
        var real = hour < 24 && minute < 60;
        time = real ? new TimeOnly(hour, minute) : default;
        return real;
    }

    [GeneratedRegex(@"^(?:(?<h>[0-9]{1,2})(?:\s*[:.]\s*(?<m>[0-9]{2}))?|(?<h>[0-9]{2})(?<m>[0-9]{2}))\s*(?:(?<half>[ap])\.?\s?m\.?)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
