using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.Pages.Funds;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Programme;

/// <summary>The self-assessment of a year: written with gaps, completed by one person, signed or sent back by another, read by all.</summary>
[RequirePermission(Permission.ReadGrants)]
public sealed class AssessModel(SelfAssessmentQueries queries, SelfAssessments assessments) : PageModel
{
    /// <summary>The calendar year in which the financial year starts, from the address.</summary>
    [FromRoute]
    public int Year { get; set; }

    /// <summary>The assessment as the page showed it.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public FindingsInput Input { get; set; } = new();

    /// <summary>The button pressed.</summary>
    [BindProperty]
    public string? Act { get; set; }

    /// <summary>What is shown.</summary>
    public SelfAssessmentView View { get; private set; } = null!;

    /// <summary>The assessment.</summary>
    public SelfAssessment Assessment => View.Assessment;

    /// <summary>The year.</summary>
    public FinancialYear Of => new(Year);

    /// <summary>True where boxes are shown: while it is written, and while something typed would be lost otherwise.</summary>
    public bool IsForm { get; private set; }

    /// <summary>True for whoever may sign it or send it back.</summary>
    public bool MaySign => Assessment.State == SelfAssessmentState.Completed && User.Has(Permission.DecideGrants) && Assessment.WhyNotSign(User.ToActor().Id) is null;

    /// <summary>The levels of a criterion to choose from, each with what it looks like.</summary>
    public static IReadOnlyList<Choice> Levels(CriterionFinding finding) => [.. finding.Levels.Index().Select(level => new Choice($"{level.Index + 1}", $"{level.Index + 1}", level.Item))];

    /// <summary>How a level compares with the year before; null without one.</summary>
    public string? Compared(CriterionFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (!View.Before.TryGetValue(finding.CriterionId, out var before))
            return null;
        return (finding.Level - before) switch
        {
            null => $"Level {before} the year before",
            0 => $"Level {before} the year before: the same",
            > 0 and var up => $"Level {before} the year before: up {up}",
            var down => $"Level {before} the year before: down {-down}",
        };
    }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        (Input, Version, IsForm) = (FindingsInput.Of(Assessment), Assessment.Version, Assessment.State == SelfAssessmentState.Open && User.Has(Permission.ManageFunds));
        return Page();
    }

    /// <summary>Saves, completes, signs or sends back.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        IsForm = Act is not ("sign" or "back");
        Input.Arrange(Assessment);
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var (actor, typed) = (User.ToActor(), Input.ToFindings());
        var (outcome, done) = Act switch
        {
            "complete" => (await assessments.CompleteAsync(Of, Version, typed, actor, cancellationToken), "The self-assessment is completed. Somebody else signs it."),
            "sign" => (await assessments.SignAsync(Of, Version, actor, cancellationToken), "The self-assessment is signed."),
            "back" => (await assessments.SendBackAsync(Of, Version, Input.Reason, actor, cancellationToken), "The self-assessment is sent back."),
            _ => (await assessments.SaveAsync(Of, Version, typed, actor, cancellationToken), "What you wrote is kept."),
        };
        return Answer(outcome, done);
    }

    private IActionResult Answer(Outcome outcome, string done)
    {
        if (outcome.IsConflict)
            Version = this.SeenAnew(Assessment.Version);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify(done);
        return Redirect($"/funds/self-assessment/{Year}");
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (!Of.IsKnown || await queries.FindAsync(Of, cancellationToken) is not { } found)
            return false;
        View = found;
        return true;
    }
}
