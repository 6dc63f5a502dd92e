using BenchmarkDotNet.Running;
using CouncilPremises.Benchmarks;
using CouncilPremises.Benchmarks.Pages;

if (args is ["pages", ..])
    return await PageFigures.RunAsync(Console.Out);

BenchmarkSwitcher.FromAssembly(typeof(ScreeningBenchmarks).Assembly).Run(args);
return 0;
