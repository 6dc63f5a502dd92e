using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Binding;
using CouncilPremises.Web.People;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Pausing a case, or some dates of a booking.</summary>
[RequirePermission(Permission.WorkCases)]
public sealed class HoldModel(CaseViews views, Holds holds) : CasePage(views)
{
    /// <summary>Why.</summary>
    [BindProperty]
    public HoldReason? Reason { get; set; }

    /// <summary>The list match it is for.</summary>
    [BindProperty]
    public Guid? HitId { get; set; }

    /// <summary>Identifiers that agree.</summary>
    [BindProperty]
    public List<IdentifierKind> Agreeing { get; set; } = [];

    /// <summary>On what facts.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Dates of a booking; none means all.</summary>
    [BindProperty]
    public List<Guid> OccurrenceIds { get; set; } = [];

    /// <summary>The case as the page showed it.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>True for a booking: a contract.</summary>
    public bool IsBooking => Case.File.Case.State == CaseState.Confirmed;

    /// <summary>Why it may be paused; a list match only where one is open.</summary>
    public IReadOnlyList<Choice> Reasons =>
        [.. EnumChoices.Of<HoldReason>(reason => reason.Words()).Where(choice => choice.Value != nameof(HoldReason.ListMatch) || Hits.Count > 0)];

    /// <summary>Matches that are not closed.</summary>
    public IReadOnlyList<Choice> Hits =>
        [.. Case.File.Hits.Where(h => HitRules.IsOpen(h, Case.File.Consultations)).Select(h => new Choice(h.Id.ToString(), $"{h.NameTried}: {h.List.Words()}, {h.MatchedName}"))];

    /// <summary>Booked dates still to come; none to choose from when there is only one.</summary>
    public IReadOnlyList<Choice> DateChoices => CaseWords.Dates(Case.File, OccurrenceState.Confirmed) is { Count: > 1 } many ? many : [];

    /// <summary>Lays the hold.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await AnswerAsync(
        await holds.LayAsync(Reference, new LayHold(Reason, Text, HitId, Agreeing, OccurrenceIds, SeenVersion), Me, cancellationToken),
        "It is on hold. The hirer has a neutral letter, and the slot stays kept.", cancellationToken);
}
