using CouncilPremises.Application.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Notices;

/// <summary>A letter to somebody without an e-mail address, to be printed and posted.</summary>
[RequirePermission(Permission.ReadNotices)]
public sealed class PostModel(PostedLetters letters) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The letter.</summary>
    public PrintedLetter Letter { get; private set; } = null!;

    public bool MayPost => User.Has(Permission.WorkCases);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await letters.ReadAsync(Id, User.ToActor(), cancellationToken) is not { } letter)
            return NotFound();
        Letter = letter;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await letters.PostedAsync(Id, User.ToActor(), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Notify("The letter is recorded as posted.");
            return Redirect("/notices?delivery=ToPost");
        }

        return await OnGetAsync(cancellationToken) is NotFoundResult missing ? missing : this.PageWithRefusals(outcome.Refusals);
    }
}
