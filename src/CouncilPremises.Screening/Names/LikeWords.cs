namespace CouncilPremises.Screening.Names;

/// <summary>The words of an index that each word of one name looked up is like. Worked out once, then asked for every candidate.</summary>
internal sealed class LikeWords
{
    private readonly List<(NameToken Word, Dictionary<NameToken, TokenLikeness> Like)> _known = [];

    /// <summary>Files what a word is like; words of the index that are missing from it are unlike the word.</summary>
    internal void Add(NameToken word, Dictionary<NameToken, TokenLikeness> like) => _known.Add((word, like));

    /// <summary>How alike a word of the name is to a listed word of the same index; the same as <see cref="TokenComparer.Compare"/> gives.</summary>
    internal TokenLikeness Compare(NameToken word, NameToken listed)
    {
        if (word.IsInitial || listed.IsInitial)
            return TokenComparer.Compare(word, listed);
        foreach (var (own, like) in _known)
            if (ReferenceEquals(own, word))
                return like.TryGetValue(listed, out var likeness) ? likeness : TokenComparer.UnlikeUnlessGender(word, listed);
        return TokenComparer.Compare(word, listed);
    }
}
