using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Passing a case on to another owner and cover, with a reason: an approver's act.</summary>
[RequirePermission(Permission.WorkCases)]
public sealed class ReassignModel(CaseViews views, Triage triage, Eligible eligible) : CasePage(views)
{
    /// <summary>Who works on it.</summary>
    [BindProperty]
    public Guid? OwnerId { get; set; }

    /// <summary>Who stands in.</summary>
    [BindProperty]
    public Guid? CoverId { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Whom it can go to.</summary>
    public IReadOnlyList<Choice> People { get; private set; } = [];

    /// <inheritdoc />
    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await base.OnGetAsync(cancellationToken);
        if (Case is not null)
            (OwnerId, CoverId) = (Case.File.Case.OwnerId, Case.File.Case.CoverId);
        return page;
    }

    /// <summary>Passes the case on.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (OwnerId is not { } owner)
        {
            ModelState.AddModelError(nameof(OwnerId), "Choose who works on the case.");
            return await MistakesAsync(cancellationToken);
        }
        return await AnswerAsync(await triage.ReassignAsync(Reference, new Reassign(owner, CoverId, Reason), Me, cancellationToken), "The case has changed hands.", cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken) => People = [.. (await eligible.ColleaguesAsync(Case.File.Case.Kind, cancellationToken))
        .Select(one => new Choice(one.Id.ToString(), $"{one.Name}, {one.Roles.StaffWords()}{(one.AwayUntil is { } until ? $" (away until {CaseWords.ShortDay(until)})" : "")}"))];
}
