using System.Text;
using CouncilPremises.Application.Importing;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Settings;

/// <summary>An empty table to fill in, as a file.</summary>
[RequirePermission(Permission.ManageSettings)]
public sealed class ImportTemplateModel : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromRoute] string name, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<ImportKind>(Path.GetFileNameWithoutExtension(name), ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
            return NotFound();
#pragma warning disable CA1308 // file names are written small
        var fileName = $"import-{kind.ToString().ToLowerInvariant()}";
#pragma warning restore CA1308
        var stream = new MemoryStream();
        switch (Path.GetExtension(name))
        {
            case ".xlsx":
                await ImportTables.WriteWorkbookAsync(kind, stream, cancellationToken);
                stream.Position = 0;
                return File(stream, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", fileName + ".xlsx");
            case ".csv":
                await using (var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
                    await ImportTables.WriteCsvAsync(kind, writer, cancellationToken);
                stream.Position = 0;
                return File(stream, "text/csv", fileName + ".csv");
            default:
                return NotFound();
        }
    }
}
