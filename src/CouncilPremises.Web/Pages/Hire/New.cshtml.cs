using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Hire;
using CouncilPremises.Application.Setup;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Web.Binding;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>Begins an application, perhaps for a room and time chosen on the room's page.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class NewModel(HireDrafts drafts, HireRooms rooms, FirstWeek week) : PageModel
{
    private HireRoom? chosen;

    [BindProperty]
    public NewInput Input { get; set; } = new();

    /// <summary>The room's word in its address.</summary>
    [FromQuery(Name = "room")]
    public string? Room { get; set; }

    // An address that names no day or time is still a good way to begin: what cannot be read is asked for later
    [FromQuery(Name = "date")]
    public string? Date { get; set; }

    [FromQuery(Name = "start")]
    public string? Start { get; set; }

    [FromQuery(Name = "end")]
    public string? End { get; set; }

    /// <summary>What was asked for, carried along until somebody has said who hires.</summary>
    public string Query => Request.QueryString.Value ?? "";

    /// <summary>True once the council has opened applications to the public.</summary>
    public bool IsOpen { get; private set; }

    public IReadOnlyList<Choice> Groups { get; private set; } = [];

    /// <summary>The room and time asked for, in words.</summary>
    public string? Wanted => chosen is null ? null : When() switch
    {
        { FirstDay: { } day, Start: { } start, End: { } end } => $"{chosen.Name}, {chosen.Venue}: {PremisesWords.Day(day)}, {PremisesWords.Span(start, end)}",
        { FirstDay: { } day } => $"{chosen.Name}, {chosen.Venue}: {PremisesWords.Day(day)}",
        _ => $"{chosen.Name}, {chosen.Venue}",
    };

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (!IsOpen)
            return this.PageWithRefusals([new Refusal("Setup", "Applications are not open yet, so nothing was started")]);
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await drafts.StartAsync(Input.OrganisationId!.Value, When(), User.ToActor(), cancellationToken);
        return outcome.Succeeded ? Redirect(HireSteps.Home(outcome.Value)) : this.PageWithRefusals(outcome.Refusals);
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        IsOpen = await week.IsOpenAsync(cancellationToken);
        Groups = [.. (await rooms.GroupsAsync(User.ToActor(), cancellationToken)).Select(group => new Choice(group.Id.ToString(), group.Name))];
        chosen = Room is null ? null : (await rooms.ListAsync(cancellationToken)).FirstOrDefault(room => room.Slug == Room);
    }

    private WhenAnswers When() => new()
    {
        SpaceId = chosen?.Id,
        FirstDay = DayLines.Read(Date, out var days) is { Count: 0 } && days.Count == 1 ? days[0] : null,
        Start = TimeText.TryRead(Start, out var start) ? start : null,
        End = TimeText.TryRead(End, out var end) ? end : null,
    };

    public sealed class NewInput
    {
        [Display(Name = "Who it is for"), Required(ErrorMessage = "Choose who it is for")]
        public Guid? OrganisationId { get; set; }
    }
}
