using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.Pages.Shared;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>The group asks for a review of an outcome that it was told.</summary>
public sealed class ReviewModel(CaseFiles files, Reviews reviews) : GroupCasePage<GrantFile>(files)
{
    [BindProperty]
    public ReviewInput Input { get; set; } = new();

    /// <summary>What can be reviewed.</summary>
    public IReadOnlyList<Choice> Subjects => [.. GrantActs.Reviewables(Application, Me).Select(one => new Choice($"{one.SubjectId}", Words(one), $"Ask by {PremisesWords.Day(one.Until)}"))];

    protected override bool IsOpen => Subjects.Count > 0;

    protected override string Done => "We have your request. Somebody who had no part in the decision will look at everything again and write to you.";

    protected override Task<Outcome> ActAsync(CancellationToken cancellationToken)
    {
        // With one thing to review there is nothing to choose
        var subject = Input.SubjectId ?? (Subjects is [{ } only] ? Guid.Parse(only.Value) : Guid.Empty);
        return reviews.AskAsync(Reference, new AskReview(subject, Input.Reasons, Input.SeenVersion), Me, cancellationToken);
    }

    private string Words(Reviewable one) => $"{(one.Subject switch
    {
        ReviewSubject.Refusal => "Our decision not to award a grant",
        ReviewSubject.Conditions => "The conditions we set",
        ReviewSubject.Breach => "Our decision that conditions were broken",
        ReviewSubject.Cancellation or ReviewSubject.Change => "Our decision",
    })}, {PremisesWords.Day(CouncilTime.DayOf(one.Subject == ReviewSubject.Breach ? one.MadeUtc : Application.Grant.OutcomePublishedUtc ?? one.MadeUtc))}";

    public sealed class ReviewInput
    {
        public Guid? SubjectId { get; set; }

        [Display(Name = "What do you think is wrong?"), Required(ErrorMessage = "Tell us what you think is wrong")]
        public string? Reasons { get; set; }

        public int SeenVersion { get; set; }
    }
}
