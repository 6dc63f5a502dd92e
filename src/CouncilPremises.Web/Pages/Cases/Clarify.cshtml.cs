using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Asking a group about its application for a grant: N2. The sections named open again, and no others; the clock pauses.</summary>
[RequirePermission(Permission.WorkGrants)]
public sealed class ClarifyModel(CaseViews views, Clarifications clarifications) : GrantCasePage(views)
{
    /// <summary>Sections to open again.</summary>
    [BindProperty]
    public List<GrantSection> Sections { get; set; } = [];

    /// <summary>The question about each section, by its name.</summary>
    [BindProperty]
    public Dictionary<string, string?> Questions { get; set; } = [];

    /// <summary>Something no section answers.</summary>
    [BindProperty]
    public string? Question { get; set; }

    /// <summary>The case as the page showed it.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>True when somebody has scored what was sent last: a new version makes them score again.</summary>
    public bool IsScored => GrantCase.Assessments.Any(one => one.IsCurrent(GrantCase.SubmissionNumber));

    /// <summary>What was typed about a section, or the usual question.</summary>
    public SectionQuestionBox BoxOf(GrantSection section) => new(
        section.ToString(), Questions.GetValueOrDefault(section.ToString()) ?? GrantWords.Usual(section),
        ModelState.TryGetValue($"Questions[{section}]", out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null);

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var asked = Sections.Distinct().Select(section => new GrantQuestion(section, Questions.GetValueOrDefault(section.ToString()) ?? "")).ToList();
        return await AnswerAsync(await clarifications.AskAsync(Reference, new AskForClarification(asked, Question), SeenVersion, Me, cancellationToken), "The group has been asked. The clock is paused.", cancellationToken);
    }
}
