using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Grants;
using CouncilPremises.Application.Hirers;
using CouncilPremises.Application.Organisations;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Binding;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Typing;

/// <summary>An officer says how the words come, whether they only type, and that they have no interest; then the form begins. S3, S4.</summary>
[RequirePermission(Permission.TypeApplications)]
public sealed class StartModel(OrganisationQueries organisations, GrantRounds rounds, TypedApplications typed) : PageModel
{
    private const string Room = "room";

    [FromRoute]
    public Guid OrganisationId { get; set; }

    [BindProperty]
    public StartInput Input { get; set; } = new();

    /// <summary>The hirer's name.</summary>
    public string Hirer { get; private set; } = "";

    /// <summary>What this person may type for this applicant: a room, or a grant from a round that is open.</summary>
    public IReadOnlyList<Choice> About { get; private set; } = [];

    /// <summary>How words come.</summary>
    public static IReadOnlyList<Choice> Ways { get; } = EnumChoices.Of<HeardBy>(way => way switch
    {
        HeardBy.Telephone => "On the telephone",
        HeardBy.InPerson => "At the counter",
        HeardBy.Paper => "On paper",
    });

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        if (About.FirstOrDefault(choice => choice.Value == Input.About || About.Count == 1) is not { Value: { } about })
        {
            ModelState.AddModelError("Input.About", "Choose what the application is about");
            return this.PageWithMistakes();
        }

        var start = new StartTyped(Input.HeardBy, Input.Kind, Input.HasInterest, about == Room ? null : about);
        var outcome = await typed.StartAsync(OrganisationId, start, User.ToActor(), cancellationToken);
        return outcome.Succeeded ? Redirect($"{start.About.GroupPath()}/{outcome.Value}") : this.PageWithRefusals(outcome.Refusals);
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var found = await organisations.DetailsAsync(OrganisationId, User.ToActor(), cancellationToken);
        if (!found.Succeeded)
            return false;
        Hirer = found.Value.Facts.Name;
        var (types, grants) = (User.ToActor(), new List<Choice>());
        if (types.HasAny(CaseKind.Grant.Officers()) && found.Value.Kind == HirerKind.Group)
            grants.AddRange((await rounds.ListAsync(cancellationToken)).Where(round => round.IsOpen).Select(round => new Choice(round.Slug, $"A grant: {round.Title}", round.SchemeTitle)));
        About = types.HasAny(CaseKind.Hire.Officers()) ? [new Choice(Room, "Hiring a room"), .. grants] : grants;
        return true;
    }

    public sealed class StartInput
    {
        [Display(Name = "What the application is about")]
        public string? About { get; set; }

        [Display(Name = "How the words come")]
        public HeardBy? HeardBy { get; set; }

        [Display(Name = "What you do")]
        public HelpKind? Kind { get; set; }

        [Display(Name = "Whether you have an interest")]
        public bool? HasInterest { get; set; }
    }
}
