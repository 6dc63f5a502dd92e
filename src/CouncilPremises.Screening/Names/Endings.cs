namespace CouncilPremises.Screening.Names;

/// <summary>Endings that many names share, so that sharing one says nothing: "Marchenko" and "Kurchenko" agree in their ending only.</summary>
internal static class Endings
{
    // Each row: spellings of one ending, the longest first
    private static readonly string[][] Rows =
    [
        ["chenko", "chenka", "shenko", "shenka"], ["enko", "enka"],
        ["ovskaya", "evskaya"], ["ovsky", "ovskiy", "ovski", "evsky", "evskiy", "evski"], ["skaya", "skaia"], ["skiy", "sky", "ski", "skii"],
        ["eyev", "yeev", "aev", "eev"], ["ova", "eva", "yova"], ["yov", "off", "ov", "ev", "ow", "ew"], ["ullah", "allah", "ulla"], ["uddin", "addin", "eddine", "eddin", "udeen"],
        ["zadeh", "zada"], ["yan", "ian"], ["idze"], ["shvili"], ["opoulos"], ["owicz"], ["escu"], ["ward"], ["ington"], ["inder"], ["preet"], ["deep"], ["jeet", "jit"],
        ["son", "sen"], ["berg"], ["stein"], ["mann"], ["man"], ["ina"], ["in"],
    ];

    /// <summary>The first row with an ending of the word, and how long that ending is; row -1 where the word has none.</summary>
    internal static (sbyte Row, byte Length) Of(string word)
    {
        for (var row = 0; row < Rows.Length; row++)
            if (LengthOf(Rows[row], word) is > 0 and var length)
                return ((sbyte)row, (byte)length);
        return (-1, 0);
    }

    /// <summary>The lengths of both words with the ending they share counted as one letter, and "Abdul" at the start of both likewise; the whole lengths where they share none.</summary>
    internal static (int A, int B) Stems(NameToken a, NameToken b)
    {
        var start = Compounds.IsOfServant(a) && Compounds.IsOfServant(b) ? 4 : 0;
        return a.Ending.Row >= 0 && a.Ending.Row == b.Ending.Row
            ? (a.Text.Length - start - a.Ending.Length + 1, b.Text.Length - start - b.Ending.Length + 1)
            : (a.Text.Length - start, b.Text.Length - start);
    }

    /// <summary>"Karim" and "Karimi", "Nazem" and "Nazma": an i or a at the end of one only makes another name of most words.</summary>
    internal static bool MakeAnotherName(NameToken a, NameToken b) => a.LastSound != b.LastSound && a.LastSound != 'o' && b.LastSound != 'o';

    /// <summary>The sound a word ends in: i, a, a consonant (blank) or another vowel (o), which says nothing.</summary>
    internal static char LastSound(string word) => word switch
    {
        [.., 'e', 'e'] or [.., 'i' or 'y' or 'j'] => 'i',
        [.., 'a' or 'e'] or [.., 'a' or 'e', 'h'] => 'a',
        [.., 'o' or 'u' or 'w'] => 'o',
        _ => ' ',
    };

    private static int LengthOf(string[] row, string word)
    {
        foreach (var ending in row)
            if (word.Length >= ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
                return ending.Length;
        return 0;
    }
}
