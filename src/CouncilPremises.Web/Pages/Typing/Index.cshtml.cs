using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Hirers;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Binding;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Typing;

/// <summary>An officer begins to type for somebody: which hirer, known or new?</summary>
[RequirePermission(Permission.TypeApplications)]
public sealed class IndexModel(HirerEntries hirers) : PageModel
{
    [FromQuery]
    public string? Search { get; set; }

    [BindProperty]
    public KindInput Input { get; set; } = new();

    /// <summary>Hirers that fit the search.</summary>
    public IReadOnlyList<HirerRow> Found { get; private set; } = [];

    /// <summary>Every kind of hirer as staff say it.</summary>
    public static IReadOnlyList<Choice> Kinds { get; } =
        EnumChoices.Of<OrganisationType>(type => type == OrganisationType.Individual ? "Private person of 18 or over" : type.Words());

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
            return Redirect($"/typing/new/{Input.Type}");
        await ReadAsync(cancellationToken);
        return this.PageWithMistakes();
    }

    private async Task ReadAsync(CancellationToken cancellationToken) => Found = await hirers.SearchAsync(Search, User.ToActor(), cancellationToken);

    public sealed class KindInput
    {
        [Display(Name = "The kind of hirer"), Required(ErrorMessage = "Choose what kind of hirer it is")]
        public OrganisationType? Type { get; set; }
    }
}
