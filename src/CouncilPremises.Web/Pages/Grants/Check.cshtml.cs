using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>All answers read back, everything that stops sending with the page where it is put right, and sending: one act.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class CheckModel(CaseFiles files, GrantSubmissions submissions) : PageModel
{
    [FromRoute]
    public string Reference { get; set => field = value.ToUpperInvariant(); } = "";

    public GrantFile Application { get; private set; } = null!;

    public IReadOnlyList<GrantProblem> Problems => field ??= GrantProblem.Of(Application);

    public GrantAnswersView Answers => new(Reference, GrantAnswerSummary.Of(Application.Grant.Answers, Application.Fund), Application.Grant.Answers.Budget, CanChange: true);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await files.LoadGrantAsync(Reference, User.ToActor(), cancellationToken) is not { } file)
            return NotFound();
        if (file.Case.State != CaseState.Draft)
            return Redirect(GrantSteps.Home(Reference));
        if (file.CannotSpeakFor(User.ToActor()) is { Code: "Role" })
            return Forbid();
        Application = file;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await submissions.SubmitAsync(Reference, User.ToActor(), cancellationToken);
        if (outcome.Succeeded)
            return Redirect($"{GrantSteps.Home(Reference)}/sent");
        if (await files.LoadGrantAsync(Reference, User.ToActor(), cancellationToken) is not { } file)
            return NotFound();
        if (file.CannotSpeakFor(User.ToActor()) is { Code: "Role" })
            return Forbid();
        Application = file;
        // The answers' own mistakes are listed below with links; what is left is said at the top
        var others = outcome.Refusals.Where(refusal => refusal.Field is null).DistinctBy(refusal => refusal.Sentence).ToList();
        return this.PageWithRefusals(others.Count > 0 ? others : [new Refusal("Answers", "Put right what is listed below, and send it then")]);
    }
}
