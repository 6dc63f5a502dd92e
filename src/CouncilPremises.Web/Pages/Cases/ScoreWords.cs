using CouncilPremises.Domain.Grants;
using CouncilPremises.Web.TagHelpers;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>What is scored, and what each number means. RULEBOOK 4.</summary>
public static class ScoreWords
{
    /// <summary>0–4 with their meaning, the same for every criterion.</summary>
    public static IReadOnlyList<Choice> Meanings { get; } =
    [
        new("0", "0: nothing shows it"),
        new("1", "1: weak, with serious gaps"),
        new("2", "2: fair, with gaps that matter"),
        new("3", "3: good, with small gaps"),
        new("4", "4: strong and well shown"),
    ];

    /// <summary>The question behind a criterion.</summary>
    public static string Question(Criterion criterion) => criterion switch
    {
        Criterion.Need => "Is it needed here, and does the evidence show it?",
        Criterion.Objective => "Does it serve the objectives it names?",
        Criterion.Outcomes => "Are its outcomes clear, and can they be measured?",
        Criterion.Deliverability => "Can this group do it, in this time?",
        Criterion.Reach => "Whom does it reach, beyond one community?",
        Criterion.Value => "Is it worth the money?",
    };

    /// <summary>Halves as people write them: "3", "3½".</summary>
    public static string Halves(int halves) => $"{(halves / 2 == 0 && halves % 2 == 1 ? "" : (halves / 2).ToString(System.Globalization.CultureInfo.InvariantCulture))}{(halves % 2 == 1 ? "½" : "")}";
}
