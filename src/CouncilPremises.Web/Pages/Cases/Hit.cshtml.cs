using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>A possible list match, resolved by two people. A hit is never a verdict.</summary>
[RequirePermission(Permission.ResolveHits)]
public sealed class HitModel(CaseViews views, HitResolutions resolutions, HitViews hits, HitQueue queue, Triage triage) : CasePage(views)
{
    /// <summary>The hit, from the address.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The part of the queue it was opened from; null when it was opened from its case.</summary>
    [FromQuery(Name = "queue")]
    public HitView? Queue { get; set; }

    /// <summary>What it is.</summary>
    [BindProperty]
    public HitResolution? Resolution { get; set; }

    /// <summary>Agrees, Differs or NotCompared by kind of identifier.</summary>
    [BindProperty]
    public Dictionary<string, string?> Identifier { get; set; } = [];

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The hit.</summary>
    public Hit? Hit => Case.File.Hits.FirstOrDefault(h => h.Id == Id);

    /// <summary>Why it was found, and what the list says of the entry.</summary>
    public HitDetails Details { get; private set; } = null!;

    /// <summary>Where it stands in the queue.</summary>
    public HitPlace? Place { get; private set; }

    /// <summary>Who is signed in.</summary>
    public Actor Actor => Me;

    /// <summary>True when the person proposed the resolution, so that another must agree.</summary>
    public bool IsMine => Hit?.ProposedById == Me.Id;

    /// <summary>True when only the person's own conflict-of-interest statement is missing.</summary>
    public bool MayState => Case.File.FactsFor(Me) is { ActorStatedNoInterest: false, ActorHasInterest: false, ActorHelpedWrite: false };

    /// <inheritdoc />
    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadHitAsync(cancellationToken) ? Page() : NotFound();

    /// <summary>Proposes a resolution.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<IdentifierKind> Said(params string[] words) =>
            [.. Enum.GetValues<IdentifierKind>().Where(kind => words.Contains(Identifier.GetValueOrDefault(kind.ToString())))];
        var input = new ProposeResolution(Id, Resolution, Said("Agrees", "Differs"), Reason, Said("Agrees"));
        return ActAsync(() => resolutions.ProposeAsync(Reference, input, Me, cancellationToken), "Your proposal waits for a colleague.", cancellationToken);
    }

    /// <summary>Agrees to the resolution proposed.</summary>
    public Task<IActionResult> OnPostAgreeAsync(CancellationToken cancellationToken) =>
        ActAsync(() => resolutions.AnswerAsync(Reference, Id, agree: true, Me, cancellationToken), "The hit is resolved.", cancellationToken);

    /// <summary>Disagrees: the hit is open again.</summary>
    public Task<IActionResult> OnPostDisagreeAsync(CancellationToken cancellationToken) =>
        ActAsync(() => resolutions.AnswerAsync(Reference, Id, agree: false, Me, cancellationToken), "The hit is open again.", cancellationToken);

    /// <summary>States that the officer has no interest in the case, and shows the hit again.</summary>
    public async Task<IActionResult> OnPostNoInterestAsync(CancellationToken cancellationToken)
    {
        var outcome = await triage.StateInterestAsync(Reference, new StateInterest(false, null), Me, cancellationToken);
        if (outcome.Succeeded)
            return RedirectToPage(new { Reference, Id, queue = Queue });
        return await LoadHitAsync(cancellationToken) ? this.PageWithRefusals(outcome.Refusals) : NotFound();
    }

    internal static IReadOnlyList<(string Value, string Label)> Choices { get; } = [("NotCompared", "Not compared"), ("Agrees", "Agrees"), ("Differs", "Differs")];

    internal static string Short(string text) => text.Length <= 160 ? text : text[..160] + "…";

    // Which hit comes next is asked before this one leaves the queue
    private async Task<IActionResult> ActAsync(Func<Task<Outcome>> act, string done, CancellationToken cancellationToken)
    {
        var next = Queue is { } view ? await queue.PlaceAsync(view, Id, Me, cancellationToken) : null;
        var outcome = await act();
        if (!outcome.Succeeded)
            return await LoadHitAsync(cancellationToken) ? this.PageWithRefusals(outcome.Refusals) : NotFound();
        this.Notify(done);
        return Queue is null ? RedirectToPage("/Cases/Details", new { Reference })
            : next?.NextId is { } nextId ? Redirect($"/cases/{next.NextReference}/hits/{nextId}?queue={Queue}")
            : Redirect($"/screening?view={Queue}");
    }

    private async Task<bool> LoadHitAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || Hit is not { } hit)
            return false;
        Details = await hits.ReadAsync(Case.File, hit, cancellationToken);
        Place = Queue is { } view ? await queue.PlaceAsync(view, Id, Me, cancellationToken) : null;
        return true;
    }
}
