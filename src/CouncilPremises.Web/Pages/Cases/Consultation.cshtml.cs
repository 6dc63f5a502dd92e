using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Recording the answer to a request for advice.</summary>
[RequirePermission(Permission.AnswerConsultations)]
public sealed class ConsultationModel(CaseViews views, Consultations consultations) : CasePage(views)
{
    /// <summary>The request, from the address.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>What kind of answer.</summary>
    [BindProperty]
    public ConsultationAnswer? Answer { get; set; }

    /// <summary>The answer.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The request; null when it is not part of this case.</summary>
    public Consultation? Asked => Case.File.Consultations.FirstOrDefault(c => c.Id == Id);

    /// <inheritdoc />
    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) && Asked is not null ? Page() : NotFound();

    /// <summary>Records the answer.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await consultations.AnswerAsync(Reference, new AnswerAdvice(Id, Answer, Text), Me, cancellationToken), "The advice is recorded. It binds nobody.", cancellationToken);
}
