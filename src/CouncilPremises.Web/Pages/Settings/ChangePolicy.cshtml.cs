using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Policies;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Policies;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Settings;

/// <summary>One administrator proposes other values; another agrees.</summary>
[RequirePermission(Permission.ManageSettings)]
public sealed class ChangePolicyModel(PolicyProposals proposals) : PageModel
{
    private Policy newest = Policy.Default;

    [BindProperty]
    public ChangePolicyInput Input { get; set; } = new();

    public string ValueOf(PolicySetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return Input.Values.TryGetValue(setting.Name, out var typed) ? typed ?? "" : setting.Of(newest);
    }

    public string? ErrorOf(string name) =>
        ModelState.TryGetValue($"Input.Values[{name}]", out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        newest = await proposals.NewestAsync(cancellationToken);
        Input.BasedOn = newest.Number;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        newest = await proposals.NewestAsync(cancellationToken);
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var propose = new ProposeSettings(Input.BasedOn, new Dictionary<string, string?>(Input.Values), Input.EffectiveFrom, Input.Reason);
        var outcome = await proposals.ProposeAsync(propose, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify("The change is proposed. Ask another administrator to agree to it.");
        return RedirectToPage("Policy");
    }
}

/// <summary>The settings as typed.</summary>
public sealed class ChangePolicyInput
{
    public int BasedOn { get; set; }

    public IDictionary<string, string?> Values { get; set; } = new Dictionary<string, string?>();

    [Display(Name = "The day")]
    public DateOnly? EffectiveFrom { get; set; }

    [Display(Name = "The reason")]
    public string? Reason { get; set; }
}
