using System.Runtime.CompilerServices;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Spreadsheets;

/// <summary>A row with what every row of an audit sheet begins with. RULEBOOK 11.</summary>
internal sealed record AuditRow<T>(T Item, string Reference, DateTime? CreatedUtc, DateTime? ChangedUtc, string Officer);

/// <summary>A case as the sheets refer to it.</summary>
internal sealed record AuditCase(Guid Id, string Reference, Guid OrganisationId, DateTime CreatedUtc, DateTime ChangedUtc, Guid? OwnerId);

/// <summary>What one export is about: the cases of the filter, and the words for the ids in them.</summary>
internal sealed class AuditScope
{
    private readonly Dictionary<Guid, AuditCase> cases;
    private readonly Dictionary<Guid, string> people;
    private readonly Dictionary<Guid, string> referencesOfOrganisation;

    private AuditScope(AppDbContext db, AuditFilter filter, IQueryable<Case> query, IReadOnlyList<AuditCase> cases, Dictionary<Guid, string> people)
    {
        (Db, Filter, Cases, this.people) = (db, filter, query, people);
        this.cases = cases.ToDictionary(one => one.Id);
        referencesOfOrganisation = cases.GroupBy(one => one.OrganisationId)
            .ToDictionary(group => group.Key, group => string.Join("; ", group.Select(one => one.Reference).Order(StringComparer.Ordinal)));
    }

    public AppDbContext Db { get; }

    public AuditFilter Filter { get; }

    /// <summary>Applications sent, decided or held in the period, in the venue asked for.</summary>
    public IQueryable<Case> Cases { get; }

    /// <summary>First instant of the period, included.</summary>
    public DateTime FromUtc => Midnight(Filter.From);

    /// <summary>Its end, excluded.</summary>
    public DateTime UntilUtc => Midnight(Filter.To.AddDays(1));

    public static async Task<AuditScope> LoadAsync(AppDbContext db, AuditFilter filter, CancellationToken cancellationToken)
    {
        var (from, until, first, last) = (Midnight(filter.From), Midnight(filter.To.AddDays(1)), filter.From, filter.To);
        var query = db.Cases.AsNoTracking().Where(c => c.SubmittedUtc != null
            && ((c.SubmittedUtc >= from && c.SubmittedUtc < until)
                || db.Occurrences.Any(o => o.CaseId == c.Id && o.Day >= first && o.Day <= last)
                || db.Decisions.Any(d => d.CaseId == c.Id && d.MadeUtc >= from && d.MadeUtc < until)));
        if (filter.VenueId is { } venue)
            query = query.Where(c => db.Occurrences.Any(o => o.CaseId == c.Id && db.Spaces.Any(s => s.Id == o.SpaceId && s.VenueId == venue)));
        var cases = await query.Select(c => new AuditCase(c.Id, c.Reference, c.OrganisationId, c.CreatedUtc, c.ChangedUtc, c.OwnerId)).ToListAsync(cancellationToken);
        var people = await db.Users.Select(u => new { u.Id, u.FullName }).ToDictionaryAsync(u => u.Id, u => u.FullName, cancellationToken);
        return new AuditScope(db, filter, query, cases, people);
    }

    /// <summary>Whose id this is.</summary>
    public string Person(Guid? id) => id switch
    {
        null => "",
        { } given when given == Guid.Empty => "System",
        { } given => people.GetValueOrDefault(given, "Somebody no longer known"),
    };

    /// <summary>The case of an id; null for acts outside the cases exported.</summary>
    public AuditCase? Case(Guid? id) => id is { } given ? cases.GetValueOrDefault(given) : null;

    /// <summary>A row about a case.</summary>
    public AuditRow<T> Row<T>(T item, Guid? caseId, DateTime? createdUtc, DateTime? changedUtc, Guid? officer) =>
        new(item, Case(caseId)?.Reference ?? "", createdUtc, changedUtc ?? createdUtc, Person(officer));

    /// <summary>A row about an organisation, which counts for every case of it.</summary>
    public AuditRow<T> Row<T>(T item, Guid organisationId, Guid? caseId, DateTime? createdUtc, DateTime? changedUtc, Guid? officer) =>
        new(item, Case(caseId)?.Reference ?? referencesOfOrganisation.GetValueOrDefault(organisationId, ""), createdUtc, changedUtc ?? createdUtc, Person(officer));

    /// <summary>Streams a query into rows.</summary>
    public static async IAsyncEnumerable<AuditRow<T>> Rows<T>(
        IQueryable<T> query, Func<T, AuditRow<T>> row, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var item in query.AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return row(item);
    }

    /// <summary>A sheet whose rows begin with reference, created, changed and officer.</summary>
    public static Sheet Sheet<T>(string name, IAsyncEnumerable<AuditRow<T>> rows, params IReadOnlyList<Column<T>> columns) =>
        new Sheet<AuditRow<T>>(
            name,
            [
                new("Reference", 16, row => CellValue.Of(row.Reference)),
                new("Created", 19, row => CellValue.Of(row.CreatedUtc)),
                new("Changed", 19, row => CellValue.Of(row.ChangedUtc)),
                new("Officer", 22, row => CellValue.Of(row.Officer)),
                .. columns.Select(column => new Column<AuditRow<T>>(column.Heading, column.Width, row => column.Value(row.Item))),
            ],
            rows);

    private static DateTime Midnight(DateOnly day) =>
        CouncilTime.ToUtc(day, TimeOnly.MinValue) ?? throw new InvalidOperationException("The clocks of London never skip midnight.");
}
