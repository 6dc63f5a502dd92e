using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Putting a cancellation forward, with cause, ground and answers to P1–P7. A second approver cancels.</summary>
[RequirePermission(Permission.DecideCases)]
public sealed class CancelModel(CaseViews views, Cancellations cancellations) : ReasonsPage(views)
{
    /// <inheritdoc />
    protected override bool Takes(CaseFile file) => file is HireFile;

    /// <summary>Why.</summary>
    [BindProperty]
    public CancellationCause? Cause { get; set; }

    /// <summary>Dates; none means all to come.</summary>
    [BindProperty]
    public List<Guid> OccurrenceIds { get; set; } = [];

    /// <summary>Whether the hirer was heard.</summary>
    [BindProperty]
    public bool? HirerHeard { get; set; }

    /// <summary>Why not.</summary>
    [BindProperty]
    public string? NotHeardReason { get; set; }

    /// <summary>What is offered instead.</summary>
    [BindProperty]
    public string? Alternative { get; set; }

    /// <summary>What is paid back.</summary>
    [BindProperty]
    public Money? Refund { get; set; }

    /// <summary>Causes to choose from.</summary>
    public static IReadOnlyList<Choice> Causes { get; } = [.. CancellationRules.Choices.Select(cause => new Choice(cause.ToString(), cause.Words(), $"Ground {string.Join(" or ", CancellationRules.GroundsFor(cause))}"))];

    /// <summary>Dates that can be cancelled; none to choose from when there is only one.</summary>
    public IReadOnlyList<Choice> DateChoices =>
        CaseWords.Dates(Case.File, OccurrenceState.Held, OccurrenceState.Confirmed, OccurrenceState.OnHold) is { Count: > 1 } many ? many : [];

    /// <summary>What the dates cost, which is what would be paid back in full.</summary>
    public Money? Charge => HireCharges.Of((HireFile)Case.File, Case.File.Occurrences.Where(o => o.State is OccurrenceState.Confirmed or OccurrenceState.OnHold));

    /// <summary>Puts it forward.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var facts = Cause is { } cause ? new CancellationFacts(cause, OccurrenceIds, HirerHeard, NotHeardReason, Alternative, Refund) : null;
        if (!ModelState.IsValid)
            return await MistakesAsync(cancellationToken);
        var outcome = await cancellations.ProposeAsync(Reference, new CancelBooking(facts, Ground, Text, Given(), NoProhibitedReason, SeenVersion), Me, cancellationToken);
        // A colleague's hold that ran into the date was the first word, so this was the second
        var isCancelled = outcome.Succeeded && await LoadAsync(cancellationToken) && Case.File.After.Proposal is null;
        return await AnswerAsync(outcome, isCancelled
            ? "Cancelled. Your colleague's hold was the first approver's word, and yours the second. The hirer has been told."
            : "The cancellation is put forward. Nothing is cancelled until a second approver confirms it.", cancellationToken);
    }
}
