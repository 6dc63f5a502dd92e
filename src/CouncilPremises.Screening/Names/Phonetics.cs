using System.Text;

namespace CouncilPremises.Screening.Names;

/// <summary>The consonants of a word as they sound, whatever alphabet it passed through on its way into Latin.</summary>
internal static class Phonetics
{
    private static readonly (string From, string To)[] Digraphs =
    [
        ("shch", "x"), ("tsch", "x"), ("sch", "x"), ("tch", "x"), ("cz", "x"), ("sz", "x"), ("sh", "x"), ("ch", "x"),
        ("dzh", "j"), ("zh", "j"), ("zj", "j"), ("dj", "j"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("th", "t"),
        ("dh", "d"), ("ts", "s"), ("tz", "s"), ("dz", "s"), ("ck", "k"),
    ];

    private static readonly (string From, string To)[] Habits =
    [
        ("tsch", "ch"), ("tch", "ch"), ("tsj", "ch"), ("x", "ks"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
        ("jew", "yev"), ("yew", "yev"), ("iew", "iev"), ("iw", "iv"), ("ow", "ov"), ("wich", "vich"), ("off", "ov"), ("dzi", "di"), ("stsi", "sti"), ("dzm", "dm"),
        ("yy", "y"), ("iy", "y"), ("yi", "y"), ("ii", "i"), ("ij", "y"), ("yeo", "yo"), ("cheo", "cho"), ("jeo", "jo"), ("seo", "so"),
    ];

    // What Belarusians write for -ov and -ev
    private static readonly (string From, string To)[] LastHabits = [("au", "ov"), ("ou", "ov"), ("eu", "ev"), ("ow", "ov"), ("ew", "ev")];

    /// <summary>One spelling for the habits of English, French, German, Polish, Dutch and Belarusian writers: "Ivanoffitch" is "ivanovich".</summary>
    internal static string PlainSpelling(string word)
    {
        if (word.Length >= 6)
            foreach (var (from, to) in LastHabits)
                if (word.EndsWith(from, StringComparison.Ordinal))
                    word = word[..^2] + to;
        foreach (var (from, to) in Habits)
            if (word.Contains(from, StringComparison.Ordinal))
                word = word.Replace(from, to, StringComparison.Ordinal);
        return word;
    }

    /// <summary>"Qaddoumi", "Kaddumi" and "Qadumi" all give "kdm".</summary>
    internal static string Skeleton(string word) => Sounds(word, keepsH: false);

    /// <summary>The consonants with every h that is one, for words written without short vowels: "mhmd" is not "hmd".</summary>
    internal static string Consonants(string word) => Sounds(word, keepsH: true).TrimEnd('h');

    private static string Sounds(string word, bool keepsH)
    {
        var sounds = word;
        foreach (var (from, to) in Digraphs)
            if (sounds.Contains(from, StringComparison.Ordinal))
                sounds = sounds.Replace(from, to, StringComparison.Ordinal);

        var skeleton = new StringBuilder(sounds.Length);
        for (var i = 0; i < sounds.Length; i++)
        {
            var sound = keepsH && sounds[i] == 'h' ? 'h' : Sound(sounds, i);
            if (sound != '\0' && (skeleton.Length == 0 || skeleton[^1] != sound))
                skeleton.Append(sound);
        }

        return skeleton.ToString();
    }

    private static char Sound(string word, int at) => word[at] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' or 'y' => at == 0 ? 'a' : '\0',
        'h' => at == 0 ? 'h' : '\0',
        'w' => at == 0 ? 'v' : IsVowelPair(word, at) ? '\0' : 'v',
        'q' => 'k',
        'c' => at + 1 < word.Length && word[at + 1] is 'e' or 'i' or 'y' ? 's' : 'k',
        'g' => 'j',
        'z' => 's',
        var other => other,
    };

    // A w after a vowel and before a consonant or the end is a vowel itself, as in "Gawdat"
    private static bool IsVowelPair(string word, int at) =>
        word[at - 1] is 'a' or 'o' or 'e' && (at + 1 == word.Length || !"aeiouy".Contains(word[at + 1], StringComparison.Ordinal));
}
