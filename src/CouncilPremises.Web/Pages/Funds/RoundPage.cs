using System.ComponentModel.DataAnnotations;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Funds;

/// <summary>What the two pages with a round's facts share.</summary>
[RequirePermission(Permission.ManageFunds)]
public abstract class RoundPage : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public RoundInput Input { get; set; } = new();

    /// <summary>The fund's name.</summary>
    public string FundName { get; protected set; } = "";

    /// <summary>Shows the form again, each reason beside the box it is about.</summary>
    protected IActionResult Refused(IReadOnlyList<Refusal> refusals) => this.PageWithRefusals([.. refusals.Select(refusal => refusal with
    {
        Field = refusal.Field switch
        {
            nameof(RoundFacts.Opens) => Input.OpensOn is null ? nameof(Input.OpensOn) : nameof(Input.OpensAt),
            nameof(RoundFacts.Closes) => Input.ClosesOn is null ? nameof(Input.ClosesOn) : nameof(Input.ClosesAt),
            var other => other,
        },
    })]);

    /// <summary>A round as it is typed.</summary>
    public sealed class RoundInput
    {
        [Display(Name = "The title")]
        public string? Title { get; set; }

        [Display(Name = "What groups are told")]
        public string? Description { get; set; }

        [Display(Name = "The day it opens")]
        public DateOnly? OpensOn { get; set; }

        [Display(Name = "The time it opens")]
        public TimeOnly? OpensAt { get; set; }

        [Display(Name = "The day it closes")]
        public DateOnly? ClosesOn { get; set; }

        [Display(Name = "The time it closes")]
        public TimeOnly? ClosesAt { get; set; }

        [Display(Name = "Why it closes earlier")]
        public string? Reason { get; set; }

        /// <summary>A round as it is written in the boxes.</summary>
        public static RoundInput Of(GrantRound round)
        {
            ArgumentNullException.ThrowIfNull(round);
            var (opens, closes) = (CouncilTime.ToCivil(round.OpensUtc), CouncilTime.ToCivil(round.ClosesUtc));
            return new()
            {
                Title = round.Title,
                Description = round.Description,
                OpensOn = opens.Day,
                OpensAt = opens.Time,
                ClosesOn = closes.Day,
                ClosesAt = closes.Time,
            };
        }

        /// <summary>The facts as typed.</summary>
        public RoundFacts ToFacts() => new(Title ?? "", Description ?? "", Moment(OpensOn, OpensAt), Moment(ClosesOn, ClosesAt));

        private static CivilTime? Moment(DateOnly? day, TimeOnly? time) => day is { } on && time is { } at ? new CivilTime(on, at) : null;
    }
}
