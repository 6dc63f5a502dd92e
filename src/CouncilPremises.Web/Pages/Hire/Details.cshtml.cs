using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>An application: its tasks until it is sent, and where it stands from then on.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class DetailsModel(CaseFiles files) : PageModel
{
    [FromRoute]
    public string Reference { get; set; } = "";

    public CaseFile Application { get; private set; } = null!;

    public HireStatus Status => HireStatus.Of(Application);

    public bool IsDraft => Application.Case.State == CaseState.Draft;

    public string Title => Application.Hire.Answers.Event.Title ?? "Your application";

    public IReadOnlyList<HireTask> Tasks => HireTask.For(Application);

    public HireAnswersView Answers => new(Reference, AnswerSummary.Of(Application), CanChange: false);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await files.LoadAsync(Reference, User.ToActor(), cancellationToken) is not { } file)
            return NotFound();
        Application = file;
        return Page();
    }
}
