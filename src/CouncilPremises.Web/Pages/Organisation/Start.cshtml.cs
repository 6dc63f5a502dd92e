using System.ComponentModel.DataAnnotations;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Binding;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Organisation;

/// <summary>The first question about an organisation: its kind, which decides the others. RULEBOOK 3 B1.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class StartModel : PageModel
{
    [BindProperty]
    public StartInput Input { get; set; } = new();

    /// <summary>Everybody but internal bodies, which the council enters itself.</summary>
    public static IReadOnlyList<Choice> Kinds { get; } =
        [.. EnumChoices.Of<OrganisationType>(type => type.Words()).Where(choice => choice.Value != nameof(OrganisationType.InternalBody))];

    /// <summary>The room and time somebody came with go along in the address.</summary>
    public IActionResult OnPost() => ModelState.IsValid
        ? LocalRedirect($"/organisation/new/{Input.Type}{Request.QueryString}")
        : this.PageWithMistakes();
}

/// <summary>The kind of body.</summary>
public sealed class StartInput
{
    [Required(ErrorMessage = "Choose who hires")]
    public OrganisationType? Type { get; set; }
}
