using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Binding;
using CouncilPremises.Web.People;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Asking for advice. Advice binds nobody.</summary>
[RequirePermission(Permission.WorkCases)]
public sealed class ConsultModel(CaseViews views, Consultations consultations) : CasePage(views)
{
    /// <summary>Who is asked.</summary>
    [BindProperty]
    public ConsultationKind? Kind { get; set; }

    /// <summary>The question.</summary>
    [BindProperty]
    public string? Question { get; set; }

    /// <summary>Whom to ask here; children's services are told on a page of their own.</summary>
    public static IReadOnlyList<Choice> Kinds { get; } = [.. EnumChoices.Of<ConsultationKind>(kind => kind.Words()).Where(kind => kind.Value != nameof(ConsultationKind.ChildrensServices))];

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Kind is not { } kind)
        {
            ModelState.AddModelError(nameof(Kind), "Choose whom to ask.");
            return await MistakesAsync(cancellationToken);
        }
        return await AnswerAsync(await consultations.AskAsync(Reference, new AskAdvice(kind, Question), Me, cancellationToken), "The request for advice is recorded.", cancellationToken);
    }
}
