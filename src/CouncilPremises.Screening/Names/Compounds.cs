using CouncilPremises.Screening.Tables;

namespace CouncilPremises.Screening.Names;

/// <summary>Names built from other names: Abd- compounds of Arabic and the fathers' names of Slavic languages.</summary>
internal static class Compounds
{
    private static readonly string[] Endings =
        ["ovich", "evich", "avich", "ovych", "evych", "avych", "ivich", "yvich", "vich", "vych", "ovitch", "evitch", "ovic", "evic", "ovna", "evna", "avna", "ivna", "yvna", "vna", "auna", "euna"];

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
        return "abd " + (SpellingFamilies.OfPerson(inner) ?? Phonetics.Skeleton(inner));
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
