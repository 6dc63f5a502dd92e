using System.Globalization;

namespace CouncilPremises.Screening.Names;

/// <summary>The words that only one of the two names has.</summary>
internal sealed record MissingTokens(List<NameToken> OfName, List<NameToken> OfListed)
{
    internal List<NameToken> All { get; } = OfListed.Count == 0 ? OfName : OfName.Count == 0 ? OfListed : [.. OfName, .. OfListed];
}

/// <summary>Says in plain English why two names are alike and where they differ.</summary>
internal static class Explainer
{
    internal static List<Evidence> SameLetters(ParsedName name, ParsedName listed)
    {
        if (name.Tokens.Length != listed.Tokens.Length)
            return [new(EvidenceKind.Joined, Show(name), Show(listed), $"“{Show(name)}” and “{Show(listed)}” are the same letters, divided differently.")];
        return [.. name.Tokens.Zip(listed.Tokens)
            .Where(pair => !pair.First.IsParticle || name.Significant == 0)
            .Select(pair => Agreement(pair.First, pair.Second, new(1, EvidenceKind.Exact)))];
    }

    internal static List<Evidence> Agreements(Alignment alignment) =>
        [.. alignment.Pairings
            .OrderBy(pairing => pairing.NameAt)
            .Select(pairing => Agreement(pairing.Name, pairing.Listed, pairing.Likeness))];

    internal static MissingTokens MissingTokens(Alignment alignment, List<Evidence>? evidence)
    {
        var ofName = Unused(alignment.Name.Tokens, alignment.NameUsed);
        var ofListed = Unused(alignment.Listed.Tokens, alignment.ListedUsed);
        if (evidence == null)
            return new(ofName, ofListed);
        foreach (var token in ofName)
            evidence.Add(new(EvidenceKind.OnlyInName, Show(token), "", $"“{Show(token)}” is not in the listed name."));
        foreach (var token in ofListed)
            evidence.Add(new(EvidenceKind.OnlyOnList, "", Show(token), $"“{Show(token)}” is only in the listed name."));
        return new(ofName, ofListed);
    }

    internal static Evidence Contradiction(MissingTokens missing)
    {
        var (name, listed) = (Show(missing.OfName), Show(missing.OfListed));
        return new(EvidenceKind.Contradiction, name, listed, $"“{name}” stands where the listed name has “{listed}”: that speaks against a match.");
    }

    internal static Evidence FamilyName(ParsedName name, string where)
    {
        var family = Show([.. name.Tokens.Where((_, at) => name.IsFamilyName(at))]);
        return new(EvidenceKind.FamilyName, "", family, $"The family name “{family}” of {where} has no match.");
    }

    internal static Evidence Gender(Pairing clash)
    {
        var (name, listed) = (Show(clash.Name), Show(clash.Listed));
        return new(EvidenceKind.Gender, name, listed, $"“{name}” and “{listed}” are the forms for a man and for a woman.");
    }

    internal static Evidence CommonOnly() =>
        new(EvidenceKind.CommonOnly, "", "", "Only common words agree; many people and bodies share them.");

    internal static Evidence OneWordOnly() =>
        new(EvidenceKind.CommonOnly, "", "", "Too little agrees: one shared name or initials alone are not enough.");

    internal static Evidence Numbers() =>
        new(EvidenceKind.Number, "", "", "The numbers in the two names differ.");

    internal static Evidence Brackets(string own, string other) =>
        new(EvidenceKind.Place, own, other, $"One is “{own}”, the other “{other}”: different places or parts.");

    internal static Evidence LegalKinds(string kind, string listedKind) =>
        new(EvidenceKind.LegalForm, kind, listedKind, $"One is a {kind}, the other a {listedKind}.");

    internal static Evidence Acronym(string letters, ParsedName words) =>
        new(EvidenceKind.Acronym, letters.ToUpperInvariant(), Show(words), $"“{letters.ToUpperInvariant()}” are the first letters of “{Show(words)}”. Other bodies may share them.");

    internal static string Show(ParsedName name) => Show(name.Tokens);

    private static Evidence Agreement(NameToken name, NameToken listed, TokenLikeness likeness)
    {
        var (a, b) = (Show(name), Show(listed));
        var says = likeness.Kind switch
        {
            EvidenceKind.Exact => $"“{a}” is in both names",
            EvidenceKind.Spelling => $"“{a}” is a spelling of “{b}”",
            EvidenceKind.Nickname => $"“{a}” and “{b}” are forms of one name",
            EvidenceKind.Joined => $"“{a}” is “{b}” divided differently",
            EvidenceKind.Sound => $"“{a}” sounds like “{b}”",
            EvidenceKind.Initial => $"the initial of “{(a.Length > 1 ? a : b)}” fits “{(a.Length > 1 ? b : a)}”",
            _ => $"“{a}” differs little from “{b}”",
        };
        return new(likeness.Kind, a, b, char.ToUpperInvariant(says[0]) + says[1..] + Rarity(name, listed, likeness.Kind))
        {
            Weight = likeness.Kind == EvidenceKind.Initial || name.IsVeryCommon || listed.IsVeryCommon || !name.IsPerson && (name.IsCommon || listed.IsCommon) ? EvidenceWeight.Little
                : name.IsCommon || listed.IsCommon ? EvidenceWeight.Some : EvidenceWeight.Much,
        };
    }

    private static string Rarity(NameToken name, NameToken listed, EvidenceKind kind) =>
        kind == EvidenceKind.Initial ? ": counts little."
        : !(name.IsCommon || listed.IsCommon) ? ", an uncommon word: counts most."
        : !name.IsPerson ? ", a very common word: counts little."
        : name.IsVeryCommon || listed.IsVeryCommon ? ", a very common name: counts little." : ", a common name: counts some.";

    private static List<NameToken> Unused(NameToken[] tokens, bool[] used)
    {
        var unused = new List<NameToken>();
        for (var i = 0; i < tokens.Length; i++)
            if (!used[i] && !tokens[i].IsParticle)
                unused.Add(tokens[i]);
        return unused;
    }

    private static string Show(NameToken token) =>
        token.IsInitial ? token.Text.ToUpperInvariant() : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(token.Text);

    private static string Show(IReadOnlyList<NameToken> tokens) => string.Join(' ', tokens.Select(Show));
}
