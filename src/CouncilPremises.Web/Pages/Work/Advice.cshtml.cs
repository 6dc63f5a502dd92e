using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Work;

/// <summary>What is asked of the person: the Prevent lead, safeguarding officers, and officers for those outside the council.</summary>
[RequirePermission(Permission.AnswerConsultations)]
public sealed class AdviceModel(AdviceQueue advice) : PageModel
{
    /// <summary>Open requests, the longest due first.</summary>
    public IReadOnlyList<AdviceRow> Rows { get; private set; } = [];

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await advice.ReadAsync(User.ToActor(), cancellationToken);
}
