using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Grants;
using CouncilPremises.Application.Organisations;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>Chooses which group applies in a round, and starts its application or goes on with it.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class ApplyModel(GrantRounds rounds, GrantDrafts drafts, OrganisationQueries organisations, CouncilTime time) : PageModel
{
    private IReadOnlyList<OrganisationRow> mine = [];

    [FromRoute(Name = "round")]
    public string Slug { get; set; } = "";

    [BindProperty]
    public ApplyInput Input { get; set; } = new();

    public RoundView View { get; private set; } = null!;

    /// <summary>The groups that can apply now.</summary>
    public IReadOnlyList<Choice> Groups => [.. mine.Where(one => WhyNot(one) is null).Select(one => new Choice($"{one.Id}", one.Name))];

    /// <summary>Whoever else the person acts for, each with why it cannot apply.</summary>
    public IReadOnlyList<(string Name, string Why)> Others => [.. mine.Where(one => WhyNot(one) is not null).Select(one => (one.Name, WhyNot(one)!))];

    /// <summary>True when the person acts for nobody yet.</summary>
    public bool IsNew => mine.Count == 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await drafts.StartAsync(Slug, Input.OrganisationId!.Value, User.ToActor(), cancellationToken);
        if (outcome.Succeeded)
            return Redirect(GrantSteps.Home(outcome.Value));
        return outcome.Refusals[0].Code == "Role" ? Forbid() : this.PageWithRefusals(outcome.Refusals);
    }

    private string? WhyNot(OrganisationRow one) => one.Kind switch
    {
        HirerKind.Individual => "Grants go to groups only, not to private persons.",
        HirerKind.InternalBody => "Grants go to groups only, not to departments of the council or its schools.",
        HirerKind.Group when !one.Roles.HasFlag(Roles.LeadContact) => "Its lead contact applies. Ask them, or ask them to make you the lead contact.",
        HirerKind.Group => View.Round.WhyClosed(one.Id, time.NowUtc)?.Sentence,
    };

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (await rounds.FindAsync(Slug, cancellationToken) is not { } view)
            return false;
        View = view;
        mine = await organisations.MineAsync(User.ToActor(), cancellationToken);
        return true;
    }

    public sealed class ApplyInput
    {
        [Display(Name = "Which group applies"), Required(ErrorMessage = "Choose which group applies")]
        public Guid? OrganisationId { get; set; }
    }
}
