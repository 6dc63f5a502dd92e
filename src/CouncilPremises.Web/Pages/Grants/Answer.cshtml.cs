using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Grants;
using CouncilPremises.Application.People;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Web.Pages.Hire;
using CouncilPremises.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>The group's answer to a question of the council (N2), with the sections it opened again, or its side before a refusal (N9).</summary>
public sealed class AnswerModel(CaseFiles files, Clarifications clarifications, RefusalDecisions refusals, KeptForms kept) : GroupCasePage<GrantFile>(files)
{
    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public string Heading => IsMinded ? "Tell us your side" : "Answer our question";

    public string Lead => IsMinded
        ? $"We may say no, for the reason below. Tell us by {PremisesWords.Day(Application.AnswerDueOn)} what we have got wrong, or what you could change. We decide only after that."
        : $"We need something from you to go on. Answer by {PremisesWords.Day(Open?.DueOn ?? Application.Today)}; our time to decide stands still until then.";

    public string Question => IsMinded ? Application.MindedToRefuse?.Text ?? "" : Open?.Question ?? "";

    /// <summary>The sections that are open again; none when only a question is asked.</summary>
    public IReadOnlyList<AskedPart> Parts => IsMinded || Application.Grant.Clarification is not { } open ? [] :
    [
        .. (Open?.AskedOfGrant ?? []).Select(one => new AskedPart(GrantWords.Name(one.Section), one.Question, GrantSteps.Href(Reference, one.Section), open.Saved.Contains(one.Section))),
    ];

    protected override bool IsOpen => Application.Case.State is CaseState.InfoRequested or CaseState.MindedToRefuse;

    protected override string Done => "Thank you: we have your answer.";

    private bool IsMinded => Application.Case.State == CaseState.MindedToRefuse;

    private InformationRequest? Open => Application.InformationRequests.LastOrDefault(request => request.Answer is null);

    // One box for each question asked: an answer to an earlier one never comes back under a later
    private string Box => $"{GrantSteps.Answer(Reference)}?to={(IsMinded ? Application.MindedToRefuse?.Id : Open?.Id)}";

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (HttpMethods.IsGet(HttpContext.Request.Method) && await kept.LastAsync(Me.Id, Box, cancellationToken) is { } form)
            Input.Answer = form.Fields.FirstOrDefault(field => field.Name == "Input.Answer")?.Value;
    }

    // A section still has to be gone over on another page: what was typed here waits meanwhile
    protected override Task KeepAsync(CancellationToken cancellationToken) =>
        kept.KeepLastAsync(Me.Id, new TypedForm(Box, [new TypedField("Input.Answer", Input.Answer ?? "")]), cancellationToken);

    protected override Task<Outcome> ActAsync(CancellationToken cancellationToken) => IsMinded
        ? refusals.AnswerAsync(Reference, Input.Answer, Me, cancellationToken)
        : clarifications.AnswerAsync(Reference, Input.Answer, Me, cancellationToken);

    public sealed class AnswerInput
    {
        [Display(Name = "Your answer")]
        public string? Answer { get; set; }
    }
}
