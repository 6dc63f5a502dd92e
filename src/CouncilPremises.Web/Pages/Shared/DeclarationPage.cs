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

namespace CouncilPremises.Web.Pages.Shared;

/// <summary>DEC: the declaration, shown whole, signed or declined. One signature serves every application of the group, of either kind.</summary>
[RequirePermission(Permission.UseAccount)]
public abstract class DeclarationPage(CaseFiles files, DeclarationSigning signing, DeclarationTexts texts) : PageModel
{
    private CaseFile file = null!;

    [FromRoute]
    public string Reference { get; set => field = value.ToUpperInvariant(); } = "";

    [BindProperty]
    public SignInput Input { get; set; } = new();

    /// <summary>Who signs it, how often, and what it counts for.</summary>
    public abstract string WhatFor { get; }

    /// <summary>Where the person goes on: whoever writes the application to its answers.</summary>
    public string NextHref => file.Case.State == CaseState.Draft && file.CannotSpeakFor(User.ToActor()) is null ? $"{HomeHref}/check" : HomeHref;

    /// <summary>The application's own page.</summary>
    public string HomeHref => $"{file.Case.Kind.GroupPath()}/{file.Case.Reference}";

    /// <summary>Last day the group's declaration counts; null when it must be signed.</summary>
    public DateOnly? SignedUntil { get; private set; }

    /// <summary>Why it is signed again, or what follows from having declined; null for the first time.</summary>
    public string? Why => file.MustSign is { } reason ? DeclarationRules.Sentence(reason)
        : file.Latest(CheckCode.DEC)?.Outcome == CheckOutcome.Refer ? "You did not sign last time. Somebody from the council talks with you; you can still sign here, or take your application back." : null;

    public DeclarationText Text { get; private set; } = DeclarationText.V1;

    public IEnumerable<string> Lines => Text.For(file.Organisation.Name, Scope).Split('\n');

    public bool MaySign => DeclarationSigning.MaySign(file, User.ToActor());

    /// <summary>A private person signs for themselves.</summary>
    public bool IsBody => file.HirerKind != HirerKind.Individual;

    /// <summary>The day by which somebody else must sign if the application is sent today.</summary>
    public DateOnly SignBy => DeclarationRules.SignBy(file.Today, file.WorkingDays);

    /// <summary>What the declaration is about.</summary>
    protected abstract DeclarationScope Scope { get; }

    /// <summary>What is said when it is signed.</summary>
    protected abstract string Thanks { get; }

    /// <summary>True for an application of the kind this page is about.</summary>
    protected abstract bool Takes(CaseFile file);

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
        this.Notify(Input.Agrees == true ? Thanks : "We noted that you did not sign. Somebody from the council will talk with you.");
        return Redirect(NextHref);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await files.LoadAsync(Reference, User.ToActor(), cancellationToken) is not { } found || !Takes(found))
            return false;
        file = found;
        Text = await texts.CurrentAsync(cancellationToken);
        if (!file.Needs(CheckCode.DEC) || file.IsClear(CheckCode.DEC))
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
