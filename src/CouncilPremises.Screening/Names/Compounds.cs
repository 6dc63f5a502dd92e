using System.Collections.Frozen;
using CouncilPremises.Screening.Tables;

namespace CouncilPremises.Screening.Names;

/// <summary>Names built from other names: Abd- compounds of Arabic and the fathers' names of Slavic languages.</summary>
internal static class Compounds
{
    private static readonly string[] Endings =
        ["ovich", "evich", "avich", "ovych", "evych", "avych", "ivich", "yvich", "vich", "vych", "ovitch", "evitch", "ovic", "evic", "ovna", "evna", "avna", "ivna", "yvna", "vna", "auna", "euna", "ouna", "avitj", "ovitj", "evitj"];

    private const string OfUnknownName = "abd ~";

    // The names of God that most compounds are made with; no two of them have the same consonants, so any vowels will do
    private static readonly FrozenDictionary<string, string> NamesOfGod =
        "rahman rahim karim latif malik nasir hamid hafiz majid wahid qadir ghani hakim jabbar salam razzaq rauf basit samad fattah haq hadi halim khaliq wahhab ghaffar jalil sattar"
        .Split(' ').ToFrozenDictionary(Phonetics.Skeleton, StringComparer.Ordinal);

    private static readonly string[] Stems = ["", "y", "i", "ai", "ay", "ei", "iy", "ey"];

    /// <summary>"Abdurrahman", "Abdel Rehman" and "Abd al-Rahman", joined, give the same family; null for other words.</summary>
    internal static string? OfServant(string word)
    {
        if (word.Length < 6 || !(word.StartsWith("abd", StringComparison.Ordinal) || word.StartsWith("cabd", StringComparison.Ordinal)))
            return null;

        var whole = word[(word[0] == 'c' ? 4 : 3)..];
        if (SpellingFamilies.OfPerson(whole) is { } bare)
            return "abd " + bare;
        var rest = whole.TrimStart('u', 'e', 'a', 'i', 'o');
        if (rest.Length < 3)
            return null;
        if (SpellingFamilies.OfPerson(rest) is { } plain)
            return "abd " + plain;
        var inner = rest[0] is 'l' || rest[0] == rest[1] ? rest[1..] : rest;
        var sounds = Phonetics.Skeleton(inner);
        return (SpellingFamilies.OfPerson(inner) ?? NamesOfGod.GetValueOrDefault(sounds)) is { } name ? "abd " + name : OfUnknownName + sounds;
    }

    /// <summary>Whether a word is an Abd- compound.</summary>
    internal static bool IsOfServant(NameToken word) => word.Family != null && word.Family.StartsWith("abd ", StringComparison.Ordinal);

    /// <summary>Whether a family is of an Abd- compound whose second part is in no table: it is told from others by its letters, as unknown words are.</summary>
    internal static bool IsOfUnknownName(string? family) => family != null && family.StartsWith(OfUnknownName, StringComparison.Ordinal);

    /// <summary>Whether a word has the form of a father's name, known or not.</summary>
    internal static bool HasFathersForm(string word)
    {
        foreach (var ending in Endings)
            if (word.Length >= ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>The father's name in "Nikolaevich", "Mikalaievich" or "Nikolaevna"; null where no known name is in it.</summary>
    internal static string? OfFather(string word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length < ending.Length + 3 || !word.EndsWith(ending, StringComparison.Ordinal))
                continue;
            var root = word[..^ending.Length];
            foreach (var stem in Stems)
                if (SpellingFamilies.OfPerson(root + stem) is { } father)
                    return father;
            if (root[^1] is 'i' or 'y' or 'e' && SpellingFamilies.OfPerson(root[..^1] + "y") is { } trimmed)
                return trimmed;
        }

        return null;
    }
}
