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
        return new Pair(row["expected"] == "match", comparison.Band != MatchBand.None, row["category"], $"{comparison.Score:0.00} {row["query_name"]} | {row["list_name"]}");
    }

    private static NameKind KindOf(string kind) => kind == "person" ? NameKind.Person : NameKind.Organisation;

    private sealed record Pair(bool IsMatch, bool Alerts, string Category, string Text);
}
