using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Cases;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Awards;

/// <summary>Changing the lines, the amount or the end of an award.</summary>
[RequirePermission(Permission.WorkGrants)]
public sealed class VaryModel(CaseViews views, AwardChanges changes) : MoneyPage(views)
{
    /// <summary>What each line comes to, in the award's order.</summary>
    [BindProperty]
    public List<LineAmountInput> Amounts { get; set; } = [];

    /// <summary>Last day of the project.</summary>
    [BindProperty]
    public DateOnly? Ends { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Shows what stands.</summary>
    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Amounts = [.. Award.Lines.Select(line => new LineAmountInput { Number = line.Number, Amount = line.Amount })];
        Ends = Award.Ends;
        return Page();
    }

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await MistakesAsync(cancellationToken);
        var amounts = Amounts.Take(GrantBudget.MostLines).DistinctBy(row => row.Number).ToDictionary(row => row.Number, row => row.Amount);
        return await AnswerMoneyAsync(await changes.VaryAsync(Reference, new VaryAward(amounts, Ends, Reason, SeenVersion), Me, cancellationToken), "The award is varied, and the schedule with it.", cancellationToken);
    }
}

/// <summary>What a line comes to, as it is typed.</summary>
public sealed class LineAmountInput
{
    /// <summary>The line.</summary>
    public int Number { get; set; }

    /// <summary>How much.</summary>
    public Money? Amount { get; set; }
}
