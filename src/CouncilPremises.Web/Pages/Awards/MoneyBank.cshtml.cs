using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Awards;

/// <summary>Bank details as the council handles them: keyed from paper by one officer, verified by a finance officer who did not key them.</summary>
[RequirePermission(Permission.ReadGrants)]
public sealed class MoneyBankModel(CaseViews views, BankKeeping banks) : MoneyPage(views)
{
    /// <summary>Name of the account.</summary>
    [BindProperty]
    public string? AccountName { get; set; }

    /// <summary>Six digits.</summary>
    [BindProperty]
    public string? SortCode { get; set; }

    /// <summary>Eight digits.</summary>
    [BindProperty]
    public string? AccountNumber { get; set; }

    /// <summary>The details that were looked at.</summary>
    [BindProperty]
    public Guid BankId { get; set; }

    /// <summary>Clear, or Refer.</summary>
    [BindProperty]
    public CheckOutcome? Outcome { get; set; }

    /// <summary>What the account-name check answered.</summary>
    [BindProperty]
    public string? NameResult { get; set; }

    /// <summary>A statement was seen.</summary>
    [BindProperty]
    public bool? StatementSeen { get; set; }

    /// <summary>What does not fit.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>True for a finance officer who may verify what stands.</summary>
    public bool MayVerify => Me.StaffRoles.Has(Permission.PayGrants) && GrantCase.Bank is { } bank && bank.KeyedById != Me.Id;

    /// <summary>True for an officer who may key what came on paper.</summary>
    public bool MayKey => BankKeeping.WhyNotKey(GrantCase, Me) is null;

    /// <summary>Keys them.</summary>
    public async Task<IActionResult> OnPostKeyAsync(CancellationToken cancellationToken) =>
        await AnswerMoneyAsync(await banks.KeyAsync(Reference, new BankFacts(AccountName, SortCode, AccountNumber), Me, cancellationToken), "Keyed. A finance officer other than you verifies them.", cancellationToken);

    /// <summary>Records the check BNK.</summary>
    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken cancellationToken) => ModelState.IsValid
        ? await AnswerMoneyAsync(await banks.VerifyAsync(Reference, new VerifyBank(BankId, Outcome, NameResult, StatementSeen, Note), Me, cancellationToken), "Recorded. Somebody else releases the payments.", cancellationToken)
        : await MistakesAsync(cancellationToken);
}
