using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain.Elections;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Binding;
using CouncilPremises.Web.People;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Refusing, with ground and answers to P1–P7. A named person decides.</summary>
[RequirePermission(Permission.DecideCases)]
public sealed class RefuseModel(CaseViews views, RefusalDecisions refusals) : ReasonsPage(views)
{
    /// <inheritdoc />
    protected override bool Takes(CaseFile file) => file is HireFile;

    /// <summary>Dates of a series to refuse; none means the whole application.</summary>
    [BindProperty]
    public List<Guid> Dates { get; set; } = [];

    /// <summary>Why a candidate's meeting is refused.</summary>
    [BindProperty]
    public ElectionRefusal? ElectionReason { get; set; }

    /// <summary>What the hirer is offered instead.</summary>
    [BindProperty]
    public string? Alternatives { get; set; }

    /// <summary>The four lawful reasons.</summary>
    public static IReadOnlyList<Choice> ElectionReasons { get; } = EnumChoices.Of<ElectionRefusal>(reason => reason.Words());

    /// <summary>The dates still asked for; none to choose from when there is only one.</summary>
    public IReadOnlyList<Choice> DateChoices => CaseWords.Dates(Case.File, OccurrenceState.Held) is { Count: > 1 } many ? many : [];

    /// <inheritdoc />
    protected override Task ReadAsync(CancellationToken cancellationToken)
    {
        // The ground on which the hirer was heard
        if (HttpMethods.IsGet(Request.Method))
            Ground ??= Case.File.MindedToRefuse?.Ground;
        return Task.CompletedTask;
    }

    /// <summary>Refuses.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await AnswerAsync(
        await refusals.RefuseAsync(Reference, new Refuse(Ground, Text, Given(), NoProhibitedReason, SeenVersion, Dates, ElectionReason, Alternatives), Me, cancellationToken),
        "Refused. The hirer has been told why, and how to ask for a review.", cancellationToken);
}
