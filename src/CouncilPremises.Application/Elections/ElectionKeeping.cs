using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Elections;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Elections;

/// <summary>Elections and their areas, as administrators enter them. RULEBOOK 3.</summary>
public sealed class ElectionKeeping(AppDbContext db, CouncilTime time, AuditLog audit, Transactions transactions)
{
    private const int MostListed = 100;

    /// <summary>Elections still to come or held in the last year, the next first.</summary>
    public async Task<IReadOnlyList<Election>> ListAsync(CancellationToken cancellationToken)
    {
        var since = time.Today.AddYears(-1);
        return await db.Elections.AsNoTracking().Where(e => e.PollingDay >= since).OrderBy(e => e.PollingDay).Take(MostListed).ToListAsync(cancellationToken);
    }

    /// <summary>One election; null when there is none.</summary>
    public Task<Election?> FindAsync(Guid id, CancellationToken cancellationToken) => db.Elections.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, cancellationToken);

    /// <summary>The wards that venues stand in, by name.</summary>
    public async Task<IReadOnlyList<string>> WardsAsync(CancellationToken cancellationToken) =>
        await db.Venues.AsNoTracking().Where(v => v.Ward != "").Select(v => v.Ward).Distinct().OrderBy(ward => ward).ToListAsync(cancellationToken);

    /// <summary>Enters an election.</summary>
    public Task<Outcome> AddAsync(ElectionFacts facts, Actor actor, CancellationToken cancellationToken) =>
        ActAsync("Election.Add", Guid.CreateVersion7(), actor, async (id, ended) =>
        {
            if (await MistakesAsync(facts, ended) is { Count: > 0 } mistakes)
                return Outcome.Refused(mistakes);
            db.Elections.Add(new Election(id, facts, time.NowUtc));
            audit.Append(actor, "Election.Add", new AuditSubject("Election", id), facts);
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>Changes an election. Applications already sent keep what they were sent with.</summary>
    public Task<Outcome> ChangeAsync(Guid electionId, int version, ElectionFacts facts, Actor actor, CancellationToken cancellationToken) =>
        ActAsync("Election.Change", electionId, actor, async (id, ended) =>
        {
            if (await db.Elections.FirstOrDefaultAsync(e => e.Id == id, ended) is not { } election)
                return Outcome.NotFound();
            if (election.Version != version)
                return Outcome.Changed();
            if (await MistakesAsync(facts, ended) is { Count: > 0 } mistakes)
                return Outcome.Refused(mistakes);
            election.Describe(facts);
            audit.Append(actor, "Election.Change", new AuditSubject("Election", id), facts);
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>Takes an election out that was entered by mistake.</summary>
    public Task<Outcome> RemoveAsync(Guid electionId, Actor actor, CancellationToken cancellationToken) =>
        ActAsync("Election.Remove", electionId, actor, async (id, ended) =>
        {
            if (await db.Elections.FirstOrDefaultAsync(e => e.Id == id, ended) is not { } election)
                return Outcome.NotFound();
            db.Elections.Remove(election);
            audit.Append(actor, "Election.Remove", new AuditSubject("Election", id), new { election.Name, election.FirstDay, election.PollingDay });
            return Outcome.Ok();
        }, cancellationToken);

    private async Task<IReadOnlyList<Refusal>> MistakesAsync(ElectionFacts facts, CancellationToken cancellationToken)
    {
        var known = await WardsAsync(cancellationToken);
        return facts.Wards.Any(ward => !known.Contains(ward))
            ? [.. facts.Mistakes(), new Refusal("T7", "Choose wards from the list", nameof(facts.Wards))]
            : facts.Mistakes();
    }

    private async Task<Outcome> ActAsync(string action, Guid id, Actor actor, Func<Guid, CancellationToken, Task<Outcome>> act, CancellationToken cancellationToken)
    {
        if (!actor.StaffRoles.Has(Permission.ManageElections))
        {
            var refusal = new Refusal("Role", "An administrator enters elections.");
            await audit.RefusedAsync(actor, action, new AuditSubject("Election", id), [refusal], cancellationToken);
            return Outcome.Refused(refusal);
        }

        return await transactions.RunAsync(async ended =>
        {
            var done = await act(id, ended);
            if (done.Succeeded)
                await db.SaveChangesAsync(ended);
            return done;
        }, cancellationToken);
    }
}
