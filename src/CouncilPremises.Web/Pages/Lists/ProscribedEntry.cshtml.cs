using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Lists;

/// <summary>Adds an organisation to the register, changes it, or gives its last day.</summary>
[RequirePermission(Permission.ManageLists)]
public sealed class ProscribedEntryModel(ProscribedRegister register) : PageModel
{
    [BindProperty]
    public ProscribedInput Input { get; set; } = new();

    [FromQuery(Name = "key")]
    public string? Key { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var all = await register.AllAsync(cancellationToken);
        Input.SeenEdition = all.Edition;
        if (Key is null)
            return Page();
        if (all.Rows.FirstOrDefault(row => row.Key == Key) is not { } entry)
            return NotFound();
        Input = new ProscribedInput
        {
            SeenEdition = all.Edition,
            Name = entry.Name,
            Aliases = string.Join('\n', entry.Aliases),
            From = entry.From,
            To = entry.To,
            Source = entry.Source,
            CheckedBy = entry.CheckedBy,
            CheckedOn = entry.CheckedOn,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var input = new KeepProscribed(Key, Input.Name, Input.Aliases, Input.From, Input.To, Input.Source, Input.CheckedBy, Input.CheckedOn, Input.SeenEdition);
        var outcome = await register.KeepAsync(input, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify($"The register is saved as edition {outcome.Value.Number} and in use.");
        return Redirect("/screening/proscribed");
    }
}

/// <summary>An organisation as typed.</summary>
public sealed class ProscribedInput
{
    [Display(Name = "Name")]
    public string? Name { get; set; }

    [Display(Name = "Other names")]
    public string? Aliases { get; set; }

    [Display(Name = "Proscribed from")]
    public DateOnly? From { get; set; }

    [Display(Name = "Last day")]
    public DateOnly? To { get; set; }

    [Display(Name = "Source")]
    public string? Source { get; set; }

    [Display(Name = "Checked by")]
    public string? CheckedBy { get; set; }

    [Display(Name = "Checked on")]
    public DateOnly? CheckedOn { get; set; }

    public int SeenEdition { get; set; }
}
