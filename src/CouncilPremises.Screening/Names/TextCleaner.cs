using System.Globalization;
using System.Text;
using AnyAscii;

namespace CouncilPremises.Screening.Names;

/// <summary>
/// Turns any text into plain lower-case letters, digits and single spaces. Marks, invisible characters,
/// look-alike letters and other scripts are folded; the original is never changed, only read.
/// </summary>
public static class TextCleaner
{
    private const int LongestName = 400;

    /// <summary>The text as the comparer reads it: two texts with the same clean form are the same name.</summary>
    public static string Clean(string? text)
    {
        var plain = ToPlainLetters(text);
        var clean = new StringBuilder(plain.Length);
        foreach (var c in plain)
        {
            if (char.IsAsciiLetterOrDigit(c))
                clean.Append(char.ToLowerInvariant(c));
            else if (c != '\'' && clean.Length > 0 && clean[^1] != ' ')
                clean.Append(' ');
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>
    /// Latin letters with case and punctuation kept, for readers that need them (a comma after a family name, brackets).
    /// Apostrophes of every shape become one kind. Text beyond 400 characters is left out.
    /// </summary>
    internal static string ToPlainLetters(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";

        if (text.Length <= LongestName && Ascii.IsValid(text) && !text.AsSpan().ContainsAnyInRange('\0', '\u001F') && !text.AsSpan().ContainsAny('`', '\u007F'))
            return text;
        var whole = WithoutLoneSurrogates(text.Length > LongestName ? text[..LongestName] : text);
        var folded = new StringBuilder(whole.Length);
        foreach (var rune in whole.Normalize(NormalizationForm.FormKC).EnumerateRunes())
            AppendPlain(folded, rune);

        var plain = folded.ToString();
        return Ascii.IsValid(plain) ? plain : FoldLatinMarks(plain).Transliterate();
    }

    internal static bool IsArabicScript(string text) => text.Any(c => c is >= '\u0600' and <= '\u06FF' or >= '\uFB50' and <= '\uFEFC');

    private static void AppendPlain(StringBuilder folded, Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.PrivateUse)
        {
            if (Rune.IsWhiteSpace(rune))
                folded.Append(' ');
            return;
        }

        switch (rune.Value)
        {
            case '’' or '‘' or '`' or '´' or 'ʼ' or 'ʻ' or 'ʿ' or 'ʾ' or '′':
                folded.Append('\'');
                break;
            case >= 0x0600 and <= 0x06FF:
                folded.Append(ArabicLetters.ToLatin(rune));
                break;
            default:
                folded.Append(rune.ToString());
                break;
        }
    }

    private static string FoldLatinMarks(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark || c > '\u036F')
                bare.Append(c);
        return LookAlikes.Unmask(bare.ToString().Normalize(NormalizationForm.FormC));
    }

    private static string WithoutLoneSurrogates(string text)
    {
        if (!text.Any(char.IsSurrogate))
            return text;

        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune == Rune.ReplacementChar ? " " : rune.ToString());
        return whole.ToString();
    }
}
