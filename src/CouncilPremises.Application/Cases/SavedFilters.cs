using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Cases;

/// <summary>Ways of looking at the queue that an officer keeps. A convenience of one person, so it leaves no trace in the audit.</summary>
public sealed class SavedFilters(AppDbContext db, Transactions transactions)
{
    /// <summary>Most filters one person may keep.</summary>
    public const int Most = 12;

    /// <summary>A person's filters by name, and how they looked last.</summary>
    public async Task<IReadOnlyList<SavedFilter>> ListAsync(Actor actor, CancellationToken cancellationToken) =>
        await db.SavedFilters.AsNoTracking().Where(f => f.UserId == actor.Id).OrderBy(f => f.Name).Take(Most + 1).ToListAsync(cancellationToken);

    /// <summary>Keeps a filter under a name; the same name again replaces it.</summary>
    public Task<Outcome> SaveAsync(string? name, QueueFilter filter, Actor actor, CancellationToken cancellationToken) => transactions.RunAsync(async ended =>
    {
        var given = name?.Trim() ?? "";
        if (given.Length is 0 or > SavedFilter.LongestName)
            return Outcome.Refused(new Refusal("Length", $"Give the filter a name of 1 to {SavedFilter.LongestName} characters.", "Name"));
        if (await db.SavedFilters.CountAsync(f => f.UserId == actor.Id && f.Name != "" && f.Name != given, ended) >= Most)
            return Outcome.Refused(new Refusal("Many", $"You keep {Most} filters already. Remove one first.", "Name"));
        await PutAsync(given, filter, actor, ended);
        return Outcome.Ok();
    }, cancellationToken);

    /// <summary>Remembers how somebody looked last. Two windows at once may both write; either is right.</summary>
    public Task<Outcome> RememberAsync(QueueFilter filter, Actor actor, CancellationToken cancellationToken) => transactions.RunAsync(async ended =>
    {
        await PutAsync("", filter, actor, ended);
        return Outcome.Ok();
    }, cancellationToken);

    /// <summary>Removes one.</summary>
    public Task<Outcome> RemoveAsync(Guid id, Actor actor, CancellationToken cancellationToken) => transactions.RunAsync(async ended =>
        await db.SavedFilters.Where(f => f.Id == id && f.UserId == actor.Id).ExecuteDeleteAsync(ended) == 1 ? Outcome.Ok() : Outcome.NotFound(), cancellationToken);

    private async Task PutAsync(string name, QueueFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        var kept = await db.SavedFilters.FirstOrDefaultAsync(f => f.UserId == actor.Id && f.Name == name, cancellationToken);
        if (kept is null)
            db.SavedFilters.Add(new SavedFilter(actor.Id, name, filter));
        else
            kept.Become(filter);
        await db.SaveChangesAsync(cancellationToken);
    }
}
