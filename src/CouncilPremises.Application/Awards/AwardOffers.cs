using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Awards;

/// <summary>The agreement as a signatory accepts it.</summary>
/// <param name="Agrees">They ticked that they accept it for the group.</param>
/// <param name="TextHash">Hash of the text the page showed.</param>
/// <param name="SeenVersion">The case as the page showed it.</param>
public sealed record AcceptAgreement(bool Agrees, string? TextHash, int SeenVersion);

/// <summary>An offer accepted or declined by the group. With the agreement, its conditions for the project are accepted, and the schedules of
/// reports and payments begin. RULEBOOK 6.</summary>
public sealed class AwardOffers(AppDbContext db, CouncilTime time, CaseDesk desk, AgreementTexts texts)
{
    /// <summary>The signatory accepts.</summary>
    public Task<Outcome> AcceptAsync(string reference, AcceptAgreement input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Award.Accept", input.SeenVersion, async file =>
        {
            // Somebody of the group itself: an officer who types for a group does not bind it
            var step = file.TryAward(AwardAction.Accept, file.Organisation.RolesOf(actor.Id), file.StandingFor(actor));
            if (!step.Succeeded)
                return ActResult.No(step.Refusals);
            var text = await texts.CurrentAsync(cancellationToken);
            if (input.TextHash != text.Hash)
                return ActResult.No(Refusal.ChangedCode, "The agreement's text has changed since you opened the page. Read it again, then accept it.");
            if (!input.Agrees)
                return ActResult.No("Agreement", "Tick that your group accepts the agreement, or decline the offer.", nameof(input.Agrees));
            var award = file.Award!;
            award.Agreed(text.Version, text.Hash, actor.Id, time.NowUtc);
            award.Take(step.Value, time.NowUtc);
            foreach (var condition in file.Conditions.Where(c => c is { Timing: ConditionTiming.AtTheEvent, State: ConditionState.Open }))
                condition.Become(ConditionState.Accepted, actor.Id, time.NowUtc);
            Schedule(file, award);
            return ActResult.Done(new { text.Version, text.Hash, award.State });
        }, cancellationToken);

    /// <summary>The group turns the offer down.</summary>
    public Task<Outcome> DeclineAsync(string reference, string? reason, int seenVersion, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Award.Decline", seenVersion, file => Task.FromResult(Decline(file, reason, actor)), cancellationToken);

    private ActResult Decline(GrantFile file, string? reason, Actor actor)
    {
        var step = file.TryAward(AwardAction.Decline, file.GroupRoles(actor), file.StandingFor(actor));
        if (!step.Succeeded)
            return ActResult.No(step.Refusals);
        if (reason?.Length > 2000)
            return ActResult.No("Length", "Use 2,000 characters or fewer.", "Reason");
        if (Markings.Forbidden(reason) is { } marking)
            return ActResult.No("Marking", marking, "Reason");
        file.Award!.Take(step.Value, time.NowUtc);
        return ActResult.Done(new { reason = reason?.Trim() });
    }

    private void Schedule(GrantFile file, Award award)
    {
        var periods = GrantReports.Schedule(award.Amount, award.Starts, award.Ends, file.Policy, file.WorkingDays);
        foreach (var report in periods.Select(period => new GrantReport(Guid.CreateVersion7(), award.CaseId, period)))
        {
            db.GrantReports.Add(report);
            file.Add(report);
        }
        foreach (var one in PaymentPlan.Default(award.Amount, award.Starts, periods).Select(plan => new Instalment(Guid.CreateVersion7(), award.CaseId, plan)))
        {
            db.Instalments.Add(one);
            file.Add(one);
        }
    }
}
