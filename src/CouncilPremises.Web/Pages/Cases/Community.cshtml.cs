using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>The finding about the cross-community test, G5. A group's name or membership never causes "not met".</summary>
[RequirePermission(Permission.WorkGrants)]
public sealed class CommunityModel(CaseViews views, Assessments assessments) : GrantCasePage(views)
{
    /// <summary>What is found.</summary>
    [BindProperty]
    public CommunityFinding? Finding { get; set; }

    /// <summary>On what evidence.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>How the equality duty was weighed; needed for "not met".</summary>
    [BindProperty]
    public string? EqualityNote { get; set; }

    /// <summary>The case as the page showed it.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>Why the person cannot record it now; null when they can.</summary>
    public string? WhyNot => GrantCase.CannotWork(Me)?.Sentence;

    /// <inheritdoc />
    protected override Task ReadAsync(CancellationToken cancellationToken)
    {
        if (HttpMethods.IsGet(Request.Method) && GrantCase.Grant.CommunityTest is { } found)
            (Finding, Reason, EqualityNote) = (found.Finding, found.Reason, found.EqualityNote);
        return Task.CompletedTask;
    }

    /// <summary>Records the finding.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await AnswerAsync(
        await assessments.FindAsync(Reference, new FindCommunity(Finding, Reason, EqualityNote, SeenVersion), Me, cancellationToken),
        "The finding of the cross-community test is recorded.", cancellationToken);
}
