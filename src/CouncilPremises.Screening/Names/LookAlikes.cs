using System.Text;

namespace CouncilPremises.Screening.Names;

/// <summary>Letters of other alphabets, and digits, dressed up as Latin letters.</summary>
internal static class LookAlikes
{
    private const string Masked = "аеорсухікмнтАВЕКМНОРСТУХІЅѕјЈοαεινρτυχκΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
    private const string Latin = "aeopcyxikmhtABEKMHOPCTYXISsjJoaeivptuxkABEZHIKMNOPTYX";

    /// <summary>A word that mixes Latin letters with look-alikes is read as Latin; a word wholly in another script is left alone.</summary>
    internal static string Unmask(string text)
    {
        if (!text.Any(char.IsAsciiLetter))
            return text;

        var words = text.Split(' ');
        for (var i = 0; i < words.Length; i++)
            if (words[i].Any(char.IsAsciiLetter) && words[i].Any(c => Masked.Contains(c, StringComparison.Ordinal)))
                words[i] = new string([.. words[i].Select(UnmaskLetter)]);
        return string.Join(' ', words);
    }

    /// <summary>Digits among letters are read as the letters they resemble: "Sech1n" as "Sechin". Ordinals such as "2nd" stay.</summary>
    internal static string DigitsToLetters(string token)
    {
        if (!token.Any(char.IsAsciiDigit) || !token.Any(char.IsAsciiLetter) || char.IsAsciiDigit(token[0]))
            return token;
        if (token.Count(char.IsAsciiDigit) > token.Count(char.IsAsciiLetter))
            return token;

        var letters = new StringBuilder(token.Length);
        for (var i = 0; i < token.Length; i++)
            letters.Append(token[i] switch
            {
                '0' => 'o',
                '1' => i == 1 && token.Length == 2 ? 'l' : 'i',
                '3' => 'e',
                '4' => 'a',
                '5' => 's',
                '6' => 'b',
                '7' => 't',
                '8' => 'b',
                '9' => 'g',
                var other => other,
            });
        return letters.ToString();
    }

    private static char UnmaskLetter(char c)
    {
        var at = Masked.IndexOf(c, StringComparison.Ordinal);
        return at < 0 ? c : Latin[at];
    }
}
