using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Work;

/// <summary>The work queue: its first row is the next thing to do.</summary>
[RequirePermission(Permission.ReadCases)]
public sealed class IndexModel(CaseQueue queue) : PageModel
{
    /// <summary>Part of the work shown; the whole by default.</summary>
    [FromQuery]
    public QueueView View { get; set; } = QueueView.All;

    /// <summary>Part of a reference or of a hirer's name.</summary>
    [FromQuery]
    public string? Search { get; set; }

    /// <summary>Page, 1 for the first.</summary>
    [FromQuery(Name = "page")]
    public int? PageNumber { get; set; }

    /// <summary>What the queue holds.</summary>
    public QueuePage Queue { get; private set; } = null!;

    /// <summary>Shows the queue.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Queue = await queue.ReadAsync(new QueueFilter(View, null, Search?.Length > 100 ? Search[..100] : Search, PageNumber ?? 1), User.ToActor(), cancellationToken);
        return Page();
    }

    /// <summary>A view's name on its tab.</summary>
    public static string Words(QueueView view) => view switch
    {
        QueueView.Mine => "Mine",
        QueueView.Unassigned => "Unassigned",
        QueueView.Waiting => "Waiting on others",
        QueueView.Late => "Late",
        QueueView.All => "All open",
    };
}
