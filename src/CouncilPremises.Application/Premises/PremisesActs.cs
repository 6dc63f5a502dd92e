using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.People;

namespace CouncilPremises.Application.Premises;

/// <summary>The one way to change premises: whole or not at all, audited in the same save, and logged when refused.</summary>
public sealed class PremisesActs(AppDbContext db, AuditLog audit, Transactions transactions)
{
    /// <summary>Does an act. It changes the records and never saves; it gives what is done to, and details for the audit.</summary>
    internal async Task<Outcome> DoAsync(Actor actor, string action, Func<CancellationToken, Task<Outcome<PremisesChange>>> act, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.StaffRoles.Has(Permission.ManagePremises))
            return Outcome.NotFound();
        var outcome = await transactions.RunAsync<PremisesChange>(async cancel =>
        {
            var changed = await act(cancel);
            if (!changed.Succeeded)
                return changed;
            audit.Append(actor, action, new AuditSubject(changed.Value.Kind, changed.Value.Id), changed.Value.Detail);
            await db.SaveChangesAsync(cancel);
            return changed;
        }, cancellationToken);
        if (outcome.Succeeded)
            return Outcome.Ok();
        if (!outcome.IsNotFound)
            await audit.RefusedAsync(actor, action, new AuditSubject("Premises", Guid.Empty), outcome.Refusals, cancellationToken);
        return Outcome.Refused(outcome.Refusals);
    }
}

/// <summary>What was changed, for the audit.</summary>
internal sealed record PremisesChange(string Kind, Guid Id, object? Detail = null);
