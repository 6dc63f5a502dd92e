namespace CouncilPremises.Domain.Attachments;

/// <summary>The kinds of file that are taken: the allow-list. None can carry a macro. Stored as text.</summary>
public enum AttachmentType
{
    /// <summary>A PDF document.</summary>
    Pdf,

    /// <summary>A Word document without macros.</summary>
    Docx,

    /// <summary>An Excel workbook without macros.</summary>
    Xlsx,

    /// <summary>An OpenDocument text.</summary>
    Odt,

    /// <summary>An OpenDocument spreadsheet.</summary>
    Ods,

    /// <summary>Comma-separated values.</summary>
    Csv,

    /// <summary>Plain text.</summary>
    Txt,

    /// <summary>A JPEG picture.</summary>
    Jpg,

    /// <summary>A PNG picture.</summary>
    Png,
}

/// <summary>How each kind of file is called.</summary>
public static class AttachmentTypes
{
    /// <summary>What a file chooser offers.</summary>
    public const string Accept = ".pdf,.docx,.xlsx,.odt,.ods,.csv,.txt,.jpg,.jpeg,.png";

    /// <summary>The kinds in words, for hints and refusals.</summary>
    public const string InWords = "PDF, Word (.docx), Excel (.xlsx), OpenDocument (.odt, .ods), CSV, plain text, JPEG or PNG";

    /// <summary>The kind a name ends in, without the dot and in any case; null for any other.</summary>
    public static AttachmentType? OfExtension(string extension) => extension?.ToUpperInvariant() switch
    {
        "PDF" => AttachmentType.Pdf,
        "DOCX" => AttachmentType.Docx,
        "XLSX" => AttachmentType.Xlsx,
        "ODT" => AttachmentType.Odt,
        "ODS" => AttachmentType.Ods,
        "CSV" => AttachmentType.Csv,
        "TXT" => AttachmentType.Txt,
        "JPG" or "JPEG" => AttachmentType.Jpg,
        "PNG" => AttachmentType.Png,
        _ => null,
    };

    /// <summary>The ending of a name, without the dot.</summary>
    public static string Extension(this AttachmentType type) => type switch
    {
        AttachmentType.Pdf => "pdf",
        AttachmentType.Docx => "docx",
        AttachmentType.Xlsx => "xlsx",
        AttachmentType.Odt => "odt",
        AttachmentType.Ods => "ods",
        AttachmentType.Csv => "csv",
        AttachmentType.Txt => "txt",
        AttachmentType.Jpg => "jpg",
        AttachmentType.Png => "png",
    };

    /// <summary>What a browser is told; never what the sender said.</summary>
    public static string ContentType(this AttachmentType type) => type switch
    {
        AttachmentType.Pdf => "application/pdf",
        AttachmentType.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        AttachmentType.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        AttachmentType.Odt => "application/vnd.oasis.opendocument.text",
        AttachmentType.Ods => "application/vnd.oasis.opendocument.spreadsheet",
        AttachmentType.Csv => "text/csv",
        AttachmentType.Txt => "text/plain",
        AttachmentType.Jpg => "image/jpeg",
        AttachmentType.Png => "image/png",
    };

    /// <summary>What people call it.</summary>
    public static string Name(this AttachmentType type) => type switch
    {
        AttachmentType.Pdf => "PDF",
        AttachmentType.Docx => "Word document",
        AttachmentType.Xlsx => "Excel workbook",
        AttachmentType.Odt => "OpenDocument text",
        AttachmentType.Ods => "OpenDocument spreadsheet",
        AttachmentType.Csv => "CSV",
        AttachmentType.Txt => "text",
        AttachmentType.Jpg => "JPEG picture",
        AttachmentType.Png => "PNG picture",
    };
}
