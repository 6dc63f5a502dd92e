using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Notices;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Notices;

/// <summary>One letter: how it looks, with a case one may see or with invented words, and its versions.</summary>
[RequirePermission(Permission.ReadLetters)]
public sealed class LetterModel(NoticeLetters letters, NoticePreviews previews) : PageModel
{
    [FromRoute(Name = "code")]
    public string Name { get; set; } = "";

    [BindProperty(SupportsGet = true), StringLength(20, ErrorMessage = "A reference looks like HB-2026-00123")]
    public string? Reference { get; set; }

    public NoticeCode Code { get; private set; }

    public IReadOnlyList<LetterVersion> Versions { get; private set; } = [];

    public RenderedNotice Preview { get; private set; } = new("", "", "");

    public bool IsReal { get; private set; }

    public bool MayChange => User.Has(Permission.ManageLetters);

    public bool MaySeeCases => User.Has(Permission.ReadCases);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Find(Name) is not { } code)
            return NotFound();
        (Code, Versions) = (code, await letters.VersionsAsync(code, cancellationToken));
        Preview = await previews.SampleAsync(code, cancellationToken);
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        if (string.IsNullOrWhiteSpace(Reference))
            return Page();
        var real = await previews.WithCaseAsync(code, Reference, User.ToActor(), cancellationToken);
        if (!real.Succeeded)
            return this.PageWithRefusals(real.Refusals);
        (Preview, IsReal) = (real.Value, true);
        return Page();
    }

    /// <summary>The letter an address names; null when there is none.</summary>
    public static NoticeCode? Find(string name) =>
        NoticePlaceholders.Letters.Where(code => string.Equals(code.ToString(), name, StringComparison.OrdinalIgnoreCase)).Select(code => (NoticeCode?)code).FirstOrDefault();
}
