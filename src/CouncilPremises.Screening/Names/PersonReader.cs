using CouncilPremises.Screening.Tables;

namespace CouncilPremises.Screening.Names;

/// <summary>Reads people's names: family name first with a comma or in capitals, titles at either end, initials, Abd- compounds.</summary>
internal static class PersonReader
{
    private static readonly char[] Separators = [.. " -.,;:/\\\"_()[]{}|&+*#!?<>=~^%$@\t\r\n"];

    internal static ParsedName Read(string? text, FamilyNameHint hint, TokenCache words)
    {
        var lacksVowels = text != null && TextCleaner.IsArabicScript(text);
        var plain = WithoutBrackets(TextCleaner.ToPlainLetters(text));
        var family = FamilyWords(plain, hint);
        var parts = StripTitles(JoinServants(ToWords(Reorder(plain))), family);
        var tokens = new NameToken[parts.Count];
        var familyBits = 0UL;
        for (var i = 0; i < tokens.Length; i++)
        {
            tokens[i] = words.OfPerson(lacksVowels ? WithoutArabicArticle(parts[i]) : parts[i], lacksVowels);
            if (i < 64 && IsOneOf(parts[i], family))
                familyBits |= 1UL << i;
        }

        return new ParsedName(isPerson: true, TextCleaner.Clean(text), tokens, familyBits);
    }

    private static List<string> ToWords(string plain)
    {
        var words = new List<string>();
        foreach (var word in plain.Replace("'", "", StringComparison.Ordinal).Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            var letters = new string([.. word.Where(char.IsAsciiLetterOrDigit)]).ToLowerInvariant();
            if (letters.Length > 0)
                words.AddRange(SplitCamelCase(word, letters));
        }

        return words;
    }

    // "AlisherUsmanov" is two names written together; "McDonald" and "DeSouza" are one
    private static IEnumerable<string> SplitCamelCase(string word, string letters)
    {
        var at = Enumerable.Range(3, Math.Max(0, word.Length - 5)).FirstOrDefault(i => char.IsAsciiLetterUpper(word[i]) && char.IsAsciiLetterLower(word[i - 1]) && char.IsAsciiLetterLower(word[i + 1]));
        return at > 0 && word.Length == letters.Length && !word.StartsWith("Mac", StringComparison.Ordinal)
            ? [letters[..at], letters[at..]]
            : [LookAlikes.DigitsToLetters(letters)];
    }

    private static string Reorder(string plain)
    {
        var comma = plain.IndexOf(',', StringComparison.Ordinal);
        return comma > 0 ? plain[(comma + 1)..] + " " + plain[..comma] : plain;
    }

    private static HashSet<string> FamilyWords(string plain, FamilyNameHint hint)
    {
        if (!string.IsNullOrWhiteSpace(hint.Given))
            return [.. JoinServants(ToWords(TextCleaner.ToPlainLetters(hint.Given)))];

        var comma = plain.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0)
            return [.. JoinServants(ToWords(plain[..comma]))];
        if (!hint.IsInCapitals)
            return [];

        var words = plain.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        var capitals = words.Where(word => word.Count(char.IsAsciiLetter) >= 2 && !word.Any(char.IsAsciiLetterLower)).ToList();
        var hasOthers = words.Any(word => word.Count(char.IsAsciiLetterLower) >= 2);
        return hasOthers && capitals.Any(word => word.Length >= 3) ? [.. ToWords(string.Join(' ', capitals)).Where(word => !Honorifics.IsAfterName(word))] : [];
    }

    private static bool IsOneOf(string word, HashSet<string> family) =>
        family.Contains(word) || word.StartsWith("abd", StringComparison.Ordinal) && family.Any(part => part.Length > 3 && word.EndsWith(part, StringComparison.Ordinal));

    // "Abd al Aziz" becomes one word before anything is compared: sharing only "Abdul" means nothing
    private static List<string> JoinServants(List<string> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i] is not ("abd" or "abdul" or "abdel" or "abdal" or "abdur" or "abdus" or "abdu" or "abdi" or "abed" or "abdool" or "abdoul" or "abdol" or "cabdi"))
                continue;
            if (words[i + 1] is "al" or "el" or "ul" or "ur" or "ar" or "as" or "us" && i + 2 < words.Count)
                words.RemoveAt(i + 1);
            words[i] = words[i] == "abed" ? "abd" + words[i + 1] : words[i].TrimStart('c') + words[i + 1];
            words.RemoveAt(i + 1);
        }

        return words;
    }

    // A word of the known family name is no title: "Mohammad Abbas AKHUND"
    private static List<string> StripTitles(List<string> words, HashSet<string> family)
    {
        while (words.Count > 1 && Honorifics.IsTitle(words[0]) && CountNames(words) > 2)
            words.RemoveAt(0);
        while (words.Count > 1 && Honorifics.IsSuffix(words[^1]) && CountNames(words) > 2 && !family.Contains(words[^1]))
            words.RemoveAt(words.Count - 1);
        while (words.Count > 1 && Honorifics.IsTitle(words[0]) && words[0] is not ("sheikh" or "shaikh" or "sardar" or "haji") && CountNames(words) == 2)
            words.RemoveAt(0);
        return words;
    }

    private static int CountNames(List<string> words) => words.Count(word => !Honorifics.IsParticle(word) || word.Length == 1);

    private static string WithoutArabicArticle(string word) =>
        word.Length > 4 && word.StartsWith("al", StringComparison.Ordinal) ? word[2..] : word;

    private static string WithoutBrackets(string plain)
    {
        var open = plain.IndexOf('(', StringComparison.Ordinal);
        var close = plain.IndexOf(')', Math.Max(0, open));
        return open > 0 && close > open ? plain[..open] + " " + plain[(close + 1)..] : plain;
    }
}
