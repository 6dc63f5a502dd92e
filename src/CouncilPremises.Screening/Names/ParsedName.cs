using CouncilPremises.Screening.Tables;

namespace CouncilPremises.Screening.Names;

/// <summary>A name taken apart. One text may give several readings, such as the name and the acronym in brackets after it.</summary>
internal sealed class ParsedName
{
    private readonly ulong _family;
    private NameToken?[]? _pairs;

    /// <param name="isPerson">Read as a person's name.</param>
    /// <param name="clean">The whole text in plain letters.</param>
    /// <param name="tokens">The words.</param>
    /// <param name="family">A bit for each word that belongs to a known family name.</param>
    /// <param name="legalKind">Company or charity, where a legal form says so.</param>
    /// <param name="bracket">What stood in brackets beside this reading, in plain letters.</param>
    internal ParsedName(bool isPerson, string clean, NameToken[] tokens, ulong family = 0, string? legalKind = null, string? bracket = null)
    {
        (IsPerson, Tokens, LegalKind, Bracket) = (isPerson, tokens, legalKind, bracket);
        CleanHash = Hash.Of('c', clean);
        LettersHash = Hash.Of('=', clean.Replace(" ", "", StringComparison.Ordinal));
        JoinedHash = Hash.Of(isPerson ? 'p' : 'b', Joined);
        HasLetters = clean.Length > 0;
        var isShort = isPerson;
        foreach (var token in tokens)
        {
            Significant += token.IsParticle ? 0 : 1;
            Core += token.IsParticle || token.IsDroppable ? 0 : 1;
            HasInitial |= token.IsInitial;
            isShort &= token.Text.Length <= 6;
            WordsHash += Hash.Of('w', token.Text);
        }

        HasSyllables = isShort && Array.Exists(tokens, token => SyllableNames.IsFamilyName(token.Text));
        for (var i = 0; i < Math.Min(64, tokens.Length); i++)
            if ((family >> i & 1) != 0 && !tokens[i].IsParticle)
                _family |= 1UL << i;
    }

    internal bool IsPerson { get; }

    internal NameToken[] Tokens { get; }

    internal string? LegalKind { get; }

    /// <summary>What stood in brackets, such as a place; null where nothing did.</summary>
    internal string? Bracket { get; }

    /// <summary>False for a text without letters or digits.</summary>
    internal bool HasLetters { get; }

    /// <summary>Stands for the whole text in plain letters.</summary>
    internal ulong CleanHash { get; }

    /// <summary>The same without spaces.</summary>
    internal ulong LettersHash { get; }

    /// <summary>Stands for the words run together, without titles and legal forms.</summary>
    internal ulong JoinedHash { get; }

    /// <summary>Stands for the words in any order.</summary>
    internal ulong WordsHash { get; }

    internal string Joined => string.Concat(Tokens.Select(token => token.Text));

    /// <summary>Words that are not particles.</summary>
    internal int Significant { get; }

    /// <summary>Words a name cannot lack without being another.</summary>
    internal int Core { get; }

    internal bool HasInitial { get; }

    /// <summary>A Chinese or Korean name, whose given name is written in syllables: one syllable missing makes another name.</summary>
    internal bool HasSyllables { get; }

    internal bool KnowsFamilyName => _family != 0;

    /// <summary>The first letters, with and without the small words; empty for people and short names.</summary>
    internal IReadOnlyList<string> Acronyms => IsPerson || Significant < 3 && Tokens.Length < 3 ? [] : ReadAcronyms();

    /// <summary>A name of a single short word may itself be an acronym.</summary>
    internal bool MayBeAcronym => !IsPerson && Tokens is [{ Text: { Length: >= 3 and <= 6 } text }] && text.All(char.IsAsciiLetterLower);

    /// <summary>Whether the known family name has words besides those that may be titles.</summary>
    internal bool FamilyHasNames
    {
        get
        {
            for (var i = 0; i < Tokens.Length; i++)
                if (IsFamilyName(i) && !Tokens[i].MayBeTitle)
                    return true;
            return false;
        }
    }

    /// <summary>Whether a word belongs to the known family name.</summary>
    internal bool IsFamilyName(int at) => at < 64 && (_family >> at & 1) != 0;

    /// <summary>Keeps words run together once they are made: for a name looked up, which is set against many others.</summary>
    internal ParsedName KeepingPairs()
    {
        _pairs ??= new NameToken?[Tokens.Length];
        return this;
    }

    /// <summary>A word run together with the next; null where that makes no sense.</summary>
    internal NameToken? Pair(int at)
    {
        if (at + 1 >= Tokens.Length)
            return null;
        var (first, second) = (Tokens[at], Tokens[at + 1]);
        if (first.IsNumber || second.IsNumber || second.IsParticle || first.Text.Length + second.Text.Length > 30)
            return null;
        return _pairs == null ? MakePair(first, second) : _pairs[at] ??= MakePair(first, second);
    }

    private NameToken MakePair(NameToken first, NameToken second) =>
        IsPerson ? NameToken.OfPerson(first.Text + second.Text, first.LacksVowels) : NameToken.OfBody(first.Text + second.Text, isLast: false);

    private string[] ReadAcronyms()
    {
        var all = Letters(Tokens);
        var withoutSmall = Letters(Tokens.Where(token => token.Text is not ("the" or "of" or "in" or "and" or "for" or "on" or "at" or "to")));
        var significant = Letters(Tokens.Where(token => !token.IsParticle));
        return [.. new[] { all, withoutSmall, significant }.Distinct().Where(letters => letters.Length is >= 3 and <= 6)];
    }

    private static string Letters(IEnumerable<NameToken> tokens) => string.Concat(tokens.Select(token => token.Text[0]));
}
