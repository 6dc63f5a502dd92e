using BenchmarkDotNet.Running;
using CouncilPremises.Benchmarks;

if (args is ["screening", ..])
    ScreeningFigures.Print(Console.Out);
else
    BenchmarkSwitcher.FromAssembly(typeof(ScreeningBenchmarks).Assembly).Run(args);
