using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Notices;
using CouncilPremises.Application.Policies;
using CouncilPremises.Application.Publishing;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Publishing;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Application.Spreadsheets;

/// <summary>What an export came to.</summary>
/// <param name="Sheets">Rows of each sheet after the cover.</param>
/// <param name="Digest">SHA-256 of the evidence, as the cover tells it.</param>
public sealed record AuditExportResult(IReadOnlyList<SheetCount> Sheets, string Digest);

/// <summary>A venue to choose in the filter.</summary>
public sealed record VenueChoice(Guid Id, string Name);

/// <summary>The auditor's workbook: every sheet of RULEBOOK 11 for which there is data by now, the cover first. Taking it is itself audited.</summary>
public sealed class AuditExport(AppDbContext db, CouncilTime time, AuditLog audit, PolicySource policies, Publications publications, IOptions<NoticeSettings> settings)
{
    /// <summary>How all of it is marked: it holds consultations, hits and DBS confirmations. RULEBOOK 9.</summary>
    public const string Marking = "OFFICIAL-SENSITIVE";

    private const int MostRows = 25_000;

    /// <summary>Venues to choose from.</summary>
    public async Task<IReadOnlyList<VenueChoice>> VenuesAsync(CancellationToken cancellationToken) =>
        await db.Venues.OrderBy(v => v.Name).Select(v => new VenueChoice(v.Id, v.Name)).ToListAsync(cancellationToken);

    /// <summary>Writes the workbook.</summary>
    /// <param name="filter">Period and venue.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="actor">Who takes it: an auditor, or the system for the operator's command.</param>
    /// <param name="progress">Told after each sheet; null when nobody listens.</param>
    /// <param name="cancellationToken">Ends early.</param>
    public async Task<Outcome<AuditExportResult>> WriteAsync(AuditFilter filter, Stream stream, Actor actor, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(actor);
        if (await CheckAsync(filter, actor, cancellationToken) is { } no)
            return Outcome.Refused<AuditExportResult>(no);
        var scope = await AuditScope.LoadAsync(db, filter, cancellationToken);
        if (await IsTooMuchAsync(scope, cancellationToken))
            return Outcome.Refused<AuditExportResult>(new Refusal("TooMuch", $"This period holds more than {MostRows:#,0} rows. Choose a shorter one.", "To"));

        using var workbook = new WorkbookWriter(Marking);
        var counts = new List<SheetCount>();
        foreach (var sheet in Sheets(scope, await publications.CheckAsync(null, cancellationToken)))
        {
            counts.Add(await workbook.AddAsync(sheet, cancellationToken));
            progress?.Report($"{counts[^1].Name}: {counts[^1].Rows:#,0} rows");
        }

        var result = new AuditExportResult(counts, workbook.DigestSoFar());
        await workbook.AddFirstAsync(await CoverAsync(filter, actor, result, scope, cancellationToken), cancellationToken);
        audit.Append(actor, "Export.Audit", new AuditSubject("Export", Guid.CreateVersion7()),
            new { filter.From, filter.To, filter.VenueId, result.Digest, rows = counts.Sum(count => count.Rows) });
        // What is not recorded as taken is not handed out
        await db.SaveChangesAsync(cancellationToken);
        await workbook.SaveAsync(stream, cancellationToken);
        return Outcome.Ok(result);
    }

    private IEnumerable<Sheet> Sheets(AuditScope scope, Publication publication) =>
    [
        AuditCaseSheets.Bookings(scope),
        AuditGrantSheets.Grants(scope),
        AuditGrantSheets.Budget(scope),
        AuditGrantSheets.Outcomes(scope),
        AuditGrantSheets.Scores(scope),
        AuditMoneySheets.Payments(scope),
        AuditMoneySheets.Reports(scope),
        AuditMoneySheets.Recoveries(scope),
        AuditMoneySheets.Variations(scope),
        AuditCheckSheets.Checks(scope),
        AuditCheckSheets.Declarations(scope),
        AuditCheckSheets.Dbs(scope),
        AuditCheckSheets.Hits(scope),
        AuditCaseSheets.Consultations(scope),
        AuditDecisionSheets.Decisions(scope),
        AuditCaseSheets.Conditions(scope),
        AuditCheckSheets.Waivers(scope),
        AuditDecisionSheets.Exceptions(scope, time.Today),
        AuditAftermathSheets.Reviews(scope),
        AuditCaseSheets.Notices(scope),
        AuditDecisionSheets.Events(scope),
        AuditGrantSheets.Published(scope, publication),
        AuditProgrammeSheets.SelfAssessments(scope),
    ];

    private async Task<Refusal?> CheckAsync(AuditFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        if (actor != Actor.System && !actor.StaffRoles.Has(Permission.ExportAudit))
        {
            var refusal = new Refusal("Permission", "Only an auditor may take the audit workbook.");
            await audit.RefusedAsync(actor, "Export.Audit", new AuditSubject("Export", Guid.CreateVersion7()), [refusal], cancellationToken);
            return refusal;
        }

        if (filter.To < filter.From)
            return new Refusal("Period", "The last day must be the same as or after the first day.", "To");
        if (filter.From.Year < 2000 || filter.To.Year > 2200)
            return new Refusal("Period", "Choose days between 2000 and 2200.", filter.From.Year < 2000 ? "From" : "To");
        return filter.VenueId is { } venue && !await db.Venues.AnyAsync(v => v.Id == venue, cancellationToken)
            ? new Refusal("Venue", "Choose a venue from the list.", "VenueId")
            : null;
    }

    private static async Task<bool> IsTooMuchAsync(AuditScope scope, CancellationToken cancellationToken) =>
        await AuditDecisionSheets.EventsOf(scope).CountAsync(cancellationToken) > MostRows
        || await scope.Db.Occurrences.CountAsync(o => scope.Cases.Any(c => c.Id == o.CaseId), cancellationToken) > MostRows;

    private sealed record CoverLine(string What, CellValue Value);

    private async Task<Sheet> CoverAsync(AuditFilter filter, Actor actor, AuditExportResult result, AuditScope scope, CancellationToken cancellationToken)
    {
        var venue = filter.VenueId is { } id ? await db.Venues.Where(v => v.Id == id).Select(v => v.Name).SingleAsync(cancellationToken) : "All venues";
        var policy = await policies.InForceAsync(time.Today, cancellationToken);
        List<CoverLine> lines =
        [
            new("Marking", CellValue.Of(Marking)),
            new("Council", CellValue.Of(settings.Value.Name)),
            new("First day", CellValue.Of((DateOnly?)filter.From)),
            new("Last day", CellValue.Of((DateOnly?)filter.To)),
            new("Venue", CellValue.Of(venue)),
            new("What is in it", CellValue.Of("Applications sent, decided or with a date in the period, and all that belongs to them; events of the period.")),
            new("Exported by", CellValue.Of(scope.Person(actor.Id))),
            new("Exported", CellValue.Of((DateTime?)time.NowUtc)),
            new("Settings version", CellValue.Of((int?)policy.Number)),
            .. result.Sheets.Select(sheet => new CoverLine($"Rows in {sheet.Name}", CellValue.Of((int?)sheet.Rows))),
            new("SHA-256 of the sheets", CellValue.Of(result.Digest)),
        ];
        return new Sheet<CoverLine>("Cover",
            [new("What", 32, line => CellValue.Of(line.What)), new("Value", 70, line => line.Value)],
            lines.ToAsyncEnumerable());
    }
}
