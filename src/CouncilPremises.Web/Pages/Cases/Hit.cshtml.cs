using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>A possible list match, resolved by two people. A hit is never a verdict.</summary>
[RequirePermission(Permission.ResolveHits)]
public sealed class HitModel(CaseViews views, HitResolutions resolutions, ListQueries lists) : CasePage(views)
{
    /// <summary>The hit, from the address.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>What it is.</summary>
    [BindProperty]
    public HitResolution? Resolution { get; set; }

    /// <summary>Identifiers compared besides the name.</summary>
    [BindProperty]
    public List<IdentifierKind> Compared { get; set; } = [];

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The hit.</summary>
    public Hit? Hit => Case.Hits.FirstOrDefault(h => h.Id == Id);

    /// <summary>The list's own facts about the entry.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; private set; } = new Dictionary<string, string>();

    /// <summary>True when the person proposed the resolution, so that another must agree.</summary>
    public bool IsMine => Hit?.ProposedById == Me.Id;

    /// <inheritdoc />
    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || Hit is not { } hit)
            return NotFound();
        Facts = await lists.FactsOfAsync(hit, cancellationToken);
        return Page();
    }

    /// <summary>Proposes a resolution.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await WithFactsAsync(await resolutions.ProposeAsync(Reference, new ProposeResolution(Id, Resolution, Compared, Reason), Me, cancellationToken), "Your proposal waits for a colleague.", cancellationToken);

    /// <summary>Agrees to the resolution proposed.</summary>
    public async Task<IActionResult> OnPostAgreeAsync(CancellationToken cancellationToken) =>
        await WithFactsAsync(await resolutions.AnswerAsync(Reference, Id, agree: true, Me, cancellationToken), "The hit is resolved.", cancellationToken);

    /// <summary>Disagrees: the hit is open again.</summary>
    public async Task<IActionResult> OnPostDisagreeAsync(CancellationToken cancellationToken) =>
        await WithFactsAsync(await resolutions.AnswerAsync(Reference, Id, agree: false, Me, cancellationToken), "The hit is open again.", cancellationToken);

    private async Task<IActionResult> WithFactsAsync(Domain.Outcome outcome, string done, CancellationToken cancellationToken)
    {
        var answer = await AnswerAsync(outcome, done, cancellationToken);
        if (!outcome.Succeeded && Case is not null && Hit is { } hit)
            Facts = await lists.FactsOfAsync(hit, cancellationToken);
        return answer;
    }
}
