using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Premises;

/// <summary>Bank holidays of England and Wales: days that every count of working days leaves out.</summary>
[RequirePermission(Permission.ManagePremises)]
public sealed class BankHolidaysModel(ClosureKeeping closures, CouncilTime time) : PageModel
{
    [BindProperty]
    public BankHolidayInput Input { get; set; } = new();

    public IReadOnlyList<BankHoliday> Days { get; private set; } = [];

    public DateOnly Today => time.Today;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Days = await closures.BankHolidaysAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Days = await closures.BankHolidaysAsync(cancellationToken);
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        var outcome = await closures.AddBankHolidayAsync(Input.Day!.Value, Input.Title, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify($"{PremisesWords.Day(Input.Day.Value)} is a bank holiday.");
        return Redirect("/settings/bank-holidays");
    }

    public async Task<IActionResult> OnPostRemoveAsync(DateOnly day, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Days = await closures.BankHolidaysAsync(cancellationToken);
        var outcome = await closures.RemoveBankHolidayAsync(day, User.ToActor(), cancellationToken);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify($"{PremisesWords.Day(day)} is no bank holiday any more.");
        return Redirect("/settings/bank-holidays");
    }
}

/// <summary>A bank holiday to add.</summary>
public sealed class BankHolidayInput
{
    [Display(Name = "Day"), Required(ErrorMessage = "Enter the day")]
    public DateOnly? Day { get; set; }

    [Display(Name = "Name")]
    public string Title { get; set; } = "";
}
