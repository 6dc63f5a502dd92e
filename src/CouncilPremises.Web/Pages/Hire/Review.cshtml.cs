using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>The group asks for a review of a refusal, a cancellation, conditions or an upheld breach.</summary>
public sealed class ReviewModel(CaseFiles files, Reviews reviews) : ApplicationPage(files)
{
    [BindProperty]
    public ReviewInput Input { get; set; } = new();

    /// <summary>What can be reviewed.</summary>
    public IReadOnlyList<Choice> Subjects =>
        [.. Application.After.Reviewables(Application).Select(one => new Choice(one.SubjectId.ToString(), Words(one), $"Ask by {PremisesWords.Day(one.Until)}"))];

    protected override bool IsOpen => HireActs.MayAskReview(Application, Me);

    protected override string Done => "We have your request. Somebody who had no part in the decision will look at everything again and write to you.";

    protected override Task<Outcome> ActAsync(CancellationToken cancellationToken)
    {
        // With one thing to review there is nothing to choose
        var subject = Input.SubjectId ?? (Subjects is [{ } only] ? Guid.Parse(only.Value) : Guid.Empty);
        return reviews.AskAsync(Reference, new AskReview(subject, Input.Reasons, Input.SeenVersion), Me, cancellationToken);
    }

    private static string Words(Reviewable one) => $"{one.Subject switch
    {
        ReviewSubject.Refusal => "Our decision not to approve",
        ReviewSubject.Cancellation => "Our cancellation",
        ReviewSubject.Conditions => "The conditions we set",
        ReviewSubject.Change => "Our decision not to agree to your change",
        ReviewSubject.Breach => "Our decision that the conditions of hire were broken",
    }}, {PremisesWords.Day(CouncilTime.DayOf(one.MadeUtc))}";

    public sealed class ReviewInput
    {
        public Guid? SubjectId { get; set; }

        [Display(Name = "What do you think is wrong?"), Required(ErrorMessage = "Tell us what you think is wrong")]
        public string? Reasons { get; set; }

        public int SeenVersion { get; set; }
    }
}
