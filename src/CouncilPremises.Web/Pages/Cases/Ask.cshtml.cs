using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Asking the group for something: N2. The parts named open again, and no others; the clock pauses.</summary>
[RequirePermission(Permission.WorkCases)]
public sealed class AskModel(CaseViews views, InformationRequests requests) : HireCasePage(views)
{
    /// <summary>Sections to open again.</summary>
    [BindProperty]
    public List<HireSection> Sections { get; set; } = [];

    /// <summary>The question about each section, by its name.</summary>
    [BindProperty]
    public Dictionary<string, string?> Questions { get; set; } = [];

    /// <summary>Something no section answers.</summary>
    [BindProperty]
    public string? Question { get; set; }

    /// <summary>The case as the page showed it.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>Sections this hirer was asked.</summary>
    public IReadOnlyList<HireSection> Offered => HireValidation.SectionsFor(HireCase.Hire.Answers, HireCase.Derived.Facts);

    /// <summary>What was typed about a section, or the usual question.</summary>
    public string QuestionAbout(HireSection section) => Questions.GetValueOrDefault(section.ToString()) ?? SectionQuestions.Usual(section);

    /// <summary>What is wrong with the question about a section; null when nothing is.</summary>
    public string? MistakeIn(HireSection section) =>
        ModelState.TryGetValue($"Questions[{section}]", out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var asked = Sections.Distinct().Select(section => new SectionQuestion(section, Questions.GetValueOrDefault(section.ToString()) ?? "")).ToList();
        return await AnswerAsync(await requests.AskAsync(Reference, new AskGroup(asked, Question), SeenVersion, Me, cancellationToken), "The group has been asked. The clock is paused.", cancellationToken);
    }
}
