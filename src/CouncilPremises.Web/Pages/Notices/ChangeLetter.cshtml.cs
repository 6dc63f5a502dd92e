using CouncilPremises.Application.Notices;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Notices;

/// <summary>An administrator words a letter: looks at it first, then puts it into use as the next version.</summary>
[RequirePermission(Permission.ManageLetters)]
public sealed class ChangeLetterModel(NoticeLetters letters, NoticePreviews previews) : PageModel
{
    [FromRoute(Name = "code")]
    public string Name { get; set; } = "";

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    public NoticeCode Code { get; private set; }

    public RenderedNotice? Preview { get; private set; }

    public IReadOnlyList<string> Required => [.. NoticePlaceholders.Required(Code)];

    public IReadOnlyList<string> Optional => [.. NoticePlaceholders.Optional(Code)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (LetterModel.Find(Name) is not { } code)
            return NotFound();
        Code = code;
        Fill((await letters.VersionsAsync(code, cancellationToken))[0]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? act, CancellationToken cancellationToken)
    {
        if (LetterModel.Find(Name) is not { } code)
            return NotFound();
        Code = code;
        if (act == "standard")
            return await StandardAsync(cancellationToken);
        var input = new ChangeLetter(Subject, Body, SeenVersion);
        if (NoticeLetters.MistakesOf(code, input) is { Count: > 0 } mistakes)
            return this.PageWithRefusals([new Refusal("Placeholder", string.Join(" ", mistakes), string.IsNullOrWhiteSpace(Subject) ? nameof(Subject) : nameof(Body))]);
        if (act == "look")
        {
            Preview = previews.Sample(NoticeLetters.TemplateOf(input));
            return Page();
        }

        var outcome = await letters.ChangeAsync(code, input, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify($"The new words of {code.Words()} are in use from the next letter on.");
        return Redirect($"/letters/{code}");
    }

    private async Task<IActionResult> StandardAsync(CancellationToken cancellationToken)
    {
        var seen = SeenVersion;
        ModelState.Clear();
        Fill((await letters.VersionsAsync(Code, cancellationToken))[^1]);
        SeenVersion = seen;
        return Page();
    }

    private void Fill(LetterVersion version) => (Subject, Body, SeenVersion) = (version.Subject, version.Body, version.Version);
}
