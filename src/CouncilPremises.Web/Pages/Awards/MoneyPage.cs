using CouncilPremises.Application.Cases;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Web.Pages.Cases;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Awards;

/// <summary>A page about the money of one case; a case without an award is not found there.</summary>
public abstract class MoneyPage(CaseViews views) : CasePage(views)
{
    /// <summary>The case as the page showed it.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>The case with its award.</summary>
    public GrantFile GrantCase => (GrantFile)Case.File;

    /// <summary>The award.</summary>
    public Award Award => GrantCase.Award!;

    /// <summary>Where its money is shown.</summary>
    public string Home => $"/cases/{GrantCase.Case.Reference}/money";

    /// <inheritdoc />
    protected override bool Takes(CaseFile file) => file is GrantFile { Award: not null };

    /// <summary>Back to the money with a notice, or this page again with the reasons and everything typed.</summary>
    protected async Task<IActionResult> AnswerMoneyAsync(Outcome outcome, string done, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (!outcome.Succeeded)
            return await LoadAsync(cancellationToken) ? this.PageWithRefusals(outcome.Refusals) : NotFound();
        this.Notify(done);
        return Redirect($"/cases/{Reference}/money");
    }
}
