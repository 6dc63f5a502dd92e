using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>A change the hirer wants: what to change, what follows, sending it, and taking it back.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class ChangeModel(CaseFiles files, HireDrafts drafts, Changes changes, AnswerVersions versions) : PageModel
{
    [FromRoute]
    public string Reference { get; set; } = "";

    [BindProperty, Display(Name = "What you want to change")]
    public List<string> Pages { get; set; } = [];

    [BindProperty]
    public int SeenVersion { get; set; }

    public HireFile Application { get; private set; } = null!;

    public bool IsProposed => Application.Proposed is not null;
    public bool IsWriting => Application.Open?.Change is { RequestId: null };

    public string Heading => IsProposed ? "The change you asked for" : IsWriting ? "Your change" : "Change something";

    public IReadOnlyList<ChangePart> Parts { get; private set; } = [];

    public AnswerComparison Compared { get; private set; } = null!;

    public IReadOnlyList<CheckProblem> Problems { get; private set; } = [];
    public IReadOnlyList<string> WhatFollows { get; private set; } = [];

    public IReadOnlyList<Choice> Choices =>
    [
        .. HireSteps.For(Application.Hire.Answers).Where(step => step != HireSteps.Organiser && !step.Sections.All(IsOpen))
            .Select(step => new Choice(step.Slug, step == HireSteps.When ? "Room, date or time, or one more date" : step.Title)),
    ];

    /// <summary>What sending it does.</summary>
    public string Consequence => ChangeStates.IsUndecided(Application.Case.State)
        ? "We have not decided yet, so a change becomes part of your application at once. Its dates are held from that moment."
        : "Your booking stands as it is until we have decided about the change. We keep the room for the change too until then.";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        return IsProposed || Changes.MayNotStart(Application, User.ToActor()) is null ? Page() : Redirect(HireSteps.Home(Reference));
    }

    /// <summary>Opens pages; one page is gone to at once.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var steps = HireSteps.For(Application.Hire.Answers).Where(step => Pages.Contains(step.Slug)).ToList();
        var outcome = await changes.StartAsync(Reference, [.. steps.SelectMany(step => step.Sections).Distinct()], User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals([.. outcome.Refusals.Select(refusal => refusal with { Field = nameof(Pages) })]);
        return Redirect(steps is [var only] ? Href(only) : HireSteps.Change(Reference));
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var undecided = ChangeStates.IsUndecided(Application.Case.State);
        var outcome = await changes.SendAsync(Reference, SeenVersion, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals([.. outcome.Refusals.Select(refusal => refusal with { Field = null }).DistinctBy(refusal => refusal.Sentence)]);
        this.Notify(undecided ? "Your change is part of the application now." : "We have your change. Your booking stands until we have decided about it.");
        return Redirect(HireSteps.Home(Reference));
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var outcome = await changes.WithdrawAsync(Reference, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify("Nothing changes: everything stands as it was.");
        return Redirect(HireSteps.Home(Reference));
    }

    private bool IsOpen(HireSection section) => Application.Open?.Change is { RequestId: null } change && change.Sections.Contains(section);

    private string Href(HireStep step) => step == HireSteps.When ? HireSteps.Change(Reference) + "/when" : step.Href(Reference);

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await files.LoadHireAsync(Reference, User.ToActor(), cancellationToken) is not { } file)
            return false;
        Application = file;
        if (file.Change is not { RequestId: null } change)
            return true;
        var answers = change.Answers;
        var rooms = (await versions.ReadAsync(file, cancellationToken)).Rooms;
        Compared = new AnswerComparison("What would change", "Now", "Changed", AnswerComparison.Of(file, file.Hire.Answers, answers, rooms)).Changed;
        Parts = [.. HireSteps.For(answers).Where(step => step.Sections.Any(change.Sections.Contains))
            .Select(step => new ChangePart(step.Title, Href(step), step.Sections.Where(change.Sections.Contains).All(change.SavedSections.Contains)))];
        Problems = [.. (await drafts.ProblemsAsync(file, answers, cancellationToken)).Select(refusal => new CheckProblem(refusal.Sentence, HrefOf(answers, refusal.Field)))];
        WhatFollows = await changes.WhatFollowsAsync(file, cancellationToken);
        return true;
    }

    // A page that is not open yet is opened here first
    private string HrefOf(HireAnswers answers, string? field) =>
        Enum.TryParse<HireSection>(field?.Split('.')[0], out var section) && IsOpen(section) ? Href(HireSteps.Of(answers, section)) : "#Pages";
}
