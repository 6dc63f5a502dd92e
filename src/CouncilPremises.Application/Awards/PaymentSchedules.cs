using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;

namespace CouncilPremises.Application.Awards;

/// <summary>One row of the schedule as an officer enters it.</summary>
/// <param name="Number">A planned instalment's number; null for a new one.</param>
/// <param name="Amount">How much; nothing takes the row out.</param>
/// <param name="DueOn">The day it is meant for.</param>
/// <param name="AfterReport">Number of the report that must be accepted first; null for none.</param>
public sealed record ScheduleRow(int? Number, Money? Amount, DateOnly? DueOn, int? AfterReport);

/// <summary>Changing what is planned: the schedule always comes to exactly the award. RULEBOOK 6.</summary>
public sealed class PaymentSchedules(AppDbContext db, CaseDesk desk)
{
    /// <summary>Takes over other rows for what is planned; what is released or sent stays.</summary>
    public Task<Outcome> ChangeAsync(string reference, IReadOnlyList<ScheduleRow> rows, int seenVersion, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Payment.Plan", seenVersion, file => Task.FromResult(Change(file, rows, actor)), cancellationToken);

    private ActResult Change(GrantFile file, IReadOnlyList<ScheduleRow> rows, Actor actor)
    {
        if (!actor.HasAny(CaseKind.Grant.Officers()))
            return ActResult.No("Role", "A grant officer or approver changes the schedule.");
        if (file.CannotDecide(actor) is { } refusal)
            return ActResult.No(refusal);
        if (file.Award is not { State: AwardState.Agreed or AwardState.Active or AwardState.Suspended } award)
            return ActResult.No("State", "The schedule is changed while a grant runs.");
        var wanted = rows.Where(row => row is { Amount: not null } || row.DueOn is not null).ToList();
        if (Mistakes(file, wanted) is { Count: > 0 } mistakes)
            return ActResult.No(mistakes);
        var next = file.Instalments.Max(one => one.Number);
        var plan = wanted.ConvertAll(row => new PlannedInstalment(row.Number ?? ++next, row.Amount!.Value, row.DueOn!.Value, row.AfterReport));
        var paid = file.Instalments.Where(one => one.IsPaid).Select(one => new PlannedInstalment(one.Number, one.Amount, one.DueOn, one.AfterReport));
        if (PaymentPlan.Check(award.Amount, [.. paid, .. plan]) is { Count: > 0 } wrong)
            return ActResult.No([.. wrong.Select(no => no with { Field = "Rows" })]);
        Take(file, plan, actor);
        award.Touch();
        return ActResult.Done(new { plan = plan.Select(one => new { one.Number, pence = one.Amount.Pence, one.DueOn, one.AfterReport }) });
    }

    private static List<Refusal> Mistakes(GrantFile file, List<ScheduleRow> rows)
    {
        var mistakes = new List<Refusal>();
        var planned = file.Instalments.Where(one => one.State == PaymentState.Planned).Select(one => one.Number).ToHashSet();
        foreach (var (index, row) in rows.Index())
        {
            if (row.Amount is null)
                mistakes.Add(new Refusal("Plan", $"Row {index + 1}: enter an amount, or take its date out too.", $"Rows[{index}].Amount"));
            if (row.DueOn is null)
                mistakes.Add(new Refusal("Plan", $"Row {index + 1}: enter a date.", $"Rows[{index}].DueOn"));
            if (row.Number is { } number && !planned.Contains(number))
                mistakes.Add(new Refusal(Refusal.ChangedCode, $"Instalment {number} is not planned any more. Look at the schedule again."));
            if (row.AfterReport is { } report && file.Reports.All(one => one.Number != report))
                mistakes.Add(new Refusal("Plan", $"Row {index + 1}: there is no report {report}.", $"Rows[{index}].AfterReport"));
        }
        if (rows.Where(row => row.Number is not null).GroupBy(row => row.Number).Any(same => same.Count() > 1))
            mistakes.Add(new Refusal("Plan", "Enter each instalment once.", "Rows"));
        return mistakes;
    }

    private void Take(GrantFile file, List<PlannedInstalment> plan, Actor actor)
    {
        foreach (var one in file.Instalments.Where(one => one.State == PaymentState.Planned && plan.TrueForAll(row => row.Number != one.Number)).ToList())
        {
            one.Take(PaymentWorkflow.Table.Try(one.State, PaymentAction.Cancel, file.RolesOf(actor), file.PayFacts(one, actor, lookUpsWorked: true) with { PlanStillAddsUp = true }).Value);
            one.Because("The schedule was changed.");
        }
        foreach (var row in plan)
            if (file.Instalments.FirstOrDefault(one => one.Number == row.Number) is { } known)
                known.Replan(row.Amount, row.DueOn, row.AfterReport);
            else
            {
                var added = new Instalment(Guid.CreateVersion7(), file.Case.Id, row);
                db.Instalments.Add(added);
                file.Add(added);
            }
    }
}
