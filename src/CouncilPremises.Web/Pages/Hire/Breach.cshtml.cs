using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>What is said against the group, and its own side. RULEBOOK 6: the hirer is heard for ten working days.</summary>
public sealed class BreachModel(CaseFiles files, Breaches breaches) : ApplicationPage(files)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public BreachInput Input { get; set; } = new();

    public Breach? Breach => Application.After.Breaches.FirstOrDefault(b => b.Id == Id && b.CaseId == Application.Case.Id);

    /// <summary>True while the group may still give its side.</summary>
    public bool MayAnswer => Breach is { State: BreachState.Alleged, AnsweredUtc: null } && Application.GroupRoles(Me).HasFlag(Roles.LeadContact);

    protected override bool IsOpen => Breach is not null && (MayAnswer || HttpContext.Request.Method == HttpMethods.Get);

    protected override string Done => "Thank you: we have your side. We decide only after reading it.";

    protected override Task<Outcome> ActAsync(CancellationToken cancellationToken) => breaches.AnswerAsync(Reference, Id, Input.Answer, Me, cancellationToken);

    public sealed class BreachInput
    {
        [Display(Name = "Your side"), Required(ErrorMessage = "Tell us your side")]
        public string? Answer { get; set; }
    }
}
