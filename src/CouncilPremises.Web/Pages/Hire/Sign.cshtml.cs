using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>DEC: the declaration, shown whole, signed or declined.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class SignModel(CaseFiles files, DeclarationSigning signing, DeclarationTexts texts) : PageModel
{
    private HireFile file = null!;

    [FromRoute]
    public string Reference { get; set; } = "";

    [BindProperty]
    public SignInput Input { get; set; } = new();

    /// <summary>Last day the group's declaration counts; null when it must be signed.</summary>
    public DateOnly? SignedUntil { get; private set; }

    /// <summary>Why it is signed again, or what follows from having declined; null for the first time.</summary>
    public string? Why => file.MustSign is { } reason ? DeclarationRules.Sentence(reason)
        : file.Latest(CheckCode.DEC)?.Outcome == CheckOutcome.Refer ? "You did not sign last time. Somebody from the council talks with you; you can still sign here, or take your application back." : null;

    public DeclarationText Text { get; private set; } = DeclarationText.V1;

    public IEnumerable<string> Lines => Text.For(file.Organisation.Name, DeclarationScope.BookingsForTwelveMonths).Split('\n');

    public bool MaySign => DeclarationSigning.MaySign(file, User.ToActor());

    /// <summary>A private person signs for themselves.</summary>
    public bool IsBody => file.Hire.HirerKind != HirerKind.Individual;

    /// <summary>The day by which somebody else must sign if the application is sent today.</summary>
    public DateOnly SignBy => DeclarationRules.SignBy(file.Today, file.WorkingDays);

    public string NextHref => file.Case.State == CaseState.Draft ? HireSteps.Check(Reference) : HireSteps.Home(Reference);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        // The back button or a second click: it is signed already
        if (SignedUntil is not null)
            return Redirect(NextHref);
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await signing.SignAsync(Reference, new SignDeclaration(Input.Agrees, Input.Name, Input.Role, Input.TextHash), User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify(Input.Agrees == true
            ? "Thank you: the declaration is signed, and counts for your other bookings too."
            : "We noted that you did not sign. Somebody from the council will talk with you.");
        return Redirect(NextHref);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await files.LoadHireAsync(Reference, User.ToActor(), cancellationToken) is not { } found)
            return false;
        file = found;
        Text = await texts.CurrentAsync(cancellationToken);
        if (!HireSteps.MustSign(file))
            SignedUntil = file.Latest(CheckCode.DEC)?.ValidUntil ?? file.Today;
        return true;
    }

    public sealed class SignInput
    {
        [Display(Name = "Whether you agree")]
        public bool? Agrees { get; set; }

        [Display(Name = "Your name")]
        public string? Name { get; set; }

        [Display(Name = "Your office")]
        public string? Role { get; set; }

        public string? TextHash { get; set; }
    }
}
