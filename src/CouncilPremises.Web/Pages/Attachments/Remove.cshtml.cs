using CouncilPremises.Application.Attachments;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Attachments;

/// <summary>Asks before a file is removed, and removes it.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class RemoveModel(CaseAttachments attachments, AttachmentReading reading) : PageModel
{
    /// <summary>The file's id, from the address.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Why an officer removes it.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The files of its case.</summary>
    public AttachmentList Files { get; private set; } = null!;

    /// <summary>The file.</summary>
    public AttachmentRow Row { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    /// <summary>Removes it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var outcome = await attachments.RemoveAsync(Id, Reason, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify($"“{Row.Purpose}” was removed.");
        return RedirectToPage("Index", new { Files.Reference });
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await reading.ListOfAsync(Id, User.ToActor(), cancellationToken) is not { } files || files.There.FirstOrDefault(row => row.Id == Id) is not { } file)
            return false;
        (Files, Row) = (files, file);
        return true;
    }
}
