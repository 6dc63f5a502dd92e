using CouncilPremises.Screening.Tables;

namespace CouncilPremises.Screening.Names;

/// <summary>How alike two words are; a score of 0 means that they are different words.</summary>
internal readonly record struct TokenLikeness(double Score, EvidenceKind Kind)
{
    internal static TokenLikeness None { get; } = new(0, EvidenceKind.Contradiction);
}

/// <summary>Compares two words, the strongest kind of evidence first.</summary>
internal static class TokenComparer
{
    private const double BodyStrictness = 0.76;
    private const double CommonStrictness = 0.75;
    private const double Slip = 0.82;
    private const double Loosely = 0.34;
    private const double Strictly = 0.3;
    private const double LooseScore = 0.7;

    /// <summary>How alike two words are. Only what an index would bring up is like, so that a single comparison and a search agree.</summary>
    internal static TokenLikeness Compare(NameToken a, NameToken b)
    {
        var likeness = CompareThatMeet(a, b);
        return likeness.Kind is EvidenceKind.Sound or EvidenceKind.Typing && !CandidateKeys.Meet(a, b) ? TokenLikeness.None : likeness;
    }

    /// <summary>The two words are of different names; whether as a man's and a woman's form.</summary>
    internal static TokenLikeness UnlikeUnlessGender(NameToken a, NameToken b) => IsGenderClash(a, b) ? new(0, EvidenceKind.Gender) : TokenLikeness.None;

    /// <summary>The same for words that are known to share a key of the index.</summary>
    internal static TokenLikeness CompareThatMeet(NameToken a, NameToken b)
    {
        if (a.Text == b.Text)
            return new(1, EvidenceKind.Exact);
        if (a.IsNumber || b.IsNumber)
            return TokenLikeness.None;
        if (a.IsInitial || b.IsInitial)
            return CompareInitial(a, b);
        if (IsGenderClash(a, b))
            return new(0, EvidenceKind.Gender);
        if (a.Family != null && a.Family == b.Family)
            return new(0.97, EvidenceKind.Spelling);
        if (a.IsPerson && Nicknames.AreForms(a, b))
            return new(0.9, EvidenceKind.Nickname);
        if (a.IsKnown && b.IsKnown)
            return TokenLikeness.None;
        return CompareUnknown(a, b);
    }

    private static bool IsGenderClash(NameToken a, NameToken b) =>
        a.Gender != b.Gender && a.Gender != ' ' && b.Gender != ' ' || a.IsPerson && IsGenderPair(a, b);

    /// <summary>For the one word of each name that is left when the rest agrees: related, though by more than a slip.</summary>
    /// <param name="a">One word.</param>
    /// <param name="b">The other.</param>
    /// <param name="isStrict">Less may differ, and not the first letter: for a family name, and where a single word agrees besides.</param>
    internal static TokenLikeness CompareLoosely(NameToken a, NameToken b, bool isStrict)
    {
        if (a.IsNumber || b.IsNumber || a.IsInitial || b.IsInitial || a.IsKnown && b.IsKnown || IsGenderClash(a, b) || a.Gender != b.Gender)
            return TokenLikeness.None;
        if (Compounds.IsOfServant(a) && Compounds.IsOfServant(b))
            return TokenLikeness.None;
        var (stemA, stemB) = Endings.Stems(a, b);
        var length = isStrict ? Math.Min(stemA, stemB) : Math.Max(a.Text.Length, b.Text.Length);
        if (length < 4 || isStrict && a.Text[0] != b.Text[0])
            return TokenLikeness.None;
        var limit = (isStrict ? Strictly : Loosely) * length;
        return Distance(a, b, limit) <= limit ? new(LooseScore, EvidenceKind.Typing) : TokenLikeness.None;
    }

    private static TokenLikeness CompareInitial(NameToken a, NameToken b)
    {
        if (!a.IsPerson || a.Text[0] != b.Text[0])
            return TokenLikeness.None;
        return new(0.85, EvidenceKind.Initial);
    }

    private static TokenLikeness CompareUnknown(NameToken a, NameToken b)
    {
        if ((a.LacksVowels || b.LacksVowels) && SameConsonants(a, b))
            return new(0.9, EvidenceKind.Sound);
        if (!a.IsPerson && IsPlural(a.Text, b.Text))
            return new(0.95, EvidenceKind.Typing);

        if (Math.Abs(a.Text.Length - b.Text.Length) > 2)
            return TokenLikeness.None;
        var (stemA, stemB) = a.IsPerson ? Endings.Stems(a, b) : (a.Text.Length, b.Text.Length);
        var length = Math.Max(a.Text.Length, b.Text.Length);
        var limit = SpellingDistance.Allowed(Math.Max(stemA, stemB)) * (!a.IsPerson ? BodyStrictness : a.IsCommon || b.IsCommon ? CommonStrictness : 1);
        var extra = a.IsPerson && Endings.MakeAnotherName(a, b) && !Slips.IsSwap(a.Text, b.Text) ? 0.3 : 0;
        var cost = extra + Distance(a, b, limit);
        var typing = cost <= limit ? 0.96 - cost / length : 0;
        var sound = typing == 0 && extra == 0 && a.Skeleton == b.Skeleton && a.Skeleton.Length >= (a.IsPerson ? 3 : 4) && SoundsAlike(a, b, Math.Min(stemA, stemB)) ? 0.85 : 0;
        if (sound == 0 && typing == 0)
            return extra == 0 && a.Skeleton.Length >= 2 && b.Skeleton.Length >= 2 && Slips.IsOne(a.Text, b.Text, a.IsPerson) ? new(Slip, EvidenceKind.Typing) : TokenLikeness.None;
        return sound > 0 ? new(sound, EvidenceKind.Sound) : new(typing, a.Skeleton == b.Skeleton ? EvidenceKind.Sound : EvidenceKind.Typing);
    }

    private static double Distance(NameToken a, NameToken b, double limit)
    {
        var asWritten = SpellingDistance.Between(a.Text, b.Text, limit);
        return a.HasHabits || b.HasHabits ? Math.Min(asWritten, SpellingDistance.Between(a.Plain, b.Plain, limit)) : asWritten;
    }

    /// <summary>Hamid and Hamida, Petrov and Petrova, Chaykovsky and Chaykovskaya are different people.</summary>
    private static bool IsGenderPair(NameToken a, NameToken b)
    {
        if (a.Text[^1] != 'a' && b.Text[^1] != 'a')
            return false;
        var (shorter, longer) = a.Text.Length <= b.Text.Length ? (a.Text, b.Text) : (b.Text, a.Text);
        if (longer[^1] != 'a' || shorter.Length < 4 || shorter[^1] == 'a')
            return false;
        if (longer.AsSpan(0, longer.Length - 1).SequenceEqual(shorter))
            return !"aeiouyh".Contains(shorter[^1], StringComparison.Ordinal);
        return longer.EndsWith("skaya", StringComparison.Ordinal) && shorter.AsSpan().StartsWith(longer.AsSpan(0, longer.Length - 4));
    }

    private static bool IsPlural(string a, string b) =>
        a.Length >= 4 && b.Length >= 4 && (a + "s" == b || b + "s" == a);

    // The same consonants are not enough: "Andrewcook" is not "Andrukh"
    private static bool SoundsAlike(NameToken a, NameToken b, int stem)
    {
        var limit = (a.IsCommon || b.IsCommon ? 0.2 : 0.3) * stem;
        return SpellingDistance.Between(a.Text, b.Text, limit) <= limit;
    }

    // Arabic script leaves short vowels out; words with a single consonant would then equal half the dictionary
    private static bool SameConsonants(NameToken a, NameToken b)
    {
        var (first, second) = (WithoutLeadingVowel(Phonetics.Consonants(a.Text)), WithoutLeadingVowel(Phonetics.Consonants(b.Text)));
        return first.Length >= 2 && first == second && Math.Abs(a.Text.Length - b.Text.Length) <= first.Length;
    }

    private static string WithoutLeadingVowel(string skeleton) => skeleton is ['a', ..] ? skeleton[1..] : skeleton;
}
