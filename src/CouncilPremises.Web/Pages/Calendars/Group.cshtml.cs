using CouncilPremises.Application.Calendars;
using CouncilPremises.Domain.Calendars;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Calendars;

/// <summary>A group's calendar address: make it, replace it, end it.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class GroupModel(CalendarLinks links) : PageModel
{
    public IReadOnlyList<FeedRow> Feeds { get; private set; } = [];

    /// <summary>The address just made: shown once.</summary>
    [TempData]
    public string? NewAddress { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Feeds = await links.OfGroupsAsync(User.ToActor(), cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var outcome = await links.CreateAsync(FeedScope.Organisation, id, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return await AgainAsync(outcome, cancellationToken);
        NewAddress = outcome.Value.AbsoluteUri;
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancellationToken)
    {
        var outcome = await links.RevokeAsync(FeedScope.Organisation, id, User.ToActor(), cancellationToken);
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
