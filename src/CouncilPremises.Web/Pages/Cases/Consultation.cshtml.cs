using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Binding;
using CouncilPremises.Web.People;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>A request for advice: the answer, or, when it is overdue, more time once or going on without it.</summary>
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

    /// <summary>The day it was given.</summary>
    [BindProperty, Display(Name = "Day")]
    public DateOnly? On { get; set; }

    /// <summary>Whether the police bar telling the hirer before a decision.</summary>
    [BindProperty]
    public bool BarsNotice { get; set; }

    /// <summary>Why more time, or why to go on.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Kinds of answer.</summary>
    public static IReadOnlyList<Choice> Answers { get; } = EnumChoices.Of<ConsultationAnswer>(answer => answer.Words());

    /// <summary>The request; null when it is not part of this case.</summary>
    public Consultation? Asked => Case.File.Consultations.FirstOrDefault(c => c.Id == Id);

    /// <summary>True when the person records this kind of answer.</summary>
    public bool Records => Asked is { IsOpen: true } asked && Me.HasAny(ConsultationRules.Recorders(asked.Kind));

    /// <summary>True when the advice is overdue and the person may choose how to go on.</summary>
    public bool Chooses => Asked is { IsOpen: true } asked && asked.DueOn < Case.File.Today && Me.StaffRoles.Has(Permission.WorkCases);

    /// <summary>What the person does first, such as their own statement; null when nothing.</summary>
    public Domain.Refusal? First => Case.File.CannotAct(Me);

    /// <inheritdoc />
    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || Asked is null)
            return NotFound();
        On ??= Case.File.Today;
        return Case.Access == SensitiveAccess.Open ? Page() : Redirect($"/cases/{Reference}/sensitive");
    }

    /// <summary>Records the answer.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.TryGetValue(nameof(On), out var on) && on.Errors.Count > 0)
            return await MistakesAsync(cancellationToken);
        return await AnswerAsync(await consultations.AnswerAsync(Reference, new AnswerAdvice(Id, Answer, Text, On, BarsNotice), Me, cancellationToken), "Recorded. Advice binds nobody: whoever decides gives reasons of their own.", cancellationToken);
    }

    /// <summary>Gives more time, once.</summary>
    public async Task<IActionResult> OnPostExtendAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await consultations.ExtendAsync(Reference, Id, Reason, Me, cancellationToken), "More time is given.", cancellationToken);

    /// <summary>Goes on without it.</summary>
    public async Task<IActionResult> OnPostGoOnAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await consultations.GoOnAsync(Reference, Id, Reason, Me, cancellationToken), "The case goes on without this advice.", cancellationToken);
}
