using CouncilPremises.Application.Awards;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Awards;

/// <summary>What finance does: verify bank details, release what may be paid, make the payment file.</summary>
[RequirePermission(Permission.PayGrants)]
public sealed class PaymentsModel(PaymentQueue queue, PaymentFiles files) : PageModel
{
    /// <summary>Page of the list, from the address.</summary>
    [FromQuery(Name = "page")]
    public int? PageNumber { get; set; }

    /// <summary>The queue.</summary>
    public PaymentDesk Desk { get; private set; } = null!;

    /// <summary>Id of the file this page would make: the same page sent again gives the same file.</summary>
    [BindProperty]
    public Guid FileId { get; set; }

    /// <summary>Shows the queue.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        FileId = Guid.CreateVersion7();
        await ReadAsync(cancellationToken);
    }

    /// <summary>Makes the file of what is released.</summary>
    public async Task<IActionResult> OnPostFileAsync(CancellationToken cancellationToken)
    {
        var made = await files.MakeAsync(FileId, User.ToActor(), cancellationToken);
        if (!made.Succeeded)
        {
            await ReadAsync(cancellationToken);
            return this.PageWithRefusals(made.Refusals);
        }
        this.Notify(made.Value.LeftOut.Count == 0 ? $"Payment file {made.Value.Reference} is made." : $"Payment file {made.Value.Reference} is made. {string.Join(" ", made.Value.LeftOut)}");
        return Redirect($"/payments/files/{made.Value.Reference}");
    }

    private async Task ReadAsync(CancellationToken cancellationToken) => Desk = await queue.ReadAsync(PageNumber ?? 1, User.ToActor(), cancellationToken);
}
