using CouncilPremises.Application.Database;
using CouncilPremises.Application.Organisations;
using CouncilPremises.Application.Spreadsheets;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Importing;

/// <summary>Adds hirers that nobody has claimed yet: they have no members until somebody accepts an invitation.</summary>
public sealed class OrganisationImport(AppDbContext db, CouncilTime time)
{
    private static readonly Dictionary<string, OrganisationType> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Charity"] = OrganisationType.RegisteredCharity,
        ["Company"] = OrganisationType.Company,
        ["Group"] = OrganisationType.UnincorporatedGroup,
        ["Faith group"] = OrganisationType.FaithBody,
        ["Political"] = OrganisationType.PoliticalParty,
        ["Public body"] = OrganisationType.PublicBody,
        ["Council department"] = OrganisationType.InternalBody,
        ["Person"] = OrganisationType.Individual,
    };

    internal async Task<Outcome<ImportReport>> RunAsync(IReadOnlyList<TableRow> rows, CancellationToken cancellationToken)
    {
        var cells = new ImportCells();
        var there = await db.Organisations.AsNoTracking().Select(o => new { o.Name, o.CharityNumber, o.CompanyNumber }).ToListAsync(cancellationToken);
        var taken = there.SelectMany(o => new[] { o.Name, o.CharityNumber, o.CompanyNumber }).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            if (Read(row, cells) is not { } facts)
                continue;
            foreach (var (column, known) in new[] { ("Name", facts.Name), ("Charity number", facts.CharityNumber), ("Company number", facts.CompanyNumber) })
            {
                if (!string.IsNullOrEmpty(known) && !taken.Add(known))
                    cells.No(row, column, $"{known} is here already, or on an earlier row. Take this row out");
            }

            db.Organisations.Add(new Organisation(Guid.CreateVersion7(), KindOf(facts.Type), facts, time.NowUtc));
        }

        return cells.Mistakes.Count > 0
            ? Outcome.Refused<ImportReport>(cells.Mistakes)
            : Outcome.Ok(new ImportReport(rows.Count, [$"{rows.Count} organisations"]));
    }

    private static OrganisationFacts? Read(TableRow row, ImportCells cells)
    {
        if (!Types.TryGetValue(row["Type"], out var type))
        {
            cells.No(row, "Type", $"write one of {string.Join(", ", Types.Keys)}");
            return null;
        }

        var holders = new[] { (row["Office-holder 1"], row["Office 1"]), (row["Office-holder 2"], row["Office 2"]) }
            .Where(holder => holder.Item1.Length + holder.Item2.Length > 0).Select(holder => new OfficeHolderFacts(holder.Item1, holder.Item2));
        var facts = new OrganisationFacts(type, row["Name"], ImportCells.Parts(row, "Other names"), OrganisationRegistrations.Number(row["Charity number"]),
            OrganisationRegistrations.Number(row["Company number"]), row["Address"], [.. holders]);
        var mistakes = OrganisationValidation.Check(KindOf(type), facts);
        foreach (var mistake in mistakes)
            cells.No(row, Heading(mistake.Field), mistake.Sentence);
        return facts;
    }

    private static HirerKind KindOf(OrganisationType type) => type switch
    {
        OrganisationType.Individual => HirerKind.Individual,
        OrganisationType.InternalBody => HirerKind.InternalBody,
        _ => HirerKind.Group,
    };

    private static string Heading(string? field) => field switch
    {
        nameof(OrganisationFacts.CharityNumber) => "Charity number",
        nameof(OrganisationFacts.CompanyNumber) => "Company number",
        nameof(OrganisationFacts.OfficeHolders) => "Office-holder 1",
        nameof(OrganisationFacts.OtherNames) => "Other names",
        _ => field ?? "Name",
    };
}
