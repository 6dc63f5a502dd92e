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
        var isSwap = from + 1 < shorter.Length && shorter[from] == longer[from + 1] && shorter[from + 1] == longer[from];
        return Equal(shorter, from + (isSwap ? 2 : 1), longer, from + (isSwap ? 2 : 1));
    }

    private static bool Equal(string a, int fromA, string b, int fromB) => a.AsSpan(Math.Min(fromA, a.Length)).SequenceEqual(b.AsSpan(Math.Min(fromB, b.Length)));
}
