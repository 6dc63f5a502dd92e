using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CouncilPremises.Web.Pages.CoSign;

/// <summary>T9: the real organiser signs by a mailed link, without an account. The link is for this alone, works once and not for long.</summary>
[AllowAnonymous, EnableRateLimiting(Sessions.Throttled)]
public sealed class SignModel(CoSigning coSigning) : PageModel
{
    [FromRoute]
    public string Secret { get; set; } = "";

    [BindProperty]
    public CoSignInput Input { get; set; } = new();

    /// <summary>What is asked.</summary>
    public CoSignView Asked { get; private set; } = null!;

    /// <summary>True once the answer is in.</summary>
    public bool IsDone { get; private set; }

    /// <summary>The declaration for this organiser and this booking.</summary>
    public IEnumerable<string> Lines => Asked.Text.For(Asked.Organiser.Who ?? "", DeclarationScope.Booking).Split('\n');

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await coSigning.SignAsync(
            Secret, new Application.Declarations.CoSign(Input.DetailsAreRight, Input.Agrees, Input.Name, Input.Role, Input.TextHash, Input.Correction), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        IsDone = true;
        return Page();
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Response.Headers.CacheControl = "no-store";
        var found = await coSigning.FindAsync(Secret, cancellationToken);
        if (found.Succeeded)
            Asked = found.Value;
        return found.Succeeded;
    }

    public sealed class CoSignInput
    {
        [Display(Name = "Whether it is right")]
        public bool? DetailsAreRight { get; set; }

        [Display(Name = "What is not right")]
        public string? Correction { get; set; }

        [Display(Name = "Whether you agree")]
        public bool? Agrees { get; set; }

        [Display(Name = "Your name")]
        public string? Name { get; set; }

        [Display(Name = "Your office")]
        public string? Role { get; set; }

        public string? TextHash { get; set; }
    }
}
