using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Hirers;
using CouncilPremises.Application.Organisations;
using CouncilPremises.Domain.Cases;
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
public sealed class StartModel(OrganisationQueries organisations, TypedApplications typed) : PageModel
{
    [FromRoute]
    public Guid OrganisationId { get; set; }

    [BindProperty]
    public StartInput Input { get; set; } = new();

    /// <summary>The hirer's name.</summary>
    public string Hirer { get; private set; } = "";

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
        var outcome = await typed.StartAsync(OrganisationId, new StartTyped(Input.HeardBy, Input.Kind, Input.HasInterest), User.ToActor(), cancellationToken);
        return outcome.Succeeded ? Redirect($"/hire/{outcome.Value}") : this.PageWithRefusals(outcome.Refusals);
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var found = await organisations.DetailsAsync(OrganisationId, User.ToActor(), cancellationToken);
        if (found.Succeeded)
            Hirer = found.Value.Facts.Name;
        return found.Succeeded;
    }

    public sealed class StartInput
    {
        [Display(Name = "How the words come")]
        public HeardBy? HeardBy { get; set; }

        [Display(Name = "What you do")]
        public HelpKind? Kind { get; set; }

        [Display(Name = "Whether you have an interest")]
        public bool? HasInterest { get; set; }
    }
}
