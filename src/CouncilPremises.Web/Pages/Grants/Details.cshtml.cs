using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Pages.Hire;
using CouncilPremises.Web.Pages.Shared;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>An application for a grant: its tasks until it is sent, and where it stands from then on.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class DetailsModel(CaseFiles files, Navigation navigation) : PageModel
{
    [FromRoute]
    public string Reference { get; set => field = value.ToUpperInvariant(); } = "";

    public GrantFile Application { get; private set; } = null!;

    public GrantStatus Status => GrantStatus.Of(Application);

    public bool IsDraft => Application.Case.State == CaseState.Draft;

    public string Title => Application.Title.Length > 0 ? Application.Title : "Your application for a grant";

    /// <summary>True for an officer, who types for the group.</summary>
    public bool IsTyping => User.ToActor().IsStaff;

    /// <summary>True for whoever may write: the others of the group read.</summary>
    public bool MayWrite => Application.CannotSpeakFor(User.ToActor()) is null && Application.WhyClosed is null;

    public BudgetSums Sums => new(Application.Grant.Answers.Budget, GrantDrafts.ContextOf(Application).Limits);

    public GrantAnswersView Answers => new(Reference, GrantAnswerSummary.Of(Application.Grant.Answers, Application.Fund), Application.Grant.Answers.Budget, CanChange: false);

    public IReadOnlyList<CaseMoment> Timeline => GrantTimeline.Of(Application);

    public IReadOnlyList<HireAct> Acts => GrantActs.Of(Application, User.ToActor());

    /// <summary>True once the group was told what became of it.</summary>
    public bool IsPublished => Application.Grant.OutcomePublishedUtc is not null;

    /// <summary>Why no grant was awarded, once that is published.</summary>
    public Decision? Declined => IsPublished ? Application.Standing().LastOrDefault(d => d.Kind == DecisionKind.Refuse) : null;

    /// <summary>The award, once it is published.</summary>
    public Award? Award => IsPublished && Application.Case.State != CaseState.Refused ? Application.Award : null;

    /// <summary>The conditions of a published award.</summary>
    public IReadOnlyList<Condition> Conditions => Award is null ? [] : Application.Conditions;

    /// <summary>The outcomes of reviews, newest first.</summary>
    public IEnumerable<Review> Reviews => Application.After.Reviews.Where(review => !review.IsOpen).Reverse();

    /// <summary>Where the award is answered, paid and reported on; null until there is such a page.</summary>
    public string? AwardHref => Award is not null && navigation.Has("/grants/applications/{reference}/award") ? $"{GrantSteps.Home(Reference)}/award" : null;

    public IReadOnlyList<HireTask> Tasks
    {
        get
        {
            var done = GrantSteps.All.All(section => GrantSteps.IsDone(Application, section));
            var mustSign = GrantSteps.MustSign(Application);
            return
            [
                .. GrantSteps.All.Select(section => Row(GrantWords.Name(section), MayWrite ? GrantSteps.Href(Reference, section) : null, GrantSteps.IsDone(Application, section))),
                Row("Sign the declaration", $"{GrantSteps.Home(Reference)}/sign", !mustSign),
                MayWrite ? Row("Check your answers and send", GrantSteps.Check(Reference), false) with { Status = done ? "To do" : "Not ready yet", Colour = done ? "blue" : null }
                    : Row("Check your answers and send", null, false),
            ];
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await files.LoadGrantAsync(Reference, User.ToActor(), cancellationToken) is not { } file)
            return NotFound();
        Application = file;
        return Page();
    }

    private static HireTask Row(string title, string? href, bool isDone) => new(title, href, isDone ? "Done" : "To do", isDone ? null : "blue");
}
