using CouncilPremises.Application.Notices;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Web.Pages.Notices;

/// <summary>Demonstration mode only: every message, so that links in letters can be followed without a mail server.</summary>
[AllowAnonymous]
public sealed class DemoMessagesModel(SentMessages messages, IOptions<DemoSettings> demo) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<MessageRow> Messages { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!demo.Value.Enabled)
            return NotFound();
        Messages = await messages.LatestAsync(Most, cancellationToken);
        return Page();
    }
}
