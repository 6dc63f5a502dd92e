using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Cases;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Awards;

/// <summary>An officer changes what is planned; it always comes to exactly the award.</summary>
[RequirePermission(Permission.WorkGrants)]
public sealed class ScheduleModel(CaseViews views, PaymentSchedules schedules) : MoneyPage(views)
{
    private const int EmptyRows = 2;

    /// <summary>What is planned.</summary>
    [BindProperty]
    public List<RowInput> Rows { get; set; } = [];

    /// <summary>Reports an instalment may wait for.</summary>
    public IReadOnlyList<Choice> Reports => [.. GrantCase.Reports.Where(report => !report.IsFinal).Select(report => new Choice($"{report.Number}", $"Report {report.Number}"))];

    /// <summary>Shows what is planned.</summary>
    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Rows = [.. GrantCase.Instalments.Where(one => one.State == PaymentState.Planned).Select(one => new RowInput { Number = one.Number, Amount = one.Amount, DueOn = one.DueOn, AfterReport = one.AfterReport })];
        Rows.AddRange(Enumerable.Range(0, EmptyRows).Select(_ => new RowInput()));
        return Page();
    }

    /// <summary>Takes it over.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await MistakesAsync(cancellationToken);
        var rows = Rows.Take(PaymentPlan.MostInstalments).Select(row => new ScheduleRow(row.Number, row.Amount, row.DueOn, row.AfterReport)).ToList();
        return await AnswerMoneyAsync(await schedules.ChangeAsync(Reference, rows, SeenVersion, Me, cancellationToken), "The schedule is changed.", cancellationToken);
    }
}

/// <summary>A row of the schedule as it is typed.</summary>
public sealed class RowInput
{
    /// <summary>A planned instalment's number; null for a new one.</summary>
    public int? Number { get; set; }

    /// <summary>How much.</summary>
    public Money? Amount { get; set; }

    /// <summary>The day it is meant for.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>The report it waits for.</summary>
    public int? AfterReport { get; set; }
}
