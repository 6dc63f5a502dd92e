using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Closures;

/// <summary>A closure ordered: a second approver countersigns, or says why they disagree.</summary>
[RequirePermission(Permission.CloseBookings)]
public sealed class SignModel(BookingClosures closures) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Why the second approver disagrees.</summary>
    [BindProperty]
    public string? Objection { get; set; }

    /// <summary>One statement for every case in the closure. S3.</summary>
    [BindProperty]
    public bool NoInterest { get; set; }

    public ClosureOrder Order { get; private set; } = null!;

    /// <summary>The dates it cancelled.</summary>
    public IReadOnlyList<ClosedDate> Dates { get; private set; } = [];

    /// <summary>True when the person ordered it, so that another signs.</summary>
    public bool IsMine => Order.OrderedById == User.ToActor().Id;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SignAsync(agree: true, "You have countersigned the closure.", cancellationToken);

    public Task<IActionResult> OnPostObjectAsync(CancellationToken cancellationToken) =>
        SignAsync(agree: false, "Your objection is recorded. Speak to the colleague who ordered the closure: hirers may ask for a review.", cancellationToken);

    private async Task<IActionResult> SignAsync(bool agree, string done, CancellationToken cancellationToken)
    {
        var outcome = await closures.SignAsync(Id, new SignClosure(agree, Objection, NoInterest), User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return await ReadAsync(cancellationToken) ? this.PageWithRefusals(outcome.Refusals) : NotFound();
        this.Notify(done);
        return Redirect("/second-signatures");
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (await closures.FindAsync(Id, cancellationToken) is not { } order)
            return false;
        Order = order;
        Dates = await closures.DatesAsync(order, cancellationToken);
        return true;
    }
}
