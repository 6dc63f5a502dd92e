using System.ComponentModel.DataAnnotations;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Organisation;

/// <summary>The first question about an organisation: its kind, which decides the others. RULEBOOK 3 B1.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class StartModel : PageModel
{
    [BindProperty]
    public StartInput Input { get; set; } = new();

    public IActionResult OnPost() => ModelState.IsValid ? RedirectToPage("New", new { type = Input.Type }) : this.PageWithMistakes();
}

/// <summary>The kind of body.</summary>
public sealed class StartInput
{
    [Required(ErrorMessage = "Choose who hires")]
    public OrganisationType? Type { get; set; }
}
