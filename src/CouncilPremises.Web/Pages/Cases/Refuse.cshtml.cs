using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Elections;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Binding;
using CouncilPremises.Web.People;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Refusing, with ground and answers to P1–P7. A named person decides.</summary>
[RequirePermission(Permission.DecideCases)]
public sealed class RefuseModel(CaseViews views, RefusalDecisions refusals) : CasePage(views)
{
    /// <summary>Ground.</summary>
    [BindProperty]
    public Ground? Ground { get; set; }

    /// <summary>Why a candidate's meeting is refused.</summary>
    [BindProperty]
    public ElectionRefusal? ElectionReason { get; set; }

    /// <summary>The four lawful reasons.</summary>
    public static IReadOnlyList<Choice> ElectionReasons { get; } = EnumChoices.Of<ElectionRefusal>(reason => reason.Words());

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

    /// <summary>What the hirer answered; null when nothing came.</summary>
    public string? HirersAnswer => Case.File.InformationRequests.LastOrDefault(r => r.ReturnsTo == CaseState.MindedToRefuse)?.Answer;

    /// <summary>What was typed for a question.</summary>
    public string Typed(string code) => Answers.GetValueOrDefault(code) ?? "";

    /// <summary>What is wrong with the answer to a question; null when nothing is.</summary>
    public string? MistakeIn(string code) =>
        ModelState.TryGetValue($"Answers[{code}]", out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    /// <summary>Refuses.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var input = new Refuse(Ground, Text, Answers.ToDictionary(a => a.Key, a => a.Value ?? ""), NoProhibitedReason, SeenVersion) { ElectionReason = ElectionReason };
        return await AnswerAsync(await refusals.RefuseAsync(Reference, input, Me, cancellationToken), "Refused. The hirer has been told why, and how to ask for a review.", cancellationToken);
    }
}
