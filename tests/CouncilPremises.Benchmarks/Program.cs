using BenchmarkDotNet.Running;
using CouncilPremises.Benchmarks;
using CouncilPremises.Benchmarks.Grants;
using CouncilPremises.Benchmarks.Pages;

switch (args)
{
    case ["pages", ..]:
        return await PageFigures.RunAsync(Console.Out);
    case ["ranking", ..]:
        return await RankingFigures.RunAsync(Console.Out);
    case ["screening", ..]:
        ScreeningFigures.Print(Console.Out);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ScreeningBenchmarks).Assembly).Run(args);
        return 0;
}
