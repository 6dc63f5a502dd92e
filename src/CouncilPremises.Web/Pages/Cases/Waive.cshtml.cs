using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Checks;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Asking for a waiver, and a second person agreeing. RULEBOOK 5.</summary>
[RequirePermission(Permission.WorkCases)]
public sealed class WaiveModel(CaseViews views, Waivers waivers) : CasePage(views)
{
    /// <summary>The check, from the address.</summary>
    [FromRoute]
    public CheckCode Code { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Last day it counts.</summary>
    [BindProperty]
    public DateOnly? ExpiresOn { get; set; }

    /// <summary>The waiver that waits for a second person; null when none does.</summary>
    public Waiver? Waiting => Case.File.Waivers.LastOrDefault(w => w.Code == Code && w.AgreedById is null);

    /// <summary>Why this check cannot be waived here, or not by this person; null when it can. Said before anything is typed.</summary>
    public string? Cannot => !Case.File.Needs(Code) ? $"This application does not need {Code}." : Waivers.WhyNot(Case.File, Code) ?? Case.File.CannotWork(Me)?.Sentence;

    /// <summary>True when the person asked for the waiver that waits, so that another must agree.</summary>
    public bool IsMine => Waiting?.AskedById == Me.Id;

    /// <summary>Why a request is declined.</summary>
    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Asks for the waiver.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await MistakesAsync(cancellationToken);
        return await AnswerAsync(await waivers.AskAsync(Reference, new AskWaiver(Code, Reason, ExpiresOn), Me, cancellationToken), "The waiver waits for a colleague to agree.", cancellationToken);
    }

    /// <summary>Agrees to the waiver.</summary>
    public async Task<IActionResult> OnPostAgreeAsync(Guid waiverId, CancellationToken cancellationToken) =>
        await AnswerAsync(await waivers.AgreeAsync(Reference, waiverId, Me, cancellationToken), "You have agreed to the waiver.", cancellationToken);

    /// <summary>Declines the request, or takes it back.</summary>
    public async Task<IActionResult> OnPostDeclineAsync(Guid waiverId, CancellationToken cancellationToken) =>
        await AnswerAsync(await waivers.DeclineAsync(Reference, waiverId, Why, Me, cancellationToken), "The check is not waived. Your reason is among the notes.", cancellationToken);
}
