using System.Text.RegularExpressions;

namespace CouncilPremises.Application.Lists;

/// <summary>
/// Short names of sanctions regimes. One layout of the list writes the regulations out ("The Russia (Sanctions) (EU Exit) Regulations 2019"),
/// the other writes "Russia"; officers read the short one.
/// </summary>
internal static partial class SanctionsRegimes
{
    // What the two layouts still write differently once the words of the law are gone.
    private static readonly Dictionary<string, string> SameAs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ISIL (Da'esh) and Al-Qaeda"] = "ISIL (Da'esh) and Al-Qaida",
        ["Republic of Belarus"] = "Belarus",
        ["Counter-Terrorism (Domestic)"] = "Counter-Terrorism",
    };

    /// <summary>The regime in short.</summary>
    internal static string Short(string regime)
    {
        var words = LegalWords().Replace(regime, " ");
        var name = Spaces().Replace(words, " ").Replace(" )", ")", StringComparison.Ordinal).Trim();
        return SameAs.GetValueOrDefault(name, name);
    }

    [GeneratedRegex(@"^The |\(Sanctions\)|\bSanctions\b|\(EU Exit\)|\bRegulations\b|\b(19|20)\d\d$|\(United Nations Sanctions\)")]
    private static partial Regex LegalWords();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
