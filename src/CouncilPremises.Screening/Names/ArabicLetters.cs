using System.Text;

namespace CouncilPremises.Screening.Names;

/// <summary>Arabic, Persian and Urdu letters in Latin. Short vowels are not written in these scripts, so only consonants and long vowels come out.</summary>
internal static class ArabicLetters
{
    private static readonly Dictionary<int, string> Table = Read(
        "اa بb تt ثth جj حh خkh دd ذdh رr زz سs شsh صs ضd طt ظz عa غgh فf قq كk لl مm نn هh وw يy ىa ةa أa إi آa ؤw ئy ٱa " +
        "پp چch ژzh کk گg ںn ھh ہh ۂh یy ےy ټt ډd ړr ښsh ڼn ۍy ېe ۀh ۃa ٹt ڈd ڑr ځz څs ګg ڤv");

    internal static string ToLatin(Rune letter)
    {
        if (Table.TryGetValue(letter.Value, out var latin))
            return latin;
        if (Rune.IsDigit(letter))
            return ((int)Rune.GetNumericValue(letter)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return letter.Value is >= 0x064B and <= 0x065F or 0x0670 or 0x0640 or 'ء' ? "" : " ";
    }

    private static Dictionary<int, string> Read(string rows) =>
        rows.Split(' ').ToDictionary(row => (int)row[0], row => row[1..]);
}
