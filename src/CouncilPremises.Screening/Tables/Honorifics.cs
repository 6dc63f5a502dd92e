using System.Collections.Frozen;

namespace CouncilPremises.Screening.Tables;

/// <summary>Words around a name that are not the name: titles, letters after it, articles and particles.</summary>
internal static class Honorifics
{
    private static readonly FrozenSet<string> Titles = Words("""
        mr mrs ms miss mx mister madam dr doctor prof professor rev revd reverend fr father sister br canon bishop archbishop imam rabbi pastor
        sir dame lord lady baroness cllr councillor hon rt honourable sheikh shaikh shaykh sheik hajji hadji hajj haji alhaj alhaji mullah mulla
        maulana moulana mawlana maulavi maulvi molvi mawlawi mufti qari ustad ustadh ayatollah hojatoleslam akhund akhound akhunzada sardar ji
        sahib saheb saab chief eng engineer col colonel gen general lt lieutenant maj brig brigadier capt captain cdr commander sgt monsieur
        madame mme herr frau senor senora don dona shri sri smt pandit swami bhai giani
        """);

    private static readonly FrozenSet<string> Suffixes = Words("""
        kbe obe mbe cbe dbe om ch qc kc mp ms msp md phd bsc msc jp frs esq esquire jr jnr sr snr junior senior ji sahib saheb sa llc ltd
        mr mrs ms miss dr rev
        """);

    private static readonly FrozenSet<string> Silent = Words("al el ul ur as ash ar an ad at az us ud uz il l d de da di do du del della der den van von la le los las e i o y wa wal the of u abu abou abo bin ben ibn bint binti ould ap ab ferch");

    /// <summary>Whether the word may be dropped at the front of a person's name.</summary>
    internal static bool IsTitle(string word) => Titles.Contains(word);

    /// <summary>Whether the word may be dropped at the end of a person's name.</summary>
    internal static bool IsSuffix(string word) => Suffixes.Contains(word) || Titles.Contains(word);

    /// <summary>Whether the word is letters or a form written after a name, such as KBE: capitals do not make it a family name.</summary>
    internal static bool IsAfterName(string word) => Suffixes.Contains(word);

    /// <summary>Whether the word only links others; such words are neither evidence nor missed.</summary>
    internal static bool IsParticle(string word) => Silent.Contains(word);

    private static FrozenSet<string> Words(string rows) =>
        rows.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
