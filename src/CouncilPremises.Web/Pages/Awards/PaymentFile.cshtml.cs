using System.Globalization;
using System.Text;
using CouncilPremises.Application.Awards;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Awards;

/// <summary>A payment file, and taking it for the finance system. It is asked for by a form, so that no link or crawler takes account numbers.</summary>
[RequirePermission(Permission.PayGrants)]
public sealed class PaymentFileModel(PaymentFiles files) : PageModel
{
    /// <summary>The file's reference, from the address.</summary>
    [FromRoute]
    public string Reference { get; set => field = value.ToUpperInvariant(); } = "";

    /// <summary>Its facts.</summary>
    public PaymentFile Made { get; private set; } = null!;

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await files.FindAsync(Reference, cancellationToken) is not { } found)
            return NotFound();
        Made = found;
        return Page();
    }

    /// <summary>Gives the file.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await files.FindAsync(Reference, cancellationToken) is not { } found)
            return NotFound();
        Made = found;
        await using var written = new StringWriter(CultureInfo.InvariantCulture);
        var outcome = await files.WriteAsync(Reference, written, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        Response.Headers.CacheControl = "no-store";
        return File(Encoding.UTF8.GetBytes(written.ToString()), "text/csv; charset=utf-8", $"payments-{Reference}.csv");
    }
}
