using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Cli;

public class MigrateTests : IDisposable
{
    private readonly CommandLine shell = new();

    public void Dispose()
    {
        shell.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Migrate_NoDatabase_CreatesItBesideTheSettings()
    {
        var ran = await shell.RunAsync("migrate");

        ran.ExitCode.ShouldBe(0, ran.Error);
        ran.Error.ShouldContain("Applying ");
        ran.Output.ShouldStartWith("The database is up to date: ");
        File.Exists(shell.PathTo("data/council.db")).ShouldBeTrue();
    }

    [Fact]
    public async Task Migrate_Twice_ChangesNothing()
    {
        await shell.RunAsync("migrate");
        var ran = await shell.RunAsync("migrate");

        ran.ShouldBe(new Ran(0, "The database is up to date." + Environment.NewLine, ""));
    }

    [Fact]
    public async Task MigrateCheck_Outstanding_FailsAndNamesTheCommand()
    {
        var ran = await shell.RunAsync("migrate", "--check");

        ran.ExitCode.ShouldBe(1);
        ran.Error.ShouldContain("Run 'council-premises migrate'.");
        File.Exists(shell.PathTo("data/council.db")).ShouldBeFalse();
    }

    [Fact]
    public async Task Migrate_UnknownOption_IsAUsageError()
    {
        var ran = await shell.RunAsync("migrate", "--fast");

        ran.ExitCode.ShouldBe(2);
        ran.Error.ShouldContain("--fast");
        ran.Error.ShouldContain("--help");
    }

    [Fact]
    public async Task Migrate_SettingsFolderMissing_SaysWhatToGive()
    {
        File.Delete(shell.PathTo("appsettings.json"));
        var ran = await shell.RunAsync("migrate");

        ran.ExitCode.ShouldBe(1);
        ran.Error.ShouldContain("There is no appsettings.json in");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("migrate", "--help")]
    public async Task Help_EachCommand_SaysWhatItTakes(params string[] arguments)
    {
        var ran = await shell.RunAsync(arguments);

        ran.ExitCode.ShouldBe(0);
        ran.Output.ShouldContain("--settings");
    }
}
