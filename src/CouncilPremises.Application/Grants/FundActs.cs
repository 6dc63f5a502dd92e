using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.People;

namespace CouncilPremises.Application.Grants;

/// <summary>The one way to change funds, rounds and what the council says about its programme: whole or not at all, audited in the same save, and logged when refused.</summary>
public sealed class FundActs(AppDbContext db, AuditLog audit, Transactions transactions)
{
    private static readonly Refusal NotYours = new("Role", "A grant officer or grant approver sets up funds and rounds.");

    /// <summary>Does an act. It changes the records and never saves; it gives details for the audit.</summary>
    internal Task<Outcome> DoAsync(Actor actor, string action, AuditSubject subject, Func<CancellationToken, Task<Outcome<object>>> act, CancellationToken cancellationToken) =>
        DoAsync(actor, Permission.ManageFunds, NotYours, action, subject, act, cancellationToken);

    /// <summary>The same for an act that asks for another permission, and what others are told.</summary>
    internal async Task<Outcome> DoAsync(
        Actor actor, Permission needs, Refusal notYours, string action, AuditSubject subject, Func<CancellationToken, Task<Outcome<object>>> act, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var outcome = actor.StaffRoles.Has(needs)
            ? await transactions.RunAsync<object>(async cancel =>
            {
                var done = await act(cancel);
                if (!done.Succeeded)
                    return done;
                audit.Append(actor, action, subject, done.Value);
                await db.SaveChangesAsync(cancel);
                return done;
            }, cancellationToken)
            : Outcome.Refused<object>(notYours);
        if (outcome.Succeeded)
            return Outcome.Ok();
        if (!outcome.IsNotFound)
            await audit.RefusedAsync(actor, action, subject, outcome.Refusals, cancellationToken);
        return Outcome.Refused(outcome.Refusals);
    }
}
