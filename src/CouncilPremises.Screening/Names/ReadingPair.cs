namespace CouncilPremises.Screening.Names;

/// <summary>A reading of the name looked up beside a reading of a listed name: scored once for all who bear the listed name, explained only where that is asked.</summary>
internal sealed class ReadingPair
{
    private readonly LikeWords? _likeWords;
    private Alignment? _alignment;
    private IReadOnlyList<Evidence>? _evidence;

    internal ReadingPair(ParsedName name, ParsedName listed, LikeWords? likeWords = null)
    {
        (Name, Listed, _likeWords) = (name, listed, likeWords);
        KindsDiffer = name.IsPerson != listed.IsPerson;
        IsEqual = name.HasLetters && name.CleanHash == listed.CleanHash;
        if (KindsDiffer)
            return;
        var score = PairScorer.Score(this, explains: false);
        (Score, ScoreWithFacts) = (IsEqual ? 1 : score.Score, score.ScoreWithFacts);
    }

    internal ParsedName Name { get; }

    internal ParsedName Listed { get; }

    /// <summary>Which word answers which.</summary>
    internal Alignment Alignment => _alignment ??= Alignment.Of(Name, Listed, _likeWords);

    /// <summary>One is a person's name and the other a body's.</summary>
    internal bool KindsDiffer { get; }

    /// <summary>The same letters, whatever they are read as.</summary>
    internal bool IsEqual { get; }

    /// <summary>The score of the names alone.</summary>
    internal double Score { get; }

    /// <summary>The score once a decisive fact agrees.</summary>
    internal double ScoreWithFacts { get; }

    /// <summary>The reasons.</summary>
    internal IReadOnlyList<Evidence> Evidence => _evidence ??= PairScorer.Score(this, explains: true).Evidence;
}
