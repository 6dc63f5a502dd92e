using CouncilPremises.Application.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Lists;

/// <summary>Live notices from partners.</summary>
[RequirePermission(Permission.ManageLists)]
public sealed class PartnerNoticesModel(PartnerNotices notices) : PageModel
{
    public RegisterView<PartnerNoticeRow> Register { get; private set; } = new(0, []);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Register = await notices.AllAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(string? key, int seenEdition, CancellationToken cancellationToken)
    {
        Register = await notices.AllAsync(cancellationToken);
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await notices.RemoveAsync(key ?? "", seenEdition, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify("The notice is taken out and is not tried any more.");
        return Redirect("/screening/partner-notices");
    }
}
