using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Work;

/// <summary>Who works on hire cases, how much each has, and who is away: their cover sees their work.</summary>
[RequirePermission(Permission.ReadCases)]
public sealed class TeamModel(Absences absences) : PageModel
{
    /// <summary>Whose absence.</summary>
    [BindProperty]
    public Guid? Who { get; set; }

    /// <summary>First day away.</summary>
    [BindProperty, Display(Name = "First day away")]
    public DateOnly? From { get; set; }

    /// <summary>Last day away.</summary>
    [BindProperty, Display(Name = "Last day away")]
    public DateOnly? Until { get; set; }

    /// <summary>Everybody who works on hire cases.</summary>
    public IReadOnlyList<TeamRow> Team { get; private set; } = [];

    /// <summary>Those whose absence this person may enter: an approver anybody's, everybody else their own.</summary>
    public IReadOnlyList<TeamRow> Mine => [.. Team.Where(one => one.Id == User.ToActor().Id || User.ToActor().HasAny(Roles.FacilitiesApprover))];

    /// <summary>Shows the team.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Team = await absences.TeamAsync(cancellationToken);
        Who = User.ToActor().Id;
    }

    /// <summary>Enters an absence.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SetAsync(From, Until, isAway: true, cancellationToken);

    /// <summary>Says that somebody is here again.</summary>
    public Task<IActionResult> OnPostBackAsync(CancellationToken cancellationToken) => SetAsync(null, null, isAway: false, cancellationToken);

    private async Task<IActionResult> SetAsync(DateOnly? from, DateOnly? until, bool isAway, CancellationToken cancellationToken)
    {
        Team = await absences.TeamAsync(cancellationToken);
        if (isAway && ModelState.IsValid && from is null)
            ModelState.AddModelError(nameof(From), "Enter the first day away.");
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await absences.SetAsync(Who ?? User.ToActor().Id, from, until, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify(isAway ? "The absence is saved. On those days the cover sees the work." : "The absence is removed.");
        return RedirectToPage();
    }
}
