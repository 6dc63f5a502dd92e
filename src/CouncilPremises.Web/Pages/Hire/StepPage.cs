using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>One page of questions of an application that is not sent yet.</summary>
[RequirePermission(Permission.UseAccount)]
public abstract class StepPage(CaseFiles files, HireDrafts drafts) : PageModel
{
    /// <summary>The application's reference, from the address.</summary>
    [FromRoute]
    public string Reference { get; set; } = "";

    /// <summary>"check" when the group came from its answers and goes back there.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; set; }

    /// <summary>The button pressed: continue, later, or adding and removing rows.</summary>
    [FromForm(Name = "act")]
    public string? Act { get; set; }

    /// <summary>The application.</summary>
    public CaseFile Application { get; private set; } = null!;

    /// <summary>Where this page stands among the others.</summary>
    public abstract HireStep Step { get; }

    /// <summary>What the page before this one is called.</summary>
    public string BackHref => From == "check" ? HireSteps.Check(Reference) : HireSteps.Home(Reference);

    /// <summary>Shows what is answered so far.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Application.Case.State != CaseState.Draft || !HireSteps.For(Application).Contains(Step))
            return Redirect(HireSteps.Home(Reference));
        Show(Application.Hire.Answers);
        return Page();
    }

    /// <summary>Saves the page and goes on, or shows it again with what is wrong.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Complete();
        if (Act is not null && ChangeRows(Act))
        {
            ModelState.Clear();
            return Page();
        }
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await drafts.SaveAsync(Reference, new DraftPage(Sections(), Apply, ForLater: Act == "later"), User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals([.. outcome.Refusals.Select(refusal => refusal with { Field = FieldOf(refusal) })]);
        return Redirect(Act == "later" ? HireSteps.Home(Reference) : await NextAsync(cancellationToken));
    }

    /// <summary>The sections that this page must get right.</summary>
    protected virtual IReadOnlyList<HireSection> Sections() => Step.Sections;

    /// <summary>Fills the page from the answers.</summary>
    protected abstract void Show(HireAnswers answers);

    /// <summary>Puts the page's answers in.</summary>
    protected abstract HireAnswers Apply(HireAnswers answers);

    /// <summary>The page's own box for an answer, where it has another name there.</summary>
    protected virtual string? FieldOf(Refusal refusal) => refusal.Field;

    /// <summary>Puts back what a form cannot send: an empty first row.</summary>
    protected virtual void Complete() { }

    /// <summary>Adds or removes a row; false when the button means something else.</summary>
    protected virtual bool ChangeRows(string act) => false;

    /// <summary>What the page needs besides the application.</summary>
    protected virtual Task ReadAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var file = await files.LoadAsync(Reference, User.ToActor(), cancellationToken);
        if (file is null)
            return false;
        Application = file;
        await ReadAsync(cancellationToken);
        return true;
    }

    // Back to the answers when the group came from there, unless this answer has made another page necessary
    private async Task<string> NextAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var open = HireSteps.For(Application).FirstOrDefault(step => step.Place > Step.Place && !step.IsDone(Application));
        if (From == "check")
            return open is null ? HireSteps.Check(Reference) : open.Href(Reference) + "?from=check";
        return HireSteps.For(Application).FirstOrDefault(step => step.Place > Step.Place)?.Href(Reference) ?? HireSteps.AfterQuestions(Application);
    }
}
