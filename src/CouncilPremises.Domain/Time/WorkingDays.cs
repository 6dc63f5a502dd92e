namespace CouncilPremises.Domain.Time;

/// <summary>Monday to Friday less bank holidays. RULEBOOK: wd.</summary>
public sealed class WorkingDays(IEnumerable<DateOnly> bankHolidays)
{
    // Bank holidays on a weekend change nothing: only those that take a weekday away are kept
    private readonly SortedSet<DateOnly> holidays = [.. bankHolidays.Where(IsWeekday)];

    /// <summary>True on a weekday that is no bank holiday.</summary>
    public bool IsWorkingDay(DateOnly day) => IsWeekday(day) && !holidays.Contains(day);

    /// <summary>The working day so many working days after a day; before it when negative. The day itself is never counted;
    /// with 0 it is given back unchanged, working or not.</summary>
    public DateOnly Add(DateOnly day, int workingDays)
    {
        var step = Math.Sign(workingDays);
        for (var left = Math.Abs(workingDays); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day))
                left--;
        }
        return day;
    }

    /// <summary>Working days from the first day to the last, both included; 0 when the last is before the first.</summary>
    public int Count(DateOnly first, DateOnly last)
    {
        if (last < first)
            return 0;
        var days = last.DayNumber - first.DayNumber + 1;
        var count = days / 7 * 5;
        for (var day = last.DayNumber - (days % 7) + 1; day <= last.DayNumber; day++)
            if (IsWeekday(DateOnly.FromDayNumber(day)))
                count++;
        return count - holidays.GetViewBetween(first, last).Count;
    }

    /// <summary>Working days left: after today, up to and including the day. Today itself is not counted; 0 for today and the past.</summary>
    public int Until(DateOnly today, DateOnly day) => day <= today ? 0 : Count(today.AddDays(1), day);

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
