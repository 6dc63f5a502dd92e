using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Awards;

/// <summary>The money of a case: award, schedule, reports, bank details, what was recovered, and what each person may do now.</summary>
[RequirePermission(Permission.ReadGrants)]
public sealed class MoneyModel(CaseViews views, Payments payments, PayLookUps lookUps, AwardChanges changes, AwardEndings endings) : MoneyPage(views)
{
    private bool lookUpsWorked;

    /// <summary>Other groups that gave the same account.</summary>
    public IEnumerable<OverlapRow> Same => Case.Overlaps.Where(row => row.Found.Kind == OverlapKind.BankAccount);

    /// <summary>True for a grant officer or approver without an interest in the case.</summary>
    public bool Works => Me.StaffRoles.Has(Permission.WorkGrants) && GrantCase.CannotDecide(Me) is null;

    /// <summary>True for a grant approver without an interest in the case.</summary>
    public bool Decides => Works && Me.HasAny(Roles.GrantApprover);

    /// <summary>True for a finance officer.</summary>
    public bool Pays => Me.StaffRoles.Has(Permission.PayGrants);

    /// <summary>True for whoever has not made their statement yet.</summary>
    public bool NeedsStatement => (Me.StaffRoles.Has(Permission.WorkGrants) || Pays) && GrantCase.ConflictStatements.All(one => one.OfficerId != Me.Id);

    /// <summary>What keeps an instalment from being paid: by this person where they pay, by anybody otherwise.</summary>
    public IReadOnlyList<Refusal> WhyNot(Instalment one) => Payments.WhyNot(GrantCase, one, Pays ? Me : null, lookUpsWorked);

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken) => lookUpsWorked = await lookUps.WorkAsync(GrantCase, cancellationToken);

    /// <summary>Releases an instalment.</summary>
    public async Task<IActionResult> OnPostReleaseAsync(int number, CancellationToken cancellationToken) =>
        await AnswerMoneyAsync(await payments.ReleaseAsync(Reference, number, Me, cancellationToken), "Released. It goes with the next payment file.", cancellationToken);

    /// <summary>Lets payments go on.</summary>
    public async Task<IActionResult> OnPostResumeAsync(CancellationToken cancellationToken) =>
        await AnswerMoneyAsync(await changes.ResumeAsync(Reference, SeenVersion, Me, cancellationToken), "Payments go on, and the group is told.", cancellationToken);

    /// <summary>Lets the grant go on.</summary>
    public async Task<IActionResult> OnPostDropAsync(CancellationToken cancellationToken) =>
        await AnswerMoneyAsync(await endings.DropAsync(Reference, SeenVersion, Me, cancellationToken), "The grant goes on, and the group is told.", cancellationToken);

    /// <summary>Closes it.</summary>
    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancellationToken) =>
        await AnswerMoneyAsync(await endings.CloseAsync(Reference, SeenVersion, Me, cancellationToken), "The grant is closed: every pound is accounted for.", cancellationToken);

    /// <summary>Records that money came back.</summary>
    public async Task<IActionResult> OnPostReceiveAsync(Guid recoveryId, CancellationToken cancellationToken) =>
        await AnswerMoneyAsync(await endings.ReceiveAsync(Reference, recoveryId, Me, cancellationToken), "Recorded: the money came back.", cancellationToken);
}
