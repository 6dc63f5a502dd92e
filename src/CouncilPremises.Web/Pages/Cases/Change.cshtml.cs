using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Pages.Hire;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>What can be done with a change.</summary>
public enum ChangeAct
{
    Accept,
    AcceptWithout,
    Decline,
    RecommendAccept,
    RecommendDecline,
}

/// <summary>Deciding a change of a booking, or recommending to a colleague what to decide.</summary>
[RequirePermission(Permission.WorkCases)]
public sealed class ChangeModel(CaseViews views, ChangeDecisions decisions, AnswerVersions versions) : HireCasePage(views)
{
    [BindProperty]
    public ChangeAct? Act { get; set; }

    [BindProperty]
    public List<string> WithoutSpeakers { get; set; } = [];

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Answers { get; set; } = [];

    [BindProperty]
    public bool NoProhibitedReason { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    public AnswerComparison Compared { get; private set; } = null!;

    public IReadOnlyList<Choice> Late => [.. HireCase.Proposed!.LateSpeakers.Select(late => late.Name).Distinct().Select(name => new Choice(name, name))];

    /// <summary>True when the person may accept the change as it stands.</summary>
    public bool MayAccept => Try(ChangeAction.Accept).Count == 0;

    /// <summary>True when the person may decline it, or a speaker.</summary>
    public bool MayDecline => Try(ChangeAction.Decline).Count == 0;

    /// <summary>Why the person can only recommend; none when they may decide.</summary>
    public IReadOnlyList<string> WhyNot => [.. Try(ChangeAction.Accept).Concat(MayAccept ? Try(ChangeAction.Decline) : []).Select(no => no.Sentence).Distinct()];

    /// <summary>Why the person may do nothing here; null when they may at least recommend.</summary>
    public string? Cannot => HireCase.CannotWork(Me)?.Sentence;

    private IReadOnlyList<Refusal> Try(ChangeAction action) =>
        HireCase.Proposed is { } proposed ? ChangeWorkflow.Table.Try(proposed.Change.State, action, Me.StaffRoles, proposed.FactsFor(Me)).Refusals : [];

    public string Typed(string code) => Answers.GetValueOrDefault(code) ?? "";

    public string? MistakeIn(string code) =>
        ModelState.TryGetValue($"Answers[{code}]", out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (HireCase.Proposed is null)
            return RedirectToPage("/Cases/Details", new { Reference });
        await CompareAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (HireCase.Proposed is null)
            return RedirectToPage("/Cases/Details", new { Reference });
        var input = new DecideChange(Text, Act == ChangeAct.AcceptWithout ? WithoutSpeakers : [], Answers.ToDictionary(a => a.Key, a => a.Value ?? ""), NoProhibitedReason, SeenVersion);
        await CompareAsync(cancellationToken);
        return Act switch
        {
            ChangeAct.AcceptWithout when WithoutSpeakers.Count == 0 => this.PageWithRefusals([new Refusal("Required", "Choose who is declined.", nameof(WithoutSpeakers))]),
            ChangeAct.Accept or ChangeAct.AcceptWithout => await SayAsync(await decisions.AcceptAsync(Reference, input, Me, cancellationToken), "The change is accepted, and the hirer has been told.", cancellationToken),
            ChangeAct.Decline => await SayAsync(await decisions.DeclineAsync(Reference, input, Me, cancellationToken), "The change is declined. The booking stands as it was, and the hirer has been told why.", cancellationToken),
            ChangeAct.RecommendAccept or ChangeAct.RecommendDecline => await SayAsync(
                await decisions.RecommendAsync(Reference, Act == ChangeAct.RecommendDecline, Text, SeenVersion, Me, cancellationToken), "Your recommendation is recorded. A colleague decides.", cancellationToken),
            null => this.PageWithRefusals([new Refusal("Required", "Choose what you decide.", nameof(Act))]),
        };
    }

    // When a colleague was faster nothing is left to decide: back to the case, with the reason
    private async Task<IActionResult> SayAsync(Outcome outcome, string done, CancellationToken cancellationToken)
    {
        if (outcome.Succeeded || !await LoadAsync(cancellationToken) || HireCase.Proposed is not null)
            return await AnswerAsync(outcome, done, cancellationToken);
        this.Notify(outcome.Refusals[0].Sentence);
        return RedirectToPage("/Cases/Details", new { Reference });
    }

    private async Task CompareAsync(CancellationToken cancellationToken)
    {
        var file = HireCase;
        var rooms = (await versions.ReadAsync(file, cancellationToken)).Rooms;
        Compared = new AnswerComparison("What would change", "Booked now", "Asked for", AnswerComparison.Of(file, file.Hire.Answers, file.Proposed!.Change.Answers, rooms)).Changed;
    }
}
