using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Checks;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Pages.Hire;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>A case: can I decide this, and if not, why not? Then everything behind it.</summary>
[RequirePermission(Permission.ReadCases)]
public sealed class DetailsModel(CaseViews views, Triage triage, CheckRecording checks, Application.Decisions.Confirmations confirmations, CaseMarks marks, AnswerVersions versions, GrantVersions grantVersions) : CasePage(views)
{
    /// <summary>A note for colleagues.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>True when the person may do this now, as far as role and state go.</summary>
    public bool May(CaseAction action) => Case.Acts.Contains(action)
        && (action != CaseAction.Approve || Case.File.Tier == Domain.Hire.Tier.Standard || Me.HasAny(Case.File.Case.Kind.Approvers()));

    /// <summary>The buttons.</summary>
    public IReadOnlyList<CaseAct> Acts => CaseActs.Of(Case, May, Me);

    /// <summary>True when the person's own statement is still missing.</summary>
    public bool NeedsStatement => Me.HasAny(Case.File.Case.Kind.Team()) && Case.File.ConflictStatements.All(s => s.OfficerId != Me.Id);

    /// <summary>True when the person works on cases of this kind.</summary>
    public bool Works => Me.HasAny(Case.File.Case.Kind.Officers());

    /// <summary>True when the person may pass the case on.</summary>
    public bool MayReassign => Me.HasAny(Case.File.Case.Kind.Approvers()) && !NeedsStatement;

    /// <summary>True when the person may adopt the recommendation that stands.</summary>
    public bool MayAdopt => May(CaseAction.Recommend) && Case.File.Recommendation is { } standing && standing.ById != Me.Id;

    /// <summary>Shows the case, and remembers how far the person has seen it.</summary>
    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await base.OnGetAsync(cancellationToken);
        if (Case is not null)
            await marks.LookAsync(Case, Me, cancellationToken);
        return page;
    }

    /// <summary>The two newest versions of the answers side by side; null while there is only one.</summary>
    public AnswerComparison? LastTwo { get; private set; }

    /// <summary>The answers beside those of a change that waits for a decision.</summary>
    public AnswerComparison? ProposedComparison { get; private set; }

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (Case.File is GrantFile grant)
            LastTwo = GrantAnswerRows.LastTwo(grant, await grantVersions.ReadAsync(grant, cancellationToken));
        if (Case.File is not HireFile file)
            return;
        var history = await versions.ReadAsync(file, cancellationToken);
        if (history.Versions is [var last, var before, ..])
            LastTwo = new AnswerComparison($"Versions {before.Number} and {last.Number}", $"Version {before.Number}, {CaseWords.At(before.SentUtc)}", $"Version {last.Number}, {CaseWords.At(last.SentUtc)}",
                AnswerComparison.Of(file, before.Answers, last.Answers, history.Rooms));
        if (file.Proposed is { } proposed)
            ProposedComparison = new AnswerComparison("What would change", "Booked now", "Asked for", AnswerComparison.Of(file, file.Hire.Answers, proposed.Change.Answers, history.Rooms)).Changed;
    }

    /// <summary>States that the officer has no interest, which starts the checks.</summary>
    public async Task<IActionResult> OnPostNoInterestAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await triage.StateInterestAsync(Reference, new StateInterest(false, null), Me, cancellationToken), "Your statement is recorded: you have no interest in this case.", cancellationToken);

    /// <summary>Looks the names up again.</summary>
    public async Task<IActionResult> OnPostScreenAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await checks.ScreenAgainAsync(Reference, Me, cancellationToken), "The names have been looked up again.", cancellationToken);

    /// <summary>Leaves a note.</summary>
    public async Task<IActionResult> OnPostNoteAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await triage.NoteAsync(Reference, Note, Me, cancellationToken), "Your note is saved.", cancellationToken);

    /// <summary>Agrees to a proposed Fail.</summary>
    public async Task<IActionResult> OnPostAgreeAsync(Guid recordId, CancellationToken cancellationToken) =>
        await AnswerAsync(await checks.AgreeAsync(Reference, recordId, Me, cancellationToken), "You have agreed to the Fail.", cancellationToken);

    /// <summary>Records a condition met, kept or broken.</summary>
    public async Task<IActionResult> OnPostConditionAsync(Guid conditionId, ConditionState to, CancellationToken cancellationToken) =>
        await AnswerAsync(await confirmations.MoveConditionAsync(Reference, new Application.Decisions.MoveCondition(conditionId, to), Me, cancellationToken), "The condition is recorded.", cancellationToken);
}
