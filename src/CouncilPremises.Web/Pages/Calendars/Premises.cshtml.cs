using CouncilPremises.Application.Calendars;
using CouncilPremises.Domain.Calendars;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Calendars;

/// <summary>Calendar addresses of venues and rooms, for caretakers and screens at the door.</summary>
[RequirePermission(Permission.ReadCalendar)]
public sealed class PremisesModel(CalendarLinks links) : PageModel
{
    public IReadOnlyList<FeedRow> Feeds { get; private set; } = [];

    public bool MayMake => User.ToActor().HasAny(Roles.HireStaff);

    /// <summary>The address just made: shown once.</summary>
    [TempData]
    public string? NewAddress { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Feeds = await links.OfPremisesAsync(User.ToActor(), cancellationToken);

    public async Task<IActionResult> OnPostAsync(FeedScope scope, Guid id, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || scope == FeedScope.Organisation)
            return NotFound();
        var outcome = await links.CreateAsync(scope, id, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return await AgainAsync(outcome, cancellationToken);
        NewAddress = outcome.Value.AbsoluteUri;
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndAsync(FeedScope scope, Guid id, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || scope == FeedScope.Organisation)
            return NotFound();
        var outcome = await links.RevokeAsync(scope, id, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return await AgainAsync(outcome, cancellationToken);
        this.Notify("The calendar address no longer works.");
        return RedirectToPage();
    }

    private async Task<IActionResult> AgainAsync(Domain.Outcome outcome, CancellationToken cancellationToken)
    {
        await OnGetAsync(cancellationToken);
        return this.PageWithRefusals(outcome.Refusals);
    }
}
