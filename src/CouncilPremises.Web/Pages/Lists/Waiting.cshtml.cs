using System.Globalization;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Lists;

/// <summary>What a file that was read changes; a person puts it in use, or throws it away.</summary>
[RequirePermission(Permission.ManageLists)]
public sealed class WaitingModel(ListImports imports, ListDifferences differences) : PageModel
{
    /// <summary>The edition, from the address.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The edition in use when the page was shown.</summary>
    [BindProperty]
    public Guid? SeenLiveId { get; set; }

    /// <summary>Said to the question about a list that got shorter.</summary>
    [BindProperty]
    public bool ConfirmShrink { get; set; }

    /// <summary>What it changes.</summary>
    public ListDifference? Difference { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    /// <summary>Puts it in use.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await imports.UseAsync(new UseEdition(Id, SeenLiveId, ConfirmShrink), User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return await LoadAsync(cancellationToken) ? this.PageWithRefusals(outcome.Refusals) : Gone();
        this.Notify(string.Create(CultureInfo.CurrentCulture, $"{outcome.Value.List} edition {outcome.Value.Number} is in use: {outcome.Value.EntryCount:N0} entries. Live names are being tried against what changed."));
        return Redirect("/screening/lists");
    }

    /// <summary>Throws it away.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellationToken)
    {
        var outcome = await imports.DiscardAsync(Id, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return Gone();
        this.Notify("The file is thrown away. The edition in use stays in use.");
        return Redirect("/screening/lists");
    }

    // Somebody else decided, or read another file meanwhile
    private RedirectResult Gone()
    {
        this.Notify("A colleague has put this file in use, thrown it away, or read another one. This is how the lists stand now.");
        return Redirect("/screening/lists");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Difference = await differences.OfAsync(Id, User.ToActor(), cancellationToken);
        return Difference is not null;
    }

    internal static string Day(DateTime instantUtc) => CouncilTime.DayOf(instantUtc).ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
}
