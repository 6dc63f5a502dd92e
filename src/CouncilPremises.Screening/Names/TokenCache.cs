namespace CouncilPremises.Screening.Names;

/// <summary>Words read once: a list has far fewer different words than names. Belongs to one index while it is built, or to one look-up.</summary>
internal sealed class TokenCache
{
    private readonly Dictionary<(string Text, char Kind), NameToken> _tokens = [];

    internal NameToken OfPerson(string text, bool lacksVowels) =>
        Get(text, lacksVowels ? 'v' : 'p', static (word, kind) => NameToken.OfPerson(word, kind == 'v'));

    internal NameToken OfBody(string text, bool isLast) =>
        Get(text, isLast ? 'l' : 'b', static (word, kind) => NameToken.OfBody(word, kind == 'l'));

    private NameToken Get(string text, char kind, Func<string, char, NameToken> read)
    {
        if (!_tokens.TryGetValue((text, kind), out var token))
            _tokens.Add((text, kind), token = read(text, kind));
        return token;
    }
}
