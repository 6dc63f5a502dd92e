namespace CouncilPremises.Screening.Names;

/// <summary>
/// Decides whether what agrees between two people's names says enough. Words give points by how common they are and how well they agree.
/// An exact agreement of all words always says enough; a part of a name, or a name that differs a little, must say more.
/// </summary>
internal static class PeopleGate
{
    private const double WholeButDiffering = 2.5;
    private const double Part = 4;
    private const double PartWithoutFathersName = 3.5;
    private const double PartWithoutFirstGiven = 6;
    private const double Contradicted = 6;
    private const double EachFurtherWord = 0.4;

    internal static bool SaysTooLittle(Alignment alignment, MissingTokens missing)
    {
        var (ofName, ofListed) = (Names(missing.OfName), Names(missing.OfListed));
        if (ofName + ofListed == 0 && alignment.Pairings.TrueForAll(pairing => pairing.Likeness.Kind <= EvidenceKind.Joined))
            return false;

        var points = 0.0;
        foreach (var pairing in alignment.Pairings)
            points += Points(pairing);
        if (ofName > 0 && ofListed > 0)
            return points < Contradicted;
        if (ofName + ofListed == 0)
            return points < WholeButDiffering;
        var enough = LacksFirstGiven(alignment) ? PartWithoutFirstGiven : missing.All.TrueForAll(token => token.IsFathersName) ? PartWithoutFathersName : Part;
        return points < enough + EachFurtherWord * Math.Max(0, ofName + ofListed - 2);
    }

    // Initials and titles are not counted
    private static int Names(List<NameToken> tokens)
    {
        var count = 0;
        foreach (var token in tokens)
            count += token.IsInitial || token.MayBeTitle ? 0 : 1;
        return count;
    }

    private static double Points(Pairing pairing)
    {
        if (pairing.Likeness.Kind == EvidenceKind.Initial)
            return 0.5;
        return pairing.Points * pairing.Likeness.Kind switch
        {
            EvidenceKind.Exact or EvidenceKind.Spelling or EvidenceKind.Joined => 1,
            EvidenceKind.Sound => 0.95,
            EvidenceKind.Nickname => 0.8,
            _ => pairing.Likeness.Score switch { >= 0.9 => 0.9, >= 0.85 => 0.85, _ => 0.65 },
        };
    }

    // "Kashif Ahmed" is not "Muhammad Jamal Ahmad AL-KASHIF": the name somebody goes by is missing, unless that is a forename that thousands put in front
    private static bool LacksFirstGiven(Alignment alignment) =>
        Lacks(alignment.Listed, alignment.ListedUsed) || Lacks(alignment.Name, alignment.NameUsed);

    private static bool Lacks(ParsedName name, bool[] used)
    {
        if (!name.KnowsFamilyName)
            return false;
        for (var i = 0; i < name.Tokens.Length; i++)
            if (!name.Tokens[i].IsParticle && !name.Tokens[i].IsInitial && !name.IsFamilyName(i))
                return !used[i] && !name.Tokens[i].IsVeryCommon;
        return false;
    }
}
