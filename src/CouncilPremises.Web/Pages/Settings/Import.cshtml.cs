using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CouncilPremises.Application.Importing;
using CouncilPremises.Application.Spreadsheets;
using CouncilPremises.Domain;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Settings;

/// <summary>Takes over what the council had before.</summary>
[RequirePermission(Permission.ManageSettings)]
[RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class ImportModel(Imports imports) : PageModel
{
    private const long LargestRequest = TableReader.LargestFile + 1024 * 1024;
    private const int MostShown = 100;

    [BindProperty]
    public ImportFileInput Input { get; set; } = new() { IsTrial = true };

    public ImportReport? Report { get; private set; }

    internal static IReadOnlyList<Choice> Kinds { get; } = [.. Enum.GetValues<ImportKind>().Select(kind => new Choice(kind.ToString(), kind.ToString()))];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        await using var file = Input.File!.OpenReadStream();
        var outcome = await imports.RunAsync(Input.Kind!.Value, file, Input.File.FileName, Input.IsTrial, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(Shown(outcome.Refusals));
        if (Input.IsTrial)
        {
            Report = outcome.Value;
            return Page();
        }

        this.Notify(string.Create(CultureInfo.CurrentCulture, $"{outcome.Value.Rows:N0} rows are imported: {string.Join("; ", outcome.Value.Lines)}."));
        return RedirectToPage();
    }

    // Ten thousand mistakes are one mistake made ten thousand times
    private static IReadOnlyList<Refusal> Shown(IReadOnlyList<Refusal> refusals) => refusals.Count <= MostShown
        ? refusals
        : [.. refusals.Take(MostShown), new Refusal("File", string.Create(CultureInfo.CurrentCulture, $"There are {refusals.Count - MostShown:N0} further mistakes"), "File")];
}

/// <summary>A file and what it holds.</summary>
public sealed class ImportFileInput
{
    [Display(Name = "What it holds"), Required(ErrorMessage = "Choose what the file holds")]
    public ImportKind? Kind { get; set; }

    [Display(Name = "File"), Required(ErrorMessage = "Choose the file")]
    public IFormFile? File { get; set; }

    [Display(Name = "Only try it")]
    public bool IsTrial { get; set; }
}
