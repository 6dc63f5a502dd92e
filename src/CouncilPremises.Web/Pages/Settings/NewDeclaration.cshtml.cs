using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Settings;

/// <summary>Adds a text of the declaration with its legal approval.</summary>
[RequirePermission(Permission.ManageSettings)]
public sealed class NewDeclarationModel(DeclarationTexts texts) : PageModel
{
    [BindProperty]
    public NewDeclarationInput Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellationToken) => Input.Template = (await texts.CurrentAsync(cancellationToken)).Template;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await texts.AddAsync(new AddDeclaration(Input.Template, Input.EffectiveFrom, Input.ApprovedBy, Input.ApprovedOn), User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify("The text and its approval are saved.");
        return RedirectToPage("Declarations");
    }
}

/// <summary>A text and its approval as typed.</summary>
public sealed class NewDeclarationInput
{
    [Display(Name = "The text")]
    public string? Template { get; set; }

    [Display(Name = "The day")]
    public DateOnly? EffectiveFrom { get; set; }

    [Display(Name = "Who approved it")]
    public string? ApprovedBy { get; set; }

    [Display(Name = "The day of the approval")]
    public DateOnly? ApprovedOn { get; set; }
}
