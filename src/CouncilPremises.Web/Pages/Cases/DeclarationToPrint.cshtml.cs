using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>The declaration as it is printed, to be signed on paper.</summary>
[RequirePermission(Permission.WorkCases)]
public sealed class DeclarationToPrintModel(CaseViews views, DeclarationTexts texts) : CasePage(views)
{
    /// <summary>Who signs.</summary>
    [FromQuery(Name = "party")]
    public CheckParty Party { get; set; }

    /// <summary>The text in use.</summary>
    public DeclarationText Text { get; private set; } = DeclarationText.V1;

    /// <inheritdoc />
    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Text = await texts.CurrentAsync(cancellationToken);
        return await base.OnGetAsync(cancellationToken);
    }

    /// <summary>The text for whoever signs.</summary>
    public IEnumerable<string> Lines => (Party == CheckParty.Organiser && Case.File.OrganiserName is { } organiser
        ? Text.For(organiser, DeclarationScope.Booking)
        : Text.For(Case.File.Organisation.Name, DeclarationScope.BookingsForTwelveMonths)).Split('\n');
}
