using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Grants;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Awards;

/// <summary>The group gives or changes the account its grant is paid to. Numbers are never written back.</summary>
public sealed class BankModel(CaseFiles files, BankKeeping banks) : AwardPage(files)
{
    /// <summary>Name of the account.</summary>
    [BindProperty]
    public string? AccountName { get; set; }

    /// <summary>Six digits.</summary>
    [BindProperty]
    public string? SortCode { get; set; }

    /// <summary>Eight digits.</summary>
    [BindProperty]
    public string? AccountNumber { get; set; }

    /// <summary>Shows the form; back to the award when it is not the time for it.</summary>
    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        AccountName = GrantCase.Bank?.AccountName ?? GrantCase.Organisation.Name;
        return BankKeeping.WhyNotKey(GrantCase, Me) is null ? Page() : Redirect(Home);
    }

    /// <summary>Keeps them.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await banks.KeyAsync(Reference, new BankFacts(AccountName, SortCode, AccountNumber), Me, cancellationToken), "We have your bank details. Somebody of the council verifies them before anything is paid.", cancellationToken);
}
