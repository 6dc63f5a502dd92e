using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Cli;

public sealed class TimersTests : IDisposable
{
    private readonly CommandLine shell = new();

    public void Dispose() => shell.Dispose();

    [Fact]
    public async Task TimersRun_MigratedDatabase_SaysWhatItDidAndMayBeRunAgainAtOnce()
    {
        (await shell.RunAsync("timers", "run")).Error.ShouldContain("Run 'council-premises migrate' first.");
        await shell.RunAsync("migrate");

        var ran = await shell.RunAsync("timers", "run");
        ran.ExitCode.ShouldBe(0, ran.Error);
        ran.Output.ShouldStartWith("Cases looked at: 0");
        (await shell.RunAsync("timers", "run")).ExitCode.ShouldBe(0, "the lease was given back");
    }
}
