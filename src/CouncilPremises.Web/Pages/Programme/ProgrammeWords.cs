using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.Binding;
using CouncilPremises.Web.TagHelpers;

namespace CouncilPremises.Web.Pages.Programme;

/// <summary>How pages say objectives, years and sums of the programme, and its charts.</summary>
public static class ProgrammeWords
{
    private const int YearsOffered = 8;

    /// <summary>An objective in full; projects may have named none.</summary>
    public static string Text(Objective? objective) => objective is { } given ? EnumChoices.Text(given) : "No objective named";

    /// <summary>An objective in a few words, for charts.</summary>
    public static string InBrief(Objective? objective) => objective switch
    {
        Objective.O1 => "O1 Challenge the ideology",
        Objective.O2 => "O2 Disrupt promoters",
        Objective.O3 => "O3 Support people at risk",
        Objective.O4 => "O4 Resilience",
        Objective.O5 => "O5 Grievances",
        Objective.E1 => "E1 Information",
        Objective.E2 => "E2 Communications",
        null => "No objective named",
    };

    /// <summary>An objective's code, for the head of a column.</summary>
    public static string Code(Objective? objective) => objective?.ToString() ?? "None";

    /// <summary>Years to choose from, this one first, and the one that is shown.</summary>
    public static IReadOnlyList<Choice> Years(DateOnly today, FinancialYear shown) =>
        [.. Enumerable.Range(0, YearsOffered).Select(back => FinancialYear.Of(today).Starts - back).Append(shown.Starts).Distinct().OrderDescending()
            .Select(starts => new Choice(starts.ToString(System.Globalization.CultureInfo.InvariantCulture), $"April {starts} to March {starts + 1}"))];

    /// <summary>How far outcomes have come: "64%"; a dash where there are none.</summary>
    public static string Way(OutcomeCounts outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        return outcomes.AveragePercent is { } percent ? $"{percent}%" : "–";
    }

    /// <summary>A sum, or a dash for nothing.</summary>
    public static string Sum(Money amount) => amount == Money.Zero ? "–" : amount.ToString();

    /// <summary>Money by objective.</summary>
    public static BarChart MoneyByObjective(ProgrammeView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var most = view.Report.Objectives.MaxBy(row => row.Sum.Awarded)!;
        return new BarChart("chart-objectives", $"Money by objective, {view.Year}",
            most.Sum.Awarded == Money.Zero ? "Nothing was awarded." : $"Most was awarded for {InBrief(most.Objective)}: {most.Sum.Awarded} of {view.Report.Total.Awarded}. The table below has every number.",
            [.. view.Report.Objectives.Select(row => new BarGroup(InBrief(row.Objective), MoneyBars(row.Sum)))]);
    }

    /// <summary>Money by ward.</summary>
    public static BarChart MoneyByWard(ProgrammeView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var most = view.Report.Wards.MaxBy(row => row.Sum.Awarded);
        return new BarChart("chart-wards", $"Money by ward, {view.Year}",
            most is null || most.Sum.Awarded == Money.Zero ? "Nothing was awarded." : $"The largest share of what was awarded is that of {most.Ward}: {most.Sum.Awarded} of {view.Report.Total.Awarded}. The table below has every number.",
            [.. view.Report.Wards.Select(row => new BarGroup(row.Ward, MoneyBars(row.Sum)))]);
    }

    /// <summary>Outcomes by objective, where there are any.</summary>
    public static BarChart Outcomes(ProgrammeView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var total = view.Report.Total.Outcomes;
        return new BarChart("chart-outcomes", $"Outcomes by objective, {view.Year}",
            $"{total.Reached} of {total.Set} outcomes are reached, {total.UnderWay} are under way, and no accepted report says anything about {total.Unreported} yet. The table below has every number.",
            [.. view.Report.Objectives.Where(row => row.Sum.Outcomes.Set > 0).Select(row => new BarGroup(InBrief(row.Objective),
            [
                new("reached", row.Sum.Outcomes.Reached, $"{row.Sum.Outcomes.Reached} reached"),
                new("underway", row.Sum.Outcomes.UnderWay, $"{row.Sum.Outcomes.UnderWay} under way"),
                new("unreported", row.Sum.Outcomes.Unreported, $"{row.Sum.Outcomes.Unreported} without a report"),
            ]))]);
    }

    private static IReadOnlyList<Bar> MoneyBars(ProgrammeSum sum) =>
    [
        new("asked", sum.Asked.Pence, $"{Pounds(sum.Asked)} asked"),
        new("awarded", sum.Awarded.Pence, $"{Pounds(sum.Awarded)} awarded"),
        new("paid", sum.Paid.Pence, $"{Pounds(sum.Paid)} paid"),
    ];

    private static Money Pounds(Money amount) => Money.Pounds((amount.Pence + 50) / 100);
}
