using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CouncilPremises.Web.Pages.Organisation;

/// <summary>Asks the lead contact of a known organisation to be let in.</summary>
[RequirePermission(Permission.UseAccount), EnableRateLimiting(Sessions.Throttled)]
public sealed class JoinModel(JoiningRequests requests) : PageModel
{
    [BindProperty]
    public JoinInput Input { get; set; } = new();

    public void OnGet([FromQuery(Name = "number")] string? number) => Input.Number = number;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await requests.AskAsync(Input.Number!, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify("We have asked the lead contact. You get a message when they answer.");
        return RedirectToPage("/Account/Home");
    }
}

/// <summary>The number of the organisation to join.</summary>
public sealed class JoinInput
{
    [Display(Name = "Number"), Required(ErrorMessage = "Enter the charity or company number")]
    public string? Number { get; set; }
}
