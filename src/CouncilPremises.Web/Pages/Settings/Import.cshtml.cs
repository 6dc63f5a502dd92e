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

    // Ten thousand mistakes are one mistake made ten thousand times
    private const int MostShown = 100;

    [BindProperty]
    public ImportFileInput Input { get; set; } = new() { IsTrial = true };

    public ImportReport? Report { get; private set; }

    /// <summary>What is wrong with the file, in its order.</summary>
    public IReadOnlyList<Refusal> Mistakes { get; private set; } = [];

    public IEnumerable<string> Shown => Mistakes.Take(MostShown).Select(mistake => mistake.Sentence)
        .Concat(Mistakes.Count > MostShown ? [string.Create(CultureInfo.CurrentCulture, $"And {Mistakes.Count - MostShown:N0} more.")] : Array.Empty<string>());

    internal static IReadOnlyList<Choice> Kinds { get; } = [.. Enum.GetValues<ImportKind>().Select(kind => new Choice(kind.ToString(), kind.ToString()))];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        await using var file = Input.File!.OpenReadStream();
        var outcome = await imports.RunAsync(Input.Kind!.Value, file, Input.File.FileName, Input.IsTrial, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
        {
            Mistakes = outcome.Refusals;
            return this.PageWithRefusals([new Refusal("File", string.Create(CultureInfo.CurrentCulture,
                $"Nothing was imported: the file has {(Mistakes.Count == 1 ? "a mistake" : $"{Mistakes.Count:N0} mistakes")}, listed below"), "File")]);
        }

        if (Input.IsTrial)
        {
            Report = outcome.Value;
            return Page();
        }

        this.Notify(string.Create(CultureInfo.CurrentCulture, $"{outcome.Value.Rows:N0} rows are imported: {string.Join("; ", outcome.Value.Lines)}."));
        return RedirectToPage();
    }
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
