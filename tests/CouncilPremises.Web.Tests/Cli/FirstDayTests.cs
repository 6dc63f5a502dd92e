using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Cli;

/// <summary>An operator's first day: database, administrators, what the council had before, a backup and its restoring.</summary>
public class FirstDayTests : IDisposable
{
    private readonly CommandLine shell = new();

    public void Dispose()
    {
        shell.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Setup_TwoAddresses_PrintsALinkForEach()
    {
        (await shell.RunAsync("setup", "one@fallowmere.example", "two@fallowmere.example")).Error.ShouldContain("Run 'council-premises migrate' first");
        await shell.RunAsync("migrate");
        (await shell.RunAsync("setup", "one@fallowmere.example")).Error.ShouldContain("two people");
        (await shell.RunAsync("setup", "one@fallowmere.example", "ONE@fallowmere.example")).Error.ShouldContain("different e-mail addresses");
        (await shell.RunAsync("setup", "one", "two@fallowmere.example")).Error.ShouldContain("one is not an e-mail address");

        var ran = await shell.RunAsync("setup", "one@fallowmere.example", "two@fallowmere.example", "--mail");
        ran.ExitCode.ShouldBe(0, ran.Error);
        ran.Output.ShouldContain("one@fallowmere.example: https://rooms.fallowmere.example/invitations/");
        ran.Output.ShouldContain("two@fallowmere.example: https://rooms.fallowmere.example/invitations/");
    }

    [Fact]
    public async Task Import_TemplateTrialAndFile_AreTakenWholeOrNotAtAll()
    {
        await shell.RunAsync("migrate");
        (await shell.RunAsync("import", "venues", "--template", shell.PathTo("venues.csv"))).ExitCode.ShouldBe(0);
        (await shell.RunAsync("import", "bookings", "--template", shell.PathTo("bookings.xlsx"))).ExitCode.ShouldBe(0);
        new FileInfo(shell.PathTo("bookings.xlsx")).Length.ShouldBeGreaterThan(1000);
        var headings = (await File.ReadAllTextAsync(shell.PathTo("venues.csv"), TestContext.Current.CancellationToken)).Trim();
        await File.WriteAllTextAsync(shell.PathTo("mine.csv"), $"{headings}\r\nQuay,1 Quay,Quay,A hall.,,,Mon 08:00-22:00,Hall,,A hall.,10,,,5,,\r\n", TestContext.Current.CancellationToken);

        (await shell.RunAsync("import", "venues", shell.PathTo("gone.csv"))).Error.ShouldContain("There is no file");
        (await shell.RunAsync("import", "venues", shell.PathTo("mine.csv"), "--dry-run")).Output.ShouldContain("1 rows are right. It was a trial: nothing was imported");
        var ran = await shell.RunAsync("import", "venues", shell.PathTo("mine.csv"));
        ran.ExitCode.ShouldBe(0, ran.Error);
        ran.Output.ShouldContain("- 1 venues with 1 rooms");
        var again = await shell.RunAsync("import", "venues", shell.PathTo("mine.csv"));
        (again.ExitCode, again.Error.Contains("Nothing was imported.", StringComparison.Ordinal)).ShouldBe((1, true));
    }

    [Fact]
    public async Task BackupAndRestore_SqliteFile_GivesBackWhatWasThere()
    {
        await shell.RunAsync("migrate");
        await shell.RunAsync("setup", "one@fallowmere.example", "two@fallowmere.example");
        var taken = await shell.RunAsync("backup", "--out", shell.PathTo("copy.db"));
        taken.ExitCode.ShouldBe(0, taken.Error);
        taken.Output.ShouldContain("copy.db: ");
        (await shell.RunAsync("backup", "--out", shell.PathTo("copy.db"))).Error.ShouldContain("exists already");

        File.Delete(shell.PathTo("data/council.db"));
        var restored = await shell.RunAsync("restore", shell.PathTo("copy.db"));
        restored.ExitCode.ShouldBe(0, restored.Error);
        (await shell.RunAsync("migrate", "--check")).ExitCode.ShouldBe(0);
        (await shell.RunAsync("restore", shell.PathTo("nothing.db"))).Error.ShouldContain("There is no file");
    }
}
