using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Publishing;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Keeping an award out of published data, or letting it in again.</summary>
[RequirePermission(Permission.DecideGrants)]
public sealed class WithholdModel(CaseViews views, Publications publications) : CasePage(views)
{
    /// <summary>The exemption, and why it applies.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The day it is looked at again.</summary>
    [BindProperty]
    public DateOnly? ReviewOn { get; set; }

    /// <summary>The case as the page showed it.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>How it is withheld now; null when it is published.</summary>
    public Withholding? Withheld => ((GrantFile)Case.File).Award?.Withholding;

    /// <summary>Withholds it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => ModelState.IsValid
        ? await AnswerAsync(await publications.WithholdAsync(Reference, new WithholdAward(Reason, ReviewOn, SeenVersion), Me, cancellationToken), "The award is withheld from published data.", cancellationToken)
        : await MistakesAsync(cancellationToken);

    /// <summary>Publishes it again.</summary>
    public async Task<IActionResult> OnPostLetInAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await publications.LetInAsync(Reference, SeenVersion, Me, cancellationToken), "The award is in published data again.", cancellationToken);

    /// <inheritdoc />
    protected override bool Takes(CaseFile file) => file is GrantFile { Award: not null };
}
