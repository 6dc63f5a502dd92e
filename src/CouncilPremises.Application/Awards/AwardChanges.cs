using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Awards;

/// <summary>Why payments stop.</summary>
/// <param name="Reason">One of six.</param>
/// <param name="Text">That in words, which the group reads.</param>
/// <param name="SeenVersion">The case as the page showed it.</param>
public sealed record SuspendAward(SuspensionReason? Reason, string? Text, int SeenVersion);

/// <summary>Other amounts or another end.</summary>
/// <param name="Amounts">What each line of the award comes to, by its number; a line left out stays as it is.</param>
/// <param name="Ends">Last day of the project; null leaves it.</param>
/// <param name="Reason">Why, 20 to 2,000 characters.</param>
/// <param name="SeenVersion">The case as the page showed it.</param>
public sealed record VaryAward(IReadOnlyDictionary<int, Money?> Amounts, DateOnly? Ends, string? Reason, int SeenVersion);

/// <summary>Stopping payments and letting them go on, and changing amounts or dates: an officer moves up to a share between lines, an approver
/// varies more, nobody goes above the award. RULEBOOK 6, N17.</summary>
public sealed class AwardChanges(AppDbContext db, CouncilTime time, CaseDesk desk, CaseNotices notices)
{
    /// <summary>Stops payments.</summary>
    public Task<Outcome> SuspendAsync(string reference, SuspendAward input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Award.Suspend", input.SeenVersion, async file =>
        {
            var step = file.TryAward(AwardAction.Suspend, file.RolesOf(actor), file.StandingFor(actor));
            if (!step.Succeeded)
                return ActResult.No(step.Refusals);
            if (input.Reason is not { } reason)
                return ActResult.No("Reason", "Choose why payments stop.", nameof(input.Reason));
            if (reason == SuspensionReason.ReportLate && !file.Reports.Any(report => ReportRules.MaySuspend(report, file.Today, file.WorkingDays)))
                return ActResult.No("Reason", "No report is more than 10 working days late. Until one is, the next instalment waits by itself.", nameof(input.Reason));
            if (AwardMoves.WhyNotText(input.Text, "Tell the group why payments stop and what it can do", nameof(input.Text)) is { } refusal)
                return ActResult.No(refusal);
            var award = file.Award!;
            award.Take(step.Value, time.NowUtc);
            award.Suspended(reason, input.Text!, file.WorkingDays.Add(file.Today, file.Policy.SuspensionWorkingDays));
            await notices.QueueAsync(NoticeCode.N17, file, cancellationToken);
            return ActResult.Done(new { reason, input.Text });
        }, cancellationToken);

    /// <summary>Lets payments go on.</summary>
    public Task<Outcome> ResumeAsync(string reference, int seenVersion, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Award.Resume", seenVersion, async file =>
        {
            var step = file.TryAward(AwardAction.Resume, file.RolesOf(actor), file.StandingFor(actor));
            if (!step.Succeeded)
                return ActResult.No(step.Refusals);
            file.Award!.Take(step.Value, time.NowUtc);
            await notices.QueueAsync(NoticeCode.N17, file, cancellationToken);
            return ActResult.Done();
        }, cancellationToken);

    /// <summary>Changes lines, amount or end. The schedule of payments is made to come to the new amount, and reports not sent yet to the new end.</summary>
    public Task<Outcome> VaryAsync(string reference, VaryAward input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Award.Vary", input.SeenVersion, file => VaryAsync(file, input, actor, cancellationToken), cancellationToken);

    private async Task<ActResult> VaryAsync(GrantFile file, VaryAward input, Actor actor, CancellationToken cancellationToken)
    {
        if (file.Award is not { } award)
            return ActResult.No("State", "Nothing has been awarded in this case.");
        var moves = new BudgetMoves(award, award.Lines.Select(line => line with { Amount = input.Amounts.GetValueOrDefault(line.Number) ?? line.Amount }).ToValueList());
        var ends = input.Ends ?? award.Ends;
        var standing = file.StandingFor(actor) with
        {
            WithinAward = moves.IsWithinAward(file.Balance.Paid),
            WithinOfficersShare = moves.IsWithinOfficersShare(file.Policy) && ends == award.Ends,
        };
        var step = file.TryAward(AwardAction.Vary, file.RolesOf(actor), standing);
        if (!step.Succeeded)
            return ActResult.No(step.Refusals);
        if (moves.Mistakes() is { Count: > 0 } mistakes)
            return ActResult.No([.. mistakes.Select(no => no with { Field = nameof(input.Amounts) })]);
        if (WhyNot(file, award, moves, ends, input) is { } refusal)
            return ActResult.No(refusal);
        if (moves.Total > award.Amount && await CannotGrowAsync(file, moves.Total, cancellationToken) is { } poor)
            return ActResult.No(poor);
        var (isOtherEnd, before) = (ends != award.Ends, award.Amount);
        var variation = new AwardVariation(Guid.CreateVersion7(), award, moves.Lines, ends, input.Reason!, actor.Id, time.NowUtc);
        db.AwardVariations.Add(variation);
        file.Add(variation);
        // What an approver moves counts against nobody's share
        var counts = file.RolesOf(actor).HasFlag(Roles.GrantApprover) ? Money.Zero : moves.Moved;
        award.Varied(moves.Lines, award.Starts, ends, counts);
        award.Take(step.Value, time.NowUtc);
        Fit(file, award, isOtherEnd);
        return ActResult.Done(new { before = before.Pence, after = variation.AmountAfter.Pence, ends, input.Reason });
    }

    // What a variation gave back to the fund may be another group's by now
    private async Task<Refusal?> CannotGrowAsync(GrantFile file, Money total, CancellationToken cancellationToken)
    {
        var left = await db.HoldAndReadLeftAsync(file.Fund.Id, file.Case.Id, cancellationToken);
        return total <= left ? null : new Refusal("Fund", $"The fund has {left} for this award. Enter amounts that come to that or less.", nameof(VaryAward.Amounts));
    }

    private static Refusal? WhyNot(GrantFile file, Award award, BudgetMoves moves, DateOnly ends, VaryAward input)
    {
        if (AwardMoves.WhyNotText(input.Reason, "Say why", nameof(input.Reason)) is { } refusal)
            return refusal;
        if (moves.Lines.Equals(award.Lines) && ends == award.Ends)
            return new Refusal("Vary", "Nothing would change. Enter another amount or another end.", nameof(input.Amounts));
        if (ends < award.Starts || ends > award.Starts.AddYears(5))
            return new Refusal("Vary", "Enter an end after the project's start, at most five years later.", nameof(input.Ends));
        return file.Reports.LastOrDefault(report => report.State != ReportState.Awaited) is { } sent && ends != award.Ends && ends <= sent.Until
            ? new Refusal("Vary", $"The group has reported up to {Notices.NoticeWords.Day(sent.Until)}. Enter a later end, or leave it.", nameof(input.Ends))
            : null;
    }

    // Before the agreement there is no schedule to fit
    private void Fit(GrantFile file, Award award, bool isOtherEnd)
    {
        if (award.AcceptedUtc is null)
            return;
        // How often a project reports was agreed: money moved between lines changes nothing about it
        if (isOtherEnd)
            FitReports(file, award);
        var last = file.Reports.Where(report => !report.IsFinal).Select(report => (int?)report.Number).Max();
        var fitted = PaymentPlan.Fit(award.Amount, file.Instalments, file.Today);
        foreach (var one in file.Instalments.Where(one => one.State == PaymentState.Planned && fitted.All(plan => plan.Number != one.Number)).ToList())
        {
            one.Take(PaymentWorkflow.Table.Try(one.State, PaymentAction.Cancel, Roles.GrantApprover, new PaymentFacts { ActorHasNoInterest = true, PlanStillAddsUp = true }).Value);
            one.Because("The award was varied.");
        }
        foreach (var plan in fitted.Select(plan => plan with { AfterReport = plan.AfterReport > (last ?? 0) ? last : plan.AfterReport }))
            if (file.Instalments.FirstOrDefault(one => one.Number == plan.Number) is { } known)
                known.Replan(plan.Amount, plan.DueOn, plan.AfterReport);
            else
            {
                var added = new Instalment(Guid.CreateVersion7(), award.CaseId, plan);
                db.Instalments.Add(added);
                file.Add(added);
            }
    }

    // What was sent keeps its time; what is awaited is made to fit, and what falls outside goes
    private void FitReports(GrantFile file, Award award)
    {
        var kept = file.Reports.LastOrDefault(report => report.State != ReportState.Awaited);
        var first = (kept?.Number ?? 0) + 1;
        var periods = GrantReports.After(kept?.Until, first, GrantReports.Schedule(award.Amount, award.Starts, award.Ends, file.Policy, file.WorkingDays));
        foreach (var report in file.Reports.Where(report => report.Number >= first && periods.All(period => period.Number != report.Number)).ToList())
        {
            db.GrantReports.Remove(report);
            file.Remove(report);
        }
        foreach (var period in periods)
            if (file.Reports.FirstOrDefault(report => report.Number == period.Number) is { } known)
                known.Reschedule(period);
            else
            {
                var added = new GrantReport(Guid.CreateVersion7(), award.CaseId, period);
                db.GrantReports.Add(added);
                file.Add(added);
            }
    }
}
