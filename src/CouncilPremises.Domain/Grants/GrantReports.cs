using CouncilPremises.Domain.Policies;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Domain.Grants;

/// <summary>How often a funded project reports, and when. Pure. RULEBOOK 4 G7.</summary>
public static class GrantReports
{
    /// <summary>Quarterly when the grant is more than £5,000◆ or the project longer than 6 months◆, else half-way and at the end.
    /// Exactly that sum and exactly that length are not more.</summary>
    /// <param name="grant">The grant.</param>
    /// <param name="starts">First day of the project.</param>
    /// <param name="ends">Last day, included: 1 April to 30 September is six months, 1 October is the day too many.</param>
    /// <param name="policy">The council's settings.</param>
    public static ReportRhythm Rhythm(Money grant, DateOnly starts, DateOnly ends, Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return grant > policy.GrantQuarterlyReportsAbove || CalendarMonths.IsLonger(starts, ends, policy.GrantQuarterlyReportsAboveMonths)
            ? ReportRhythm.Quarterly
            : ReportRhythm.MidAndEnd;
    }

    /// <summary>The reports a project owes, in order: their times follow on each other without a gap from the first day to the last.
    /// Each is due 20◆ working days after its time. RULEBOOK 6 clocks.</summary>
    public static IReadOnlyList<ReportPeriod> Schedule(Money grant, DateOnly starts, DateOnly ends, Policy policy, WorkingDays workingDays)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(workingDays);
        var (from, periods) = (starts, new List<ReportPeriod>());
        foreach (var until in Rhythm(grant, starts, ends, policy) switch
        {
            ReportRhythm.MidAndEnd => Halves(starts, ends),
            ReportRhythm.Quarterly => Quarters(starts, ends),
        })
        {
            periods.Add(new ReportPeriod(periods.Count + 1, from, until, workingDays.Add(until, policy.SendReportWorkingDays), until == ends));
            from = until.AddDays(1);
        }
        return periods;
    }

    /// <summary>What is left of a whole schedule once reports reach up to a day: periods that end later, the first beginning the day after. Of half-way and
    /// end only the end is left once something was reported.</summary>
    /// <param name="until">Last day reported on; null when nothing is.</param>
    /// <param name="first">Number of the first period left.</param>
    /// <param name="whole">The schedule from the project's first day.</param>
    public static IReadOnlyList<ReportPeriod> After(DateOnly? until, int first, IReadOnlyList<ReportPeriod> whole)
    {
        ArgumentNullException.ThrowIfNull(whole);
        if (until is not { } day)
            return whole;
        var left = whole.Where(period => period.Until > day).ToList();
        if (left.Count > 1 && whole.Count <= 2)
            left = [left[^1]];
        return [.. left.Select((period, at) => period with { Number = first + at, From = at == 0 ? day.AddDays(1) : period.From })];
    }

    // A project of one day has no half-way
    private static IEnumerable<DateOnly> Halves(DateOnly starts, DateOnly ends)
    {
        var middle = starts.AddDays(((ends.DayNumber - starts.DayNumber + 1) / 2) - 1);
        return middle < starts ? [ends] : [middle, ends];
    }

    private static IEnumerable<DateOnly> Quarters(DateOnly starts, DateOnly ends)
    {
        for (var months = 3; CalendarMonths.After(starts, months) <= ends; months += 3)
            yield return CalendarMonths.After(starts, months).AddDays(-1);
        yield return ends;
    }
}

/// <summary>Lengths in whole months of the calendar.</summary>
internal static class CalendarMonths
{
    /// <summary>True when the days from first to last, both included, are more than so many months.</summary>
    public static bool IsLonger(DateOnly first, DateOnly last, int months) =>
        first <= DateOnly.MaxValue.AddMonths(-months) && last >= After(first, months);

    /// <summary>The first day after so many months: six months from 1 April end before 1 October. A day the later month lacks is the first
    /// of the next: six months from 31 August end before 1 March.</summary>
    public static DateOnly After(DateOnly day, int months)
    {
        var then = day.AddMonths(months);
        return then.Day < day.Day ? then.AddDays(1) : then;
    }
}
