namespace CouncilPremises.Domain.Grants;

/// <summary>What serves a line of the delivery plan in a year, and what does not.</summary>
/// <param name="Line">The line.</param>
/// <param name="Awards">How many awards serve it.</param>
/// <param name="Awarded">How much they come to.</param>
/// <param name="Wards">The wards in which they do, each with its share, by name.</param>
/// <param name="WardsWithout">Wards the line is for in which no award serves it.</param>
/// <param name="Waiting">How many applications for it wait for a decision.</param>
/// <param name="WaitingAsked">For how much.</param>
/// <param name="WaitingWards">Wards without an award that one of them names.</param>
public sealed record LineCoverage(
    DeliveryPlanLine Line, int Awards, Money Awarded, IReadOnlyList<WardShare> Wards, IReadOnlyList<string> WardsWithout, int Waiting, Money WaitingAsked, IReadOnlyList<string> WaitingWards)
{
    /// <summary>True when no award serves it.</summary>
    public bool IsGap => Awards == 0;
}

/// <summary>What a ward has of the money.</summary>
public sealed record WardShare(string Ward, Money Share);

/// <summary>The delivery plan against the awards of a year: a line that nothing serves is a gap, and so is a ward of a line.</summary>
public static class PlanCoverage
{
    /// <summary>Each line of a fund's plan in its order.</summary>
    /// <param name="lines">The plan.</param>
    /// <param name="projects">Projects of that fund in the year.</param>
    /// <param name="area">Wards that are known: those of a line for the whole area.</param>
    public static IReadOnlyList<LineCoverage> Of(IReadOnlyList<DeliveryPlanLine> lines, IReadOnlyList<ProgrammeProject> projects, IReadOnlyList<string> area) =>
        [.. lines.OrderBy(line => line.Number).Select(line => Of(line, [.. projects.Where(project => project.PlanLineId == line.Id)], area))];

    private static LineCoverage Of(DeliveryPlanLine line, IReadOnlyList<ProgrammeProject> projects, IReadOnlyList<string> area)
    {
        var awarded = projects.Where(project => project.Awarded is not null).ToList();
        var served = awarded.SelectMany(Shares).GroupBy(share => share.Ward, StringComparer.OrdinalIgnoreCase)
            .Select(ward => new WardShare(ward.Key, Sum(ward.Select(share => share.Share)))).OrderBy(ward => ward.Ward, StringComparer.OrdinalIgnoreCase).ToList();
        List<string> without = [.. (line.Wards.Count > 0 ? line.Wards : area).Except(served.Select(ward => ward.Ward), StringComparer.OrdinalIgnoreCase)];
        var waiting = projects.Where(project => project is { IsWaiting: true, Awarded: null }).ToList();
        return new LineCoverage(line, awarded.Count, Sum(awarded.Select(project => project.Awarded!.Value)), served, without, waiting.Count,
            Sum(waiting.Select(project => project.Asked ?? Money.Zero)), [.. without.Intersect(waiting.SelectMany(project => WardShares.WardsOf(project.Wards)), StringComparer.OrdinalIgnoreCase)]);
    }

    private static IEnumerable<WardShare> Shares(ProgrammeProject project)
    {
        var wards = WardShares.WardsOf(project.Wards);
        return wards.Zip(WardShares.Of(project.Awarded!.Value, wards.Count), (ward, share) => new WardShare(ward, share));
    }

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, one) => sum + one);
}
