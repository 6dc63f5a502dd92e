namespace CouncilPremises.Screening.Names;

/// <summary>A run of one or two words of one name set against a run of the other; two words stand as one run together.</summary>
internal readonly record struct Pairing(int NameAt, int NameLength, NameToken Name, int ListedAt, int ListedLength, NameToken Listed, TokenLikeness Likeness)
{
    /// <summary>How much the less telling of the two says about who is meant.</summary>
    internal double Weight => Math.Max(0.05, Math.Min(Name.Weight, Listed.Weight));

    /// <summary>The points of the less telling of the two.</summary>
    internal double Points => Math.Min(Name.Points, Listed.Points);
}

/// <summary>Which word of one name answers which word of the other; each word answers at most once.</summary>
internal sealed class Alignment
{
    private readonly LikeWords? _likeWords;
    private readonly List<Pairing> _options = [];
    private Pairing[] _clashes = [];
    private readonly double[] _bestOfName;
    private readonly double[] _bestOfListed;

    private Alignment(ParsedName name, ParsedName listed, LikeWords? likeWords)
    {
        _likeWords = likeWords;
        Name = name;
        Listed = listed;
        NameUsed = new bool[name.Tokens.Length];
        ListedUsed = new bool[listed.Tokens.Length];
        _bestOfName = new double[name.Tokens.Length];
        _bestOfListed = new double[listed.Tokens.Length];
    }

    internal ParsedName Name { get; }

    internal ParsedName Listed { get; }

    internal List<Pairing> Pairings { get; } = [];

    /// <summary>The forms of a man's and a woman's name stand against each other, and one of them has no other partner.</summary>
    internal Pairing? GenderClash
    {
        get
        {
            foreach (var clash in _clashes)
                if (!NameUsed[clash.NameAt] || !ListedUsed[clash.ListedAt])
                    return clash;
            return null;
        }
    }

    internal bool[] NameUsed { get; }

    internal bool[] ListedUsed { get; }

    /// <summary>Sets two names against each other.</summary>
    /// <param name="name">The name looked up.</param>
    /// <param name="listed">The listed name.</param>
    /// <param name="likeWords">What is known of the words already, where both names were asked of an index.</param>
    internal static Alignment Of(ParsedName name, ParsedName listed, LikeWords? likeWords)
    {
        var alignment = new Alignment(name, listed, likeWords);
        alignment.AddSingles();
        if (alignment.HasWordsWithoutPartner())
            alignment.AddJoined();
        alignment._options.Sort(static (x, y) => Compare(x, y));
        foreach (var option in alignment._options)
            alignment.Take(option);
        if (name.IsPerson)
            alignment.TakeLooselyAlike();
        TakeRepeats(name.Tokens, alignment.NameUsed);
        TakeRepeats(listed.Tokens, alignment.ListedUsed);
        return alignment;
    }

    // The best first. Never by place, so that the order of the words changes nothing
    private static int Compare(Pairing x, Pairing y)
    {
        var order = Rank(y).CompareTo(Rank(x));
        if (order == 0)
            order = y.Weight.CompareTo(x.Weight);
        if (order == 0)
            order = string.CompareOrdinal(x.Name.Text, y.Name.Text);
        return order == 0 ? string.CompareOrdinal(x.Listed.Text, y.Listed.Text) : order;
    }

    private static double Rank(Pairing pairing) => pairing.Likeness.Score + (pairing.NameLength + pairing.ListedLength > 2 ? 0.01 : 0);

    private void AddSingles()
    {
        for (var i = 0; i < Name.Tokens.Length; i++)
            for (var j = 0; j < Listed.Tokens.Length; j++)
            {
                var (own, listed) = (Name.Tokens[i], Listed.Tokens[j]);
                if (own.IsParticle || listed.IsParticle)
                    continue;
                var likeness = _likeWords?.Compare(own, listed) ?? TokenComparer.Compare(own, listed);
                if (likeness.Score > 0)
                    Add(new(i, 1, own, j, 1, listed, likeness));
                else if (likeness.Kind == EvidenceKind.Gender)
                    _clashes = [.. _clashes, new(i, 1, own, j, 1, listed, likeness)];
            }
    }

    // Words are run together only where some word has no partner as it stands; a word that has its equal is not looked for elsewhere
    private void AddJoined()
    {
        var (ofName, ofListed) = (_bestOfName.ToArray(), _bestOfListed.ToArray());
        for (var i = 0; i + 1 < Name.Tokens.Length; i++)
            for (var j = 0; j < Listed.Tokens.Length; j++)
                if (ofListed[j] < 1 && IsNearInLength(Name.Tokens, i, Listed.Tokens[j]) && Name.Pair(i) is { } pair)
                    Add(new(i, 2, pair, j, 1, Listed.Tokens[j], Joined(pair, Listed.Tokens[j], _likeWords)));
        for (var j = 0; j + 1 < Listed.Tokens.Length; j++)
            for (var i = 0; i < Name.Tokens.Length; i++)
                if (ofName[i] < 1 && IsNearInLength(Listed.Tokens, j, Name.Tokens[i]) && Listed.Pair(j) is { } pair)
                    Add(new(i, 1, Name.Tokens[i], j, 2, pair, Joined(Name.Tokens[i], pair, null)));
    }

    private static bool IsNearInLength(NameToken[] words, int at, NameToken other) =>
        !other.IsParticle && other.Text.Length >= 4 && (other.LacksVowels || Math.Abs(words[at].Text.Length + words[at + 1].Text.Length - other.Text.Length) <= 4);

    private bool HasWordsWithoutPartner() => HasWordsWithoutPartner(Name.Tokens, _bestOfName) || HasWordsWithoutPartner(Listed.Tokens, _bestOfListed);

    private static bool HasWordsWithoutPartner(NameToken[] words, double[] best)
    {
        for (var i = 0; i < words.Length; i++)
            if (best[i] <= 0 && !words[i].IsParticle)
                return true;
        return false;
    }

    private void Add(Pairing option)
    {
        if (option.Likeness.Score <= 0)
            return;
        _options.Add(option);
        _bestOfName[option.NameAt] = Math.Max(_bestOfName[option.NameAt], option.Likeness.Score);
        _bestOfListed[option.ListedAt] = Math.Max(_bestOfListed[option.ListedAt], option.Likeness.Score);
    }

    private static TokenLikeness Joined(NameToken own, NameToken listed, LikeWords? likeWords)
    {
        if (own.Text.Length < 4 || listed.Text.Length < 4 || own.LacksVowels != listed.LacksVowels)
            return TokenLikeness.None;
        var likeness = likeWords?.Compare(own, listed) ?? TokenComparer.Compare(own, listed);
        return likeness.Score >= 0.8 ? new(likeness.Score - 0.02, EvidenceKind.Joined) : TokenLikeness.None;
    }

    private void Take(Pairing option)
    {
        for (var i = 0; i < option.NameLength; i++)
            if (NameUsed[option.NameAt + i])
                return;
        for (var j = 0; j < option.ListedLength; j++)
            if (ListedUsed[option.ListedAt + j])
                return;

        NameUsed.AsSpan(option.NameAt, option.NameLength).Fill(true);
        ListedUsed.AsSpan(option.ListedAt, option.ListedLength).Fill(true);
        Pairings.Add(option);
    }

    // "Alieg Anatolievich Charnyshou" is "Oleg Anatolievich Charnyshou": where two words agree, one of them uncommon, and a single word of each is
    // left, that word may differ by more than a slip. Never two known names, nor the family name.
    private void TakeLooselyAlike()
    {
        var (own, listed) = (OnlyUnused(Name.Tokens, NameUsed), OnlyUnused(Listed.Tokens, ListedUsed));
        if (own < 0 || listed < 0)
            return;
        var isFamilyName = Name.IsFamilyName(own) || Listed.IsFamilyName(listed);
        var surest = Pairings.Count > 1 ? EvidenceKind.Sound : EvidenceKind.Joined;
        if (!Pairings.Exists(pairing => pairing.Likeness.Kind <= surest && (pairing.Weight >= 1 || isFamilyName && Pairings.Count > 1 && pairing.Listed.IsFathersName)))
            return;
        if (TokenComparer.CompareLoosely(Name.Tokens[own], Listed.Tokens[listed], isStrict: isFamilyName || Pairings.Count < 2) is { Score: > 0 } likeness)
            Take(new(own, 1, Name.Tokens[own], listed, 1, Listed.Tokens[listed], likeness));
    }

    private static int OnlyUnused(NameToken[] words, bool[] used)
    {
        var only = -1;
        for (var i = 0; i < words.Length; i++)
            if (!used[i] && !words[i].IsParticle)
                only = only == -1 ? i : -2;
        return only;
    }

    // A word said twice ("Sergey Sergey Shoigu") is not a word too many
    private static void TakeRepeats(NameToken[] words, bool[] used)
    {
        for (var i = 0; i < words.Length; i++)
            for (var j = 0; j < words.Length && !used[i]; j++)
                used[i] = j != i && used[j] && words[j].Text == words[i].Text;
    }
}
