using System.ComponentModel.DataAnnotations;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Programme;

/// <summary>What the two pages with a criterion share.</summary>
[RequirePermission(Permission.ManageFunds)]
public abstract class CriterionPage : PageModel
{
    [BindProperty]
    public CriterionInput Input { get; set; } = new();

    /// <summary>Goes to the criteria, or shows the form again, each reason beside the box it is about.</summary>
    protected IActionResult Answer(Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (!outcome.Succeeded)
            return this.PageWithRefusals([.. outcome.Refusals.Select(refusal => refusal with { Field = Box(refusal.Field) })]);
        this.Notify("The criterion is saved.");
        return Redirect("/funds/self-assessment/criteria");
    }

    private static string? Box(string? field) => field?.StartsWith(nameof(CriterionFacts.LooksLike), StringComparison.Ordinal) == true ? field + "." + nameof(LevelInput.Text) : field;

    /// <summary>A criterion as it is typed.</summary>
    public sealed class CriterionInput
    {
        [Display(Name = "What is judged")]
        public string? Title { get; set; }

        [Display(Name = "Its place")]
        public int? Place { get; set; }

        [Display(Name = "Whether it is in use")]
        public bool IsInUse { get; set; }

        [MaxLength(CriterionFacts.Levels, ErrorMessage = "There are five levels")]
        public List<LevelInput> LooksLike { get; set; } = [];

        /// <summary>A criterion as it is written in the boxes.</summary>
        public static CriterionInput Of(ProgrammeCriterion criterion)
        {
            ArgumentNullException.ThrowIfNull(criterion);
            return new() { Title = criterion.Title, Place = criterion.Place, IsInUse = criterion.IsInUse, LooksLike = [.. criterion.Levels.Select(level => new LevelInput { Text = level })] };
        }

        /// <summary>The facts as typed.</summary>
        public CriterionFacts ToFacts() => new(Place, Title ?? "", LooksLike.Select(level => level.Text ?? "").ToValueList(), IsInUse);
    }

    /// <summary>What a level looks like, as it is typed.</summary>
    public sealed class LevelInput
    {
        [Display(Name = "What the level looks like")]
        public string? Text { get; set; }
    }

    /// <summary>A box for each level.</summary>
    protected void FillLevels()
    {
        while (Input.LooksLike.Count < CriterionFacts.Levels)
            Input.LooksLike.Add(new LevelInput());
    }
}
