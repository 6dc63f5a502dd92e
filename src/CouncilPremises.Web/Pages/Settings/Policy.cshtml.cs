using CouncilPremises.Application.Policies;
using CouncilPremises.Domain;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Policies;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Settings;

/// <summary>The ◆ settings in force, what is to come, and what waits for a second administrator.</summary>
[RequirePermission(Permission.ReadSettings)]
public sealed class PolicyModel(PolicyProposals proposals) : PageModel
{
    public SettingsView View { get; private set; } = new(Policy.Default, [], null, []);

    public bool MayManage => User.Has(Permission.ManageSettings);

    public string Day(DateTime instantUtc) => $"{CouncilTime.DayOf(instantUtc):d MMMM yyyy}";

    public async Task OnGetAsync(CancellationToken cancellationToken) => View = await proposals.ViewAsync(cancellationToken);

    public async Task<IActionResult> OnPostAgreeAsync([FromForm] Guid id, CancellationToken cancellationToken) =>
        await DoneAsync(await proposals.AgreeAsync(id, User.ToActor(), cancellationToken), "The change is agreed. It rules from its day on.", cancellationToken);

    public async Task<IActionResult> OnPostCloseAsync([FromForm] Guid id, CancellationToken cancellationToken) =>
        await DoneAsync(await proposals.CloseAsync(id, User.ToActor(), cancellationToken), "The proposal is closed. Nothing has changed.", cancellationToken);

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
