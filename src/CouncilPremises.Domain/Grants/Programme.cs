namespace CouncilPremises.Domain.Grants;

/// <summary>Outcomes of projects, counted: what was aimed at and what accepted reports say became of it.</summary>
/// <param name="Set">How many outcomes were agreed.</param>
/// <param name="Reached">How many of them are reached.</param>
/// <param name="UnderWay">How many are reported on and not reached.</param>
/// <param name="WayPercent">How far each has come from its baseline to its target, in percent, added up; 100 for one reached, 0 before a report.</param>
public sealed record OutcomeCounts(int Set, int Reached, int UnderWay, int WayPercent)
{
    /// <summary>None.</summary>
    public static OutcomeCounts None { get; } = new(0, 0, 0, 0);

    /// <summary>How many no accepted report says anything about yet.</summary>
    public int Unreported => Set - Reached - UnderWay;

    /// <summary>How far they have come on average, in whole percent; null where there are none.</summary>
    public int? AveragePercent => Set == 0 ? null : WayPercent / Set;

    /// <summary>The outcomes of one project against its accepted reports, of which the latest that says a number counts.</summary>
    public static OutcomeCounts Of(IReadOnlyList<OutcomeAnswer> outcomes, IEnumerable<(int Number, ReportContent Content)> accepted)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        var latest = accepted.OrderBy(report => report.Number).SelectMany(report => report.Content.Outcomes).Where(actual => actual.Actual is not null)
            .GroupBy(actual => actual.Number).ToDictionary(group => group.Key, group => group.Last().Actual!.Value);
        return outcomes.Index().Aggregate(None, (sum, one) => sum + (latest.TryGetValue(one.Index + 1, out var actual) ? Reported(one.Item, actual) : new(1, 0, 0, 0)));
    }

    /// <summary>Adds.</summary>
    public static OutcomeCounts operator +(OutcomeCounts a, OutcomeCounts b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return new(a.Set + b.Set, a.Reached + b.Reached, a.UnderWay + b.UnderWay, a.WayPercent + b.WayPercent);
    }

    // A target below the baseline is one to come down to
    private static OutcomeCounts Reported(OutcomeAnswer outcome, decimal actual)
    {
        var (from, to) = (outcome.Baseline ?? 0, outcome.Target ?? 0);
        if (to >= from ? actual >= to : actual <= to)
            return new(1, 1, 0, 100);
        return new(1, 0, 1, from == to ? 0 : (int)Math.Clamp((actual - from) / (to - from) * 100, 0, 99));
    }
}

/// <summary>A project as the programme report counts it: no name of a group, no person.</summary>
/// <param name="Objective">Its main objective; null when it named none.</param>
/// <param name="PlanLineId">The line of the delivery plan it points at.</param>
/// <param name="Wards">The wards it names.</param>
/// <param name="Asked">What it asked for; null when it was not sent in the year.</param>
/// <param name="Awarded">What was awarded, as it counts against its fund; null when nothing was in the year.</param>
/// <param name="Paid">What was paid of that so far.</param>
/// <param name="IsWaiting">True while nothing is decided about it.</param>
/// <param name="Outcomes">Its outcomes; none unless it was awarded something.</param>
/// <param name="People">The largest number of people that one of its accepted reports counts; 0 without one.</param>
public sealed record ProgrammeProject(
    Objective? Objective, Guid? PlanLineId, ValueList<string> Wards, Money? Asked, Money? Awarded, Money Paid, bool IsWaiting, OutcomeCounts Outcomes, int People)
{
    /// <summary>The largest count of people in a project's accepted reports. Counts in a report overlap, and the same people come again in
    /// the next, so the largest is the number that counts nobody twice.</summary>
    public static int PeopleOf(IEnumerable<ReportContent> accepted) => accepted.SelectMany(report => report.Counts).Select(count => count.People ?? 0).DefaultIfEmpty(0).Max();
}

/// <summary>Projects added up.</summary>
/// <param name="Applications">How many were sent.</param>
/// <param name="Asked">For how much.</param>
/// <param name="Awards">How many were awarded something.</param>
/// <param name="Awarded">How much.</param>
/// <param name="Paid">How much of that was paid so far.</param>
/// <param name="Outcomes">What they aim at and have reached.</param>
public sealed record ProgrammeSum(int Applications, Money Asked, int Awards, Money Awarded, Money Paid, OutcomeCounts Outcomes)
{
    /// <summary>Nothing.</summary>
    public static ProgrammeSum None { get; } = new(0, Money.Zero, 0, Money.Zero, Money.Zero, OutcomeCounts.None);

    /// <summary>Adds a project, or the share of one that a ward has.</summary>
    public ProgrammeSum With(Money? asked, Money? awarded, Money paid, OutcomeCounts outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        return new(
            Applications + (asked is null ? 0 : 1), Asked + (asked ?? Money.Zero), Awards + (awarded is null ? 0 : 1), Awarded + (awarded ?? Money.Zero), Paid + paid, Outcomes + outcomes);
    }
}

/// <summary>An objective in the programme report.</summary>
/// <param name="Objective">Which; null for projects that named none.</param>
/// <param name="Sum">Its projects.</param>
/// <param name="People">How many people took part.</param>
public sealed record ObjectiveRow(Objective? Objective, ProgrammeSum Sum, int People);

/// <summary>A ward in the programme report. Money is its share; an outcome counts in each ward of its project.</summary>
/// <param name="Ward">Its name.</param>
/// <param name="Sum">The shares of its projects.</param>
/// <param name="ByObjective">What was awarded under each objective, in the order of <see cref="Programme.Objectives"/>.</param>
public sealed record WardRow(string Ward, ProgrammeSum Sum, IReadOnlyList<ProgrammeSum> ByObjective);

/// <summary>The programme of a financial year: objectives and wards by money and outcomes. Sums only. RULEBOOK 4 G3, G7.</summary>
/// <param name="Objectives">Every objective, with projects or without; at the end projects without one, where there are any.</param>
/// <param name="Wards">Wards by name that projects name.</param>
/// <param name="Total">Everything, each project once.</param>
public sealed record Programme(IReadOnlyList<ObjectiveRow> Objectives, IReadOnlyList<WardRow> Wards, ProgrammeSum Total)
{
    /// <summary>How many people took part, of those rows that may be shown: no number is found by taking others from the total.</summary>
    public int PeopleShown => Objectives.Select(row => row.People).Where(people => people >= ReportRules.FewestShown).Sum();

    /// <summary>Adds projects up.</summary>
    public static Programme Of(IReadOnlyList<ProgrammeProject> projects)
    {
        ArgumentNullException.ThrowIfNull(projects);
        Objective?[] all = [.. Enum.GetValues<Objective>(), .. projects.Any(project => project.Objective is null) ? [null] : Array.Empty<Objective?>()];
        var objectives = all.Select(objective => projects.Where(project => project.Objective == objective).ToList())
            .Zip(all, (mine, objective) => new ObjectiveRow(objective, Sum(mine), mine.Sum(project => project.People)));
        return new Programme([.. objectives], [.. WardRows(projects, all)], Sum(projects));
    }

    private static IEnumerable<WardRow> WardRows(IReadOnlyList<ProgrammeProject> projects, Objective?[] all)
    {
        var parts = projects.SelectMany(Parts).GroupBy(part => part.Ward, StringComparer.OrdinalIgnoreCase);
        // Projects that name no ward come last
        foreach (var ward in parts.OrderBy(part => part.Key == WardShares.NoWard).ThenBy(part => part.Key, StringComparer.OrdinalIgnoreCase))
            yield return new WardRow(ward.Key, Sum(ward.Select(part => part.Share)), [.. all.Select(objective => Sum(ward.Select(part => part.Share).Where(share => share.Objective == objective)))]);
    }

    private static IEnumerable<(string Ward, ProgrammeProject Share)> Parts(ProgrammeProject project)
    {
        var wards = WardShares.WardsOf(project.Wards);
        var (asked, awarded, paid) = (WardShares.Of(project.Asked ?? Money.Zero, wards.Count), WardShares.Of(project.Awarded ?? Money.Zero, wards.Count), WardShares.Of(project.Paid, wards.Count));
        return wards.Select((ward, at) => (ward, project with { Asked = project.Asked is null ? null : asked[at], Awarded = project.Awarded is null ? null : awarded[at], Paid = paid[at] }));
    }

    private static ProgrammeSum Sum(IEnumerable<ProgrammeProject> projects) =>
        projects.Aggregate(ProgrammeSum.None, (sum, project) => sum.With(project.Asked, project.Awarded, project.Paid, project.Outcomes));
}
