using System.Collections.Frozen;
using System.Globalization;

namespace CouncilPremises.Screening.Names;

/// <summary>Numbers in the names of bodies, however they are written: 2nd, second, II.</summary>
internal static class Numbers
{
    private static readonly FrozenDictionary<string, int> Words = Read(
        "one first 1st|two second 2nd|three third 3rd|four fourth|five fifth|six sixth|seven seventh|eight eighth|nine ninth|ten tenth|" +
        "eleven eleventh|twelve twelfth|thirteen thirteenth|fourteen fourteenth|fifteen fifteenth|sixteen sixteenth|seventeen seventeenth|" +
        "eighteen eighteenth|nineteen nineteenth|twenty twentieth");

    private static readonly FrozenDictionary<string, int> Tens = new Dictionary<string, int>
    {
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fourty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> Roman = new Dictionary<string, int>
    {
        ["i"] = 1,
        ["ii"] = 2,
        ["iii"] = 3,
        ["iv"] = 4,
        ["v"] = 5,
        ["vi"] = 6,
        ["vii"] = 7,
        ["viii"] = 8,
        ["ix"] = 9,
    }.ToFrozenDictionary();

    /// <summary>The number in digits, or null. A Roman number counts only at the end of a name.</summary>
    internal static string? Read(string word, bool isLast)
    {
        if (Words.TryGetValue(word, out var number) || Tens.TryGetValue(word, out number) || isLast && Roman.TryGetValue(word, out number))
            return number.ToString(CultureInfo.InvariantCulture);

        var digits = word.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && word[digits..] is "" or "st" or "nd" or "rd" or "th" ? word[..digits].TrimStart('0').PadLeft(1, '0') : null;
    }

    /// <summary>"forty" and "four" become "44"; everything else stays.</summary>
    internal static List<string> JoinTens(List<string> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (!Tens.TryGetValue(words[i], out var tens) || !Words.TryGetValue(words[i + 1], out var unit) || unit > 9)
                continue;
            words[i] = (tens + unit).ToString(CultureInfo.InvariantCulture);
            words.RemoveAt(i + 1);
        }

        return words;
    }

    private static FrozenDictionary<string, int> Read(string rows) =>
        rows.Split('|').SelectMany((row, i) => row.Split(' ').Select(word => (word, i + 1))).ToFrozenDictionary(pair => pair.word, pair => pair.Item2);
}
