using CouncilPremises.Application.Attachments;
using CouncilPremises.TestSupport.Attachments;
using CouncilPremises.TestSupport.Sites;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Attachments;

/// <summary>INSTREAM over real sockets, against a small clamd of the tests' own, and against a real one where COUNCILPREMISES_TEST_CLAMD names it.</summary>
public class ClamdScannerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scan_OverTcpAndUnixSocket_GivesTheVerdictOfWhatWasSent()
    {
        var large = SampleFiles.Pdf(bytes: 3 * 64 * 1024 + 1);
        await using var tcp = new FakeClamd();
        (await ScanAsync(tcp.Address, large)).ShouldBe(new ScanAnswer(ScanVerdict.Clean));
        tcp.Received.ShouldBe(large);
        (await ScanAsync(tcp.Address, SampleFiles.Eicar())).ShouldBe(new ScanAnswer(ScanVerdict.Infected, "Eicar-Signature"));
        if (OperatingSystem.IsWindows())
            return;
        var path = Path.Combine(Path.GetTempPath(), "clamd-" + Path.GetRandomFileName());
        await using var unix = new FakeClamd(socketPath: path);
        (await ScanAsync(unix.Address, SampleFiles.Eicar())).Verdict.ShouldBe(ScanVerdict.Infected);
        File.Delete(path);
    }

    [Fact]
    public async Task Scan_LargerThanClamdTakes_IsRefusedAndNotTriedAgain()
    {
        await using var clamd = new FakeClamd(mostBytes: 100_000);
        (await ScanAsync(clamd.Address, SampleFiles.Pdf(bytes: 9_000_000))).Verdict.ShouldBe(ScanVerdict.Refused);
    }

    [Theory]
    [InlineData("stream: Can't allocate memory ERROR\0")]
    [InlineData("UNKNOWN COMMAND\0")]
    [InlineData("")]
    public async Task Scan_AnswerThatIsNoVerdict_IsNeverClean(string says)
    {
        await using var clamd = new FakeClamd { Says = says };
        (await ScanAsync(clamd.Address, SampleFiles.Pdf())).Verdict.ShouldBe(ScanVerdict.NoAnswer);
    }

    [Fact]
    public async Task Scan_NobodyThereOrStuck_IsNoAnswer()
    {
        (await ScanAsync($"127.0.0.1:{LocalSite.FreePort()}", SampleFiles.Pdf())).Verdict.ShouldBe(ScanVerdict.NoAnswer);
        (await ScanAsync("/nowhere/clamd.ctl", SampleFiles.Pdf())).Verdict.ShouldBe(ScanVerdict.NoAnswer);
        await using var clamd = new FakeClamd { IsStuck = true };
        (await ScanAsync(clamd.Address, SampleFiles.Pdf())).ShouldBe(new ScanAnswer(ScanVerdict.NoAnswer, "The scanner took too long."));
    }

    [Fact]
    public async Task Scan_RealClamd_FindsTheTestFile()
    {
        var real = Environment.GetEnvironmentVariable("COUNCILPREMISES_TEST_CLAMD");
        Assert.SkipWhen(string.IsNullOrEmpty(real), "There is no clamd: set COUNCILPREMISES_TEST_CLAMD to where one listens.");
        (await ScanAsync(real!, SampleFiles.Eicar())).Verdict.ShouldBe(ScanVerdict.Infected);
        (await ScanAsync(real!, SampleFiles.Pdf())).Verdict.ShouldBe(ScanVerdict.Clean);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("127.0.0.1:3310", 0)]
    [InlineData("/run/clamav/clamd.ctl", 0)]
    [InlineData("clamd", 1)]
    [InlineData("clamd:port", 1)]
    [InlineData("clamd:70000", 1)]
    public void Settings_Address_IsCheckedAtStart(string clamd, int mistakes) =>
        (new AttachmentSettingsCheck().Validate(null, new AttachmentSettings { Clamd = clamd }).Failures ?? []).Count().ShouldBe(mistakes);

    private static async Task<ScanAnswer> ScanAsync(string address, byte[] file)
    {
        var seconds = address.StartsWith("127", StringComparison.Ordinal) ? 3 : 30;
        using var content = new MemoryStream(file);
        return await new ClamdScanner(Options.Create(new AttachmentSettings { Clamd = address, ClamdSeconds = seconds })).ScanAsync(content, Token);
    }
}
