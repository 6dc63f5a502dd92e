using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>A page that asks for a ground and answers to P1–P7: refusing and cancelling. RULEBOOK 7.</summary>
public abstract class ReasonsPage(CaseViews views) : CasePage(views)
{
    /// <summary>Ground.</summary>
    [BindProperty]
    public Ground? Ground { get; set; }

    /// <summary>The reason the hirer reads.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Answers by code.</summary>
    [BindProperty]
    public Dictionary<string, string?> Answers { get; set; } = [];

    /// <summary>Confirms that no prohibited reason was weighed.</summary>
    [BindProperty]
    public bool NoProhibitedReason { get; set; }

    /// <summary>The case as the page showed it.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>The grounds to choose from.</summary>
    public virtual IReadOnlyList<TagHelpers.Choice> Grounds => GroundWords.ForHire;

    /// <summary>Grounds that ask P2 and P6 only, in words.</summary>
    public virtual string ShortGrounds => "D8";

    /// <summary>What the hirer answered to the letter that the council may refuse; null when nothing came.</summary>
    public string? HirersAnswer => Case.File.InformationRequests.LastOrDefault(r => r.ReturnsTo == CaseState.MindedToRefuse)?.Answer;

    /// <summary>What was typed for a question.</summary>
    public string Typed(string code) => Answers.GetValueOrDefault(code) ?? "";

    /// <summary>What is wrong with the answer to a question; null when nothing is.</summary>
    public string? MistakeIn(string code) =>
        ModelState.TryGetValue($"Answers[{code}]", out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    /// <summary>The answers as a service takes them.</summary>
    protected Dictionary<string, string> Given() => Answers.ToDictionary(a => a.Key, a => a.Value ?? "");
}
