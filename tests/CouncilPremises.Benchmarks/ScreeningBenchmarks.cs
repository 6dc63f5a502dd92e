using BenchmarkDotNet.Attributes;
using CouncilPremises.Screening;

namespace CouncilPremises.Benchmarks;

/// <summary>What one name costs against lists of different lengths: the cost should grow far more slowly than the list.</summary>
[MemoryDiagnoser]
public class ScreeningBenchmarks
{
    private static readonly string[] Given = ["Leonid", "Amina", "Tomasz", "Grace", "Yusuf", "Mei", "Ivan", "Fatima", "Piotr", "Elena", "Omar", "Ruth"];
    private static readonly string[] Start = ["Var", "Kol", "Mar", "Ash", "Ber", "Dun", "Hal", "Kes", "Lor", "Mor", "Nor", "Pen", "Ros", "Sel", "Tor", "Win"];
    private static readonly string[] Middle = ["en", "ib", "ov", "ak", "es", "ul", "in", "or", "am", "et"];
    private static readonly string[] End = ["kov", "ski", "ham", "ford", "zadeh", "yan", "ley", "son", "ini", "ez"];

    private ScreeningIndex index = ScreeningIndex.Empty;

    /// <summary>Entries on the list.</summary>
    [Params(500, 5_000, 50_000)]
    public int Entries { get; set; }

    /// <summary>Builds a list of invented people, the same every time.</summary>
    [GlobalSetup]
    public void BuildList() => index = ScreeningIndex.Build(Enumerable.Range(0, Entries).Select(Entry));

    /// <summary>A name that is on the list with one letter changed.</summary>
    [Benchmark(Baseline = true)]
    public int NearMatch() => index.Find(new ScreeningName("Leonid Varenkow", NameKind.Person)).Count;

    /// <summary>A name that is on no list.</summary>
    [Benchmark]
    public int NoMatch() => index.Find(new ScreeningName("Priscilla Quigglethorpe", NameKind.Person)).Count;

    private static ListedEntry Entry(int number)
    {
        var family = Start[number % 16] + Middle[number / 16 % 10] + End[number / 160 % 10];
        return new ListedEntry("L2", $"E{number}", NameKind.Person, [new ListedName($"{Given[number % 12]} {family}", family)]);
    }
}
