using CouncilPremises.Application.Awards;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Awards;

/// <summary>What funded groups learned and let others read.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class LessonsModel(SharedLessons lessons) : PageModel
{
    /// <summary>Page of the list, from the address.</summary>
    [FromQuery(Name = "page")]
    public int? PageNumber { get; set; }

    /// <summary>A page of them.</summary>
    public LessonsPage Shown { get; private set; } = null!;

    /// <summary>Shows them to funded groups and grant staff; others find nothing here.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await lessons.ReadAsync(PageNumber ?? 1, User.ToActor(), cancellationToken) is not { } found)
            return NotFound();
        Shown = found;
        return Page();
    }
}
