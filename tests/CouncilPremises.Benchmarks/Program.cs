using BenchmarkDotNet.Running;
using CouncilPremises.Benchmarks;
using CouncilPremises.Benchmarks.Pages;

switch (args)
{
    case ["pages", ..]:
        return await PageFigures.RunAsync(Console.Out);
    case ["screening", ..]:
        ScreeningFigures.Print(Console.Out);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ScreeningBenchmarks).Assembly).Run(args);
        return 0;
}
