using CouncilPremises.Application.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Notices;

/// <summary>Every letter with the version of its words in use.</summary>
[RequirePermission(Permission.ReadLetters)]
public sealed class LettersModel(NoticeLetters letters) : PageModel
{
    public IReadOnlyList<LetterRow> Letters { get; private set; } = [];

    public bool MayChange => User.Has(Permission.ManageLetters);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Letters = await letters.ListAsync(cancellationToken);
}
