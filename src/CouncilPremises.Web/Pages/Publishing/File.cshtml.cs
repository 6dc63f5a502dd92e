using CouncilPremises.Application.Publishing;
using CouncilPremises.Domain.Publishing;
using CouncilPremises.Domain.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Publishing;

/// <summary>Open data about grants as a file: 360Giving JSON or workbook, or the transparency list. Rows with a problem are left out of it.</summary>
[AllowAnonymous]
public sealed class FileModel(Publications publications, CouncilTime time) : PageModel
{
    /// <summary>A financial year, "2026-27", or "all".</summary>
    [FromRoute]
    public string Name { get; set; } = "";

    /// <summary>json, xlsx or csv.</summary>
    [FromRoute]
    public string Format { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        PublicationYear? year = PublicationYear.TryParse(Name, out var named) ? named : null;
        if (year is null && Name != "all")
            return NotFound();
        var publication = await publications.CheckAsync(year, cancellationToken);
        if (publication.WhyNot.Count > 0)
            return NotFound();
        var stream = new MemoryStream();
        await (Format switch
        {
            "json" => PublicationFiles.WriteJsonAsync(publication, time.NowUtc, stream, cancellationToken),
            "xlsx" => PublicationFiles.WriteWorkbookAsync(publication, time.NowUtc, stream, cancellationToken),
            _ => PublicationFiles.WriteTransparencyListAsync(publication, stream, cancellationToken),
        });
        stream.Position = 0;
        return File(stream, TypeOf(Format), $"{publication.Name}.{Format}");
    }

    private static string TypeOf(string format) => format switch
    {
        "json" => "application/json",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "text/csv",
    };
}
