using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>The hirer cancels some dates or all.</summary>
public sealed class CancelModel(CaseFiles files, HireEndings endings) : ApplicationPage(files)
{
    [BindProperty]
    public CancelInput Input { get; set; } = new();

    /// <summary>The dates that have not started.</summary>
    public IReadOnlyList<Choice> Dates =>
    [
        .. Application.Hire.Occurrences
            .Where(o => o.State is OccurrenceState.Held or OccurrenceState.Confirmed or OccurrenceState.OnHold && o.StartUtc > Application.NowUtc)
            .Select(o => new Choice(o.Id.ToString(), $"{PremisesWords.Day(o.Day)}, {PremisesWords.Span(o.Starts, o.Ends)}")),
    ];

    // A second click names dates that are cancelled already
    protected override bool IsOpen => HireActs.MayCancel(Application, Me)
        && (Input.OccurrenceIds.Count == 0 || Application.Hire.Occurrences.Any(o => Input.OccurrenceIds.Contains(o.Id) && o.State != OccurrenceState.CancelledByHirer));

    protected override string Done => Input.OccurrenceIds.Count == 1 ? "The date is cancelled." : $"{Input.OccurrenceIds.Count} dates are cancelled.";

    protected override Task<Outcome> ActAsync(CancellationToken cancellationToken) =>
        endings.CancelAsync(Reference, new CancelDates(Input.OccurrenceIds, Input.SeenVersion), Me, cancellationToken);

    public sealed class CancelInput
    {
        [Display(Name = "The dates"), MinLength(1, ErrorMessage = "Choose at least one date to cancel")]
        public List<Guid> OccurrenceIds { get; set; } = [];

        public int SeenVersion { get; set; }
    }
}
