using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>The declaration signed on paper, by the hirer or by the real organiser. DEC, S4, T9.</summary>
[RequirePermission(Permission.WorkCases)]
public sealed class PaperDeclarationModel(CaseViews views, PaperSignatures paper, CoSigning coSigning) : CasePage(views)
{
    /// <summary>Whose signature.</summary>
    [FromQuery(Name = "party")]
    public CheckParty Party { get; set; }

    [BindProperty]
    public PaperInput Input { get; set; } = new();

    /// <summary>Who signs.</summary>
    public string Signer => Party == CheckParty.Organiser ? $"{Case.File.OrganiserName}, the real organiser" : Case.File.Organisation.Name;

    /// <summary>A person signs without an office.</summary>
    public bool IsPersonal => PaperSignatures.IsPersonal(Case.File, Party);

    /// <summary>True while the real organiser may still sign by a mailed link.</summary>
    public bool CanAsk => Case.File is HireFile hire && CoSigning.IsOpen(hire);

    /// <summary>Records the signature.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await MistakesAsync(cancellationToken);
        var signature = new PaperSignature(Party, Input.Name, Input.Role, Input.SignedOn, Input.SawOriginal);
        return await AnswerAsync(await paper.RecordAsync(Reference, signature, Me, cancellationToken), "The signature on paper is recorded.", cancellationToken);
    }

    /// <summary>Sends the real organiser a new link.</summary>
    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return await AnswerAsync(await coSigning.AskAsync(Reference, Me, cancellationToken), "We sent the real organiser a new link. An older one no longer works.", cancellationToken);
    }

    public sealed class PaperInput
    {
        [Display(Name = "The name")]
        public string? Name { get; set; }

        [Display(Name = "The office")]
        public string? Role { get; set; }

        [Display(Name = "The date of the signature")]
        public DateOnly? SignedOn { get; set; }

        [Display(Name = "Whether you saw the paper")]
        public bool SawOriginal { get; set; }
    }
}
