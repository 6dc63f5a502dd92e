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

    /// <summary>The lengths of both words with the ending they share counted as one letter; the whole lengths where they share none.</summary>
    internal static (int A, int B) Stems(string a, string b)
    {
        foreach (var row in Rows)
        {
            var (inA, inB) = (LengthOf(row, a), LengthOf(row, b));
            if (inA > 0 && inB > 0)
                return (a.Length - inA + 1, b.Length - inB + 1);
            if (inA > 0 || inB > 0)
                break;
        }

        return (a.Length, b.Length);
    }

    /// <summary>"Karim" and "Karimi", "Nazem" and "Nazma": an i or a at the end of one only makes another name of most words.</summary>
    internal static bool MakeAnotherName(string a, string b)
    {
        var (first, second) = (Class(a), Class(b));
        return first != second && first != 'o' && second != 'o';
    }

    // The sound a word ends in: i, a, a consonant (blank) or another vowel, which says nothing
    private static char Class(string word) => word switch
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
