using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Lists;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Spreadsheets;

/// <summary>Sheets about checks: records, declarations, DBS confirmations (masked), hits, waivers.</summary>
internal static class AuditCheckSheets
{
    public static Sheet Checks(AuditScope scope) => AuditScope.Sheet("Checks",
        AuditScope.Rows(
            scope.Db.CheckRecords.AsNoTracking()
                .Where(r => scope.Cases.Any(c => c.Id == r.CaseId || (r.CaseId == null && c.OrganisationId == r.OrganisationId)))
                .OrderBy(r => r.RecordedUtc).ThenBy(r => r.Id),
            r => scope.Row(r, r.OrganisationId, r.CaseId, r.RecordedUtc, r.AgreedUtc, r.RecordedById)),
        new("Check", 8, r => CellValue.Of<CheckCode>(r.Code)),
        new("About", 14, r => CellValue.Of<CheckSubject>(r.Subject)),
        new("Person", 24, r => CellValue.Of(r.Person)),
        new("Outcome", 10, r => CellValue.Of<CheckOutcome>(r.Outcome)),
        new("Evidence", 60, r => CellValue.Of(string.Join("; ", r.Evidence.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key}: {e.Value}")))),
        new("Note", 40, r => CellValue.Of(r.Note)),
        new("Valid until", 12, r => CellValue.Of(r.ValidUntil)),
        new("Agreed by", 22, r => CellValue.Of(scope.Person(r.AgreedById))),
        new("Agreed", 19, r => CellValue.Of(r.AgreedUtc)),
        new("Record", 36, r => CellValue.Of(r.Id.ToString())),
        new("Replaces", 36, r => CellValue.Of(r.SupersedesId?.ToString())));

    public static Sheet Declarations(AuditScope scope) => AuditScope.Sheet("Declarations",
        AuditScope.Rows(
            scope.Db.SignedDeclarations.AsNoTracking()
                .Where(d => scope.Cases.Any(c => c.OrganisationId == d.OrganisationId)).OrderBy(d => d.SignedUtc).ThenBy(d => d.Id),
            d => scope.Row(d, d.OrganisationId, d.CaseId, d.SignedUtc, null, d.SignatoryId)),
        new("Signatory", 24, d => CellValue.Of(d.SignatoryName)),
        new("Office", 20, d => CellValue.Of(d.SignatoryRole)),
        new("Signed", 9, d => CellValue.Of((bool?)d.IsSigned)),
        new("Version of the text", 16, d => CellValue.Of(d.TextVersion)),
        new("Hash of the text", 66, d => CellValue.Of(d.TextHash)));

    public static Sheet Dbs(AuditScope scope) => AuditScope.Sheet("DBS (masked)",
        AuditScope.Rows(
            scope.Db.DbsConfirmations.AsNoTracking()
                .Where(d => scope.Cases.Any(c => c.OrganisationId == d.OrganisationId)).OrderBy(d => d.ConfirmedUtc).ThenBy(d => d.Id),
            d => scope.Row(d, d.OrganisationId, null, d.ConfirmedUtc, null, d.ConfirmedById)),
        new("Person", 24, d => CellValue.Of(d.PersonName)),
        new("Role", 20, d => CellValue.Of<DbsRole>(d.Role)),
        new("Level", 24, d => CellValue.Of<DbsLevel>(d.Level)),
        new("Workforce", 12, d => CellValue.Of<DbsWorkforce>(d.Workforce)),
        new("Barred lists", 18, d => CellValue.Of<BarredLists>(d.BarredLists)),
        new("Certificate (masked)", 20, d => CellValue.Of(d.MaskedNumber)),
        new("Issued", 12, d => CellValue.Of(d.IssuedOn)),
        new("Method", 20, d => CellValue.Of<DbsMethod>(d.Method)),
        new("Confirmed", 11, d => CellValue.Of((bool?)d.IsConfirmed)),
        new("Role ended", 12, d => CellValue.Of(d.RoleEndedOn)));

    public static Sheet Hits(AuditScope scope) => AuditScope.Sheet("Hits",
        AuditScope.Rows(
            scope.Db.Hits.AsNoTracking().Where(h => scope.Cases.Any(c => c.Id == h.CaseId)).OrderBy(h => h.FoundUtc).ThenBy(h => h.Id),
            h => scope.Row(h, h.CaseId, h.FoundUtc, h.AgreedUtc ?? h.ProposedUtc, h.ProposedById ?? Guid.Empty)),
        new("List", 7, h => CellValue.Of<ListCode>(h.List)),
        new("Name tried", 28, h => CellValue.Of(h.NameTried)),
        new("Tried as", 14, h => CellValue.Of<NameTriedAs>(h.TriedAs)),
        new("Entry", 14, h => CellValue.Of(h.EntryKey)),
        new("Name of the entry", 28, h => CellValue.Of(h.EntryName)),
        new("Name that matched", 28, h => CellValue.Of(h.MatchedName)),
        new("Score", 8, h => CellValue.Of((decimal)Math.Round(h.Score, 4))),
        new("Band", 12, h => CellValue.Of(h.Band)),
        new("Why", 50, h => CellValue.Of(string.Join(" ", h.Why))),
        new("State", 10, h => CellValue.Of<HitState>(h.State)),
        new("Resolution", 14, h => CellValue.Of(h.Resolution)),
        new("Compared", 28, h => CellValue.Of(string.Join("; ", h.Compared))),
        new("Reason", 40, h => CellValue.Of(h.Reason)),
        new("Proposed", 19, h => CellValue.Of(h.ProposedUtc)),
        new("Agreed by", 22, h => CellValue.Of(scope.Person(h.AgreedById))),
        new("Agreed", 19, h => CellValue.Of(h.AgreedUtc)));

    public static Sheet Waivers(AuditScope scope) => AuditScope.Sheet("Waivers",
        AuditScope.Rows(
            scope.Db.Waivers.AsNoTracking().Where(w => scope.Cases.Any(c => c.Id == w.CaseId)).OrderBy(w => w.AskedUtc).ThenBy(w => w.Id),
            w => scope.Row(w, w.CaseId, w.AskedUtc, w.AgreedUtc, w.AskedById)),
        new("Check", 8, w => CellValue.Of<CheckCode>(w.Code)),
        new("Reason", 50, w => CellValue.Of(w.Reason)),
        new("Expires", 12, w => CellValue.Of(w.ExpiresOn)),
        new("Agreed by", 22, w => CellValue.Of(scope.Person(w.AgreedById))),
        new("Agreed", 19, w => CellValue.Of(w.AgreedUtc)));
}
