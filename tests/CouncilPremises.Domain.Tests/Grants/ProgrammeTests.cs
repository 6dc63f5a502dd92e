using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Time;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Grants;

/// <summary>What the programme report adds up, and how: years, shares of wards, outcomes, gaps in a plan.</summary>
[Trait("Rule", "G7")]
public class ProgrammeTests
{
    [Theory]
    [InlineData("2026-03-31", 2025)]
    [InlineData("2026-04-01", 2026)]
    [InlineData("2026-12-31", 2026)]
    [InlineData("2027-01-01", 2026)]
    public void Year_OfADay_BeginsOnTheFirstOfApril(string day, int starts) => FinancialYear.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Starts.ShouldBe(starts);

    [Fact]
    public void Year_InInstants_IsLondonsMidnight()
    {
        var year = new FinancialYear(2026);
        // 1 April is in summer time on both ends
        (year.FromUtc, year.UntilUtc).ShouldBe((new DateTime(2026, 3, 31, 23, 0, 0, DateTimeKind.Utc), new DateTime(2027, 3, 31, 23, 0, 0, DateTimeKind.Utc)));
        year.Before.UntilUtc.ShouldBe(year.FromUtc, "no instant is in two years or in none");
        year.ToString().ShouldBe("2026 to 2027");
    }

    [Theory]
    [InlineData(0, 3, new long[] { 0, 0, 0 })]
    [InlineData(100, 1, new long[] { 100 })]
    [InlineData(100, 3, new long[] { 34, 33, 33 })]
    [InlineData(101, 3, new long[] { 34, 34, 33 })]
    [InlineData(1, 4, new long[] { 1, 0, 0, 0 })]
    [InlineData(480_000, 7, new long[] { 68_572, 68_572, 68_572, 68_571, 68_571, 68_571, 68_571 })]
    public void Shares_OfAnAmount_AreEqualToThePennyAndAddUp(long pence, int wards, long[] shares)
    {
        WardShares.Of(new Money(pence), wards).Select(share => share.Pence).ShouldBe(shares);
        shares.Sum().ShouldBe(pence);
    }

    [Fact]
    public void Shares_WardsNamedTwiceOrNotAtAll_CountOnce()
    {
        WardShares.WardsOf(["quay", " Market ", "Quay"]).ShouldBe(["Market", "quay"]);
        WardShares.WardsOf([]).ShouldBe([WardShares.NoWard]);
    }

    [Theory]
    [InlineData(0, 120, 60, "under way", 50)]
    [InlineData(0, 120, 120, "reached", 100)]
    [InlineData(0, 120, 500, "reached", 100)]
    [InlineData(20, 120, 10, "under way", 0)]
    [InlineData(80, 40, 40, "reached", 100)]
    [InlineData(80, 40, 70, "under way", 25)]
    [InlineData(80, 40, 90, "under way", 0)]
    [InlineData(50, 50, 50, "reached", 100)]
    [InlineData(50, 50, 49, "under way", 0)]
    public void Outcome_AgainstItsReport_CountsUpOrDownToItsTarget(int baseline, int target, int actual, string state, int percent)
    {
        var counts = OutcomeCounts.Of([Aim(baseline, target)], [(1, Report(actual))]);
        (counts.Reached == 1 ? "reached" : "under way").ShouldBe(state);
        (counts.Reached + counts.UnderWay, counts.Unreported, counts.AveragePercent).ShouldBe((1, 0, percent));
    }

    [Fact]
    public void Outcomes_SeveralReports_TheLatestNumberCounts()
    {
        var counts = OutcomeCounts.Of([Aim(0, 100), Aim(0, 100)], [(2, Report(100)), (1, Report(10))]);
        (counts.Set, counts.Reached, counts.UnderWay, counts.Unreported, counts.AveragePercent).ShouldBe((2, 1, 0, 1, 50));
        OutcomeCounts.Of([], []).AveragePercent.ShouldBeNull();
        var silent = Report(7) with { Outcomes = [new OutcomeActual(1, null, "Not counted this time.")] };
        OutcomeCounts.Of([Aim(0, 100)], [(1, Report(40)), (2, silent)]).AveragePercent.ShouldBe(40, "a report that says no number takes none back");
    }

    [Fact]
    public void Report_AddsUpToThePenny_AndCountsEachProjectOnce()
    {
        var report = Programme.Of(
        [
            Project(Objective.O4, ["Quay", "Market", "Hill"], 10_000, 10_001, 5_000, people: 3),
            Project(Objective.O4, ["Market"], 700, null, 0),
            Project(Objective.E1, [], null, 999, 0, people: 40),
            Project(null, ["quay"], 50, null, 0),
        ]);
        report.Objectives.Count.ShouldBe(8, "seven, and one for a project that names none");
        report.Objectives[^1].Objective.ShouldBeNull();
        (report.Total.Applications, report.Total.Awards, report.Total.Asked.Pence, report.Total.Awarded.Pence, report.Total.Paid.Pence).ShouldBe((3, 2, 10_750, 11_000, 5_000));
        report.Wards.Select(ward => ward.Ward).ShouldBe(["Hill", "Market", "Quay", WardShares.NoWard]);
        foreach (var of in new Func<ProgrammeSum, long>[] { sum => sum.Asked.Pence, sum => sum.Awarded.Pence, sum => sum.Paid.Pence })
        {
            report.Wards.Sum(ward => of(ward.Sum)).ShouldBe(of(report.Total));
            report.Objectives.Sum(row => of(row.Sum)).ShouldBe(of(report.Total));
            report.Wards.Sum(ward => ward.ByObjective.Sum(of)).ShouldBe(of(report.Total));
        }

        // Three people are not shown, and are not found by taking the others from the total
        report.Objectives.Single(row => row.Objective == Objective.O4).People.ShouldBe(3);
        report.PeopleShown.ShouldBe(40);
    }

    [Fact]
    public void People_OfAProject_AreItsLargestCount()
    {
        ProgrammeProject.PeopleOf([Report(1) with { Counts = [new("adults", 64), new("wheelchair users", 3)] }, Report(2) with { Counts = [new("adults", 70), new("young people", null)] }]).ShouldBe(70);
        ProgrammeProject.PeopleOf([]).ShouldBe(0);
    }

    [Fact]
    public void Coverage_LinesAndWardsThatNothingServes_AreGaps()
    {
        DeliveryPlanLine Line(int number, params string[] wards) => new(Guid.CreateVersion7(), number, new DeliveryPlanLineFacts(null, $"Line {number}", Objective.O1, "Head", "Ten", wards));
        var (served, gap, whole) = (Line(1, "Quay", "Market", "Hill"), Line(2, "Quay"), Line(3));
        var coverage = PlanCoverage.Of([whole, served, gap],
        [
            Project(Objective.O1, ["Market", "quay"], 100, 101, 0) with { PlanLineId = served.Id },
            Project(Objective.O1, ["Hill", "Mill"], 300, null, 0) with { PlanLineId = served.Id, IsWaiting = true },
            Project(Objective.O1, ["Quay"], 500, null, 0) with { PlanLineId = gap.Id },
            Project(Objective.O1, ["Market"], 100, 100, 0) with { PlanLineId = whole.Id },
        ], ["Hill", "Market", "Quay"]);

        coverage.Select(one => (one.Line.Number, one.IsGap, one.Awards, one.Awarded.Pence)).ShouldBe([(1, false, 1, 101), (2, true, 0, 0), (3, false, 1, 100)]);
        coverage[0].Wards.ShouldBe([new("Market", new Money(51)), new("quay", new Money(50))]);
        coverage[0].WardsWithout.ShouldBe(["Hill"]);
        (coverage[0].Waiting, coverage[0].WaitingAsked.Pence).ShouldBe((1, 300));
        coverage[0].WaitingWards.ShouldBe(["Hill"], "an application that waits would close that gap");
        coverage[1].Waiting.ShouldBe(0, "one that was declined does not wait");
        coverage[1].WardsWithout.ShouldBe(["Quay"]);
        coverage[2].WardsWithout.ShouldBe(["Hill", "Quay"], "a line for the whole area is for every ward known");
    }

    private static OutcomeAnswer Aim(int baseline, int target) => new() { Indicator = "Friends made", Baseline = baseline, Target = target };

    private static ReportContent Report(int actual) => new() { Outcomes = [new OutcomeActual(1, actual, null)] };

    private static ProgrammeProject Project(Objective? objective, ValueList<string> wards, long? asked, long? awarded, long paid, int people = 0) =>
        new(objective, null, wards, asked is { } a ? new Money(a) : null, awarded is { } b ? new Money(b) : null, new Money(paid), false, OutcomeCounts.None, people);
}
