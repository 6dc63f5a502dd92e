using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Attachments;
using CouncilPremises.Domain.Attachments;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Attachments;

/// <summary>The files of a case: listed, and one added at a time. For its group and for staff.</summary>
[RequirePermission(Permission.UseAccount)]
[RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class IndexModel(CaseAttachments attachments, AttachmentReading reading) : PageModel
{
    // Larger than a file may be, so that somebody whose photograph is too large is told so in a sentence
    private const long LargestRequest = 4 * AttachmentRules.LargestFile;

    internal static string FileHint { get; } =
        $"{AttachmentTypes.InWords}. At most {AttachmentRules.Size(AttachmentRules.LargestFile)}; {AttachmentRules.MostFiles} files and {AttachmentRules.Size(AttachmentRules.LargestCase)} in all.";

    /// <summary>The case's reference, from the address.</summary>
    [FromRoute]
    public string Reference { get; set; } = "";

    /// <summary>Where to go on; the case's own page when not given.</summary>
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    /// <summary>What is sent.</summary>
    [BindProperty]
    public AddFileInput Input { get; set; } = new();

    /// <summary>The files.</summary>
    public AttachmentList Files { get; private set; } = null!;

    /// <summary>The page to go back to: only ever one of this service.</summary>
    public string Back => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : AttachmentWords.Home(Files);

    /// <summary>Shows the files; a purpose may be filled in by the page that led here.</summary>
    public async Task<IActionResult> OnGetAsync([FromQuery] string? purpose, CancellationToken cancellationToken)
    {
        Input.Purpose = purpose;
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    /// <summary>Adds a file.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await LoadAsync(cancellationToken) ? this.PageWithMistakes() : NotFound();
        await using var content = Input.File!.OpenReadStream();
        var outcome = await attachments.AddAsync(Reference, new AddAttachment(Input.Purpose, Input.File.FileName, content), User.ToActor(), cancellationToken);
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify($"“{Files.Rows.FirstOrDefault(row => row.Id == outcome.Value)?.Purpose}” was added.");
        return RedirectToPage(new { Reference, ReturnUrl });
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await reading.ListAsync(Reference, User.ToActor(), cancellationToken) is not { } files)
            return false;
        Files = files;
        return true;
    }
}

/// <summary>A file and what it is.</summary>
public sealed class AddFileInput
{
    /// <summary>What it is.</summary>
    [Display(Name = "What is it?"), Required(ErrorMessage = "Say what the file is, for example “Accounts 2025”")]
    public string? Purpose { get; set; }

    /// <summary>The file.</summary>
    [Display(Name = "File"), Required(ErrorMessage = "Choose the file to add")]
    public IFormFile? File { get; set; }
}
