using System.Security.Cryptography;
using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Spreadsheets;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.People;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Application.Importing;

/// <summary>What an import did, or would do.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="Lines">What was added, a line each, and what somebody should still do.</param>
public sealed record ImportReport(int Rows, IReadOnlyList<string> Lines);

/// <summary>Takes over what a council had before, from a workbook or CSV: all of a file or nothing of it. A trial does everything and keeps nothing.</summary>
public sealed class Imports(
    AppDbContext db, Transactions transactions, VenueImport venues, OrganisationImport organisations, BookingImport bookings, AuditLog audit)
{
    private const string TrialCode = "Trial";

    private static readonly Refusal NotAllowed = new("Permission", "Only an administrator can do this");
    private static readonly Refusal Trial = new(TrialCode, "A trial keeps nothing");

    /// <summary>Imports a file, or tries it.</summary>
    /// <param name="kind">What it holds.</param>
    /// <param name="file">The file.</param>
    /// <param name="fileName">Its name; it ends in .xlsx or .csv.</param>
    /// <param name="isTrial">True to find every mistake and clash and keep nothing.</param>
    /// <param name="actor">An administrator, or the operator's command.</param>
    /// <param name="cancellationToken">Ends early; nothing is kept.</param>
    public async Task<Outcome<ImportReport>> RunAsync(ImportKind kind, Stream file, string fileName, bool isTrial, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor != Actor.System && !actor.StaffRoles.Has(Permission.ManageSettings))
            return Outcome.Refused<ImportReport>(NotAllowed);
        using var whole = new MemoryStream();
        await file.CopyToAsync(whole, cancellationToken);
        whole.Position = 0;
        var columns = ImportTables.ColumnsOf(kind);
        var table = TableReader.Read(whole, fileName, [.. columns.Select(column => column.Heading)], [.. columns.Where(column => column.IsNeeded).Select(column => column.Heading)]);
        if (!table.Succeeded)
            return Outcome.Refused<ImportReport>(table.Refusals);
        var by = actor == Actor.System ? actor with { StaffRoles = Roles.System | Roles.Administrator } : actor;
        ImportReport? tried = null;
        var outcome = await transactions.RunAsync(async ended =>
        {
            var added = await AddAsync(kind, table.Value, by, ended);
            if (!added.Succeeded)
                return added;
            audit.Append(by, "Import.Run", new AuditSubject("Import", Guid.CreateVersion7()),
                new { kind, rows = added.Value.Rows, sha256 = Convert.ToHexStringLower(SHA256.HashData(whole.ToArray())) });
            await db.SaveChangesAsync(ended);
            tried = added.Value;
            return isTrial ? Outcome.Refused<ImportReport>(Trial) : added;
        }, cancellationToken);
        return isTrial && outcome.Refusals.Any(refusal => refusal.Code == TrialCode) ? Outcome.Ok(tried!) : outcome;
    }

    private Task<Outcome<ImportReport>> AddAsync(ImportKind kind, IReadOnlyList<TableRow> rows, Actor actor, CancellationToken cancellationToken) => kind switch
    {
        ImportKind.Venues => venues.RunAsync(rows, actor, cancellationToken),
        ImportKind.Organisations => organisations.RunAsync(rows, cancellationToken),
        ImportKind.Bookings => bookings.RunAsync(rows, actor, cancellationToken),
    };
}

/// <summary>Registers the imports.</summary>
public static class ImportingSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddImporting(this IServiceCollection services) => services
        .AddScoped<Imports>().AddScoped<VenueImport>().AddScoped<OrganisationImport>().AddScoped<BookingImport>().AddScoped<ClaimInvitations>();
}
