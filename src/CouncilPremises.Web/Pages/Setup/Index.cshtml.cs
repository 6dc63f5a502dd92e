using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Setup;
using CouncilPremises.Domain;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Setup;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Setup;

/// <summary>The checklist of the first week, and the act that opens applications to the public.</summary>
[RequirePermission(Permission.ManageSettings)]
public sealed class IndexModel(FirstWeek week) : PageModel
{
    [BindProperty]
    public SetupInput Input { get; set; } = new();

    public SetupView View { get; private set; } = new([], IsOpen: false, null, IsDemo: false);

    /// <summary>What was being stated when it was refused, so that nothing typed is lost.</summary>
    public SetupPoint? Stated { get; private set; }

    public string? Note { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => View = await week.ViewAsync(cancellationToken);

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellationToken) =>
        await DoneAsync(await week.SendTestAsync(User.ToActor(), cancellationToken), "A test message is on its way to you.", cancellationToken);

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken) =>
        await DoneAsync(await week.ConfirmTestAsync(Input.Code, User.ToActor(), cancellationToken), "Mail works.", cancellationToken);

    public async Task<IActionResult> OnPostStateAsync([FromForm] SetupPoint point, [FromForm] string? note, CancellationToken cancellationToken)
    {
        if (point is not (SetupPoint.ElectionsConsidered or SetupPoint.ImpactAssessed))
            return BadRequest();
        (Stated, Note) = (point, note);
        return await DoneAsync(await week.StateAsync(point, note, User.ToActor(), cancellationToken), "It is recorded.", cancellationToken);
    }

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancellationToken) =>
        await DoneAsync(await week.OpenAsync(User.ToActor(), cancellationToken), "Applications are open to the public.", cancellationToken);

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancellationToken) =>
        await DoneAsync(await week.CloseAsync(User.ToActor(), cancellationToken), "Applications are closed to the public.", cancellationToken);

    private async Task<IActionResult> DoneAsync(Outcome outcome, string sentence, CancellationToken cancellationToken)
    {
        if (!outcome.Succeeded)
        {
            await OnGetAsync(cancellationToken);
            return this.PageWithRefusals(outcome.Refusals);
        }

        this.Notify(sentence);
        return RedirectToPage();
    }
}

/// <summary>The code of a test message.</summary>
public sealed class SetupInput
{
    [Display(Name = "Code")]
    public string? Code { get; set; }
}
