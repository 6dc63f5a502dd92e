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

/// <summary>One page of questions: of an application that is not sent yet, or of sections that a request of the council or a change has opened.</summary>
[RequirePermission(Permission.UseAccount)]
public abstract class StepPage(CaseFiles files, HireDrafts drafts) : PageModel
{
    /// <summary>The application's reference, from the address.</summary>
    [FromRoute]
    public string Reference { get; set => field = value.ToUpperInvariant(); } = "";

    /// <summary>"check" when the group came from its answers and goes back there.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; set; }

    /// <summary>The button pressed: continue, later, or adding and removing rows.</summary>
    [FromForm(Name = "act")]
    public string? Act { get; set; }

    /// <summary>The application.</summary>
    public HireFile Application { get; private set; } = null!;

    /// <summary>The answers as they are written so far.</summary>
    public HireAnswers Written => Application.Open?.Answers ?? Application.Hire.Answers;

    /// <summary>True while the whole application is being written.</summary>
    public bool IsDraft => Application.Case.State == CaseState.Draft;

    /// <summary>What the council asks about the sections of this page.</summary>
    public IReadOnlyList<string> Asked => Application.Case.State == CaseState.InfoRequested && Application.InformationRequests.LastOrDefault(r => r.Answer is null) is { } request
        ? [.. request.Asked.Where(one => Step.Sections.Contains(one.Section)).Select(one => one.Question)]
        : [];

    /// <summary>True when the page holds answers from earlier that the group has not looked over.</summary>
    public bool IsFilledIn => IsDraft && !Step.IsDone(Application) && (Step == HireSteps.Contact
        ? Written.Contact.Name is not null
        : Step.Sections.All(section => HireValidation.Section(section, Written, Application.Derived.Facts, Application.Policy).Count == 0));

    /// <summary>Where this page stands among the others.</summary>
    public abstract HireStep Step { get; }

    /// <summary>What the page before this one is called.</summary>
    public string BackHref => !IsDraft ? HireSteps.Hub(Application) : From == "check" ? HireSteps.Check(Reference) : HireSteps.Home(Reference);

    /// <summary>True when the page asks for a section. A page shown again after everything was sent keeps what was typed.</summary>
    public bool Opens(HireSection section) => Application.Open is not { } open || open.Sections.Contains(section);

    /// <summary>The row that was just added takes the keyboard, without a script; null leaves the attribute out.</summary>
    public string? Focus(int row, int rows) => Act == "add" && row == rows - 1 ? "" : null;

    /// <summary>Shows what is answered so far.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Application.Open is not { } open || !Step.Sections.Any(open.Sections.Contains) || !HireSteps.For(Written).Contains(Step))
            return Redirect(HireSteps.Home(Reference));
        Show(Written);
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
        // A post to a part that is not open is refused and logged whatever it holds
        if (!ModelState.IsValid && !Shut().Any())
            return this.PageWithMistakes();
        var page = new DraftPage([.. Sections().Where(Opens), .. Shut()], Apply, ForLater: Act == "later") { Partly = [.. Step.Sections.Except(Sections()).Where(Opens)] };
        var outcome = await drafts.SaveAsync(Reference, page, User.ToActor(), cancellationToken);
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
        var file = await files.LoadHireAsync(Reference, User.ToActor(), cancellationToken);
        if (file is null)
            return false;
        Application = file;
        await ReadAsync(cancellationToken);
        return true;
    }

    // Boxes of a section that the page did not show: somebody made the post by hand, and the service refuses and logs it
    private IEnumerable<HireSection> Shut()
    {
        var sent = Request.Form.Keys.Where(key => key.StartsWith("Input.", StringComparison.Ordinal)).Select(key => key.Split('.')[1]).ToHashSet();
        var whole = !Step.Sections.Any(Opens);
        return Enum.GetValues<HireSection>().Where(section => !Opens(section) && (sent.Contains(section.ToString()) || (whole && Step.Sections.Contains(section))));
    }

    // Back to the answers when the group came from there, unless this answer has made another page necessary
    private async Task<string> NextAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!IsDraft)
            return Step != HireSteps.Organiser && Opens(HireSection.OnBehalf) && Step.Sections.Contains(HireSection.OnBehalf) && Written.OnBehalf.IsForOthers()
                ? HireSteps.Organiser.Href(Reference) : HireSteps.Hub(Application);
        var open = HireSteps.For(Application).FirstOrDefault(step => step.Place > Step.Place && !step.IsDone(Application));
        if (From == "check")
            return open is null ? HireSteps.Check(Reference) : open.Href(Reference) + "?from=check";
        return HireSteps.For(Application).FirstOrDefault(step => step.Place > Step.Place)?.Href(Reference) ?? HireSteps.AfterQuestions(Application);
    }
}
