using CouncilPremises.Application.Grants;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>Rounds in which groups can apply for a grant now or soon.</summary>
[AllowAnonymous]
public sealed class IndexModel(GrantRounds rounds) : PageModel
{
    /// <summary>Rounds that are open, those that close first on top.</summary>
    public IReadOnlyList<RoundCard> Open { get; private set; } = [];

    /// <summary>Rounds that open later.</summary>
    public IReadOnlyList<RoundCard> Coming { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var all = await rounds.ListAsync(cancellationToken);
        (Open, Coming) = ([.. all.Where(round => round.IsOpen)], [.. all.Where(round => !round.IsOpen).OrderBy(round => round.OpensUtc)]);
    }
}
