using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Spreadsheets;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Exports;

/// <summary>The auditor's workbook of a period.</summary>
[RequirePermission(Permission.ExportAudit)]
public sealed class IndexModel(AuditExport export, CouncilTime time) : PageModel
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [BindProperty]
    public ExportInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Venues { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        // The quarter that ended last is what an auditor mostly asks for
        var thisQuarter = new DateOnly(time.Today.Year, (time.Today.Month - 1) / 3 * 3 + 1, 1);
        Input = new ExportInput { From = thisQuarter.AddMonths(-3), To = thisQuarter.AddDays(-1) };
        await LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var filter = new AuditFilter(Input.From!.Value, Input.To!.Value, Input.VenueId);
        // Written to a file first: whoever leaves halfway gets nothing, and a refusal is still a page
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        HttpContext.Response.RegisterForDisposeAsync(file);
        var outcome = await export.WriteAsync(filter, file, User.ToActor(), progress: null, cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        file.Position = 0;
        Response.Headers.CacheControl = "no-store";
        return File(file, Workbook, filter.FileName);
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Venues = [.. (await export.VenuesAsync(cancellationToken)).Select(venue => new Choice(venue.Id.ToString(), venue.Name))];
}

/// <summary>What to export.</summary>
public sealed class ExportInput
{
    [Display(Name = "First day"), Required(ErrorMessage = "Enter the first day")]
    public DateOnly? From { get; set; }

    [Display(Name = "Last day"), Required(ErrorMessage = "Enter the last day")]
    public DateOnly? To { get; set; }

    [Display(Name = "Venue")]
    public Guid? VenueId { get; set; }
}
