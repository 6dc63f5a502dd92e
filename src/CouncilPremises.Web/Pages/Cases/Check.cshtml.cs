using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Checks;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Pages.Hire;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>Recording one check. A new record replaces the last; nothing recorded is ever changed.</summary>
[RequirePermission(Permission.ReadCases)]
public sealed class CheckModel(CaseViews views, CheckRecording checks) : CasePage(views)
{
    /// <summary>The check, from the address.</summary>
    [FromRoute]
    public CheckCode Code { get; set; }

    /// <summary>Whom it is about.</summary>
    [FromQuery(Name = "party")]
    public CheckParty Party { get; set; }

    /// <summary>What was found.</summary>
    [BindProperty]
    public CheckOutcome? Outcome { get; set; }

    /// <summary>Evidence by field name.</summary>
    [BindProperty]
    public Dictionary<string, string?> Evidence { get; set; } = [];

    /// <summary>Last day of the document, for INS.</summary>
    [BindProperty]
    public DateOnly? Expiry { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>The case as the page showed it.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>The check's row in the table.</summary>
    public CheckRule Rule => CheckRules.For(Code);

    /// <summary>True when the check is about one person, of whom nothing is copied.</summary>
    public bool IsAboutAPerson => CheckRecording.IsAboutAPerson(Case.File, Party);

    /// <summary>What is recorded.</summary>
    public IReadOnlyList<EvidenceField> Evidences => CheckRules.EvidenceOf(Code, IsAboutAPerson);

    /// <summary>Why the person cannot record it now; null when they can. Said before anything is typed.</summary>
    public Refusal? NotMine => CheckRecording.CannotRecord(Case.File, Code, Me, Party);

    /// <summary>What the hirer told us that the check is about.</summary>
    public IReadOnlyList<AnswerRow> Told => CheckAnswers.Of(Case.File, Code, Party);

    /// <summary>How to type a kind of evidence; null where that goes without saying.</summary>
    public static string? Hint(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Day => "For example, 24 3 2026",
        EvidenceKind.Money => "In pounds, for example 5,000,000",
        EvidenceKind.Link => "For example, https://www.example.org/page",
        EvidenceKind.Text or EvidenceKind.YesNo => null,
    };

    /// <summary>Records the check.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await MistakesAsync(cancellationToken);
        var evidence = Evidence.ToDictionary(e => e.Key, e => e.Value ?? "");
        if (Expiry is { } expiry)
            evidence["Expiry"] = expiry.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var input = new RecordCheck(Code, Outcome, evidence, Expiry, Note, SeenVersion, Party);
        return await AnswerAsync(await checks.RecordAsync(Reference, input, Me, cancellationToken), $"The check is recorded: {Rule.Name}.", cancellationToken);
    }
}
