using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Funds;

/// <summary>Lets one group in after a round has closed.</summary>
[RequirePermission(Permission.ManageFunds)]
public sealed class LateModel(GrantRounds rounds, RoundKeeping keeping, FundQueries funds) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public string Slug { get; set; } = "";

    /// <summary>Letters of the group's name.</summary>
    [BindProperty(SupportsGet = true), Display(Name = "Find the group")]
    public string? Search { get; set; }

    /// <summary>The round as the page showed it.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public LateInput Input { get; set; } = new();

    /// <summary>The round.</summary>
    public GrantRound Round { get; private set; } = null!;

    /// <summary>Groups that were found.</summary>
    public IReadOnlyList<Choice> Found { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        Version = Round.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var until = Input.UntilDay is { } day && Input.UntilTime is { } at ? new CivilTime(day, at) : (CivilTime?)null;
        var outcome = await keeping.LetInAsync(Id, Slug, Version, new LetInLate(Input.OrganisationId, until, Input.Reason), User.ToActor(), cancellationToken);
        if (outcome.IsConflict)
            Version = this.SeenAnew(Round.Version);
        if (!outcome.Succeeded)
            return this.PageWithRefusals([.. outcome.Refusals.Select(refusal => refusal.Field != "Until" ? refusal
                : refusal with { Field = Input.UntilDay is null ? nameof(Input.UntilDay) : nameof(Input.UntilTime) })]);
        this.Notify("The group is let in. Tell it until when.");
        return Redirect($"/funds/{Id}/rounds/{Slug}");
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (await rounds.FindAsync(Slug, cancellationToken) is not { } found || found.Fund.Id != Id)
            return false;
        Round = found.Round;
        Found = [.. (await funds.GroupsAsync(Search, cancellationToken)).Select(one => new Choice(one.Id.ToString(), one.Name, one.Address.ReplaceLineEndings(", ")))];
        return true;
    }

    /// <summary>A late permission as it is typed.</summary>
    public sealed class LateInput
    {
        [Display(Name = "The group")]
        public Guid? OrganisationId { get; set; }

        [Display(Name = "The day")]
        public DateOnly? UntilDay { get; set; }

        [Display(Name = "The time")]
        public TimeOnly? UntilTime { get; set; }

        [Display(Name = "Why")]
        public string? Reason { get; set; }
    }
}
