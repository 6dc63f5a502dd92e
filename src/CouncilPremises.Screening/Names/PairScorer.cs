namespace CouncilPremises.Screening.Names;

/// <summary>The score of one reading against another, and the reasons for it.</summary>
/// <param name="Score">The score of the names alone.</param>
/// <param name="Evidence">The reasons.</param>
/// <param name="ScoreWithFacts">The score of the names once a whole date of birth or a number agrees: common words then count as others do.</param>
internal readonly record struct PairScore(double Score, IReadOnlyList<Evidence> Evidence, double ScoreWithFacts = 0)
{
    internal static PairScore None { get; } = new(0, []);
}

/// <summary>Weighs what agrees against what is missing and what contradicts. People and bodies have different rules.</summary>
internal static class PairScorer
{
    private const double NoMatch = 0.5;

    // Muhammad and Ahmad are put before other names and left out again, as titles are
    private const double LeftOut = 0.1;

    /// <summary>The score; with reasons only when they are wanted, since candidates are many and matches few.</summary>
    internal static PairScore Score(ReadingPair pair, bool explains)
    {
        var (name, listed) = (pair.Name, pair.Listed);
        if (name.Significant == 0 || listed.Significant == 0)
            return PairScore.None;
        if (name.IsPerson && name.WordsHash == listed.WordsHash)
            return new(1, explains ? Explainer.Agreements(pair.Alignment) : []);
        if (LegalKindsDiffer(name, listed) && name.JoinedHash == listed.JoinedHash)
            return new(0.7, explains ? [.. Explainer.SameLetters(name, listed), Explainer.LegalKinds(name.LegalKind!, listed.LegalKind!)] : []);
        if (name.JoinedHash == listed.JoinedHash || name.LettersHash == listed.LettersHash)
            return BracketsDiffer(name, listed)
                ? new(NoMatch, explains ? [.. Explainer.SameLetters(name, listed), Explainer.Brackets(name.Bracket!, listed.Bracket!)] : [])
                : new(name.Tokens.Length == listed.Tokens.Length ? 0.99 : 0.97, explains ? Explainer.SameLetters(name, listed) : []);
        if (!name.IsPerson && AcronymOf(name, listed) is { } acronym)
            return acronym;
        if (pair.Alignment.Pairings.Count == 0)
            return PairScore.None;
        return name.IsPerson ? ScorePeople(pair.Alignment, explains) : ScoreBodies(pair.Alignment, explains);
    }

    private static PairScore ScorePeople(Alignment alignment, bool explains)
    {
        var evidence = explains ? Explainer.Agreements(alignment) : null;
        var missing = Explainer.MissingTokens(alignment, evidence);
        var score = Quality(alignment) - MissingCost(alignment, missing) - Contradiction(alignment, missing, evidence);
        if (alignment.GenderClash is { } clash)
        {
            score = Math.Min(score - 0.2, NoMatch);
            evidence?.Add(Explainer.Gender(clash));
        }

        if (FamilyNameDiffers(alignment) is { } family)
        {
            score = Math.Min(score, NoMatch);
            evidence?.Add(Explainer.FamilyName(family, ReferenceEquals(family, alignment.Listed) ? "the listed name" : "the name looked up"));
        }

        if (SharesOneWord(alignment))
        {
            evidence?.Add(Explainer.OneWordOnly());
            return Result(Math.Min(score, NoMatch), evidence, Math.Min(score, NoMatch));
        }

        if (!PeopleGate.SaysTooLittle(alignment, missing))
            return Result(score, evidence, score);
        evidence?.Add(Explainer.CommonOnly());
        return Result(Math.Min(score, NoMatch), evidence, score);
    }

    private static PairScore ScoreBodies(Alignment alignment, bool explains)
    {
        var evidence = explains ? Explainer.Agreements(alignment) : null;
        var missing = Explainer.MissingTokens(alignment, evidence).All;
        var score = Quality(alignment) - MissingCostOfBody(missing);
        if (BracketsDiffer(alignment.Name, alignment.Listed))
        {
            score = Math.Min(score, NoMatch);
            evidence?.Add(Explainer.Brackets(alignment.Name.Bracket!, alignment.Listed.Bracket!));
        }

        if (missing.Exists(token => token.IsNumber) && missing is not [{ Text: "1" }])
        {
            score = Math.Min(score, NoMatch);
            evidence?.Add(Explainer.Numbers());
        }

        if (LegalKindsDiffer(alignment.Name, alignment.Listed))
        {
            score = Math.Min(score - 0.2, 0.7);
            evidence?.Add(Explainer.LegalKinds(alignment.Name.LegalKind!, alignment.Listed.LegalKind!));
        }

        if (alignment.Pairings.TrueForAll(pairing => pairing.Weight < 1) && (missing.Count > 1 || missing is [{ IsDroppable: false }]))
        {
            score = Math.Min(score, NoMatch);
            evidence?.Add(Explainer.CommonOnly());
        }

        return Result(score, evidence, 0);
    }

    private static PairScore Result(double score, List<Evidence>? evidence, double withFacts) =>
        new(Math.Clamp(score, 0, 0.99), evidence ?? [], Math.Clamp(withFacts, 0, 0.99));

    private static double MissingCostOfBody(List<NameToken> missing)
    {
        var cost = 0.0;
        foreach (var token in missing)
            cost += token.IsDroppable || token is { IsNumber: true, Text: "1" } && missing.Count == 1 ? 0.04 : token.IsCommon ? 0.27 : 0.35;
        return cost;
    }

    private static bool LegalKindsDiffer(ParsedName name, ParsedName listed) =>
        name.LegalKind != null && listed.LegalKind != null && name.LegalKind != listed.LegalKind;

    private static bool BracketsDiffer(ParsedName name, ParsedName listed) =>
        name.Bracket is { } own && listed.Bracket is { } other && !own.Contains(other, StringComparison.Ordinal) && !other.Contains(own, StringComparison.Ordinal);

    private static double Quality(Alignment alignment)
    {
        double matched = 0, weight = 0;
        foreach (var pairing in alignment.Pairings)
        {
            matched += pairing.Weight * pairing.Likeness.Score;
            weight += pairing.Weight;
        }

        return weight > 0 ? matched / weight : 0;
    }

    private static double MissingCost(Alignment alignment, MissingTokens missing)
    {
        if (missing.OfListed.Count > 0 && alignment.Listed.HasSyllables || missing.OfName.Count > 0 && alignment.Name.HasSyllables)
            return 0.3;
        var cost = 0.0;
        foreach (var token in missing.All)
            cost += token.IsInitial ? 0.01 : token.IsCommon ? 0.03 : 0.06;
        return Math.Min(0.18, cost);
    }

    // Both names have words that the other lacks: the more of the name that is, the worse
    private static double Contradiction(Alignment alignment, MissingTokens missing, List<Evidence>? evidence)
    {
        if (missing.OfName.Count == 0 || missing.OfListed.Count == 0)
            return 0;

        evidence?.Add(Explainer.Contradiction(missing));
        var agreed = alignment.Pairings.Sum(pairing => pairing.Weight);
        if (agreed >= 2 && missing.All.TrueForAll(token => token.MayBeTitle || token.Family is "muhammad" or "ahmad"))
            return LeftOut;
        var conflict = Math.Min(missing.OfName.Sum(token => token.Weight), missing.OfListed.Sum(token => token.Weight));
        return conflict <= 0.4 && agreed >= 4 * conflict && agreed >= 2.4 ? 0.3 : 0.4;
    }

    // The name whose family name has no partner
    private static ParsedName? FamilyNameDiffers(Alignment alignment)
    {
        var (name, listed) = (alignment.Name, alignment.Listed);
        return listed.KnowsFamilyName && !FamilyAgrees(listed, alignment.ListedUsed) ? listed
            : name.KnowsFamilyName && !FamilyAgrees(name, alignment.NameUsed) ? name
            : null;
    }

    private static bool FamilyAgrees(ParsedName name, bool[] used)
    {
        double all = 0, agreed = 0;
        for (var i = 0; i < name.Tokens.Length; i++)
        {
            if (!name.IsFamilyName(i) || name.Tokens[i].MayBeTitle && used[i] is false && name.FamilyHasNames)
                continue;
            all += name.Tokens[i].Weight;
            agreed += used[i] ? name.Tokens[i].Weight : 0;
        }

        return agreed >= all / 2;
    }

    // A family name alone, a given name alone or nothing but initials
    private static bool SharesOneWord(Alignment alignment) =>
        alignment.Pairings.TrueForAll(pairing => pairing.Likeness.Kind == EvidenceKind.Initial)
        || HasTooFew(alignment.Name, alignment.NameUsed)
        || HasTooFew(alignment.Listed, alignment.ListedUsed);

    private static bool HasTooFew(ParsedName name, bool[] used) => used.AsSpan().Count(true) < Math.Min(2, name.Significant);

    private static PairScore? AcronymOf(ParsedName name, ParsedName listed)
    {
        if (name.MayBeAcronym && listed.Acronyms.Contains(name.Joined))
            return new(0.82, [Explainer.Acronym(name.Joined, listed)]);
        if (listed.MayBeAcronym && name.Acronyms.Contains(listed.Joined))
            return new(0.82, [Explainer.Acronym(listed.Joined, name)]);
        return null;
    }
}
