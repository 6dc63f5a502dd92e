using BenchmarkDotNet.Attributes;
using CouncilPremises.Screening;
using FuzzySharp;

namespace CouncilPremises.Benchmarks;

/// <summary>One name against lists of different lengths, beside FuzzySharp's WeightedRatio: the cost should grow far more slowly than the list.</summary>
[MemoryDiagnoser]
public class ScreeningBenchmarks
{
    private ScreeningIndex index = ScreeningIndex.Empty;
    private List<string> names = [];
    private List<string> asked = [];
    private int next;

    /// <summary>Entries on the list.</summary>
    [Params(5_000, 100_000)]
    public int Entries { get; set; }

    /// <summary>Builds a list of invented people, the same every time.</summary>
    [GlobalSetup]
    public void BuildList()
    {
        names = InventedNames.Of(Entries);
        asked = InventedNames.Asked(names, 1_000);
        index = ScreeningIndex.Build(InventedNames.Entries(names));
    }

    /// <summary>The engine, with scoring and explanation.</summary>
    [Benchmark]
    public int Find() => index.Find(new ScreeningName(Next(), NameKind.Person)).Count;

    /// <summary>FuzzySharp, the best ratio only.</summary>
    [Benchmark(Baseline = true)]
    public int WeightedRatio()
    {
        var (name, best) = (Next(), 0);
        foreach (var listed in names)
            best = Math.Max(best, Fuzz.WeightedRatio(name, listed));
        return best;
    }

    private string Next() => asked[next = (next + 1) % asked.Count];
}
