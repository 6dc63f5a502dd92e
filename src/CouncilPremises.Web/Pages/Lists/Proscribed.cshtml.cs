using CouncilPremises.Application.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Lists;

/// <summary>The register of proscribed organisations.</summary>
[RequirePermission(Permission.ManageLists)]
public sealed class ProscribedModel(ProscribedRegister register) : PageModel
{
    public RegisterView<ProscribedRow> Register { get; private set; } = new(0, []);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Register = await register.AllAsync(cancellationToken);
}
