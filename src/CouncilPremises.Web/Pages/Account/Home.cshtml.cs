using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Account;

/// <summary>A group's home.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class HomeModel : PageModel
{
}
