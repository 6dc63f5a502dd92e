using System.Buffers;
using System.Text;

namespace CouncilPremises.Domain.Attachments;

/// <summary>What a file is by what it holds, whatever it is called. Packages are listed and not unpacked.</summary>
public static class AttachmentContent
{
    private const int ChunkBytes = 64 * 1024;
    private const int SignatureBytes = 16;

    // Bytes that Windows-1252 gives no character to
    private static readonly SearchValues<byte> NotInWindows1252 = SearchValues.Create(0x81, 0x8D, 0x8F, 0x90, 0x9D);

    /// <summary>The kinds this content may be: two for text (CSV and plain text), none with the reason why for anything that is not taken.</summary>
    /// <param name="content">The file, which can be read from any place in it.</param>
    public static Outcome<IReadOnlyList<AttachmentType>> KindsOf(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        Span<byte> start = stackalloc byte[SignatureBytes];
        content.Position = 0;
        start = start[..content.ReadAtLeast(start, SignatureBytes, throwOnEndOfStream: false)];
        if (start.StartsWith("%PDF-"u8))
            return Is(AttachmentType.Pdf);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return Is(AttachmentType.Jpg);
        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return start[12..].SequenceEqual("IHDR"u8) ? Is(AttachmentType.Png) : AttachmentRules.NotTaken();
        if (start.StartsWith("PK\x03\x04"u8))
            return OfficePackage.KindOf(content);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return AttachmentRules.OldOffice();
        return IsText(content)
            ? Outcome.Ok<IReadOnlyList<AttachmentType>>([AttachmentType.Csv, AttachmentType.Txt])
            : AttachmentRules.NotTaken();
    }

    /// <summary>True for UTF-8 or Windows-1252 without control characters other than tab, line end and form feed.</summary>
    private static bool IsText(Stream content)
    {
        content.Position = 0;
        var buffer = new byte[ChunkBytes];
        var letters = new char[ChunkBytes + 1];
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var (isUtf8, isWindows1252) = (true, true);
        for (int read; (read = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0;)
        {
            var chunk = buffer.AsSpan(0, read);
            foreach (var one in chunk)
                if (one < 0x20 ? one is not (0x09 or 0x0A or 0x0C or 0x0D) : one == 0x7F)
                    return false;
            isWindows1252 = isWindows1252 && !chunk.ContainsAny(NotInWindows1252);
            isUtf8 = isUtf8 && IsUtf8(decoder, chunk, letters, flush: false);
            if (!isUtf8 && !isWindows1252)
                return false;
        }

        return (isUtf8 && IsUtf8(decoder, [], letters, flush: true)) || isWindows1252;
    }

    private static bool IsUtf8(Decoder decoder, ReadOnlySpan<byte> chunk, char[] letters, bool flush)
    {
        try
        {
            var count = decoder.GetChars(chunk, letters, flush);
            // Control characters beyond ASCII, U+0080 to U+009F
            return !letters.AsSpan(0, count).ContainsAnyInRange('\u0080', '\u009F');
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static Outcome<IReadOnlyList<AttachmentType>> Is(AttachmentType type) => Outcome.Ok<IReadOnlyList<AttachmentType>>([type]);
}
