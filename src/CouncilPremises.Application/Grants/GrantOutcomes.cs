using CouncilPremises.Application.Cases;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Grants;

/// <summary>What became of telling one group.</summary>
public sealed record OutcomeTold(string Reference, Outcome Outcome);

/// <summary>Publishing what was decided: to each group its own letter with its own reason. One that fails never spoils the others. N14, N10.</summary>
public sealed class GrantOutcomes(CouncilTime time, CaseDesk desk, CaseNotices notices)
{
    /// <summary>Most applications published at once.</summary>
    public const int Most = 500;

    /// <summary>Publishes several, each in a save of its own, and says what became of each.</summary>
    public async Task<IReadOnlyList<OutcomeTold>> PublishAsync(IReadOnlyList<string> references, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(references);
        var told = new List<OutcomeTold>();
        foreach (var reference in references.Distinct(StringComparer.OrdinalIgnoreCase).Take(Most))
            told.Add(new OutcomeTold(reference, await PublishAsync(reference, actor, cancellationToken)));
        return told;
    }

    /// <summary>Publishes one.</summary>
    public Task<Outcome> PublishAsync(string reference, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Grant.PublishOutcome", null, async file =>
        {
            if (!actor.HasAny(CaseKind.Grant.Officers()))
                return ActResult.No("Role", "A grant officer or grant approver publishes outcomes.");
            if (file.CannotAct(actor) is { } refusal)
                return ActResult.No(refusal);
            if (file.Case.State is not (CaseState.Approved or CaseState.ApprovedWithConditions or CaseState.Refused))
                return ActResult.No("State", "It is not decided yet, so there is no outcome to publish.");
            if (file.Grant.OutcomePublishedUtc is not null)
                return ActResult.No(Refusal.ChangedCode, "This outcome has been published already.");
            file.Grant.Publish(time.NowUtc);
            if (file.Case.State != CaseState.Refused)
                file.Award!.Publish(file.WorkingDays.Add(time.Today, file.Policy.AcceptOfferWorkingDays), time.NowUtc);
            await notices.QueueAsync(file.Case.State == CaseState.Refused ? NoticeCode.N10 : NoticeCode.N14, file, cancellationToken);
            return ActResult.Done(new { file.Case.State });
        }, cancellationToken);
}
