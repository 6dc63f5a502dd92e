using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Awards;

/// <summary>Ending a grant before its time: one person proposes, the group is heard, another decides.</summary>
[RequirePermission(Permission.WorkGrants)]
public sealed class TerminateModel(CaseViews views, AwardEndings endings) : MoneyPage(views)
{
    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>It follows from a confirmed match with L1 or L2.</summary>
    [BindProperty]
    public bool ForConfirmedMatch { get; set; }

    /// <summary>Proposes it.</summary>
    public async Task<IActionResult> OnPostProposeAsync(CancellationToken cancellationToken) => ModelState.IsValid
        ? await AnswerMoneyAsync(await endings.ProposeAsync(Reference, new ProposeTermination(Reason, ForConfirmedMatch, SeenVersion), Me, cancellationToken), "Proposed. The group is asked for its side.", cancellationToken)
        : await MistakesAsync(cancellationToken);

    /// <summary>Ends it.</summary>
    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellationToken) => ModelState.IsValid
        ? await AnswerMoneyAsync(await endings.TerminateAsync(Reference, Reason, SeenVersion, Me, cancellationToken), "The grant has ended, and the group is told.", cancellationToken)
        : await MistakesAsync(cancellationToken);
}
