using CouncilPremises.Screening.Tables;

namespace CouncilPremises.Screening.Names;

/// <summary>One word of a name with all that comparing it needs, worked out once.</summary>
internal sealed class NameToken
{
    private const double InitialWeight = 0.15;
    private const double CommonWeight = 0.4;

    private NameToken(string text, bool isPerson)
    {
        Text = text;
        IsPerson = isPerson;
        Plain = isPerson ? Phonetics.PlainSpelling(text) : text;
        Skeleton = Phonetics.Skeleton(Plain);
        LastSound = Endings.LastSound(text);
        Ending = isPerson ? Endings.Of(text) : (Row: (sbyte)-1, Length: (byte)0);
        LongForms = isPerson ? Nicknames.LongForms(text) : [];
    }

    internal string Text { get; }

    internal bool IsPerson { get; }

    /// <summary>With the habits of other countries' spelling taken out, such as "tch" and "ou".</summary>
    internal string Plain { get; }

    /// <summary>True when the plain spelling is another than the one written.</summary>
    internal bool HasHabits => !ReferenceEquals(Plain, Text);

    internal string Skeleton { get; }

    /// <summary>The sound the word ends in.</summary>
    internal char LastSound { get; }

    /// <summary>The ending that many names share, where the word has one.</summary>
    internal (sbyte Row, byte Length) Ending { get; }

    /// <summary>The names for which it may be a short form.</summary>
    internal string[] LongForms { get; }

    /// <summary>The family of spellings, or null for a word in none.</summary>
    internal string? Family { get; private init; }

    /// <summary>The family of spellings, or the word itself.</summary>
    internal string Canon => Family ?? Text;

    internal bool IsParticle { get; private init; }

    internal bool IsInitial { get; private init; }

    internal bool IsCommon { get; private init; }

    /// <summary>So common that it says next to nothing, such as Muhammad, Ali, Smith or Singh.</summary>
    internal bool IsVeryCommon { get; private init; }

    internal bool IsNumber { get; private init; }

    /// <summary>A body's name may lack this word without becoming another name.</summary>
    internal bool IsDroppable { get; private init; }

    /// <summary>Written in a script without short vowels.</summary>
    internal bool LacksVowels { get; private init; }

    /// <summary>'m', 'f' or blank where the form of the word does not tell.</summary>
    internal char Gender { get; private init; } = ' ';

    /// <summary>Formed from the father's name, as in "Petrovich": Slavic people leave theirs out in everyday life.</summary>
    internal bool IsFathersName { get; private init; }

    /// <summary>A title as much as a name, such as Sayyid or Hajji: whether it is there says nothing.</summary>
    internal bool MayBeTitle { get; private init; }

    /// <summary>A name in the tables, so that another known name is another name. "Abd" with a name in no table is common but not known.</summary>
    internal bool IsKnown { get; private init; }

    /// <summary>How much the word says about who is meant: rare words most, initials and particles hardly anything.</summary>
    internal double Weight => IsParticle ? 0 : IsInitial ? InitialWeight : IsCommon ? CommonWeight : 1;

    /// <summary>The same in points, which add up over a name: 1 for a very common word, 2 for a common one, 4 for others (3 where very short).</summary>
    internal double Points => IsParticle ? 0 : IsInitial ? 0.5 : IsVeryCommon ? 1 : IsCommon ? 2 : Text.Length <= 3 ? 3 : 4;

    internal static NameToken OfPerson(string text, bool lacksVowels = false)
    {
        var (family, isCommon, gender) = ReadPersonWord(text);
        return new NameToken(text, isPerson: true)
        {
            Family = family,
            IsParticle = text.Length > 1 && Honorifics.IsParticle(text),
            IsInitial = text.Length == 1,
            IsCommon = isCommon,
            IsKnown = (family != null || isCommon) && !Compounds.IsOfUnknownName(family),
            IsVeryCommon = isCommon && CommonNames.IsVery(family ?? text),
            IsNumber = char.IsAsciiDigit(text[0]),
            LacksVowels = lacksVowels,
            Gender = gender,
            MayBeTitle = (family ?? text) is "sayyid" or "sheikh" or "haji" || Honorifics.IsTitle(text),
            IsFathersName = Compounds.HasFathersForm(text),
        };
    }

    internal static NameToken OfBody(string text, bool isLast)
    {
        var number = Numbers.Read(text, isLast);
        var word = number ?? text;
        var family = number == null ? SpellingFamilies.OfBody(word) : null;
        return new NameToken(word, isPerson: false)
        {
            Family = family,
            IsParticle = number == null && LegalForms.IsLinking(word),
            IsNumber = number != null,
            IsCommon = LegalForms.IsCommon(family ?? word) || LegalForms.IsCommon(word),
            IsKnown = family != null || LegalForms.IsCommon(word),
            IsDroppable = LegalForms.IsDroppable(family ?? word),
        };
    }

    // "Alhassan" is Al-Hassan
    private static bool HasArticle(string text) => text.Length >= 7 && text[1] == 'l' && (text[0] is 'a' or 'e');

    private static (string? Family, bool IsCommon, char Gender) ReadPersonWord(string text)
    {
        var family = SpellingFamilies.OfPerson(text);
        if (family != null)
            return (family, CommonNames.Has(family) || CommonNames.Has(text), ' ');
        if (Compounds.OfServant(text) is { } servant)
            return (servant, true, ' ');
        var plain = Phonetics.PlainSpelling(text);
        if ((Compounds.OfFather(text) ?? Compounds.OfFather(plain)) is { } father)
            return ("child of " + father, true, text[^1] == 'a' ? 'f' : 'm');
        if (CommonNames.Has(text))
            return (null, true, ' ');
        family = SpellingFamilies.OfPlainSpelling(plain) ?? (HasArticle(text) ? SpellingFamilies.OfPerson(text[2..]) : null);
        return (family, family != null && CommonNames.Has(family), ' ');
    }
}
