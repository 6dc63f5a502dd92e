namespace CouncilPremises.Screening.Names;

/// <summary>64-bit hashes for the index: the same text always gives the same number, on every machine.</summary>
internal static class Hash
{
    internal static ulong Of(char kind, ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL ^ kind;
        foreach (var c in text)
            hash = (hash ^ c) * 1099511628211UL;
        return Mix(hash);
    }

    /// <summary>The hash of a text with one letter left out.</summary>
    internal static ulong Without(char kind, ReadOnlySpan<char> text, int at)
    {
        var hash = 14695981039346656037UL ^ kind;
        for (var i = 0; i < text.Length; i++)
            if (i != at)
                hash = (hash ^ text[i]) * 1099511628211UL;
        return Mix(hash);
    }

    /// <summary>Two words in either order.</summary>
    internal static ulong Pair(int a, int b) => Mix(((ulong)(uint)Math.Min(a, b) << 32) | (uint)Math.Max(a, b));

    /// <summary>An initial and a word.</summary>
    internal static ulong Initial(char letter, int word) => Mix(((ulong)letter << 40) | (uint)word);

    internal static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
        return hash ^ (hash >> 31);
    }
}
