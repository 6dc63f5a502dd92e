using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Cases;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Awards;

/// <summary>The group writes and sends a report, or reads one it sent.</summary>
public sealed class ReportModel(CaseFiles files, GrantReporting reporting) : AwardPage(files)
{
    private const int EmptyCounts = 2;
    private const int FewestCounts = 3;

    /// <summary>Which report, from the address.</summary>
    [FromRoute]
    public int Number { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public ReportInput Input { get; set; } = new();

    /// <summary>The report.</summary>
    public GrantReport Report { get; private set; } = null!;

    /// <summary>True for somebody who may write it now.</summary>
    public bool MayWrite => Report.IsWritable && MyRoles.HasFlag(Roles.LeadContact);

    /// <summary>What earlier reports say was spent on a line.</summary>
    public Money SpentBefore(int line) => GrantCase.Reports.Where(one => one.Number < Number)
        .Aggregate(Money.Zero, (sum, one) => sum + (one.Content.Spend.FirstOrDefault(spend => spend.Line == line)?.Spent ?? Money.Zero));

    /// <summary>Shows the report.</summary>
    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || !Find())
            return NotFound();
        Input = ReportInput.Of(Report, GrantCase);
        Rows();
        return Page();
    }

    /// <summary>Keeps it, or sends it.</summary>
    public async Task<IActionResult> OnPostAsync(string? act, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || !Find())
            return NotFound();
        if (!ModelState.IsValid)
            return Again();
        var written = new WriteReport(Number, Input.ToContent(), Input.SeenReport);
        var outcome = act == "send"
            ? await reporting.SendAsync(Reference, written, Me, cancellationToken)
            : await reporting.SaveAsync(Reference, written, Me, cancellationToken);
        var answer = await AnswerAsync(outcome, act == "send" ? "We have your report, and write to you if something is missing." : "Your report is saved. You can go on with it later.", cancellationToken);
        if (!outcome.Succeeded)
            _ = Find();
        Rows();
        return answer;
    }

    private PageResult Again()
    {
        Rows();
        return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
    }

    private bool Find()
    {
        if (GrantCase.Reports.FirstOrDefault(one => one.Number == Number) is not { } found)
            return false;
        Report = found;
        return true;
    }

    private void Rows()
    {
        var wanted = Math.Clamp(Input.Counts.Count(row => !row.IsEmpty) + EmptyCounts, FewestCounts, ReportRules.MostCounts);
        while (Input.Counts.Count < wanted)
            Input.Counts.Add(new CountInput());
    }
}
