using CouncilPremises.Application.Database;
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
    /// <summary>Cases I own or cover.</summary>
    Mine,

    /// <summary>Cases nobody owns.</summary>
    Unassigned,

    /// <summary>Cases that wait for the group.</summary>
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
public sealed record QueueFilter(QueueView View, Guid? VenueId = null, string? Search = null, int Page = 1);

/// <summary>A row of the queue: the first row is the next thing to do.</summary>
public sealed record QueueRow(
    string Reference, string Hirer, string Event, string Room, CaseState State, Tier Tier, DateOnly? DueOn, DateTime? FirstEventUtc, string? Owner)
{
    /// <summary>What is late, in words.</summary>
    public IReadOnlyList<string> Late { get; init; } = [];
}

/// <summary>A page of the queue, with the count of every view.</summary>
public sealed record QueuePage(IReadOnlyList<QueueRow> Rows, IReadOnlyDictionary<QueueView, int> Counts, int Total, int Page, int Pages);

/// <summary>The work queue. Its cost follows the number of open cases, never the history.</summary>
public sealed class CaseQueue(AppDbContext db, CouncilTime time)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 40;

    private static readonly CaseState[] Open =
    [
        CaseState.Submitted, CaseState.Checking, CaseState.Referred, CaseState.InfoRequested,
        CaseState.ReadyForDecision, CaseState.MindedToRefuse, CaseState.Approved, CaseState.ApprovedWithConditions,
        CaseState.OnHold, CaseState.UnderReview,
    ];

    // Booked, but something is late: a condition that came later, or a date that nobody has cared for
    private static IQueryable<Case> Worked(IQueryable<Case> cases) =>
        cases.Where(c => Open.Contains(c.State) || (c.State == CaseState.Confirmed && c.Attention != CaseAttention.None));

    private static readonly CaseState[] WaitingForGroup = [CaseState.InfoRequested, CaseState.MindedToRefuse, CaseState.ApprovedWithConditions];

    /// <summary>Reads a page.</summary>
    public async Task<QueuePage> ReadAsync(QueueFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(actor);
        var open = Worked(db.Cases.AsNoTracking().VisibleTo(actor, db));
        var counts = new Dictionary<QueueView, int>();
        foreach (var view in Enum.GetValues<QueueView>())
            counts[view] = await In(open, view, actor).CountAsync(cancellationToken);

        var chosen = Matching(In(open, filter.View, actor), filter);
        var total = await chosen.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pages);
        var rows = await Rows(chosen.OrderBy(c => c.DueOn == null).ThenBy(c => c.DueOn).ThenBy(c => c.FirstEventUtc).ThenBy(c => c.Reference)
            .Skip((page - 1) * PageSize).Take(PageSize)).ToListAsync(cancellationToken);
        return new QueuePage(
            [.. rows.Select(r => new QueueRow(r.Reference, r.Hirer, r.Answers?.Event?.Title ?? "", r.Room ?? "", r.State, r.Tier, r.DueOn, r.FirstEventUtc, r.Owner) { Late = CaseAttentions.Sentences(r.Attention) })],
            counts, total, page, pages);
    }

    private IQueryable<Case> In(IQueryable<Case> open, QueueView view, Actor actor) => view switch
    {
        QueueView.Mine => open.Where(c => c.OwnerId == actor.Id || c.CoverId == actor.Id),
        QueueView.Unassigned => open.Where(c => c.OwnerId == null),
        QueueView.Waiting => open.Where(c => WaitingForGroup.Contains(c.State)),
        QueueView.Late => open.Where(c => c.DueOn < time.Today || c.Attention != CaseAttention.None),
        QueueView.All => open,
    };

    private IQueryable<Case> Matching(IQueryable<Case> cases, QueueFilter filter)
    {
        if (filter.VenueId is { } venue)
            cases = cases.Where(c => db.Occurrences.Any(o => o.CaseId == c.Id && db.Spaces.Any(s => s.Id == o.SpaceId && s.VenueId == venue)));
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

    private IQueryable<RowData> Rows(IQueryable<Case> cases) =>
        from c in cases
        join o in db.Organisations on c.OrganisationId equals o.Id
        join h in db.HireApplications on c.Id equals h.CaseId
        select new RowData(
            c.Reference, o.Name, h.Answers,
            db.Occurrences.Where(x => x.CaseId == c.Id).OrderBy(x => x.Number).Select(x => db.Spaces.Where(s => s.Id == x.SpaceId).Select(s => s.Name).FirstOrDefault()).FirstOrDefault(),
            c.State, c.Tier, c.DueOn, c.FirstEventUtc, c.Attention,
            db.Users.Where(u => u.Id == c.OwnerId).Select(u => u.FullName).FirstOrDefault());

    private sealed record RowData(
        string Reference, string Hirer, HireAnswers? Answers, string? Room, CaseState State, Tier Tier, DateOnly? DueOn, DateTime? FirstEventUtc, CaseAttention Attention, string? Owner);
}
