using CouncilPremises.Application.Database;
using CouncilPremises.Application.People;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Domain.Timers;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Cases;

/// <summary>Which part of the work an officer looks at.</summary>
public enum QueueView
{
    /// <summary>Cases I own, those I cover while their owner is away, and those that wait for what only my role does.</summary>
    Mine,

    /// <summary>Cases nobody works on: without an owner, or with owner and cover away.</summary>
    Unassigned,

    /// <summary>Cases that wait for the group or for advice.</summary>
    Waiting,

    /// <summary>Cases whose day has passed.</summary>
    Late,

    /// <summary>Every open case.</summary>
    All,
}

/// <summary>What the queue shows.</summary>
/// <param name="View">Part of the work.</param>
/// <param name="VenueId">One venue only.</param>
/// <param name="Search">Part of a reference or of a hirer's name.</param>
/// <param name="Page">1 for the first page.</param>
/// <param name="State">One state only.</param>
/// <param name="Kind">Hires only, or grants only.</param>
public sealed record QueueFilter(QueueView View, Guid? VenueId = null, string? Search = null, int Page = 1, CaseState? State = null, CaseKind? Kind = null)
{
    /// <summary>Most characters of what is looked for.</summary>
    public const int LongestSearch = 100;
}

/// <summary>How a case stands to somebody who looked at it before.</summary>
public enum Looked
{
    /// <summary>They never opened it.</summary>
    Never,

    /// <summary>Something changed since they opened it.</summary>
    ChangedSince,

    /// <summary>Nothing changed since they opened it.</summary>
    Same,
}

/// <summary>A row of the queue: the first row is the next thing to do.</summary>
/// <param name="Reference">Reference.</param>
/// <param name="Version">The case's version, for acts on several rows at once.</param>
/// <param name="Hirer">Who asks.</param>
/// <param name="Event">For what.</param>
/// <param name="Room">Where, the first date; of a grant, the round.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="DueOn">The day somebody must act by.</param>
/// <param name="FirstEventUtc">The first date.</param>
/// <param name="Owner">Who works on it.</param>
/// <param name="OwnerIsAway">True when the owner is away today or has left, so that the cover stands in.</param>
/// <param name="Looked">What changed since the person looked.</param>
/// <param name="NeedsStatement">True when the person has not stated their interest in it.</param>
/// <param name="Gaps">Acts for which nobody is eligible.</param>
public sealed record QueueRow(
    string Reference, int Version, string Hirer, string Event, string Room, CaseState State, Tier Tier, DateOnly? DueOn, DateTime? FirstEventUtc,
    string? Owner, bool OwnerIsAway, Looked Looked, bool NeedsStatement, IReadOnlyList<string> Gaps)
{
    /// <summary>What is late, in words.</summary>
    public IReadOnlyList<string> Late { get; init; } = [];
}

/// <summary>A case chosen to be decided with others: its row, and what is asked for in the group's words.</summary>
public sealed record ChosenRow(QueueRow Row, string? Description, int? People, int Dates);

/// <summary>A page of the queue, with the count of every view.</summary>
public sealed record QueuePage(IReadOnlyList<QueueRow> Rows, IReadOnlyDictionary<QueueView, int> Counts, int Total, int Page, int Pages);

/// <summary>The work queue. Its cost follows the number of open cases, never the history.</summary>
public sealed class CaseQueue(AppDbContext db, CouncilTime time, Eligible eligible, RoleWork work)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 40;

    /// <summary>States in which somebody still has work with a case.</summary>
    public static IReadOnlyList<CaseState> OpenStates => Open;

    internal static readonly CaseState[] Open =
    [
        CaseState.Submitted, CaseState.Checking, CaseState.Referred, CaseState.InfoRequested,
        CaseState.ReadyForDecision, CaseState.MindedToRefuse, CaseState.Approved, CaseState.ApprovedWithConditions,
        CaseState.OnHold, CaseState.UnderReview,
    ];

    // Booked, but something is late: a condition that came later, or a date that nobody has cared for
    private static IQueryable<Case> Worked(IQueryable<Case> cases) =>
        cases.Where(c => Open.Contains(c.State) || (c.State == CaseState.Confirmed && (c.DueOn != null || c.Attention != CaseAttention.None)));

    private static readonly CaseState[] WaitingForGroup = [CaseState.InfoRequested, CaseState.MindedToRefuse, CaseState.ApprovedWithConditions];

    /// <summary>Reads a page.</summary>
    public async Task<QueuePage> ReadAsync(QueueFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(actor);
        var open = Worked(db.Cases.AsNoTracking().VisibleTo(actor, db));
        var byRole = await work.OfAsync(open, actor, cancellationToken);
        var counts = new Dictionary<QueueView, int>();
        foreach (var view in Enum.GetValues<QueueView>())
            counts[view] = await In(open, view, actor, byRole).CountAsync(cancellationToken);

        var chosen = Matching(In(open, filter.View, actor, byRole), filter);
        var total = await chosen.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pages);
        var rows = await Rows(actor, chosen.OrderBy(c => c.DueOn == null).ThenBy(c => c.DueOn).ThenBy(c => c.FirstEventUtc).ThenBy(c => c.Reference)
            .Skip((page - 1) * PageSize).Take(PageSize)).ToListAsync(cancellationToken);
        var gaps = await eligible.GapsAsync([.. rows.Select(r => new EligibleCase(r.Kind, r.Id, r.OrganisationId, r.CreatedById, r.IsTyped, r.State, r.Tier, Eligible.NeedsSafeguarding(r.Answers)))], cancellationToken);
        return new QueuePage([.. rows.Select(r => Row(r, gaps[r.Id]))], counts, total, page, pages);
    }

    /// <summary>The cases chosen, in the queue's order; those that are not there for this person are left out.</summary>
    public async Task<IReadOnlyList<ChosenRow>> ChosenAsync(IReadOnlyList<string> references, Actor actor, CancellationToken cancellationToken)
    {
        var some = references.Take(BulkWork.Most).ToList();
        var rows = await Rows(actor, db.Cases.AsNoTracking().VisibleTo(actor, db).Where(c => some.Contains(c.Reference)).OrderBy(c => c.DueOn == null).ThenBy(c => c.DueOn).ThenBy(c => c.Reference))
            .ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.Id).ToList();
        var dates = await db.Occurrences.Where(o => ids.Contains(o.CaseId)).GroupBy(o => o.CaseId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return [.. rows.Select(r => new ChosenRow(Row(r, []), r.Answers?.Event?.Description, r.Answers?.Attendance?.People, dates.GetValueOrDefault(r.Id)))];
    }

    private static QueueRow Row(RowData r, IReadOnlyList<string> gaps) => new(
        r.Reference, r.Version, r.Hirer, r.Answers?.Event?.Title ?? r.Project ?? "", r.Room ?? r.Round ?? "", r.State, r.Tier, r.DueOn, r.FirstEventUtc, r.Owner, r.OwnerIsAway,
        r.SeenVersion is not { } seen ? Looked.Never : seen < r.Version ? Looked.ChangedSince : Looked.Same, !r.HasStated, gaps)
    {
        Late = CaseAttentions.Sentences(r.Attention),
    };

    // Somebody who is away, has left or whose stay as a guest is over: the cover stands in, and without one the case needs an owner.
    private IQueryable<AppUser> Absent() => db.Users.Where(u => u.IsDisabled || u.GuestUntil < time.Today || (u.AwayFrom <= time.Today && u.AwayUntil >= time.Today));

    private IQueryable<Case> In(IQueryable<Case> open, QueueView view, Actor actor, IReadOnlyList<Guid> byRole) => view switch
    {
        QueueView.Mine => open.Where(c => c.OwnerId == actor.Id || (c.CoverId == actor.Id && Absent().Any(u => u.Id == c.OwnerId)) || byRole.Contains(c.Id)),
        QueueView.Unassigned => open.Where(c => c.OwnerId == null
            || (Absent().Any(u => u.Id == c.OwnerId) && (c.CoverId == null || Absent().Any(u => u.Id == c.CoverId)))),
        QueueView.Waiting => open.Where(c => WaitingForGroup.Contains(c.State) || db.Consultations.Any(x => x.CaseId == c.Id && x.AnsweredUtc == null)),
        QueueView.Late => open.Where(c => c.DueOn < time.Today || c.Attention != CaseAttention.None),
        QueueView.All => open,
    };

    private IQueryable<Case> Matching(IQueryable<Case> cases, QueueFilter filter)
    {
        if (filter.VenueId is { } venue)
            cases = cases.Where(c => db.Occurrences.Any(o => o.CaseId == c.Id && db.Spaces.Any(s => s.Id == o.SpaceId && s.VenueId == venue)));
        if (filter.Kind is { } kind)
            cases = cases.Where(c => c.Kind == kind);
        if (filter.State is { } state)
            cases = cases.Where(c => c.State == state);
        var search = filter.Search?.Trim();
        if (!string.IsNullOrEmpty(search))
        {
            var pattern = $"%{search.ToUpperInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
#pragma warning disable CA1304, CA1311 // translated to SQL upper(), which knows no culture
            cases = cases.Where(c => EF.Functions.Like(c.Reference, pattern, "\\")
                || db.Organisations.Any(o => o.Id == c.OrganisationId && EF.Functions.Like(o.Name.ToUpper(), pattern, "\\")));
#pragma warning restore CA1304, CA1311
        }
        return cases;
    }

    private IQueryable<RowData> Rows(Actor actor, IQueryable<Case> cases) =>
        from c in cases
        join o in db.Organisations on c.OrganisationId equals o.Id
        from h in db.HireApplications.Where(h => h.CaseId == c.Id).DefaultIfEmpty()
        from g in db.GrantApplications.Where(g => g.CaseId == c.Id).DefaultIfEmpty()
        select new RowData(
            c.Kind, c.Id, c.OrganisationId, c.CreatedById, c.IsTyped, c.Version, c.Reference, o.Name, h != null ? h.Answers : null, g != null ? g.Title : null,
            g != null ? db.GrantRounds.Where(r => r.Id == g.RoundId).Select(r => r.Title).FirstOrDefault() : null,
            db.Occurrences.Where(x => x.CaseId == c.Id).OrderBy(x => x.Number).Select(x => db.Spaces.Where(s => s.Id == x.SpaceId).Select(s => s.Name).FirstOrDefault()).FirstOrDefault(),
            c.State, c.Tier, c.DueOn, c.FirstEventUtc, c.Attention,
            db.Users.Where(u => u.Id == c.OwnerId).Select(u => u.FullName).FirstOrDefault(),
            Absent().Any(u => u.Id == c.OwnerId),
            db.CaseMarks.Where(m => m.UserId == actor.Id && m.CaseId == c.Id).Select(m => (int?)m.SeenVersion).FirstOrDefault(),
            db.ConflictStatements.Any(s => s.CaseId == c.Id && s.OfficerId == actor.Id));

    private sealed record RowData(
        CaseKind Kind, Guid Id, Guid OrganisationId, Guid CreatedById, bool IsTyped, int Version, string Reference, string Hirer, HireAnswers? Answers, string? Project, string? Round, string? Room,
        CaseState State, Tier Tier, DateOnly? DueOn, DateTime? FirstEventUtc, CaseAttention Attention, string? Owner, bool OwnerIsAway, int? SeenVersion, bool HasStated);
}
