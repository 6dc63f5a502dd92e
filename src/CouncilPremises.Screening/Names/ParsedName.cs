using CouncilPremises.Screening.Tables;

namespace CouncilPremises.Screening.Names;

/// <summary>A name taken apart. One text may give several readings, such as the name and the acronym in brackets after it.</summary>
internal sealed class ParsedName
{
    internal ParsedName(bool isPerson, string clean, IReadOnlyList<NameToken> tokens, string? legalKind = null)
    {
        IsPerson = isPerson;
        Clean = clean;
        Tokens = [.. tokens];
        LegalKind = legalKind;
        Significant = Tokens.Count(token => !token.IsParticle);
        Distinct = Tokens.Where(token => !token.IsParticle && !token.IsInitial).Select(token => token.Text).Distinct().Count();
        HasInitial = Tokens.Any(token => token.IsInitial);
        Joined = string.Concat(Tokens.Select(token => token.Text));
        CleanLetters = clean.Replace(" ", "", StringComparison.Ordinal);
        HasSyllables = isPerson && Tokens.All(token => token.Text.Length <= 6) && Tokens.Any(token => SyllableNames.IsFamilyName(token.Text));
        KnowsFamilyName = Tokens.Any(token => token.IsFamilyName && !token.IsParticle);
        Pairs = JoinPairs();
        Acronyms = isPerson ? [] : ReadAcronyms();
    }

    internal bool IsPerson { get; }

    /// <summary>The whole text in plain letters.</summary>
    internal string Clean { get; }

    internal NameToken[] Tokens { get; }

    /// <summary>Each word run together with the next; null where that makes no sense.</summary>
    internal NameToken?[] Pairs { get; }

    internal string? LegalKind { get; }

    internal int Significant { get; }

    /// <summary>Different words, initials and particles not counted.</summary>
    internal int Distinct { get; }

    internal bool HasInitial { get; }

    internal string Joined { get; }

    /// <summary>The whole text without spaces, legal forms included.</summary>
    internal string CleanLetters { get; }

    /// <summary>A Chinese or Korean name, whose given name is written in syllables: one syllable missing makes another name.</summary>
    internal bool HasSyllables { get; }

    internal bool KnowsFamilyName { get; }

    /// <summary>The first letters, with and without the small words; empty for people and short names.</summary>
    internal string[] Acronyms { get; }

    /// <summary>A name of a single short word may itself be an acronym.</summary>
    internal bool MayBeAcronym => !IsPerson && Tokens.Length == 1 && Tokens[0].Text is { Length: >= 3 and <= 6 } text && text.All(char.IsAsciiLetterLower);

    private NameToken?[] JoinPairs()
    {
        var pairs = new NameToken?[Math.Max(0, Tokens.Length - 1)];
        for (var i = 0; i < pairs.Length; i++)
        {
            var (first, second) = (Tokens[i], Tokens[i + 1]);
            if (first.IsNumber || second.IsNumber || second.IsParticle || first.Text.Length + second.Text.Length > 30)
                continue;
            pairs[i] = IsPerson
                ? NameToken.OfPerson(first.Text + second.Text, first.IsFamilyName || second.IsFamilyName, first.LacksVowels)
                : NameToken.OfBody(first.Text + second.Text, isLast: false);
        }

        return pairs;
    }

    private string[] ReadAcronyms()
    {
        if (Significant < 3 && Tokens.Length < 3)
            return [];
        var all = Letters(Tokens);
        var withoutSmall = Letters(Tokens.Where(token => token.Text is not ("the" or "of" or "in" or "and" or "for" or "on" or "at" or "to")));
        var significant = Letters(Tokens.Where(token => !token.IsParticle));
        return [.. new[] { all, withoutSmall, significant }.Distinct().Where(letters => letters.Length is >= 3 and <= 6)];
    }

    private static string Letters(IEnumerable<NameToken> tokens) => string.Concat(tokens.Select(token => token.Text[0]));
}
