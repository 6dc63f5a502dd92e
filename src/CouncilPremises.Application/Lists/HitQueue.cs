using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Lists;

/// <summary>Which hits an officer looks at.</summary>
public enum HitView
{
    /// <summary>Nobody has proposed what they are.</summary>
    ToResolve,

    /// <summary>A colleague has proposed; a second person must agree.</summary>
    ToAgree,

    /// <summary>The officer's own proposals, which wait for a colleague.</summary>
    MyProposals,
}

/// <summary>A hit in the queue.</summary>
public sealed record HitRow(
    Guid Id, string Reference, string Hirer, CaseState CaseState, DateTime? FirstEventUtc, ListCode List, string NameTried, NameTriedAs TriedAs,
    string MatchedName, string EntryName, string Band, HitResolution? Proposed, bool MayAct);

/// <summary>A page of the queue, with the count of every view.</summary>
/// <param name="Rows">The rows, strongest first.</param>
/// <param name="Counts">Hits in every view.</param>
/// <param name="Booked">Of all open hits, those on bookings that are confirmed already.</param>
/// <param name="Page">1 for the first.</param>
/// <param name="Pages">How many there are.</param>
public sealed record HitPage(IReadOnlyList<HitRow> Rows, IReadOnlyDictionary<HitView, int> Counts, int Booked, int Page, int Pages);

/// <summary>Where a hit stands in the queue, and which comes after it.</summary>
public sealed record HitPlace(int Number, int Total, Guid? NextId, string? NextReference);

/// <summary>The hits to resolve, over all live cases the officer may see, strongest first. Its cost follows what is open, never the history.</summary>
public sealed class HitQueue(AppDbContext db)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>The place in the queue is told among this many.</summary>
    private const int MostPlaced = 1000;

    /// <summary>Reads a page.</summary>
    public async Task<HitPage> ReadAsync(HitView view, int page, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var counts = new Dictionary<HitView, int>();
        foreach (var one in Enum.GetValues<HitView>())
            counts[one] = await In(one, actor).CountAsync(cancellationToken);
        var confirmed = Visible(actor).Where(c => c.State == CaseState.Confirmed);
        var booked = await db.Hits.CountAsync(h => h.State != HitState.Resolved && confirmed.Any(c => c.Id == h.CaseId), cancellationToken);
        var pages = Math.Max(1, (counts[view] + PageSize - 1) / PageSize);
        var at = Math.Clamp(page, 1, pages);
        var rows = await Rows(Ordered(In(view, actor)).Skip((at - 1) * PageSize).Take(PageSize), actor).ToListAsync(cancellationToken);
        return new HitPage(rows, counts, booked, at, pages);
    }

    /// <summary>Where a hit stands in a view; null when it is not in it.</summary>
    public async Task<HitPlace?> PlaceAsync(HitView view, Guid hitId, Actor actor, CancellationToken cancellationToken)
    {
        var ids = await Ordered(In(view, actor)).Take(MostPlaced).Select(h => h.Id).ToListAsync(cancellationToken);
        var at = ids.IndexOf(hitId);
        if (at < 0)
            return null;
        // After the last come those that were left
        var next = ids.Count > at + 1 ? ids[at + 1] : at > 0 ? ids[0] : (Guid?)null;
        var reference = next is null ? null : await (from h in db.Hits where h.Id == next join c in db.Cases on h.CaseId equals c.Id select c.Reference).SingleAsync(cancellationToken);
        return new HitPlace(at + 1, ids.Count, next, reference);
    }

    /// <summary>References of the cases on a page for which the officer has made no conflict-of-interest statement.</summary>
    public static IReadOnlyList<string> WithoutStatement(HitPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return [.. page.Rows.Where(row => !row.MayAct).Select(row => row.Reference).Distinct()];
    }

    private IQueryable<Case> Visible(Actor actor) => db.Cases.VisibleTo(actor, db).Where(c => Rescreenings.LiveStates.Contains(c.State));

    private IQueryable<Hit> In(HitView view, Actor actor)
    {
        var visible = Visible(actor);
        var hits = db.Hits.AsNoTracking().Where(h => visible.Any(c => c.Id == h.CaseId));
        return view switch
        {
            HitView.ToResolve => hits.Where(h => h.State == HitState.Open),
            HitView.ToAgree => hits.Where(h => h.State == HitState.Proposed && h.ProposedById != actor.Id),
            HitView.MyProposals => hits.Where(h => h.State == HitState.Proposed && h.ProposedById == actor.Id),
        };
    }

    private static IOrderedQueryable<Hit> Ordered(IQueryable<Hit> hits) =>
        hits.OrderBy(h => h.Band == "Strong" ? 0 : h.Band == "Possible" ? 1 : 2).ThenByDescending(h => h.Order).ThenByDescending(h => h.Score)
            .ThenBy(h => h.FoundUtc).ThenBy(h => h.Id);

    private IQueryable<HitRow> Rows(IQueryable<Hit> hits, Actor actor) =>
        from h in hits
        join c in db.Cases on h.CaseId equals c.Id
        join o in db.Organisations on c.OrganisationId equals o.Id
        select new HitRow(
            h.Id, c.Reference, o.Name, c.State, c.FirstEventUtc, h.List, h.NameTried, h.TriedAs, h.MatchedName, h.EntryName, h.Band,
            h.State == HitState.Proposed ? h.Resolution : null,
            db.ConflictStatements.Any(s => s.CaseId == c.Id && s.OfficerId == actor.Id));
}
