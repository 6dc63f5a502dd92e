using Shouldly;
using Xunit;

namespace CouncilPremises.Screening.Tests;

/// <summary>Measures the comparer on the labelled pairs, so that a change for the worse is seen.</summary>
[Trait("Rule", "XREF")]
public class DevPairsTests(ITestOutputHelper output)
{
    [Fact]
    public void DevPairs_DefaultLimit_ReachTheFloor()
    {
        var pairs = Read();
        var found = pairs.Count(pair => pair.IsMatch && pair.Alerts);
        var missed = pairs.Where(pair => pair.IsMatch && !pair.Alerts).ToList();
        var wrong = pairs.Where(pair => !pair.IsMatch && pair.Alerts).ToList();
        foreach (var pair in missed.Concat(wrong))
            output.WriteLine($"{(pair.IsMatch ? "missed" : "wrong")} {pair.Text}");

        var f1 = 2.0 * found / (2 * found + wrong.Count + missed.Count);
        output.WriteLine($"F1 {f1:0.000}, {wrong.Count} of {pairs.Count(pair => !pair.IsMatch)} non-matches alert");
        f1.ShouldBeGreaterThanOrEqualTo(0.95);
        (wrong.Count / (double)pairs.Count(pair => !pair.IsMatch)).ShouldBeLessThanOrEqualTo(0.04);
    }

    [Fact]
    public void DevPairs_CommonNamesOfDifferentPeople_DoNotAlert()
    {
        var fair = Read().Where(pair => pair.Category.StartsWith("fair_", StringComparison.Ordinal) && !pair.IsMatch).ToList();

        fair.Count.ShouldBeGreaterThan(20);
        (fair.Count(pair => pair.Alerts) / (double)fair.Count).ShouldBeLessThanOrEqualTo(0.05);
    }

    // Five folds: the limit is chosen on four fifths and judged on the fifth it has not seen
    [Fact]
    public void DevPairs_CrossValidatedLimit_ReachTheFloor()
    {
        var folds = Read().Select((pair, i) => (Pair: pair, Fold: i % 5)).ToList();
        var judged = Enumerable.Range(0, 5).SelectMany(fold =>
        {
            var seen = folds.Where(one => one.Fold != fold).Select(one => one.Pair).ToList();
            var limit = Enumerable.Range(50, 46).Select(i => i / 100.0).MaxBy(limit => F1(seen, limit));
            return folds.Where(one => one.Fold == fold).Select(one => (one.Pair, Alerts: one.Pair.Score >= limit));
        }).ToList();

        var found = judged.Count(one => one.Pair.IsMatch && one.Alerts);
        var wrong = judged.Count(one => !one.Pair.IsMatch && one.Alerts);
        var f1 = 2.0 * found / (found + wrong + judged.Count(one => one.Pair.IsMatch));
        output.WriteLine($"cross-validated F1 {f1:0.000}, {wrong} wrong");
        f1.ShouldBeGreaterThanOrEqualTo(0.95);
        (wrong / (double)judged.Count(one => !one.Pair.IsMatch)).ShouldBeLessThanOrEqualTo(0.04);
    }

    [Fact]
    public void NameBench_AgainstLogicV2_IsBetterOnTheSameRows()
    {
        var file = SharedData.Find("opensanctions/name-bench-logicv2-frozen-minus-holdout.csv");
        Assert.SkipWhen(file == null, "The OpenSanctions name bench (shared/data/opensanctions) is not on this machine.");
        using var reader = new StreamReader(file!);
        var rows = SharedData.ReadCsv(reader).ToList();
        var pairs = rows.Select(row =>
        {
            var kind = row["schema"] == "Person" ? NameKind.Person : NameKind.Organisation;
            var comparison = NameComparer.Compare(new ScreeningName(row["name1"], kind), new ListedName(row["name2"]), kind);
            return new Pair(row["is_match"] == "true", comparison.Band != MatchBand.None, "", "", comparison.Score);
        }).ToList();
        var theirs = rows.Select(row => new Pair(row["is_match"] == "true", false, "", "", double.Parse(row["score"], System.Globalization.CultureInfo.InvariantCulture))).ToList();

        output.WriteLine($"F1 {F1(pairs, ScreeningOptions.Default.Limit):0.000}, logic-v2 {F1(theirs, 0.7):0.000} on {rows.Count} rows");
        F1(pairs, ScreeningOptions.Default.Limit).ShouldBeGreaterThan(F1(theirs, 0.7));
    }

    private static double F1(List<Pair> pairs, double limit)
    {
        var found = pairs.Count(pair => pair.IsMatch && pair.Score >= limit);
        return 2.0 * found / (found + pairs.Count(pair => !pair.IsMatch && pair.Score >= limit) + pairs.Count(pair => pair.IsMatch));
    }

    private static List<Pair> Read()
    {
        var file = SharedData.Find("screening/dev-pairs.csv");
        Assert.SkipWhen(file == null, "The labelled pairs (shared/data/screening/dev-pairs.csv) are not on this machine.");
        using var reader = new StreamReader(file!);
        return [.. SharedData.ReadCsv(reader).Select(ToPair)];
    }

    private static Pair ToPair(Dictionary<string, string> row)
    {
        var comparison = NameComparer.Compare(
            new ScreeningName(row["query_name"], KindOf(row["query_kind"])), new ListedName(row["list_name"]), KindOf(row["list_kind"]));
        return new Pair(row["expected"] == "match", comparison.Band != MatchBand.None, row["category"], $"{comparison.Score:0.00} {row["query_name"]} | {row["list_name"]}", comparison.Score);
    }

    private static NameKind KindOf(string kind) => kind == "person" ? NameKind.Person : NameKind.Organisation;

    private sealed record Pair(bool IsMatch, bool Alerts, string Category, string Text, double Score);
}
