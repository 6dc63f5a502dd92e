using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>The page of one section: of an application that is not sent yet, or one that a question of the council has opened again.</summary>
[RequirePermission(Permission.UseAccount)]
public abstract class SectionPage(CaseFiles files, GrantDrafts drafts) : PageModel
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
    public GrantFile Application { get; private set; } = null!;

    /// <summary>The section this page asks for.</summary>
    public abstract GrantSection Section { get; }

    /// <summary>The answers as they are written so far.</summary>
    public GrantAnswers Written => GrantDrafts.Open(Application) ?? Application.Grant.Answers;

    /// <summary>True while the whole application is being written.</summary>
    public bool IsDraft => Application.Case.State == CaseState.Draft;

    /// <summary>What the council asks about this section; null when nothing.</summary>
    public string? Asked => IsDraft ? null : Application.InformationRequests.LastOrDefault(r => r.Answer is null)?.AskedOfGrant.FirstOrDefault(one => one.Section == Section)?.Question;

    /// <summary>True when the page holds answers from earlier that the group has not looked over.</summary>
    public bool IsFilledIn => IsDraft && !GrantSteps.IsDone(Application, Section) && GrantDrafts.Problems(Application, Written, [Section]).Count == 0;

    /// <summary>Where the group came from.</summary>
    public string BackHref => !IsDraft ? GrantSteps.Answer(Reference) : From == "check" ? GrantSteps.Check(Reference) : GrantSteps.Home(Reference);

    /// <summary>The row that was just added takes the keyboard, without a script; null leaves the attribute out.</summary>
    public string? Focus(int row, int rows) => Act == "add" && row == rows - 1 ? "" : null;

    /// <summary>Who is signed in.</summary>
    protected Actor Me => User.ToActor();

    /// <summary>Shows what is answered so far.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (GrantDrafts.MayNotWrite(Application, Section, Me) is { } no)
            return no.Code == "Role" ? Forbid() : Redirect(GrantSteps.Home(Reference));
        Show(Written);
        return Page();
    }

    /// <summary>Saves the page and goes on, or shows it again with what is wrong.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Complete();
        // A post to a section that is not open is refused and logged whatever it holds
        var no = GrantDrafts.MayNotWrite(Application, Section, Me);
        if (no is null && Act is not null && WithRowsChanged(Act) is { } again)
            return again;
        if (no is null && !ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await drafts.SaveAsync(Reference, new GrantPage(Section, Apply, ForLater: !IsFinished(Act)), Me, cancellationToken);
        if (!outcome.Succeeded)
            return no?.Code == "Role" ? Forbid() : this.PageWithRefusals(OnThisPage(outcome.Refusals));
        // What was saved decides where to go on
        await LoadAsync(cancellationToken);
        return Redirect(NextHref(Act) ?? Next());
    }

    /// <summary>Fills the page from the answers.</summary>
    protected abstract void Show(GrantAnswers answers);

    /// <summary>Puts the page's answers in.</summary>
    protected abstract GrantAnswers Apply(GrantAnswers answers);

    /// <summary>What was refused, each with the page's own box where it has another name there.</summary>
    protected virtual IReadOnlyList<Refusal> OnThisPage(IReadOnlyList<Refusal> refusals) => refusals;

    /// <summary>Puts back what a form cannot send: an empty first row.</summary>
    protected virtual void Complete() { }

    /// <summary>Adds or removes a row; false when the button means something else.</summary>
    protected virtual bool ChangeRows(string act) => false;

    /// <summary>True when the button says that the section is complete, so that everything in it has to be right.</summary>
    protected virtual bool IsFinished(string? act) => act != "later";

    /// <summary>Where a button leads once the page is saved; null for the next section.</summary>
    protected virtual string? NextHref(string? act) => act == "later" ? IsDraft ? GrantSteps.Home(Reference) : GrantSteps.Answer(Reference) : null;

    /// <summary>What the page needs besides the application.</summary>
    protected virtual Task ReadAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The page with a row more or less. What cannot be read stays as it was typed: a row is taken out only where nothing else would be lost by it
    private IActionResult? WithRowsChanged(string act)
    {
        var isRemoval = act.StartsWith("remove-", StringComparison.Ordinal);
        if (isRemoval)
            foreach (var key in ModelState.Keys.Where(key => key.Contains($"[{act["remove-".Length..]}].", StringComparison.Ordinal)).ToList())
                ModelState.Remove(key);
        if ((isRemoval && !ModelState.IsValid) || !ChangeRows(act))
            return null;
        if (isRemoval)
            ModelState.Clear();
        return ModelState.IsValid ? Page() : this.PageWithMistakes();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await files.LoadGrantAsync(Reference, Me, cancellationToken) is not { } file)
            return false;
        Application = file;
        await ReadAsync(cancellationToken);
        return true;
    }

    // Back to the answers when the group came from there
    private string Next() => !IsDraft ? GrantSteps.Answer(Reference)
        : From == "check" ? GrantSteps.Check(Reference)
        : Section == GrantSteps.All[^1] ? GrantSteps.AfterQuestions(Application) : GrantSteps.Href(Reference, Section + 1);
}
