using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Awards;

/// <summary>A termination put forward.</summary>
/// <param name="Reason">Why, which the group reads.</param>
/// <param name="ForConfirmedMatch">It follows from a confirmed match with L1 or L2, which needs no time to answer.</param>
/// <param name="SeenVersion">The case as the page showed it.</param>
public sealed record ProposeTermination(string? Reason, bool ForConfirmedMatch, int SeenVersion);

/// <summary>Money asked back, or not to be paid back.</summary>
/// <param name="Kind">Recover or write off.</param>
/// <param name="Amount">How much: never more than was paid and is open.</param>
/// <param name="Reason">Why.</param>
/// <param name="SeenVersion">The case as the page showed it.</param>
public sealed record RecoverMoney(RecoveryKind? Kind, Money? Amount, string? Reason, int SeenVersion);

/// <summary>Ending a grant: put forward by one person, answered by the group, decided by another; money recovered or written off; closed once
/// every pound is accounted for. RULEBOOK 6, N18.</summary>
public sealed class AwardEndings(AppDbContext db, CouncilTime time, CaseDesk desk, CaseNotices notices)
{
    /// <summary>Puts a termination forward and asks the group for its side.</summary>
    public Task<Outcome> ProposeAsync(string reference, ProposeTermination input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Award.ProposeTermination", input.SeenVersion, async file =>
        {
            var step = file.TryAward(AwardAction.ProposeTermination, file.RolesOf(actor), file.StandingFor(actor));
            if (!step.Succeeded)
                return ActResult.No(step.Refusals);
            if (AwardMoves.WhyNotText(input.Reason, "Tell the group why its grant may end", nameof(input.Reason), 50) is { } refusal)
                return ActResult.No(refusal);
            if (input.ForConfirmedMatch && !file.Hits.Any(hit => hit is { Resolution: HitResolution.Confirmed, List: ListCode.L1 or ListCode.L2 }))
                return ActResult.No("Heard", "No match with L1 or L2 is confirmed in this case, so the group is heard first.", nameof(input.ForConfirmedMatch));
            var award = file.Award!;
            award.Take(step.Value, time.NowUtc);
            award.Propose(new Termination(input.Reason!.Trim(), input.ForConfirmedMatch, actor.Id, time.NowUtc, file.WorkingDays.Add(file.Today, Termination.AnswerWorkingDays)));
            await notices.QueueAsync(NoticeCode.N18, file, cancellationToken);
            return ActResult.Done(new { input.Reason, input.ForConfirmedMatch });
        }, cancellationToken);

    /// <summary>The group gives its side.</summary>
    public Task<Outcome> AnswerAsync(string reference, string? answer, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Award.AnswerTermination", null, file =>
        {
            var step = file.TryAward(AwardAction.AnswerTermination, file.GroupRoles(actor), file.StandingFor(actor));
            if (!step.Succeeded)
                return Task.FromResult(ActResult.No(step.Refusals));
            if (AwardMoves.WhyNotText(answer, "Tell us your side", "Answer", 10, 4000) is { } refusal)
                return Task.FromResult(ActResult.No(refusal));
            file.Award!.Take(step.Value, time.NowUtc);
            file.Award.Propose(file.Award.Termination! with { Answer = answer!.Trim() });
            return Task.FromResult(ActResult.Done(new { answer }));
        }, cancellationToken);

    /// <summary>Not to be ended after all.</summary>
    public Task<Outcome> DropAsync(string reference, int seenVersion, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Award.DropTermination", seenVersion, async file =>
        {
            var step = file.TryAward(AwardAction.DropTermination, file.RolesOf(actor), file.StandingFor(actor));
            if (!step.Succeeded)
                return ActResult.No(step.Refusals);
            file.Award!.Take(step.Value, time.NowUtc);
            file.Award.Propose(null);
            await notices.QueueAsync(NoticeCode.N18, file, cancellationToken);
            return ActResult.Done();
        }, cancellationToken);

    /// <summary>Ends it. Planned instalments are cancelled; a released one stays behind, because a file takes only what may still be paid.</summary>
    public Task<Outcome> TerminateAsync(string reference, string? reason, int seenVersion, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Award.Terminate", seenVersion, async file =>
        {
            var step = file.TryAward(AwardAction.Terminate, file.RolesOf(actor), file.StandingFor(actor));
            if (!step.Succeeded)
                return ActResult.No(step.Refusals);
            if (AwardMoves.WhyNotText(reason, "Say what you make of the group's side, which it reads", "Reason", 50, 4000) is { } refusal)
                return ActResult.No(refusal);
            file.Award!.Take(step.Value, time.NowUtc);
            file.Award.Propose(file.Award.Termination! with { Decision = reason!.Trim() });
            foreach (var one in file.Instalments.Where(one => one.State == PaymentState.Planned))
            {
                one.Take(PaymentWorkflow.Table.Try(one.State, PaymentAction.Cancel, file.RolesOf(actor), file.PayFacts(one, actor, lookUpsWorked: true)).Value);
                one.Because("The grant has ended.");
            }
            await notices.QueueAsync(NoticeCode.N18, file, cancellationToken);
            return ActResult.Done(new { reason });
        }, cancellationToken);

    /// <summary>An officer asks money back, an approver writes it off. Also after the end.</summary>
    public Task<Outcome> RecoverAsync(string reference, RecoverMoney input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Award.Recover", input.SeenVersion, async file =>
        {
            var result = Recover(file, input, actor);
            if (result.Outcome.Succeeded)
                await notices.QueueAsync(NoticeCode.PayBack, file, cancellationToken);
            return result;
        }, cancellationToken);

    private ActResult Recover(GrantFile file, RecoverMoney input, Actor actor)
    {
        if (input.Kind is not { } kind)
            return ActResult.No("Recovery", "Choose whether it is paid back or written off.", nameof(input.Kind));
        if (!file.RolesOf(actor).HasFlag(Roles.GrantApprover) && (kind == RecoveryKind.WriteOff || !file.RolesOf(actor).HasFlag(Roles.GrantOfficer)))
            return ActResult.No("Role", kind == RecoveryKind.WriteOff ? "A grant approver decides that money is not paid back." : "A grant officer or approver asks money back.");
        if (file.CannotDecide(actor) is { } refusal)
            return ActResult.No(refusal);
        if (file.Award is not { State: AwardState.Active or AwardState.Suspended or AwardState.Terminated } award)
            return ActResult.No("State", "Money is recovered while a grant runs, or after it was ended.");
        if (file.Balance.WhyNot(input.Amount, input.Reason) is { } no)
            return ActResult.No(no);
        if (Markings.Forbidden(input.Reason) is { } marking)
            return ActResult.No("Marking", marking, nameof(input.Reason));
        var recovery = new Recovery(Guid.CreateVersion7(), award.CaseId, kind, input.Amount!.Value, input.Reason!, file.WorkingDays.Add(file.Today, Recovery.PayBackWorkingDays), actor.Id, time.NowUtc);
        db.Recoveries.Add(recovery);
        file.Add(recovery);
        award.Touch();
        return ActResult.Done(new { kind, pence = recovery.Amount.Pence, input.Reason });
    }

    /// <summary>A finance officer records that money came back.</summary>
    public Task<Outcome> ReceiveAsync(string reference, Guid recoveryId, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Award.Receive", null, file =>
        {
            if (!file.RolesOf(actor).HasFlag(Roles.FinanceOfficer))
                return Task.FromResult(ActResult.No("Role", "A finance officer records that money came back."));
            if (file.CannotAct(actor) is { } refusal)
                return Task.FromResult(ActResult.No(refusal));
            if (file.Recoveries.FirstOrDefault(one => one.Id == recoveryId) is not { } recovery)
                return Task.FromResult(ActResult.No(Refusal.NotFoundCode, "This is not part of the award."));
            if (!recovery.IsAwaited)
                return Task.FromResult(ActResult.No(Refusal.ChangedCode, "A colleague has recorded this already."));
            recovery.Receive(actor.Id, time.NowUtc);
            file.Award!.Touch();
            return Task.FromResult(ActResult.Done(new { pence = recovery.Amount.Pence }));
        }, cancellationToken);

    /// <summary>Closes it: everything reported, nothing left to pay, every pound accounted for.</summary>
    public Task<Outcome> CloseAsync(string reference, int seenVersion, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Award.Close", seenVersion, file =>
        {
            var step = file.TryAward(AwardAction.Close, file.RolesOf(actor), file.StandingFor(actor));
            if (!step.Succeeded)
                return Task.FromResult(ActResult.No(step.Refusals));
            file.Award!.Take(step.Value, time.NowUtc);
            return Task.FromResult(ActResult.Done(new { file.Balance }));
        }, cancellationToken);
}
