using BenchmarkDotNet.Running;
using CouncilPremises.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(ScreeningBenchmarks).Assembly).Run(args);
