using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Lists;

/// <summary>Takes a list file and puts it in use.</summary>
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
            var outcome = await imports.ImportAsync(new ImportList(Input.List!.Value, uploads, Input.ConfirmShrink), User.ToActor(), null, cancellationToken);
            if (!outcome.Succeeded)
                return this.PageWithRefusals(outcome.Refusals);
            this.Notify(string.Create(CultureInfo.CurrentCulture, $"{outcome.Value.List} edition {outcome.Value.Number} is in use: {outcome.Value.EntryCount:N0} entries."));
            return Redirect("/screening/lists");
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

    [Display(Name = "Yes, this list is meant to be much shorter")]
    public bool ConfirmShrink { get; set; }
}
