using CouncilPremises.Application.Attachments;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace CouncilPremises.Web.Pages.Attachments;

/// <summary>A file of a case, always to be saved and never shown in the browser. One address for groups and staff: what each may open, the service says.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class OpenModel(AttachmentReading reading) : PageModel
{
    /// <summary>Why it is not opened.</summary>
    public IReadOnlyList<string> Why { get; private set; } = [];

    /// <summary>Sends the file, or says why not.</summary>
    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        var outcome = await reading.OpenAsync(id, User.ToActor(), cancellationToken);
        if (outcome.IsNotFound)
            return NotFound();
        if (!outcome.Succeeded)
        {
            Why = [.. outcome.Refusals.Select(refusal => refusal.Sentence)];
            return new PageResult { StatusCode = StatusCodes.Status403Forbidden };
        }

        var file = outcome.Value;
        Response.Headers.CacheControl = "private, no-store";
        Response.Headers.XContentTypeOptions = "nosniff";
        Response.ContentLength = file.Size;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.SaveAs);
        Response.Headers.ContentDisposition = disposition.ToString();
        return new FileStreamResult(file.Content, file.ContentType);
    }
}
