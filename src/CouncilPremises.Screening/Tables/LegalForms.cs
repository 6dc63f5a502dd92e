using System.Collections.Frozen;

namespace CouncilPremises.Screening.Tables;

/// <summary>Legal forms of bodies and the words so general that they name nobody.</summary>
internal static class LegalForms
{
    // Each row: the kind of body, then ways to write the form. Longer ways stand first.
    private const string Rows = """
        company: limited liability company|public limited company|public joint stock company|open joint stock company|closed joint stock company|non public joint stock company|private joint stock company|joint stock company|community interest company|limited liability partnership|limited partnership|private limited company|private limited|company limited|state unitary enterprise|unitary enterprise|societatea cu raspundere limitata|obschestvo s ogranichennoi otvetstvennostyu|obshchestvo s ogranichennoy otvetstvennostyu|aktiengesellschaft|gesellschaft mit beschrankter haftung|sp z o o|sp z oo|pty ltd|co ltd|sdn bhd|fz llc|limited|ltd|cyfyngedig|cyf|ccc|plc|llp|llc|lp|cic|inc|incorporated|corp|corporation|company|co|coy|ag|gmbh|kg|sa|sarl|sas|srl|spa|bv|nv|oy|ab|as|aps|ooo|oao|pao|zao|ao|jsc|ojsc|pjsc|cjsc|fgup|gup|sue|llo|tov|kft|doo|dd|ad|pt|tbk|bhd|pte|pty|kk|est|fze|fzco|fzc|pjs
        charity: charitable incorporated organisation|scottish charitable incorporated organisation|autonomous non profit organization|ano|cio|scio|trust|registered charity|charity|charitable trust|charitable company
        """;

    private static readonly FrozenSet<string> General = Words("""
        group groups organisation movement company holding holdings club the and of for in on at to by with a an network project team charity
        trust foundation party front
        """);

    private static readonly FrozenSet<string> CommonWords = Words("""
        group organisation movement company holdings club network project team trust foundation association society centre community church
        mosque temple gurdwara synagogue school academy college university institute youth women womens men mens children family welfare
        relief aid support services service national international global united royal british english welsh scottish irish islamic muslim
        christian jewish sikh hindu arab cultural culture heritage history arts art sports football cricket netball choir band orchestra
        theatre drama dance music food bank energy engineering trading trade industries industry industrial construction systems technology
        technologies management consulting investment investments capital finance fund council committee federation union league front party
        army liberation freedom state government ministry department office agency authority board north south east west new old first general
        people world house hall garden gardens playgroup nursery friends volunteer saint and aviation shipping marine oil gas petroleum steel
        """);

    private static readonly FrozenSet<string> Linking = Words("the and of for in on at to by with a an e i u ul al el as ash ar us ur la le de des du wa wal fi und et y d l o");

    private static readonly (string[] Words, string Kind)[] Forms = ReadForms();
    private static readonly FrozenSet<string> Firsts = Forms.Select(form => form.Words[0]).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Lasts = Forms.Select(form => form.Words[^1]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Takes legal forms off both ends. What is left may be empty; then the name is nothing but a form.</summary>
    internal static (List<string> Words, string? Kind) Strip(List<string> words)
    {
        string? kind = null;
        var found = true;
        while (found && words.Count > 0 && (Firsts.Contains(words[0]) || Lasts.Contains(words[^1])))
        {
            found = false;
            foreach (var form in Forms)
            {
                if (TakeEnd(words, form.Words) || TakeStart(words, form.Words))
                {
                    kind ??= form.Kind;
                    found = true;
                    break;
                }
            }
        }

        return (words, kind);
    }

    /// <summary>Words whose absence means nothing: "the Marlpool Group" is "Marlpool".</summary>
    internal static bool IsDroppable(string word) => General.Contains(word);

    /// <summary>Words that many bodies share and that alone never make a match.</summary>
    internal static bool IsCommon(string word) => CommonWords.Contains(word) || General.Contains(word);

    /// <summary>Articles, prepositions and particles.</summary>
    internal static bool IsLinking(string word) => Linking.Contains(word);

    private static bool TakeEnd(List<string> words, string[] form)
    {
        if (words.Count < form.Length || words[^1] != form[^1] || !words.Skip(words.Count - form.Length).SequenceEqual(form))
            return false;
        words.RemoveRange(words.Count - form.Length, form.Length);
        return true;
    }

    // At the start only forms that are written there; "Trust House" and "Company of Strangers" are names
    private static bool TakeStart(List<string> words, string[] form)
    {
        if (words[0] != form[0] || form is ["trust" or "company" or "co" or "as" or "sa" or "charity" or "ab" or "ad"] || words.Count <= form.Length || !words.Take(form.Length).SequenceEqual(form))
            return false;
        words.RemoveRange(0, form.Length);
        return true;
    }

    private static (string[] Words, string Kind)[] ReadForms() =>
        [.. from row in Rows.Split('\n', StringSplitOptions.TrimEntries)
            let parts = row.Split(": ")
            from form in parts[1].Split('|')
            orderby form.Count(c => c == ' ') descending
            select (form.Split(' '), parts[0])];

    private static FrozenSet<string> Words(string rows) =>
        rows.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
