using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Lists;

/// <summary>The possible matches to resolve, over all cases, strongest first.</summary>
[RequirePermission(Permission.ResolveHits)]
public sealed class HitsModel(HitQueue hits, Triage triage) : PageModel
{
    /// <summary>Part of the queue.</summary>
    [FromQuery]
    public HitView View { get; set; }

    /// <summary>Page, 1 for the first.</summary>
    [FromQuery(Name = "page")]
    public int? PageNumber { get; set; }

    /// <summary>What the queue holds.</summary>
    public HitPage Queue { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Queue = await hits.ReadAsync(View, PageNumber ?? 1, User.ToActor(), cancellationToken);

    /// <summary>One statement for the cases that were listed: the officer has no interest in any of them. S3.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] List<string> references, CancellationToken cancellationToken)
    {
        foreach (var reference in references.Distinct().Take(HitQueue.PageSize))
        {
            var outcome = await triage.StateInterestAsync(reference, new StateInterest(false, null), User.ToActor(), cancellationToken);
            if (!outcome.Succeeded)
            {
                await OnGetAsync(cancellationToken);
                return this.PageWithRefusals(outcome.Refusals);
            }
        }
        this.Notify("Your statement is recorded for these cases.");
        return RedirectToPage(new { View });
    }

    internal static string Link(HitRow row, HitView view) => $"/cases/{row.Reference}/hits/{row.Id}?queue={view}";

    internal static string Words(HitView view) => view switch
    {
        HitView.ToResolve => "To resolve",
        HitView.ToAgree => "To agree",
        HitView.MyProposals => "My proposals",
    };

    internal static string Empty(HitView view) => view switch
    {
        HitView.ToResolve => "Nothing is to be resolved. Names are looked up when an application is sent, when an officer looks them up again, and when a list changes.",
        HitView.ToAgree => "No colleague's proposal waits for a second person.",
        HitView.MyProposals => "None of your proposals waits for a colleague.",
    };
}
