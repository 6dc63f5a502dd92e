using System.IO.Compression;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Cli;

public sealed class ExportTests : IDisposable
{
    private readonly CommandLine shell = new();

    public void Dispose() => shell.Dispose();

    [Fact]
    [Trait("Rule", "Export")]
    public async Task ExportAudit_Period_WritesAWorkbookAndTellsItsProgress()
    {
        await shell.RunAsync("migrate");
        await shell.RunAsync("seed", "demo");

        var ran = await ExportAsync("--venue", "nowhere");
        ran.ExitCode.ShouldBe(1);
        ran.Error.ShouldContain("There is no venue called 'nowhere'. There are: ");

        ran = await ExportAsync();
        ran.ExitCode.ShouldBe(0, ran.Error);
        ran.Error.ShouldContain("Bookings: ");
        using (var workbook = ZipFile.OpenRead(shell.PathTo("audit.xlsx")))
            workbook.Entries.Select(entry => entry.FullName).ShouldContain("xl/workbook.xml");

        ran = await ExportAsync();
        ran.ExitCode.ShouldBe(1);
        ran.Error.ShouldContain("Add --force");
        (await ExportAsync("--force")).ExitCode.ShouldBe(0);
        Directory.GetFiles(shell.Folder, "*.part").ShouldBeEmpty();
    }

    [Fact]
    public async Task ExportAudit_LastDayBeforeFirst_IsRefusedAndLeavesNoFile()
    {
        await shell.RunAsync("migrate");
        var ran = await shell.RunAsync("export", "audit", "--from", "2026-02-01", "--to", "2026-01-01", "--out", shell.PathTo("audit.xlsx"));

        ran.ExitCode.ShouldBe(1);
        ran.Error.ShouldContain("The last day must be the same as or after the first day.");
        Directory.GetFiles(shell.Folder, "audit*").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--from", "2026-01-01")]
    [InlineData("--from", "yesterday", "--to", "2026-01-01")]
    public async Task ExportAudit_DaysMissingOrUnreadable_IsAUsageError(params string[] options) =>
        (await shell.RunAsync(["export", "audit", .. options])).ExitCode.ShouldBe(2);

    [Fact]
    public async Task ExportAudit_SettingsWithMistakes_NamesEachInASentence()
    {
        await shell.RunAsync("migrate");
        File.WriteAllText(shell.PathTo("appsettings.json"), """{ "Database": { "ConnectionString": "Data Source=data/council.db" }, "Council": { "Email": "nobody" } }""");
        var ran = await ExportAsync();

        ran.ExitCode.ShouldBe(1);
        ran.Error.ShouldContain("The settings have mistakes:");
        ran.Error.ShouldContain("Council:Email");
    }

    private Task<Ran> ExportAsync(params string[] more) =>
        shell.RunAsync(["export", "audit", "--from", "2020-01-01", "--to", "2030-12-31", "--out", shell.PathTo("audit.xlsx"), .. more]);
}
