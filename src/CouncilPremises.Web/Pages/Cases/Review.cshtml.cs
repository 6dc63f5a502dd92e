using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>A review: what the group says, what is reviewed, and what a reviewer with no earlier part decides.</summary>
[RequirePermission(Permission.ReadCases)]
public sealed class ReviewModel(CaseViews views, Reviews reviews) : CasePage(views)
{
    /// <summary>The review, from the address.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Uphold, vary or return.</summary>
    [BindProperty]
    public ReviewOutcome? Outcome { get; set; }

    /// <summary>The state to return to.</summary>
    [BindProperty]
    public CaseState? ReturnTo { get; set; }

    /// <summary>Reasons.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Conditions that fall away.</summary>
    [BindProperty]
    public List<Guid> LiftedConditions { get; set; } = [];

    /// <summary>A condition that comes in place.</summary>
    [BindProperty]
    public ConditionInput Condition { get; set; } = new();

    /// <summary>The case as the page showed it.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>The review.</summary>
    public Review? Review => Case.File.After.Reviews.FirstOrDefault(r => r.Id == Id);

    /// <summary>The decision reviewed; null for a breach.</summary>
    public Decision? Reviewed => Case.File.Decisions.FirstOrDefault(d => d.Id == Review!.SubjectId);

    /// <summary>The breach reviewed; null for a decision.</summary>
    public Breach? Breach => Case.File.After.Breaches.FirstOrDefault(b => b.Id == Review!.SubjectId);

    /// <summary>True for a reviewer with no earlier part, who has made their statement.</summary>
    public bool MayDecide => Review is { IsOpen: true } && Me.HasAny(Roles.Reviewer);

    /// <summary>True when the person had an earlier part.</summary>
    public bool TookPart => Case.File.After.TookPart(Me);

    /// <summary>True when the person has not stated yet that they have no interest.</summary>
    public bool NeedsStatement => Case.File.ConflictStatements.All(s => s.OfficerId != Me.Id);

    /// <summary>Conditions that stand.</summary>
    public IReadOnlyList<Choice> Conditions =>
        [.. Case.File.Conditions.Where(c => c.State is ConditionState.Open or ConditionState.Accepted).Select(c => new Choice(c.Id.ToString(), c.Text))];

    /// <summary>True when something milder could take its place; a grant that was declined is awarded anew or not at all.</summary>
    public bool MayVary => Review!.Subject != ReviewSubject.Change && (Case.File.Case.Kind == CaseKind.Hire || Case.File.Case.StateLeft == CaseState.ApprovedWithConditions);

    /// <summary>True when it can be set aside; an award is changed by a variation, not by a review.</summary>
    public bool MaySetAside => Case.File.Case.Kind == CaseKind.Hire || Returns.Count > 0;

    /// <summary>States the case can go back to.</summary>
    public IReadOnlyList<Choice> Returns => Case.File.Case.StateLeft switch
    {
        CaseState.ApprovedWithConditions when Case.File.Case.Kind == CaseKind.Grant => [],
        CaseState.Refused => [To(CaseState.Checking, "Checking: look at it again from the beginning"), To(CaseState.MindedToRefuse, $"Minded to refuse: hear the {Case.File.Case.Kind.ApplicantWord()} again first")],
        CaseState.CancelledByCouncil => [To(CaseState.Confirmed, "Confirmed: the booking stands"), To(CaseState.Checking, "Checking: look at it again from the beginning")],
        CaseState.ApprovedWithConditions => [To(CaseState.Checking, "Checking: decide again")],
        _ => [],
    };

    private static Choice To(CaseState state, string words) => new(state.ToString(), words);

    /// <inheritdoc />
    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) && Review is not null ? Page() : NotFound();

    /// <summary>Decides it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Outcome is null)
            ModelState.AddModelError(nameof(Outcome), "Choose what you decide: uphold, vary or set aside.");
        if (Condition is { IsUsed: true } row && (row.Kind is null || row.Timing is null || row.DueOn is null))
            ModelState.AddModelError("Condition.Text", "Choose the kind, the time and the due date of the condition.");
        if (!ModelState.IsValid)
            return await MistakesAsync(cancellationToken);
        ConditionFacts[] conditions = Condition.IsUsed
            ? [new(Condition.Kind!.Value, Condition.Timing!.Value, Condition.Text?.Trim() ?? "", Condition.Reason?.Trim() ?? "", Condition.DueOn!.Value, Condition.Check)]
            : [];
        var outcome = await reviews.DecideAsync(Reference, new DecideReview(Id, Outcome, ReturnTo, Text, LiftedConditions, conditions, SeenVersion), Me, cancellationToken);
        return await AnswerAsync(outcome, "The review is decided, and the group has been told.", cancellationToken);
    }
}
