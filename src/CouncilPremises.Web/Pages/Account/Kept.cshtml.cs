using CouncilPremises.Application.People;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Account;

/// <summary>Shows somebody the form they sent after their session had ended, and sends it where it was meant to go.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class KeptModel(KeptForms kept, Navigation navigation) : PageModel
{
    public TypedForm Form { get; private set; } = new("/", []);

    /// <summary>The page the form belongs to.</summary>
    public string Path => Form.Address.Split('?')[0];

    /// <summary>Values that people typed rather than chose.</summary>
    public IReadOnlyList<string> Typed => [.. Form.Fields.Select(one => one.Value.Trim()).Where(value => value.Length > 2 && value.Any(char.IsWhiteSpace)).Distinct()];

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (await kept.FindAsync(id, User.ToActor(), cancellationToken) is not { } form || !Url.IsLocalUrl(form.Address))
        {
            this.Notify($"What you typed was sent already, or kept longer than {KeptForms.HoursKept} hours. Open its page to see what is saved.");
            return LocalRedirect(navigation.HomeOf(User));
        }
        Form = form;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    /// <summary>Sends it where it was meant to go, once: the browser posts the same fields there.</summary>
    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, CancellationToken cancellationToken)
    {
        if (await kept.FindAsync(id, User.ToActor(), cancellationToken) is not { } form || !Url.IsLocalUrl(form.Address))
            return RedirectToPage(new { id });
        await kept.ForgetAsync(id, User.ToActor(), cancellationToken);
        return LocalRedirectPreserveMethod(form.Address);
    }
}
