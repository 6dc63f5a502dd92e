using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.People;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Premises;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>A part of the application that the council asks to be gone over again.</summary>
public sealed record AskedPart(string Title, string Question, string Href, bool IsDone);

/// <summary>The group's answer to a question of the council (N2), with the parts it opened again, or its side before a refusal (N9).</summary>
public sealed class AnswerModel(CaseFiles files, InformationRequests requests, RefusalDecisions refusals, KeptForms kept) : ApplicationPage(files)
{
    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public string Heading => IsMinded ? "Tell us your side" : "Answer our question";

    public string Lead => IsMinded
        ? $"We may say no, for the reason below. Tell us by {PremisesWords.Day(Application.AnswerDueOn)} what we have got wrong, or what you could change. We decide only after that."
        : $"We need something from you to go on. Answer by {PremisesWords.Day(Request?.DueOn ?? Application.Today)}; our time to decide stands still until then.";

    public string Question => IsMinded ? Application.MindedToRefuse?.Text ?? "" : Request?.Question ?? "";

    /// <summary>The parts that are open again; none when only a question is asked.</summary>
    public IReadOnlyList<AskedPart> Parts => IsMinded || Application.Open is not { } open ? [] :
    [
        .. (Request?.Asked ?? []).Select(one => new AskedPart(
            SectionQuestions.Name(one.Section), one.Question, HireSteps.Of(open.Answers, one.Section).Href(Reference), open.Saved.Contains(one.Section))),
    ];

    protected override bool IsOpen => Application.Case.State is CaseState.InfoRequested or CaseState.MindedToRefuse;

    protected override string Done => "Thank you: we have your answer.";

    private bool IsMinded => Application.Case.State == CaseState.MindedToRefuse;

    private new InformationRequest? Request => Application.InformationRequests.LastOrDefault(request => request.Answer is null);

    // One box for each question asked: an answer to an earlier one never comes back under a later
    private string Box => $"/hire/{Reference}/answer?to={(IsMinded ? Application.MindedToRefuse?.Id : Request?.Id)}";

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (HttpMethods.IsGet(HttpContext.Request.Method) && await kept.LastAsync(Me.Id, Box, cancellationToken) is { } form)
            Input.Answer = form.Fields.FirstOrDefault(field => field.Name == "Input.Answer")?.Value;
    }

    // A part still has to be gone over on another page: what was typed here waits meanwhile
    protected override Task KeepAsync(CancellationToken cancellationToken) =>
        kept.KeepLastAsync(Me.Id, new TypedForm(Box, [new TypedField("Input.Answer", Input.Answer ?? "")]), cancellationToken);

    protected override Task<Outcome> ActAsync(CancellationToken cancellationToken) => IsMinded
        ? refusals.AnswerAsync(Reference, Input.Answer, Me, cancellationToken)
        : requests.AnswerAsync(Reference, Input.Answer, Me, cancellationToken);

    public sealed class AnswerInput
    {
        [Display(Name = "Your answer")]
        public string? Answer { get; set; }
    }
}
