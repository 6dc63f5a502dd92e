using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Web.TagHelpers;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>The grounds as a decider chooses them. RULEBOOK 7.</summary>
public static class GroundWords
{
    /// <summary>D1–D9; D10 is for grants.</summary>
    public static IReadOnlyList<Choice> ForHire { get; } =
        [.. Enum.GetValues<Ground>().Where(ground => ground != Ground.D10).Select(ground => new Choice(ground.ToString(), $"{ground} {ground.Words()}"))];

    /// <summary>D1–D10.</summary>
    public static IReadOnlyList<Choice> ForGrants { get; } = [.. Enum.GetValues<Ground>().Select(ground => new Choice(ground.ToString(), $"{ground} {ground.Words()}"))];

    /// <summary>The grounds for cases of a kind.</summary>
    public static IReadOnlyList<Choice> For(CaseKind kind) => kind == CaseKind.Grant ? ForGrants : ForHire;

    /// <summary>A ground in a line.</summary>
    public static string Words(this Ground ground) => ground switch
    {
        Ground.D1 => "Unlawful purpose or support for a proscribed organisation",
        Ground.D2 => "Real safety risk that conditions cannot manage",
        Ground.D3 => "Safeguarding unmet",
        Ground.D4 => "Sanctions or disqualification",
        Ground.D5 => "Materially false or withheld facts",
        Ground.D6 => "Serious unremedied breach within 24 months",
        Ground.D7 => "Planned unlawful discrimination or harassment",
        Ground.D8 => "Unavailable, unsuitable, uninsured, unlicensed, unpaid, or too late to check",
        Ground.D9 => "Evidence of drawing people into terrorism or supporting it",
        Ground.D10 => "Ineligible, cross-community test, outcomes, value, rank or funds",
    };
}
