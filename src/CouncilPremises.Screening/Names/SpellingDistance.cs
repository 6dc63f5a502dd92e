namespace CouncilPremises.Screening.Names;

/// <summary>
/// What it costs to turn one word into another. Slips and habits of spelling (vowels, doubled letters, h, swapped neighbours,
/// related consonants) are cheap; another consonant is dear. How much is allowed depends on the length of the word.
/// </summary>
internal static class SpellingDistance
{
    private static readonly string[] Related = ["ckqx", "gjzy", "szc", "vwfu", "dt", "bp", "kg", "gh", "yij"];

    private const double Swap = 0.6;
    private const int Letters = 37;

    private static readonly double[] Changes = ReadChanges();
    private static readonly double[] Extras = ReadExtras();

    internal static double Allowed(int length) => length switch
    {
        <= 2 => 0,
        3 => 0.3,
        4 => 0.6,
        5 => 0.95,
        <= 7 => 1.25,
        <= 9 => 1.6,
        _ => 2.1,
    };

    /// <summary>The cost, or a number above the limit as soon as the limit is passed.</summary>
    internal static double Between(string a, string b, double limit)
    {
        if (Math.Abs(a.Length - b.Length) * 0.25 > limit || a.Length > 40 || b.Length > 40)
            return limit + 1;

        Span<double> older = stackalloc double[b.Length + 1];
        Span<double> previous = stackalloc double[b.Length + 1];
        Span<double> current = stackalloc double[b.Length + 1];
        for (var j = 1; j <= b.Length; j++)
            previous[j] = previous[j - 1] + Extra(b, j - 1);

        var lastBest = 0.0;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = previous[0] + Extra(a, i - 1);
            var best = current[0];
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(previous[j - 1] + Change(a[i - 1], b[j - 1], i == 1 && j == 1),
                    Math.Min(previous[j] + Extra(a, i - 1), current[j - 1] + Extra(b, j - 1)));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost = Math.Min(cost, older[j - 2] + Swap);
                current[j] = cost;
                best = Math.Min(best, cost);
            }

            // Two swapped letters look costly until the second is seen
            if (best > limit && lastBest + Swap > limit)
                return limit + 1;
            lastBest = best;
            var spare = older;
            older = previous;
            previous = current;
            current = spare;
        }

        return previous[b.Length];
    }

    private static double Change(char a, char b, bool first)
    {
        if (a == b)
            return 0;
        var cost = Changes[At(a) * Letters + At(b)];
        return first && cost >= 1 ? 1.2 : cost;
    }

    private static double Extra(string word, int at) => at > 0 && word[at - 1] == word[at] ? 0.25 : Extras[At(word[at])];

    // Lower-case letters, then digits, then everything else as one
    private static int At(char c) => c is >= 'a' and <= 'z' ? c - 'a' : c is >= '0' and <= '9' ? c - '0' + 26 : Letters - 1;

    private static double[] ReadChanges()
    {
        var table = new double[Letters * Letters];
        Array.Fill(table, 1);
        for (var a = 'a'; a <= 'z'; a++)
            for (var b = 'a'; b <= 'z'; b++)
                table[At(a) * Letters + At(b)] = IsVowel(a) && IsVowel(b) ? AreNear(a, b) ? 0.4 : 0.6 : AreRelated(a, b) ? 0.5 : 1;
        return table;
    }

    private static double[] ReadExtras()
    {
        var table = new double[Letters];
        Array.Fill(table, 0.9);
        for (var c = 'a'; c <= 'z'; c++)
            table[At(c)] = c == 'h' ? 0.4 : IsVowel(c) ? 0.5 : 0.9;
        return table;
    }

    private static bool AreRelated(char a, char b) =>
        Array.Exists(Related, group => group.Contains(a, StringComparison.Ordinal) && group.Contains(b, StringComparison.Ordinal));

    // Vowels that take each other's place from one way of spelling to the next; "i" and "a" do not
    private static bool AreNear(char a, char b) => (a < b ? (a, b) : (b, a)) is ('a', 'e') or ('a', 'o') or ('o', 'u') or ('e', 'i') or ('e', 'y') or ('i', 'y') or ('e', 'o');

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
