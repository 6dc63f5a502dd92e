using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Pages.Cases;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Lists;

/// <summary>Keys a notice that a partner sent.</summary>
[RequirePermission(Permission.ManageLists)]
public sealed class PartnerNoticeModel(PartnerNotices notices) : PageModel
{
    [BindProperty]
    public PartnerNoticeInput Input { get; set; } = new();

    internal static IReadOnlyList<Choice> Grounds { get; } =
        [.. PartnerNotices.Grounds.Select(ground => new Choice(ground.ToString(), $"{ground} {ground.Words()}"))];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Input.SeenEdition = (await notices.AllAsync(cancellationToken)).Edition;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var input = new KeyPartnerNotice(Input.Name, Input.IsPerson, Input.HirerConfirmed, Input.Ground, Input.Dated, Input.Expires, Input.Contact, Input.SeenEdition);
        var outcome = await notices.AddAsync(input, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify("The notice is in use.");
        return Redirect("/screening/partner-notices");
    }
}

/// <summary>A notice as typed.</summary>
public sealed class PartnerNoticeInput
{
    [Display(Name = "Whom is it about?")]
    public bool? IsPerson { get; set; }

    [Display(Name = "I have checked that this person hires in their own name")]
    public bool HirerConfirmed { get; set; }

    [Display(Name = "Name")]
    public string? Name { get; set; }

    [Display(Name = "Ground")]
    public Ground? Ground { get; set; }

    [Display(Name = "Date of the notice")]
    public DateOnly? Dated { get; set; }

    [Display(Name = "Expires on")]
    public DateOnly? Expires { get; set; }

    [Display(Name = "Whom to ask")]
    public string? Contact { get; set; }

    public int SeenEdition { get; set; }
}
