using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Cli;

public sealed class SeedTests : IDisposable
{
    private readonly CommandLine shell = new();

    public void Dispose() => shell.Dispose();

    [Fact]
    public async Task SeedDemo_EmptyDatabase_EntersTheCouncilAndLeavesItAloneAfterwards()
    {
        await shell.RunAsync("migrate");

        var first = await shell.RunAsync("seed", "demo");
        first.ExitCode.ShouldBe(0, first.Error);
        first.Output.ShouldStartWith("The demonstration council is in.");

        var second = await shell.RunAsync("seed", "demo");
        second.ExitCode.ShouldBe(1);
        second.Error.ShouldContain("nothing was changed");
    }

    [Fact]
    public async Task SeedDemo_NoDatabase_NamesMigrate()
    {
        var ran = await shell.RunAsync("seed", "demo");

        ran.ExitCode.ShouldBe(1);
        ran.Error.ShouldContain("Run 'council-premises migrate' first.");
    }
}
