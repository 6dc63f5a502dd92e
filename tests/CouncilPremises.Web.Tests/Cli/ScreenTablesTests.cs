using System.IO.Compression;
using System.Text;
using CouncilPremises.TestSupport;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Cli;

[Trait("Rule", "XREF")]
public sealed class ScreenTablesTests : IDisposable
{
    private readonly CommandLine _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public async Task Pairs_OddFile_KeepsColumnsAndOrderAndAddsTheAnswer()
    {
        var input = Write("in.csv", "\uFEFFid,query_name,query_kind,list_name,list_kind\r\n7,\"Haniya, Ismail\",person,ISMAIL HANIYA,person\r\n\r\n8,Aled \"Al\" Jones,person,ALUN JONES,person\r\n9,,person,,person\r\n10,Short row");

        var ran = await _command.RunAsync("screen", "pairs", input, _command.PathTo("out.csv"));

        ran.ExitCode.ShouldBe(0, ran.Error);
        var rows = await File.ReadAllLinesAsync(_command.PathTo("out.csv"), TestContext.Current.CancellationToken);
        rows[0].ShouldBe("id,query_name,query_kind,list_name,list_kind,score,alert,why");
        rows[1].ShouldStartWith("7,\"Haniya, Ismail\",person,ISMAIL HANIYA,person,");
        rows[1].ShouldContain(",true,");
        rows[1].ShouldContain("is in both names");
        rows[2].ShouldContain(",false,");
        rows[3].ShouldBe("9,,person,,person,0,false,");
        rows[4].ShouldStartWith("10,Short row,,,,0,false,");
        rows.Length.ShouldBe(5);
    }

    [Fact]
    public async Task Pairs_ColumnMissing_SaysWhichAndWritesNothing()
    {
        var input = Write("in.csv", "query_name,list_name\nA,B\n");

        var ran = await _command.RunAsync("screen", "pairs", input, _command.PathTo("out.csv"));

        ran.ExitCode.ShouldBe(1);
        ran.Error.ShouldContain("The file has no column “query_kind” or “list_kind”. It has: query_name, list_name.");
        Directory.GetFiles(_command.Folder, "out.csv*").ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_ListFileOfEitherLayout_NeedNoDatabase()
    {
        var input = Write("in.csv", "name,kind\nAhmed Unlisted Person,person\nIsmail Zarqun,person\n");
        var list = Write("ofsi.csv", OfsiList());

        var ran = await _command.RunAsync("screen", "names", input, _command.PathTo("out.csv"), "--lists", list, "--format", "ofsi");

        ran.ExitCode.ShouldBe(0, ran.Error);
        var rows = await File.ReadAllLinesAsync(_command.PathTo("out.csv"), TestContext.Current.CancellationToken);
        rows[0].ShouldBe("name,kind,hits,best_score,best_entry,why");
        rows[1].ShouldBe("Ahmed Unlisted Person,person,0,0,,");
        rows[2].ShouldStartWith("Ismail Zarqun,person,1,");
        rows[2].ShouldContain("12345: Ismail ZARQUN");
    }

    [Fact]
    public async Task Names_GzippedFileAndTodaysLayout_AreReadAsTheyAre()
    {
        var input = _command.PathTo("in.csv.gz");
        await using (var packed = new GZipStream(File.Create(input), CompressionLevel.Fastest))
            await packed.WriteAsync(Encoding.UTF8.GetBytes("\uFEFFref,name\r\n\r\n1,Leonid Varenkov\r\n\r\n2,Priscilla Quigglethorpe\r\n"), TestContext.Current.CancellationToken);

        var ran = await _command.RunAsync("screen", "names", input, _command.PathTo("out.csv"), "--lists", Solution.PathTo("seed/lists/uk-sanctions-list.csv"), "--format", "uksl");

        ran.ExitCode.ShouldBe(0, ran.Error);
        var rows = await File.ReadAllLinesAsync(_command.PathTo("out.csv"), TestContext.Current.CancellationToken);
        rows[0].ShouldBe("ref,name,hits,best_score,best_entry,why");
        rows[1].ShouldStartWith("1,Leonid Varenkov,1,");
        rows[1].ShouldContain("VARENKO", Case.Insensitive);
        rows[2].ShouldBe("2,Priscilla Quigglethorpe,0,0,,");
        rows.Length.ShouldBe(3);
    }

    [Fact]
    public async Task Names_ListOfTheOtherLayout_IsRefused()
    {
        var input = Write("in.csv", "name\nA B\n");

        var ran = await _command.RunAsync("screen", "names", input, _command.PathTo("out.csv"), "--lists", Solution.PathTo("seed/lists/uk-sanctions-list.csv"), "--format", "ofsi");

        ran.ExitCode.ShouldBe(1);
        ran.Error.ShouldContain("Line 1");
    }

    [Fact]
    public async Task Names_ListFileDamaged_IsRefusedWithTheReason()
    {
        var input = Write("in.csv", "name\nA B\n");
        var list = Write("list.csv", "Report Date: 14-Apr-2025\nnonsense\n");

        var ran = await _command.RunAsync("screen", "names", input, _command.PathTo("out.csv"), "--lists", list);

        ran.ExitCode.ShouldBe(1);
        ran.Error.ShouldContain("The list file was not taken.");
        ran.Error.ShouldContain("Line 2");
    }

    private static string OfsiList()
    {
        string[] columns =
        [
            "Name 6", "Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Title", "Name Non-Latin Script", "Non-Latin Script Type", "Non-Latin Script Language",
            "DOB", "Town of Birth", "Country of Birth", "Nationality", "Passport Number", "Passport Details", "National Identification Number",
            "National Identification Details", "Position", "Address 1", "Address 2", "Address 3", "Address 4", "Address 5", "Address 6", "Post/Zip Code", "Country",
            "Other Information", "Group Type", "Alias Type", "Alias Quality", "Regime", "Listed On", "UK Sanctions List Date Designated", "Last Updated", "Group ID",
        ];
        var row = new string[columns.Length];
        Array.Fill(row, "");
        (row[0], row[1], row[28], row[29], row[31], row[32], row[34], row[35]) =
            ("ZARQUN", "Ismail", "Individual", "Primary name", "Test", "01/02/2020", "01/02/2020", "12345");
        return new StringBuilder("Last Updated,14/04/2025\r\n").AppendLine(string.Join(',', columns)).AppendLine(string.Join(',', row)).ToString();
    }

    private string Write(string file, string text)
    {
        File.WriteAllText(_command.PathTo(file), text);
        return _command.PathTo(file);
    }
}
