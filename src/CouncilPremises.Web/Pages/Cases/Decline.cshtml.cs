using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Declining an application for a grant, with ground and answers to P1–P7. A named person decides.</summary>
[RequirePermission(Permission.DecideGrants)]
public sealed class DeclineModel(CaseViews views, GrantDecisions decisions) : ReasonsPage(views)
{
    /// <summary>Everything that hangs on the case.</summary>
    public GrantFile GrantCase => (GrantFile)Case.File;

    /// <summary>What is for the file only.</summary>
    [BindProperty]
    public string? InternalText { get; set; }

    /// <inheritdoc />
    public override IReadOnlyList<Choice> Grounds => GroundWords.ForGrants;

    /// <inheritdoc />
    public override string ShortGrounds => "D8 and D10";

    /// <inheritdoc />
    protected override bool Takes(CaseFile file) => file is GrantFile;

    /// <inheritdoc />
    protected override Task ReadAsync(CancellationToken cancellationToken)
    {
        // The ground on which the group was heard, or the one recommended
        if (HttpMethods.IsGet(Request.Method))
            Ground ??= Case.File.MindedToRefuse?.Ground ?? Case.File.Recommendation?.Ground;
        return Task.CompletedTask;
    }

    /// <summary>Declines.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await AnswerAsync(
        await decisions.DeclineAsync(Reference, new DeclineGrant(Ground, Text, InternalText, Given(), NoProhibitedReason, SeenVersion), Me, cancellationToken),
        "Declined. The group reads why once the outcome is published, and how to ask for a review.", cancellationToken);
}
