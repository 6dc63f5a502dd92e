using System.Text;
using CouncilPremises.Domain.Attachments;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Attachments;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Attachments;

/// <summary>Which files are taken: by name and by content, with every trick we could think of.</summary>
public class AttachmentRulesTests
{
    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData(@"C:\Users\sam\Accounts 2025.pdf", "Accounts 2025.pdf")]
    [InlineData("CON.pdf", "file-CON.pdf")]
    [InlineData("con", "file-con")]
    [InlineData("COM1.tar.pdf", "file-COM1.tar.pdf")]
    [InlineData("CONTRACT.pdf", "CONTRACT.pdf")]
    [InlineData("photo\u202Egpj.exe", "photogpj.exe")]
    [InlineData("a\r\nSet-Cookie: x\0.pdf", "aSet-Cookie- x.pdf")]
    [InlineData("  . budget  .pdf. . ", "budget .pdf")]
    [InlineData("picture.png:evil.exe", "picture.png-evil.exe")]
    [InlineData("Cyfrifon Tŷ Gŵyl – Żółć – حسابات.pdf", "Cyfrifon Tŷ Gŵyl – Żółć – حسابات.pdf")]
    [InlineData("..", "")]
    [InlineData(null, "")]
    public void Clean_HostileName_IsSafeAndReadable(string? given, string expected) => AttachmentNames.Clean(given).ShouldBe(expected);

    [Fact]
    public void Clean_NameOf300Letters_IsShortenedAndKeepsItsEnding()
    {
        // Half a surrogate pair, which no attribute of a test can hold
        AttachmentNames.Clean("\uD83D.pdf").ShouldBe("-.pdf");
        var cleaned = AttachmentNames.Clean(new string('ż', 300) + ".pdf");
        cleaned.Length.ShouldBeLessThanOrEqualTo(AttachmentNames.Longest);
        cleaned.ShouldEndWith("ż….pdf");
        AttachmentNames.Clean(string.Concat(Enumerable.Repeat("👩‍👩‍👧", 100)) + ".pdf").EnumerateRunes().ShouldNotContain(Rune.ReplacementChar);
    }

    [Theory]
    [InlineData("Accounts (final) 2025.pdf", "GR-2026-00001 Accounts-final-2025.pdf")]
    [InlineData("invoice.exe.pdf", "GR-2026-00001 invoice-exe.pdf")]
    [InlineData("حسابات.pdf", "GR-2026-00001 file.pdf")]
    public void ForSaving_AnyName_IsPlainWithOneEnding(string name, string expected) =>
        AttachmentNames.ForSaving("GR-2026-00001", name, AttachmentType.Pdf).ShouldBe(expected);

    [Fact]
    public void Check_EachKindOfTheList_IsTaken()
    {
        Taken("a.pdf", SampleFiles.Pdf()).ShouldBe(AttachmentType.Pdf);
        Taken("a.DOCX", SampleFiles.Docx()).ShouldBe(AttachmentType.Docx);
        Taken("a.xlsx", SampleFiles.Xlsx()).ShouldBe(AttachmentType.Xlsx);
        Taken("a.odt", SampleFiles.OpenDocument("text")).ShouldBe(AttachmentType.Odt);
        Taken("a.ods", SampleFiles.OpenDocument("spreadsheet")).ShouldBe(AttachmentType.Ods);
        Taken("a.csv", "Item,£\nCyflog tŷ,10\n"u8.ToArray()).ShouldBe(AttachmentType.Csv);
        Taken("a.txt", [.. Encoding.UTF8.Preamble, .. "Żółć"u8]).ShouldBe(AttachmentType.Txt);
        Taken("windows.txt", [.. "Caf"u8, 0xE9, 0x20, 0x80, .. "10"u8]).ShouldBe(AttachmentType.Txt);
        Taken("a.jpeg", SampleFiles.Jpg()).ShouldBe(AttachmentType.Jpg);
        Taken("a.png", SampleFiles.Png()).ShouldBe(AttachmentType.Png);
    }

    [Fact]
    public void Check_NameAndContentThatDisagree_AreRefused()
    {
        Refused("a.png", SampleFiles.Pdf()).ShouldBe("Disagrees");
        Refused("a.pdf", SampleFiles.Png()).ShouldBe("Disagrees");
        Refused("a.xlsx", SampleFiles.Docx()).ShouldBe("Disagrees");
        Refused("a.pdf", "Dear council"u8.ToArray()).ShouldBe("Disagrees");
        Refused("a.txt", SampleFiles.Pdf()).ShouldBe("Disagrees");
        Refused("a.docx", SampleFiles.OpenDocument("text")).ShouldBe("Disagrees");
    }

    [Theory]
    [InlineData("invoice.pdf.exe")]
    [InlineData("page.html")]
    [InlineData("picture.svg")]
    [InlineData("pdf")]
    [InlineData("archive.zip")]
    [InlineData("")]
    public void Check_EndingThatIsNotOnTheList_IsRefused(string name) => Refused(name, SampleFiles.Pdf()).ShouldBe("Type");

    [Fact]
    public void Check_Macros_AreRefusedHoweverTheyHide()
    {
        Refused("a.docm", SampleFiles.Docx()).ShouldBe("Macros");
        Refused("a.xlsm", SampleFiles.Xlsx()).ShouldBe("Macros");
        Refused("a.docx", SampleFiles.Docx(more: ("word/vbaProject.bin", "x"))).ShouldBe("Macros");
        Refused("a.docx", SampleFiles.Docx(more: (@"word\VBAPROJECT.BIN", "x"))).ShouldBe("Macros");
        Refused("a.docx", SampleFiles.Docx("application/vnd.ms-word.document.macroEnabled.main+xml")).ShouldBe("Macros");
        Refused("a.docx", SampleFiles.Docx("application/vnd.ms-office.&#118;baProject")).ShouldBe("Macros");
        Refused("a.xlsx", SampleFiles.Docx("application/vnd.ms-excel.macrosheet+xml")).ShouldBe("Macros");
        Refused("a.odt", SampleFiles.OpenDocument("text", ("Basic/Standard/Module1.xml", "x"))).ShouldBe("Macros");
    }

    [Fact]
    public void Check_PackagesThatAreNotWhatTheySeem_AreRefusedUnopened()
    {
        Refused("a.docx", SampleFiles.Zip(("evil.exe", "MZ"))).ShouldBe("Type");
        Refused("a.docx", SampleFiles.Docx(more: ("[CONTENT_TYPES].XML", "<Types/>"))).ShouldBe("Broken");
        Refused("a.docx", SampleFiles.Docx(more: ("mimetype", "application/vnd.oasis.opendocument.text"))).ShouldBe("Type");
        Refused("a.docx", SampleFiles.Docx()[..^30]).ShouldBe("Broken");
        Refused("a.docx", SampleFiles.Zip(("[Content_Types].xml", "<!DOCTYPE t [<!ENTITY a 'b'>]><Types>&a;</Types>"))).ShouldBe("Broken");
        Refused("a.docx", SampleFiles.Zip(("[Content_Types].xml", $"<Types>{new string(' ', 2 * 1024 * 1024)}</Types>"))).ShouldBe("Broken");
        Refused("a.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).ShouldBe("OldOffice");
    }

    [Fact]
    public void Check_ZipBomb_IsRefusedByWhatItSays()
    {
        var bomb = SampleFiles.Bomb(501);
        bomb.Length.ShouldBeLessThan((int)AttachmentRules.LargestFile);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused("a.docx", bomb).ShouldBe("TooMuchInside");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(5 * 1024 * 1024, "nothing of it is unpacked");
    }

    [Fact]
    public void Check_TextWithControlCharactersOrHalves_IsRefused()
    {
        Refused("a.txt", "a\0b"u8.ToArray()).ShouldBe("Type");
        Refused("a.txt", "a\u001bb"u8.ToArray()).ShouldBe("Type");
        Refused("a.txt", [0xFF, 0xFE, (byte)'a', 0]).ShouldBe("Type");
        Refused("a.txt", [(byte)'a', 0x81]).ShouldBe("Type");
        // A letter of two bytes may stand across the end of a piece that is read
        Taken("a.txt", [.. Enumerable.Repeat((byte)'a', 65535), .. "ŷ"u8]).ShouldBe(AttachmentType.Txt);
    }

    [Fact]
    public void Check_SizeAtTheEdges_IsSaid()
    {
        Refused("a.pdf", []).ShouldBe("Empty");
        Taken("a.pdf", SampleFiles.Pdf(bytes: (int)AttachmentRules.LargestFile)).ShouldBe(AttachmentType.Pdf);
        Refused("a.pdf", SampleFiles.Pdf(bytes: (int)AttachmentRules.LargestFile + 1)).ShouldBe("Size");
        AttachmentRules.Size(AttachmentRules.LargestFile).ShouldBe("10 MB");
        AttachmentRules.Size(AttachmentRules.LargestFile - 1).ShouldBe("9.9 MB");
        AttachmentRules.Size(1).ShouldBe("1 byte");
    }

    [Fact]
    public void Check_PurposeMissingOrMarked_IsToldTogetherWithTheFile()
    {
        AttachmentRules.Check(" \n", "a.exe", new MemoryStream([1])).Refusals.Select(refusal => refusal.Field).ShouldBe(["Purpose", "File"]);
        AttachmentRules.Check("SECRET: plan", "a.pdf", new MemoryStream(SampleFiles.Pdf())).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Marking");
        AttachmentRules.Check(new string('a', 101), "a.pdf", new MemoryStream(SampleFiles.Pdf())).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Purpose");
        AttachmentRules.Check(" Accounts \n 2025 ", "a.pdf", new MemoryStream(SampleFiles.Pdf())).Value.Purpose.ShouldBe("Accounts 2025");
    }

    [Fact]
    public void Fits_TheTwentyFirstFileOrTheByteTooMany_DoesNot()
    {
        AttachmentRules.Fits(19, 0, 1).ShouldBeNull();
        AttachmentRules.Fits(20, 0, 1)!.Code.ShouldBe("Count");
        AttachmentRules.Fits(5, AttachmentRules.LargestCase - 1, 1).ShouldBeNull();
        AttachmentRules.Fits(5, AttachmentRules.LargestCase, 1)!.Code.ShouldBe("CaseSize");
    }

    [Fact]
    public void Closed_ByScanAndRole_IsAsTheRuleSays()
    {
        foreach (var role in Enum.GetValues<Roles>())
        {
            AttachmentRules.Closed(ScanState.Infected, "Eicar", isOwn: true, role)!.Code.ShouldBe("Infected");
            AttachmentRules.Closed(ScanState.Clean, null, isOwn: false, role).ShouldBeNull();
            AttachmentRules.Closed(ScanState.NotScanned, null, isOwn: true, Roles.None).ShouldBeNull();
            var may = (role & (Roles.GrantApprover | Roles.FacilitiesApprover | Roles.InformationOfficer)) != Roles.None;
            (AttachmentRules.Closed(ScanState.NotScanned, null, isOwn: false, role) is null).ShouldBe(may, $"{role}");
            (AttachmentRules.Closed(ScanState.Waiting, null, isOwn: false, role) is null).ShouldBe(may, $"{role}");
        }
    }

    [Fact]
    public void MayGroupRemove_OnlyWhatWasSentSinceItWasAsked()
    {
        var asked = new DateTime(2026, 1, 6, 10, 0, 0, DateTimeKind.Utc);
        AttachmentRules.MayGroupRemove(CaseState.Draft, null, true, asked).ShouldBeTrue();
        AttachmentRules.MayGroupRemove(CaseState.InfoRequested, asked, true, asked).ShouldBeTrue();
        AttachmentRules.MayGroupRemove(CaseState.InfoRequested, asked, true, asked.AddTicks(-1)).ShouldBeFalse();
        AttachmentRules.MayGroupRemove(CaseState.Checking, asked, true, asked).ShouldBeFalse();
        AttachmentRules.MayGroupRemove(CaseState.Draft, null, false, asked).ShouldBeFalse();
    }

    private static AttachmentType Taken(string name, byte[] content) => AttachmentRules.Check("Accounts", name, new MemoryStream(content)).Value.Type;

    private static string Refused(string name, byte[] content)
    {
        var refusal = AttachmentRules.Check("Accounts", name, new MemoryStream(content)).Refusals.ShouldHaveSingleItem();
        refusal.Field.ShouldBe("File");
        return refusal.Code;
    }
}
