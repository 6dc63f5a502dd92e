using System.Collections.Frozen;
using CouncilPremises.Screening.Names;

namespace CouncilPremises.Screening.Tables;

/// <summary>Short and pet forms. Each row: the form, then the names it may stand for.</summary>
internal static class Nicknames
{
    private const string Rows = """
        jo josephine joseph joanna joanne
        joe joseph
        dick richard
        rick richard
        rich richard
        peggy margaret
        maggie margaret
        meg margaret
        sasha aleksandr aleksandra
        sacha aleksandr aleksandra
        alex aleksandr aleksandra aleksei
        sandy aleksandr aleksandra
        ted theodore edward fyodor
        ed edward edwin
        eddie edward edwin
        ned edward
        bill william
        billy william
        will william
        willy william
        liam william
        bob robert
        rob robert
        bobby robert
        robbie robert
        jim james
        jimmy james
        jamie james
        jack ivan
        johnny ivan
        jon jonathan
        mike mikhail
        mick mikhail
        misha mikhail
        tom thomas
        tommy thomas
        tony anton
        dave david
        dai david
        dan daniel
        danny daniel
        sam samuel samantha
        ben benjamin
        matt matthew
        chris christopher christine
        nick nikolai
        kolya nikolai
        kate yekaterina
        katie yekaterina
        kathy yekaterina
        cathy yekaterina
        katya yekaterina
        liz elizabeth
        beth elizabeth
        betty elizabeth
        lizzie elizabeth
        sue susan
        jen jennifer
        jenny jennifer
        pat patricia patrick
        paddy patrick
        trish patricia
        steve steven
        pete petr
        petya petr
        andy andrei
        drew andrei
        greg grigory
        harry henry harold
        hal henry
        charlie charles
        chuck charles
        fred frederick alfred
        freddie frederick alfred
        alf alfred
        phil philip
        ron ronald
        ken kenneth
        vic viktor
        vitya viktor
        volodya vladimir
        vova vladimir
        dima dmitry
        mitya dmitry
        kostya konstantin
        lena yelena
        seryozha sergei
        tanya tatiana
        zhenya evgeny evgenia
        natasha natalia
        olya olga
        vanya ivan
        yura yuri
        tim timofey
        lou louis louise
        larry lawrence
        ray raymond
        stan stanley
        terry terence
        vicky victoria
        becky rebecca
        debbie deborah
        mo muhammad
        """;

    private static readonly FrozenDictionary<string, string[]> Table = Rows
        .Split('\n', StringSplitOptions.TrimEntries)
        .Select(row => row.Split(' '))
        .ToFrozenDictionary(words => words[0], words => words[1..], StringComparer.Ordinal);

    /// <summary>True when one of the words is a short form of the other, or both are short forms of one name.</summary>
    internal static bool AreForms(NameToken a, NameToken b)
    {
        if (a.LongForms.Length == 0 && b.LongForms.Length == 0)
            return false;
        return a.LongForms.Contains(b.Canon) || b.LongForms.Contains(a.Canon) || Array.Exists(a.LongForms, b.LongForms.Contains);
    }

    /// <summary>The names a form may stand for.</summary>
    internal static string[] LongForms(string word) => Table.GetValueOrDefault(word) ?? [];
}
