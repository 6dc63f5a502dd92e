using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Work;

/// <summary>The work queue: its first row is the next thing to do. Filters stay until they are changed.</summary>
[RequirePermission(Permission.ReadCases)]
public sealed class IndexModel(CaseQueue queue, SavedFilters filters, BulkWork bulk, RoomQueries rooms) : PageModel
{
    /// <summary>Part of the work shown; without one, how the person looked last.</summary>
    [BindProperty(SupportsGet = true, Name = "view")] public QueueView? View { get; set; }

    /// <summary>One venue only.</summary>
    [BindProperty(SupportsGet = true, Name = "venue")] public Guid? Venue { get; set; }

    /// <summary>One state only.</summary>
    [BindProperty(SupportsGet = true, Name = "state")] public CaseState? State { get; set; }

    /// <summary>Hires only, or grants only.</summary>
    [BindProperty(SupportsGet = true, Name = "kind")] public CaseKind? Kind { get; set; }

    /// <summary>Part of a reference or of a hirer's name.</summary>
    [BindProperty(SupportsGet = true, Name = "search")] public string? Search { get; set; }

    /// <summary>Page, 1 for the first.</summary>
    [FromQuery(Name = "page")]
    public int? PageNumber { get; set; }

    /// <summary>True to show every row ticked.</summary>
    [FromQuery(Name = "tick")] public bool Tick { get; set; }

    /// <summary>Rows ticked: reference and version as shown, "HB-2026-00012.7".</summary>
    [BindProperty(Name = "case")]
    public List<string> Ticked { get; set; } = [];

    /// <summary>Name of a filter to keep.</summary>
    [BindProperty] public string? Name { get; set; }
    /// <summary>What the queue holds.</summary>
    public QueuePage Queue { get; private set; } = null!;

    /// <summary>Filters the person keeps.</summary>
    public IReadOnlyList<SavedFilter> Kept { get; private set; } = [];

    /// <summary>Venues to choose from.</summary>
    public IReadOnlyList<Choice> Venues { get; private set; } = [];

    /// <summary>What became of an act on several cases; null when none was done.</summary>
    public IReadOnlyList<BulkResult>? Results { get; private set; }

    /// <summary>True when the person may act on cases.</summary>
    public bool Works => User.Has(Permission.WorkCases);

    /// <summary>The filter shown.</summary>
    public QueueFilter Filter => new(View ?? (Works || !User.ToActor().HasAny(Roles.Reviewer | Roles.PreventLead | Roles.SafeguardingOfficer) ? QueueView.All : QueueView.Mine), Venue, Search?.Length > QueueFilter.LongestSearch ? Search[..QueueFilter.LongestSearch] : Search, PageNumber ?? 1, State, Kind);

    /// <summary>Shows the queue.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear(); // an answer that is not offered shows everything
        var kept = await filters.ListAsync(User.ToActor(), cancellationToken);
        var last = kept.FirstOrDefault(one => one.Name.Length == 0);
        if (View is null && Request.Query.Count == 0 && last is not null)
            (View, Venue, State, Kind, Search) = (last.View, last.VenueId, last.State, last.Kind, last.Search);
        else if (View is not null && last?.Filter != Filter with { Page = 1 })
            await filters.RememberAsync(Filter, User.ToActor(), cancellationToken);
        return await ShowAsync(cancellationToken);
    }

    /// <summary>States for every case ticked that the person has no interest in it.</summary>
    public async Task<IActionResult> OnPostNoInterestAsync(CancellationToken cancellationToken)
    {
        if (Ticked.Count > 0)
            Results = await bulk.StateNoInterestAsync([.. Chosen.Of(Ticked).Select(one => one.Reference)], User.ToActor(), cancellationToken);
        return Results is null ? await NoneTickedAsync(cancellationToken) : await ShowAsync(cancellationToken);
    }

    /// <summary>Goes to the page that approves the cases ticked.</summary>
    public async Task<IActionResult> OnPostApproveAsync(CancellationToken cancellationToken) =>
        Ticked.Count > 0 ? Redirect("/approvals?" + string.Join('&', Ticked.Take(BulkWork.Most).Select(one => "case=" + Uri.EscapeDataString(one)))) : await NoneTickedAsync(cancellationToken);

    /// <summary>Keeps the filter shown under a name.</summary>
    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        var outcome = await filters.SaveAsync(Name, Filter, User.ToActor(), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Notify("The filter is kept.");
            return Redirect("/work?" + QueueWords.Query(Filter));
        }
        await ShowAsync(cancellationToken);
        return this.PageWithRefusals(outcome.Refusals);
    }

    /// <summary>Removes a filter.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellationToken) =>
        (await filters.RemoveAsync(id, User.ToActor(), cancellationToken)).Succeeded ? Redirect("/work") : NotFound();

    private async Task<IActionResult> NoneTickedAsync(CancellationToken cancellationToken)
    {
        ModelState.AddModelError("", "Tick at least one case first.");
        await ShowAsync(cancellationToken);
        return this.PageWithMistakes();
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Queue = await queue.ReadAsync(Filter, User.ToActor(), cancellationToken);
        Kept = [.. (await filters.ListAsync(User.ToActor(), cancellationToken)).Where(one => one.Name.Length > 0)];
        Venues = [.. (await rooms.VenuesAsync(cancellationToken)).Select(venue => new Choice(venue.Id.ToString(), venue.Name))];
        return Page();
    }
}
