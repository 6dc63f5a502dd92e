using System.Collections.Frozen;

namespace CouncilPremises.Screening.Tables;

/// <summary>Chinese and Korean family names, by which such names are told from others.</summary>
internal static class SyllableNames
{
    private static readonly FrozenSet<string> FamilyNames = (
        "kim pak park choe choi chong jong jung jang chang cho jo kang yun yoon im lim han o oh so seo sin shin kwon hwang an ahn song hong ryu yu mun moon paek baek " +
        "nam no ro roh ha chon jon ku koo kwak min pae bae ri li lee wang zhang chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo liu deng xi cai tang ye " +
        "wong chan leung cheung lau ho ng son mao jiang cheng feng fan peng zeng xiao tian dong pan yuan lu shen")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the word is such a family name.</summary>
    internal static bool IsFamilyName(string word) => FamilyNames.Contains(word);
}
