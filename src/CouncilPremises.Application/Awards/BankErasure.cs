using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Awards;

/// <summary>Erases bank details three months after the group's last payment, once none of its awards can be paid any more: the last four digits stay,
/// so that a payment of years ago can still be told apart. RULEBOOK 9.</summary>
public sealed class BankErasure(AppDbContext db, CouncilTime time, AuditLog audit)
{
    private static readonly AwardState[] MayBePaid = [AwardState.Offered, AwardState.Agreed, AwardState.Active, AwardState.Suspended];

    /// <summary>Erases those whose time has come, at most so many, and says how many.</summary>
    public async Task<int> EraseDueAsync(int most, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var before = CouncilTime.ToUtc(time.Today.AddMonths(-BankDetails.KeptMonths), TimeOnly.MinValue)!.Value;
        var awards = from award in db.Awards
                     join @case in db.Cases on award.CaseId equals @case.Id
                     select new { award.State, award.StateSinceUtc, award.CaseId, @case.OrganisationId };
        var due = await db.BankDetails.Where(bank => bank.SealedNumbers != null && bank.KeyedUtc < before
                && !awards.Any(award => award.OrganisationId == bank.OrganisationId
                    && (MayBePaid.Contains(award.State) || award.StateSinceUtc >= before || db.Instalments.Any(paid => paid.CaseId == award.CaseId && paid.SentUtc >= before))))
            .OrderBy(bank => bank.Id).Take(most).ToListAsync(cancellationToken);
        if (due.Count == 0)
            return 0;
        foreach (var bank in due)
        {
            bank.Erase(time.NowUtc);
            audit.Append(Actor.System, "Bank.Erase", new AuditSubject(nameof(BankDetails), bank.Id));
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Keyed anew or erased by another process in the same moment: the next morning sees what is left
            db.ChangeTracker.Clear();
            return 0;
        }

        var groups = due.Select(bank => bank.OrganisationId).ToList();
        await db.OverlapKeys.Where(key => key.Kind == OverlapKind.BankAccount && db.Cases.Any(c => c.Id == key.CaseId && groups.Contains(c.OrganisationId))).ExecuteDeleteAsync(cancellationToken);
        return due.Count;
    }
}
