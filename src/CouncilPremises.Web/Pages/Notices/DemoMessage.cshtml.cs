using System.Text.RegularExpressions;
using CouncilPremises.Application.Notices;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Web.Pages.Notices;

/// <summary>Demonstration mode only: one message as its reader gets it. The HTML is shown as text, so nothing in it can act.</summary>
[AllowAnonymous]
public sealed partial class DemoMessageModel(SentMessages messages, IOptions<DemoSettings> demo) : PageModel
{
    public MessageView Message { get; private set; } = null!;

    /// <summary>Addresses of this service that the message leads to.</summary>
    public IReadOnlyList<string> Paths { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!demo.Value.Enabled || await messages.ReadAsync(id, cancellationToken) is not { } message)
            return NotFound();
        Message = message;
        Paths = [.. Address().Matches(message.Text).Select(match => new Uri(match.Value).PathAndQuery).Distinct()];
        return Page();
    }

    [GeneratedRegex(@"(?<=^|\s)https?://[^\s<>""']+$", RegexOptions.Multiline)]
    private static partial Regex Address();
}
