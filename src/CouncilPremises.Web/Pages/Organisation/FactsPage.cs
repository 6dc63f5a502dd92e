using CouncilPremises.Domain;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Organisation;

/// <summary>What the two pages with an organisation's facts share.</summary>
public abstract class FactsPage : PageModel
{
    [BindProperty]
    public FactsInput Input { get; set; } = new();

    /// <summary>Kind of body, which decides the questions.</summary>
    public abstract OrganisationType Type { get; }

    /// <summary>Set when the number typed is with us already: the way on is to ask to join.</summary>
    public string? KnownNumber { get; private set; }

    /// <summary>The page again, with the way on where there is one.</summary>
    protected IActionResult Refuse(IReadOnlyList<Refusal> refusals)
    {
        KnownNumber = refusals.FirstOrDefault(refusal => refusal.Code == Application.Organisations.OrganisationRegistrations.KnownNumberCode)?.Field switch
        {
            nameof(Input.CharityNumber) => Input.CharityNumber,
            nameof(Input.CompanyNumber) => Input.CompanyNumber,
            _ => null,
        };
        return this.PageWithRefusals(refusals);
    }
}
