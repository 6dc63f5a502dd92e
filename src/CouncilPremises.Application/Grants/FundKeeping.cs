using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Grants;

/// <summary>Sets up funds and changes them, each with its delivery plan. RULEBOOK 4.</summary>
public sealed class FundKeeping(AppDbContext db, CouncilTime time, FundActs acts, FundQueries funds)
{
    /// <summary>Sets up a fund and gives its id.</summary>
    public async Task<Outcome<Guid>> CreateAsync(FundFacts facts, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var id = Guid.CreateVersion7();
        var outcome = await acts.DoAsync(actor, "Fund.Create", new AuditSubject(nameof(Fund), id), async ended =>
        {
            if (await MistakesAsync(facts, null, ended) is { Count: > 0 } mistakes)
                return Outcome.Refused<object>(mistakes);
            db.Funds.Add(new Fund(id, facts, time.NowUtc));
            return Outcome.Ok<object>(facts);
        }, cancellationToken);
        return outcome.Succeeded ? Outcome.Ok(id) : Outcome.Refused<Guid>(outcome.Refusals);
    }

    /// <summary>Changes a fund, when nobody else did since it was read.</summary>
    public Task<Outcome> ChangeAsync(Guid fundId, int version, FundFacts facts, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return acts.DoAsync(actor, "Fund.Change", new AuditSubject(nameof(Fund), fundId), async ended =>
        {
            if (await db.Funds.Include(f => f.Lines).FirstOrDefaultAsync(f => f.Id == fundId, ended) is not { } fund)
                return Outcome.NotFound<object>();
            if (fund.Version != version)
                return Outcome.Refused<object>(Outcome.Changed().Refusals);
            if (await MistakesAsync(facts, fund.ResponsibleOfficerId, ended) is { Count: > 0 } mistakes)
                return Outcome.Refused<object>(mistakes);
            if (fund.WhyNotRemove(facts, await funds.LinesInUseAsync(fundId, ended)) is { Count: > 0 } stay)
                return Outcome.Refused<object>(stay);
            // An award made at the same moment waits here, and this for it
            await db.HoldFundAsync(fundId, ended);
            var awarded = await db.AwardedAsync(fundId, Guid.Empty, ended);
            if (facts.Budget < awarded)
                return Outcome.Refused<object>([new Refusal("Fund", $"{awarded} is awarded from this fund already. Enter a budget of that or more", nameof(facts.Budget))]);
            var before = new { fund.Budget, fund.LowestAward, fund.HighestAward, fund.MatchSharePercent };
            fund.Describe(facts);
            return Outcome.Ok<object>(new { facts, before });
        }, cancellationToken);
    }

    // Somebody who answers for the fund already may stay, whatever has become of their roles
    private async Task<IReadOnlyList<Refusal>> MistakesAsync(FundFacts facts, Guid? current, CancellationToken cancellationToken)
    {
        var mistakes = facts.Mistakes().ToList();
        if (facts.ResponsibleOfficerId is { } chosen && chosen != current && (await funds.OfficersAsync(cancellationToken)).All(one => one.Id != chosen))
            mistakes.Add(new Refusal("Fund", "Choose a grant officer or grant approver from the list", nameof(facts.ResponsibleOfficerId)));
        return mistakes;
    }
}
