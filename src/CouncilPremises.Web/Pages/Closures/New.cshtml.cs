using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Closures;

/// <summary>Closing premises with what is booked in them: first the place and days, then the list of what is cancelled, then the order.</summary>
[RequirePermission(Permission.CloseBookings)]
public sealed class NewModel(BookingClosures closures) : PageModel
{
    [BindProperty]
    public CloseInput Input { get; set; } = new();

    /// <summary>What would be cancelled; null until the place and days are given.</summary>
    public IReadOnlyList<ClosedDate>? Dates { get; private set; }

    /// <summary>Whole venues and their rooms, one list: "venue" or "venue/room".</summary>
    public IReadOnlyList<Choice> Places { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        return Page();
    }

    /// <summary>Lists what would be cancelled.</summary>
    public async Task<IActionResult> OnPostListAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var listed = await closures.PreviewAsync(Input.ToAct([]), cancellationToken);
        if (!listed.Succeeded)
            return this.PageWithRefusals(Placed(listed.Refusals));
        Dates = listed.Value;
        return Page();
    }

    /// <summary>Closes and cancels.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var act = Input.ToAct(Input.SeenDates);
        var outcome = await closures.OrderAsync(act, User.ToActor(), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Notify($"Closed. {Input.SeenDates.Count switch { 0 => "Nothing was booked.", 1 => "One date is cancelled and its hirer is told today.", var many => $"{many} dates are cancelled and every hirer is told today." }} A second approver countersigns within one working day.");
            return Redirect("/second-signatures");
        }
        var listed = await closures.PreviewAsync(act, cancellationToken);
        if (listed.Succeeded)
            Dates = listed.Value;
        return this.PageWithRefusals(Placed(outcome.Refusals));
    }

    private static IReadOnlyList<Refusal> Placed(IReadOnlyList<Refusal> refusals) =>
        [.. refusals.Select(r => r.Field is "Venue" or "Space" ? r with { Field = "Place" } : r)];

    private async Task ReadAsync(CancellationToken cancellationToken) =>
        Places = [.. (await closures.PlacesAsync(cancellationToken)).Select(place => new Choice(place.Value, place.Name))];
}

/// <summary>What is closed, when, and why.</summary>
public sealed class CloseInput
{
    [Display(Name = "What is closed"), Required(ErrorMessage = "Choose what is closed")]
    public string? Place { get; set; }

    [Display(Name = "First day closed"), Required(ErrorMessage = "Enter the first day closed")]
    public DateOnly? FirstDay { get; set; }

    [Display(Name = "Last day closed")]
    public DateOnly? LastDay { get; set; }

    public string? PublicReason { get; set; }

    public string? Evidence { get; set; }

    public string? Alternative { get; set; }

    public bool NoInterest { get; set; }

    public List<Guid> SeenDates { get; set; } = [];

    /// <summary>As the service takes it.</summary>
    public CloseBookings ToAct(IReadOnlyList<Guid> seen)
    {
        var parts = (Place ?? "").Split('/', 2);
        return new CloseBookings(parts[0], parts.Length > 1 ? parts[1] : null, FirstDay, LastDay, PublicReason, Evidence, Alternative, NoInterest, seen);
    }
}
