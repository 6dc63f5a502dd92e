using CouncilPremises.Application.Declarations;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Settings;

/// <summary>The texts of the declaration.</summary>
[RequirePermission(Permission.ReadSettings)]
public sealed class DeclarationsModel(DeclarationTexts texts) : PageModel
{
    public IReadOnlyList<EditionRow> Editions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Editions = await texts.ListAsync(cancellationToken);
}
