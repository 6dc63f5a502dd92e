using System.Diagnostics;
using CouncilPremises.Screening;
using FuzzySharp;

namespace CouncilPremises.Benchmarks;

/// <summary>
/// The figures in docs/screening.md: what building an index, looking up one name and trying live names against a changed list cost, beside
/// FuzzySharp's WeightedRatio asked for every name of the list. One thread; each look-up is timed by itself and includes scoring and explanation.
/// </summary>
internal static class ScreeningFigures
{
    private const int Asked = 4_000;
    private const int AskedOfFuzzySharp = 20;

    internal static void Print(TextWriter output)
    {
        var million = InventedNames.Of(1_000_000);
        Warm(million);
        var small = Measure(output, million.Take(100_000).ToList());
        var large = Measure(output, million);
        output.WriteLine($"ten times the list takes {large.Mean / small.Mean:0.00} times as long in the mean, {large.Late / small.Late:0.00} times at p95");
        FuzzySharpAgainst(output, million.Take(100_000).ToList(), small);
        ChangedList(output, million);
    }

    private static void Warm(List<string> names)
    {
        var index = ScreeningIndex.Build(InventedNames.Entries(names.Take(20_000)));
        foreach (var name in InventedNames.Asked(names, 20_000))
            index.Find(new ScreeningName(name, NameKind.Person));
    }

    private static (double Mean, double Late) Measure(TextWriter output, List<string> names)
    {
        var entries = InventedNames.Entries(names);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        var index = ScreeningIndex.Build(entries);
        var built = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0 / 1024;
        output.WriteLine($"index of {names.Count:N0} names: built in {built:0.00} s, {memory:0} MB besides the entries");

        var found = 0;
        var times = InventedNames.Asked(names, Asked).Select(name => Time(() => found += index.Find(new ScreeningName(name, NameKind.Person)).Count)).Order().ToList();
        output.WriteLine($"one name against {names.Count:N0}: median {times[Asked / 2]:0.000} ms, p95 {times[Asked * 95 / 100]:0.000} ms, p99 {times[Asked * 99 / 100]:0.000} ms, mean {times.Average():0.000} ms; {found} matches for {Asked} names");
        GC.KeepAlive(entries);
        return (times.Average(), times[Asked * 95 / 100]);
    }

    private static void FuzzySharpAgainst(TextWriter output, List<string> names, (double Mean, double Late) ours)
    {
        var best = 0;
        var times = InventedNames.Asked(names, AskedOfFuzzySharp).Select(asked => Time(() =>
        {
            foreach (var name in names)
                best = Math.Max(best, Fuzz.WeightedRatio(asked, name));
        })).Order().ToList();
        output.WriteLine($"FuzzySharp WeightedRatio, one name against {names.Count:N0}: median {times[AskedOfFuzzySharp / 2]:0} ms, slowest {times[^1]:0} ms: {times.Average() / ours.Mean:N0} times ours (best ratio {best})");
    }

    private static void ChangedList(TextWriter output, List<string> names)
    {
        var live = InventedNames.Asked(names.Take(5_000).ToList(), 10_000);
        var hits = 0;
        var time = Time(() =>
        {
            var index = ScreeningIndex.Build(InventedNames.Entries(names.Take(5_000)));
            foreach (var name in live)
                hits += index.Find(new ScreeningName(name, NameKind.Person)).Count;
        });
        output.WriteLine($"10,000 live names against a changed list of 5,000 entries, index included: {time / 1000:0.00} s; {hits} matches");
    }

    private static double Time(Action act)
    {
        var started = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
