using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Lists;

/// <summary>Reads a list file; what it changes is shown before it goes into use.</summary>
[RequirePermission(Permission.ManageLists)]
[RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class ImportModel(ListImports imports) : PageModel
{
    // The Sanctions List has some 25 MB today
    private const long LargestRequest = 100 * 1024 * 1024;

    [BindProperty]
    public ImportInput Input { get; set; } = new();

    internal static IReadOnlyList<Choice> Choices { get; } =
        [.. new[] { ListCode.L2, ListCode.L3, ListCode.L1 }.Select(list => new Choice(list.ToString(), $"{list} {ListQueries.NameOf(list)}"))];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var uploads = Input.Files.Select(file => new ListUpload(file.FileName, file.OpenReadStream())).ToList();
        try
        {
            var outcome = await imports.ReadAsync(new ImportList(Input.List!.Value, uploads), User.ToActor(), null, cancellationToken);
            return outcome.Succeeded ? RedirectToPage("/Lists/Waiting", new { Id = outcome.Value }) : this.PageWithRefusals(outcome.Refusals);
        }
        finally
        {
            foreach (var upload in uploads)
                await upload.Content.DisposeAsync();
        }
    }
}

/// <summary>What is sent to import a list.</summary>
public sealed class ImportInput
{
    [Display(Name = "Which list?"), Required(ErrorMessage = "Choose which list this is")]
    public ListCode? List { get; set; }

    [Display(Name = "File"), Required(ErrorMessage = "Choose the file to import")]
    public List<IFormFile> Files { get; set; } = [];
}
