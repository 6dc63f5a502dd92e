using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Awards;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Awards;

/// <summary>The text of the grant agreement, and entering the next with its legal approval.</summary>
[RequirePermission(Permission.ManageSettings)]
public sealed class AgreementModel(AgreementTexts texts) : PageModel
{
    /// <summary>The next text.</summary>
    [BindProperty, Display(Name = "The text")]
    public string? Template { get; set; }

    /// <summary>First day on which groups accept it.</summary>
    [BindProperty, Display(Name = "The first day")]
    public DateOnly? EffectiveFrom { get; set; }

    /// <summary>Who approved it.</summary>
    [BindProperty, Display(Name = "Who approved it")]
    public string? ApprovedBy { get; set; }

    /// <summary>When.</summary>
    [BindProperty, Display(Name = "The day of the approval")]
    public DateOnly? ApprovedOn { get; set; }

    /// <summary>The text in use.</summary>
    public AgreementText Current { get; private set; } = AgreementText.V1;

    /// <summary>The council's texts, newest first.</summary>
    public IReadOnlyList<AgreementEdition> Editions { get; private set; } = [];

    /// <summary>Shows the text in use, ready to be changed.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        Template = Current.Template;
    }

    /// <summary>Adds the next.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await texts.AddAsync(new AddAgreement(Template, EffectiveFrom, ApprovedBy, ApprovedOn), User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify("The text is added. Agreements accepted before keep theirs.");
        return RedirectToPage();
    }

    private async Task ReadAsync(CancellationToken cancellationToken) =>
        (Current, Editions) = (await texts.CurrentAsync(cancellationToken), await texts.ListAsync(cancellationToken));
}
