using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Programme;

/// <summary>The self-assessments of the programme by year, and where one is begun.</summary>
[RequirePermission(Permission.ReadGrants)]
public sealed class AssessmentsModel(SelfAssessmentQueries queries, SelfAssessments assessments) : PageModel
{
    /// <summary>The year to begin.</summary>
    [BindProperty, Display(Name = "The financial year")]
    public int? Year { get; set; }

    /// <summary>Years by newest.</summary>
    public IReadOnlyList<SelfAssessmentRow> Rows { get; private set; } = [];

    /// <summary>Where an assessment stands, in words.</summary>
    public static string Words(SelfAssessmentState? state) => state switch
    {
        SelfAssessmentState.Open => "Being written",
        SelfAssessmentState.Completed => "Completed, to be signed",
        SelfAssessmentState.SignedOff => "Signed",
        null => "Not begun",
    };

    /// <summary>The colour of its tag; the word says the same.</summary>
    public static string Colour(SelfAssessmentState? state) => state switch
    {
        SelfAssessmentState.Open => "blue",
        SelfAssessmentState.Completed => "yellow",
        SelfAssessmentState.SignedOff => "green",
        null => "grey",
    };

    /// <summary>Shows the years.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await queries.ListAsync(cancellationToken);

    /// <summary>Begins one and goes to it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Rows = await queries.ListAsync(cancellationToken);
        if (Year is null && ModelState.IsValid)
            ModelState.AddModelError("", "Choose the year to begin");
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await assessments.StartAsync(new FinancialYear(Year!.Value), User.ToActor(), cancellationToken);
        return outcome.Succeeded ? Redirect($"/funds/self-assessment/{Year}") : this.PageWithRefusals([.. outcome.Refusals.Select(refusal => refusal with { Field = null })]);
    }
}
