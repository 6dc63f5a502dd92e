using System.IO.Compression;
using System.Text;

namespace CouncilPremises.TestSupport.Attachments;

/// <summary>Small files of each kind that is taken, and of some that are not.</summary>
public static class SampleFiles
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /// <summary>A PDF of about so many bytes; text tells one from another.</summary>
    public static byte[] Pdf(string text = "Accounts", int bytes = 0)
    {
        var start = Encoding.ASCII.GetBytes($"%PDF-1.7\n% {text}\n%%EOF\n");
        return [.. start, .. Enumerable.Repeat((byte)' ', Math.Max(0, bytes - start.Length))];
    }

    /// <summary>The beginning of a PNG picture.</summary>
    public static byte[] Png() => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0];

    /// <summary>The beginning of a JPEG picture.</summary>
    public static byte[] Jpg() => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xD9];

    /// <summary>A Word document, with more parts when asked for.</summary>
    public static byte[] Docx(string contentType = WordType, params (string Name, string Content)[] more) =>
        Zip([("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="{contentType}"/></Types>"""),
            ("word/document.xml", "<document/>"), .. more]);

    /// <summary>An Excel workbook.</summary>
    public static byte[] Xlsx() => Docx("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");

    /// <summary>An OpenDocument text or spreadsheet.</summary>
    public static byte[] OpenDocument(string kind, params (string Name, string Content)[] more) =>
        Zip([("mimetype", $"application/vnd.oasis.opendocument.{kind}"), ("content.xml", "<office/>"), .. more]);

    /// <summary>A package of these parts.</summary>
    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }

        return file.ToArray();
    }

    /// <summary>A Word document that unpacks to so many megabytes of nothing.</summary>
    public static byte[] Bomb(int megabytes)
    {
        using var file = new MemoryStream(Docx());
        using var grown = new MemoryStream();
        file.CopyTo(grown);
        using (var zip = new ZipArchive(grown, ZipArchiveMode.Update, leaveOpen: true))
        using (var part = zip.CreateEntry("word/media/nothing.bin", CompressionLevel.Optimal).Open())
        {
            var megabyte = new byte[1024 * 1024];
            for (var i = 0; i < megabytes; i++)
                part.Write(megabyte);
        }

        return grown.ToArray();
    }

    /// <summary>The test file that every scanner takes for a virus. Put together here so that no scanner takes the source for one.</summary>
    public static byte[] Eicar() => Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");
}
