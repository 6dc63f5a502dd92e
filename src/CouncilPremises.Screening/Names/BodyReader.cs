using System.Text.RegularExpressions;
using CouncilPremises.Screening.Tables;

namespace CouncilPremises.Screening.Names;

/// <summary>Reads the names of bodies: legal forms, "trading as", brackets, dotted letters, numbers.</summary>
internal static partial class BodyReader
{
    /// <summary>The readings of a text: the name itself first, then what stands in brackets or after "trading as".</summary>
    internal static IReadOnlyList<ParsedName> Read(string? text, TokenCache cache)
    {
        var plain = TextCleaner.ToPlainLetters(text);
        var clean = TextCleaner.Clean(text);
        var readings = new List<ParsedName>();
        foreach (var part in TradingAs().Split(plain))
        {
            var outside = Brackets().Replace(part, " ");
            Add(readings, cache, outside, clean, [.. Brackets().Matches(part).Select(match => match.Groups[1].Value)]);
            foreach (Match bracket in Brackets().Matches(part))
                if (NamesTheBody(bracket.Groups[1].Value))
                    Add(readings, cache, bracket.Groups[1].Value, clean, []);
        }

        if (readings.Count == 0)
            Add(readings, cache, plain, clean, [], keepForms: true);
        return readings;
    }

    private static void Add(List<ParsedName> readings, TokenCache cache, string text, string clean, IReadOnlyList<string> brackets, bool keepForms = false)
    {
        var words = Numbers.JoinTens(ToWords(text));
        string? kind = null;
        if (!keepForms)
            (words, kind) = LegalForms.Strip(words);
        foreach (var bracket in brackets)
            kind ??= LegalForms.Strip(ToWords(bracket)) is { Words.Count: 0 } form ? form.Kind : null;
        if (words.Count == 0)
            return;
        var tokens = new NameToken[words.Count];
        for (var i = 0; i < tokens.Length; i++)
            tokens[i] = cache.OfBody(words[i], i > 0 && i == tokens.Length - 1);
        readings.Add(new ParsedName(isPerson: false, clean, tokens, legalKind: kind, bracket: brackets.Where(bracket => LegalForms.Strip(ToWords(bracket)).Words.Count > 0).Select(TextCleaner.Clean).FirstOrDefault()));
    }

    private static List<string> ToWords(string text)
    {
        var joined = DottedLetters().Replace(text.Replace("'", "", StringComparison.Ordinal), match => match.Value.Replace(".", "", StringComparison.Ordinal) + " ");
        return [.. WordPattern().Matches(joined.Replace("&", " and ", StringComparison.Ordinal)).Select(match => LookAlikes.DigitsToLetters(match.Value.ToLowerInvariant()))];
    }

    // "(HTS)" and "(Party of God)" name the body; "(Leeds)" says where it is and "(CIO)" what it is
    private static bool NamesTheBody(string bracket)
    {
        var words = ToWords(bracket);
        if (LegalForms.Strip([.. words]).Words.Count == 0)
            return false;
        return words.Count > 1 || bracket.Length >= 3 && bracket.All(c => char.IsAsciiLetterUpper(c) || c == '.');
    }

    [GeneratedRegex(@"\(([^()]*)\)")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\b(?:t/a|trading as|also known as|a\.k\.a\.?|aka|f\.k\.a\.?|formerly known as)\b", RegexOptions.IgnoreCase)]
    private static partial Regex TradingAs();

    [GeneratedRegex(@"\b(?:[A-Za-z]\.){2,}(?:[A-Za-z]\b)?")]
    private static partial Regex DottedLetters();

    [GeneratedRegex(@"[A-Za-z0-9]+")]
    private static partial Regex WordPattern();
}
