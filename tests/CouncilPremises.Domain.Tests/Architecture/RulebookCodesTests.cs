using System.Text.RegularExpressions;
using CouncilPremises.TestSupport;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Architecture;

/// <summary>Every rulebook code built so far has at least one test that names it: <c>[Trait("Rule", "B4")]</c>.</summary>
public partial class RulebookCodesTests
{
    /// <summary>Codes the rulebook defines; anything else in a trait is a slip of the pen.</summary>
    private static readonly string[] Known =
    [
        .. Numbered("B", 16), .. Numbered("T", 12), .. Numbered("G", 12), .. Numbered("S", 5), .. Numbered("L", 5),
        .. Numbered("D", 10), .. Numbered("P", 7), .. Numbered("N", 22), .. Numbered("O", 5), .. Numbered("E", 2), .. Numbered("A", 3),
        "DEC", "REG", "XREF", "SPK", "DBS", "SAF", "INS", "BNK", "COI", "PUB", "FUN", "REF", "EVT", "ELE",
    ];

    /// <summary>Codes this version builds. Extend it with the code, in the same change.</summary>
    /// <remarks>Left out: N20, N22 (letters to partners and about subject access: nothing sends them yet).</remarks>
    private static readonly string[] Built =
    [
        .. Numbered("B", 16), .. Numbered("T", 12), .. Numbered("S", 5), .. Numbered("L", 5), .. Numbered("D", 10), .. Numbered("P", 7),
        "N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "N9", "N10", "N11", "N12", "N13", "N14", "N15", "N16", "N17", "N18", "N19", "N21",
        "DEC", "REG", "XREF", "SPK", "SAF", "DBS", "INS", "COI", "PUB", "FUN", "REF", "EVT", "ELE", "BNK", "Tier", .. Numbered("G", 12),
    ];

    [Fact]
    public void BuiltCodes_EachHasATest() => Built.Except(Named()).ShouldBeEmpty();

    [Fact]
    public void NamedCodes_AreInTheRulebook() => Named().Where(LooksLikeACode).Except(Known).ShouldBeEmpty();

    /// <summary>Letters with a number, or capitals only. Other words name a section: "Workflow", "Clocks".</summary>
    private static bool LooksLikeACode(string name) => name.Any(char.IsDigit) || name.All(char.IsUpper);

    private static IReadOnlySet<string> Named() =>
        Solution.SourceFiles("tests", ".cs")
            .SelectMany(path => File.ReadLines(Solution.PathTo(path)))
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .SelectMany(line => RuleTrait().Matches(line))
            .Select(match => match.Groups["code"].Value).ToHashSet();

    private static IEnumerable<string> Numbered(string letter, int last) => Enumerable.Range(1, last).Select(number => $"{letter}{number}");

    [GeneratedRegex("""\bTrait\("Rule",\s*"(?<code>[^"]+)"\)""")]
    private static partial Regex RuleTrait();
}
