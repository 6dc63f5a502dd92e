using CouncilPremises.Application.Cases;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Awards;

/// <summary>Releasing a payment, taking a release back, and cancelling an instalment. Every guard of *Pay* is tried again in the act's own
/// transaction, on what is recorded then. RULEBOOK 6.</summary>
public sealed class Payments(CouncilTime time, CaseDesk desk, PayLookUps lookUps)
{
    /// <summary>A finance officer who neither approved the award nor handled the bank details lets an instalment go (S2).</summary>
    public Task<Outcome> ReleaseAsync(string reference, int number, Actor actor, CancellationToken cancellationToken)
    {
        lookUps.Wake();
        return desk.ActAsync<GrantFile>(reference, actor, "Payment.Release", null, async file =>
        {
            if (Find(file, number) is not { } one)
                return ActResult.No(Refusal.NotFoundCode, "This instalment is not part of the award.");
            if (one.IsPaid)
                return ActResult.No(Refusal.ChangedCode, "This instalment has been released already. Nothing was paid twice.");
            var held = await lookUps.HoldBankAsync(file.Bank, cancellationToken);
            var facts = file.PayFacts(one, actor, await lookUps.WorkAsync(file, cancellationToken));
            var step = PaymentWorkflow.Table.Try(one.State, PaymentAction.Release, file.RolesOf(actor), facts with { BankVerified = facts.BankVerified && held });
            if (!step.Succeeded)
                return ActResult.No(step.Refusals);
            one.Take(step.Value);
            one.Released(actor.Id, file.Bank!.Id, time.NowUtc);
            file.Award!.Touch();
            return ActResult.Done(new { one.Number, pence = one.Amount.Pence });
        }, cancellationToken);
    }

    /// <summary>A finance officer takes a release back that is in no file yet.</summary>
    public Task<Outcome> RecallAsync(string reference, int number, string? reason, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Payment.Recall", null, file => Task.FromResult(Move(file, number, PaymentAction.Recall, reason, actor)), cancellationToken);

    /// <summary>An officer cancels an instalment that is not to be paid.</summary>
    public Task<Outcome> CancelAsync(string reference, int number, string? reason, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Payment.Cancel", null, file => Task.FromResult(Move(file, number, PaymentAction.Cancel, reason, actor)), cancellationToken);

    private static ActResult Move(GrantFile file, int number, PaymentAction action, string? reason, Actor actor)
    {
        if (Find(file, number) is not { } one)
            return ActResult.No(Refusal.NotFoundCode, "This instalment is not part of the award.");
        var step = PaymentWorkflow.Table.Try(one.State, action, file.RolesOf(actor), file.PayFacts(one, actor, lookUpsWorked: true));
        if (!step.Succeeded)
            return ActResult.No(step.Refusals);
        if (AwardMoves.WhyNotText(reason, "Say why", "Reason", 10) is { } refusal)
            return ActResult.No(refusal);
        one.Take(step.Value);
        one.Because(reason!);
        file.Award!.Touch();
        return ActResult.Done(new { one.Number, reason });
    }

    /// <summary>What keeps an instalment from being paid now, each a sentence; for somebody who only looks, what would keep a colleague.</summary>
    public static IReadOnlyList<Refusal> WhyNot(GrantFile file, Instalment one, Actor? actor, bool lookUpsWorked)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(one);
        var facts = file.PayFacts(one, actor ?? Actor.System, lookUpsWorked);
        if (actor is null)
            facts = facts with { ActorHasNoInterest = true, ActorWrote = false, ActorApproved = false, ActorHandledBank = false };
        return PaymentWorkflow.Table.Try(PaymentState.Planned, PaymentAction.Release, actor is null ? Roles.FinanceOfficer : file.RolesOf(actor), facts).Refusals;
    }

    private static Instalment? Find(GrantFile file, int number) => file.Instalments.FirstOrDefault(one => one.Number == number);
}
