using System.Globalization;
using System.Text;

namespace CouncilPremises.Domain.Attachments;

/// <summary>File names as they come from other people's computers, made fit to be shown and to be saved. Files are never kept under them.</summary>
public static class AttachmentNames
{
    /// <summary>Longest name shown, in characters, its ending included.</summary>
    public const int Longest = 120;

    private const int LongestSlug = 60;
    private const string ForbiddenOnWindows = "<>:\"|?*";

    private static readonly HashSet<string> Devices = new(
        [
            "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
            .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" }),
            "COM¹", "COM²", "COM³", "LPT¹", "LPT²", "LPT³",
        ], StringComparer.OrdinalIgnoreCase);

    /// <summary>The name without folders, control and invisible characters (which can turn the order of letters round), and what a disk may not hold.
    /// Letters of every script stay. Empty when nothing is left.</summary>
    public static string Clean(string? given)
    {
        var last = (given ?? "").Split('/', '\\')[^1];
        var kept = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
                continue;
            if (Rune.IsWhiteSpace(rune))
                kept.Append(' ');
            else if (rune == Rune.ReplacementChar || (rune.IsAscii && ForbiddenOnWindows.Contains((char)rune.Value, StringComparison.Ordinal)))
                kept.Append('-');
            else
                kept.Append(rune);
        }

        var name = string.Join(' ', kept.ToString().Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim(' ', '.');
        if (Devices.Contains(name.Split('.')[0].Trim()))
            name = "file-" + name;
        return Shortened(name);
    }

    /// <summary>The ending after the last dot, without the dot; empty when there is none.</summary>
    public static string ExtensionOf(string cleaned)
    {
        ArgumentNullException.ThrowIfNull(cleaned);
        var dot = cleaned.LastIndexOf('.');
        return dot < 0 ? "" : cleaned[(dot + 1)..];
    }

    /// <summary>What a browser saves the file as: the case's reference, the plain letters and digits of the name, and the ending of what the file is.
    /// No ending but its own.</summary>
    public static string ForSaving(string reference, string cleaned, AttachmentType type)
    {
        ArgumentNullException.ThrowIfNull(cleaned);
        var dot = cleaned.LastIndexOf('.');
        var slug = new StringBuilder();
        foreach (var letter in dot < 0 ? cleaned : cleaned[..dot])
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
            if (slug.Length == LongestSlug)
                break;
        }

        return $"{reference} {(slug.ToString().Trim('-') is { Length: > 0 } words ? words : "file")}.{type.Extension()}";
    }

    private static string Shortened(string name)
    {
        if (name.Length <= Longest)
            return name;
        var extension = ExtensionOf(name) is { Length: > 0 and <= 10 } ending ? "." + ending : "";
        var stem = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(name[..^extension.Length]);
        while (elements.MoveNext() && stem.Length + elements.GetTextElement().Length + extension.Length < Longest)
            stem.Append(elements.GetTextElement());
        return stem.ToString().TrimEnd(' ', '.') + "…" + extension;
    }
}
