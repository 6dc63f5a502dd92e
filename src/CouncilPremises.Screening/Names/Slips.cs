namespace CouncilPremises.Screening.Names;

/// <summary>
/// One slip of the pen: a letter too many or too few, two letters swapped, or another letter. Asked last, of words of which at least one is no known
/// name: a known name that differs by a letter is a name of its own.
/// </summary>
internal static class Slips
{
    private const int ShortestPerson = 4;
    private const int ShortestBody = 7;
    private const int ShortestOtherFirstLetter = 6;

    /// <summary>The same letters, two of them in each other's place, next to each other or with one between: "Barakat" and "Bakarat".</summary>
    internal static bool IsSwap(string a, string b)
    {
        if (a.Length != b.Length)
            return false;
        var from = a.AsSpan().CommonPrefixLength(b);
        for (var apart = 1; apart <= 2; apart++)
            if (from + apart < a.Length && a[from] == b[from + apart] && a[from + apart] == b[from] && (apart == 1 || a[from + 1] == b[from + 1]))
                return Equal(a, from + apart + 1, b, from + apart + 1);
        return false;
    }

    internal static bool IsOne(string a, string b, bool isPerson)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        if (longer.Length < (isPerson ? ShortestPerson : ShortestBody) || longer.Length - shorter.Length > 1)
            return false;
        if (shorter[0] != longer[0] && longer.Length < ShortestOtherFirstLetter)
            return false;

        var from = 0;
        while (from < shorter.Length && shorter[from] == longer[from])
            from++;
        if (longer.Length > shorter.Length)
            return Equal(shorter, from, longer, from + 1);
        if (!isPerson)
            return false;
        return IsSwap(a, b) || Equal(shorter, from + 1, longer, from + 1);
    }

    private static bool Equal(string a, int fromA, string b, int fromB) => a.AsSpan(Math.Min(fromA, a.Length)).SequenceEqual(b.AsSpan(Math.Min(fromB, b.Length)));
}
