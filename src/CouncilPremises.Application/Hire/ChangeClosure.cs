using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Hire;

/// <summary>Ends a change whose application is over, and frees what was kept for it.</summary>
public sealed class ChangeClosure(CouncilTime time, AuditLog audit, Claims claims)
{
    /// <summary>Adds to the save under way; does nothing while the application is open.</summary>
    public async Task CloseWhenOverAsync(HireFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Change is not { IsOpen: true } change || !ChangeStates.IsOver(file.Case.State))
            return;
        var step = ChangeWorkflow.Table.Try(change.State, ChangeAction.Withdraw, Roles.System, new ChangeFacts { CaseOver = true });
        change.Take(step.Value, time.NowUtc);
        foreach (var date in change.Dates)
            await claims.ReleaseAsync(date.Id, cancellationToken);
        audit.Append(Actor.System, "Change.Close", new AuditSubject("Change", change.Id, file.Case.Id, step.Value.From.ToString(), step.Value.To.ToString(), file.Policy.Number));
    }
}
