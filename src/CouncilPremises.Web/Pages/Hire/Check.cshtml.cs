using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>Something that stops sending, and the page where it is put right.</summary>
public sealed record CheckProblem(string Sentence, string Href);

/// <summary>All answers read back, what follows from them, and sending: one act.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class CheckModel(CaseFiles files, HireDrafts drafts, HireSubmissions submissions) : PageModel
{
    [FromRoute]
    public string Reference { get; set; } = "";

    public HireAnswersView Answers { get; private set; } = null!;

    public IReadOnlyList<CheckProblem> Problems { get; private set; } = [];

    /// <summary>What the answers make necessary, in plain words.</summary>
    public IReadOnlyList<string> WhatFollows { get; private set; } = [];

    public bool MustSign { get; private set; }

    public bool IsPerson { get; private set; }

    public DateOnly DecideBy { get; private set; }

    /// <summary>The hire fee; null when there is none, or not enough is known.</summary>
    public Money? Charge { get; private set; }

    public int Dates { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await files.LoadHireAsync(Reference, User.ToActor(), cancellationToken) is not { } file)
            return NotFound();
        if (file.Case.State != CaseState.Draft)
            return Redirect(HireSteps.Home(Reference));
        await ShowAsync(file, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await submissions.SubmitAsync(Reference, User.ToActor(), cancellationToken);
        if (outcome.Succeeded)
            return Redirect($"/hire/{Reference}/sent");
        if (await files.LoadHireAsync(Reference, User.ToActor(), cancellationToken) is not { } file)
            return NotFound();
        await ShowAsync(file, cancellationToken);
        // The answers themselves are listed with links; what is left is said at the top
        var others = outcome.Refusals.Select(refusal => refusal with { Field = null }).DistinctBy(refusal => refusal.Sentence).ToList();
        return this.PageWithRefusals(others);
    }

    private async Task ShowAsync(HireFile file, CancellationToken cancellationToken)
    {
        Answers = new HireAnswersView(Reference, AnswerSummary.Of(file), CanChange: true);
        Problems = [.. (await drafts.ProblemsAsync(file, cancellationToken)).Select(refusal => new CheckProblem(refusal.Sentence, HrefOf(file, refusal.Field)))];
        WhatFollows = [.. file.Derived.Triggers.Select(trigger => trigger.Sentence), .. Always(file)];
        (MustSign, IsPerson) = (HireSteps.MustSign(file), file.IsPerson());
        (DecideBy, Charge, Dates) = (HireClock.DecideBy(file), HireCharges.OfDraft(file), file.Hire.Answers.Days().Count);
    }

    private static IEnumerable<string> Always(HireFile file)
    {
        if (file.Derived.Needs(CheckCode.REG))
            yield return "As for everybody, we look at who the hirer is, and try names against the lists that the law asks of us.";
        yield return "Each officer first says whether they have an interest in your application.";
    }

    private string HrefOf(HireFile file, string? field) =>
        Enum.TryParse<HireSection>(field?.Split('.')[0], out var section) ? HireSteps.Of(file, section).Href(Reference) + "?from=check" : HireSteps.Home(Reference);
}
