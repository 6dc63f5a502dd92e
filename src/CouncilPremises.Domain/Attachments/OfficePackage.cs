using System.IO.Compression;
using System.Text;
using System.Xml;

namespace CouncilPremises.Domain.Attachments;

/// <summary>Office documents that are packages: opened enough to see what they are and that they carry no macro. Nothing else in them is unpacked.</summary>
internal static class OfficePackage
{
    private const int MostParts = 10_000;
    private const int LongestMediaType = 100;
    private const int LongestPartList = 1024 * 1024;

    /// <summary>Most bytes a document may say it unpacks to: a package that says more would choke the program that opens it.</summary>
    private const long MostUnpacked = 500L * 1024 * 1024;

    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    public static Outcome<IReadOnlyList<AttachmentType>> KindOf(Stream content)
    {
        try
        {
            using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return KindOf(package);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException or IOException)
        {
            return AttachmentRules.Broken();
        }
    }

    private static Outcome<IReadOnlyList<AttachmentType>> KindOf(ZipArchive package)
    {
        if (package.Entries.Count > MostParts || package.Entries.Sum(part => (decimal)part.Length) > MostUnpacked)
            return AttachmentRules.TooMuchInside();
        // Two parts of one name would show one thing to us and another to the program that opens it
        if (package.Entries.DistinctBy(part => part.FullName.Replace('\\', '/'), StringComparer.OrdinalIgnoreCase).Count() < package.Entries.Count)
            return AttachmentRules.Broken();
        if (package.Entries.Any(IsMacro))
            return AttachmentRules.Macros();
        return (package.GetEntry("mimetype"), package.GetEntry("[Content_Types].xml")) switch
        {
            ({ } mediaType, null) => OpenDocument(mediaType),
            (null, { } list) => OpenXml(list),
            _ => AttachmentRules.NotTaken(),
        };
    }

    private static Outcome<IReadOnlyList<AttachmentType>> OpenDocument(ZipArchiveEntry mediaType) => Text(mediaType, LongestMediaType).Trim() switch
    {
        "application/vnd.oasis.opendocument.text" => Is(AttachmentType.Odt),
        "application/vnd.oasis.opendocument.spreadsheet" => Is(AttachmentType.Ods),
        _ => AttachmentRules.NotTaken(),
    };

    private static Outcome<IReadOnlyList<AttachmentType>> OpenXml(ZipArchiveEntry list)
    {
        var types = ContentTypes(list);
        if (types.Any(type => type.Contains("macro", StringComparison.OrdinalIgnoreCase) || type.Contains("vba", StringComparison.OrdinalIgnoreCase)))
            return AttachmentRules.Macros();
        return (types.Contains(Word, StringComparer.OrdinalIgnoreCase), types.Contains(Excel, StringComparer.OrdinalIgnoreCase)) switch
        {
            (true, false) => Is(AttachmentType.Docx),
            (false, true) => Is(AttachmentType.Xlsx),
            _ => AttachmentRules.NotTaken(),
        };
    }

    private static List<string> ContentTypes(ZipArchiveEntry list)
    {
        var found = new List<string>();
        using var part = list.Open();
        using var reader = XmlReader.Create(part, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = LongestPartList,
        });
        while (reader.Read())
            if (reader.NodeType == XmlNodeType.Element && reader.GetAttribute("ContentType") is { } type)
                found.Add(type);
        return found;
    }

    private static bool IsMacro(ZipArchiveEntry part)
    {
        var path = part.FullName.Replace('\\', '/');
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.StartsWith("vba", StringComparison.OrdinalIgnoreCase)
            || path.Contains("macrosheets/", StringComparison.OrdinalIgnoreCase)
            // Where OpenDocument keeps its macros; an office writes the Basic folder only when there is one
            || path.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)
            || path.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase);
    }

    private static string Text(ZipArchiveEntry entry, int most)
    {
        using var part = entry.Open();
        var bytes = new byte[most];
        return Encoding.ASCII.GetString(bytes, 0, part.ReadAtLeast(bytes, most, throwOnEndOfStream: false));
    }

    private static Outcome<IReadOnlyList<AttachmentType>> Is(AttachmentType type) => Outcome.Ok<IReadOnlyList<AttachmentType>>([type]);
}
