using CouncilPremises.Application.Database;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Application.Policies;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Cases;

/// <summary>Reads case files, limited to what the actor may see.</summary>
public sealed partial class CaseFiles(AppDbContext db, CouncilTime time, PolicySource policies, BankHolidays bankHolidays, DeclarationTexts texts)
{
    /// <summary>A case with everything that hangs on it, tracked for an act; null when there is none or the actor may not see it.</summary>
    public async Task<CaseFile?> LoadAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        // People type and addresses carry references in small letters too.
        var upper = reference.ToUpperInvariant();
        var @case = await db.Cases.VisibleTo(actor, db).FirstOrDefaultAsync(c => c.Reference == upper, cancellationToken);
        if (@case is null)
            return null;
        var organisation = await db.Organisations.Include(o => o.OfficeHolders).Include(o => o.Memberships).AsSplitQuery()
            .FirstAsync(o => o.Id == @case.OrganisationId, cancellationToken);
        var workingDays = await bankHolidays.WorkingDaysAsync(cancellationToken);
        // The policy at submission rules triggers, tier and clocks; the policy now rules the validity of checks.
        var inForce = await policies.InForceAsync(time.Today, cancellationToken);
        var atSubmission = @case.SubmittedUtc is null ? inForce : await policies.NumberedAsync(@case.PolicyVersion, cancellationToken);
        // What only a sent application can have is not asked for of a draft
        var isDraft = @case.State == CaseState.Draft;
        async Task<List<T>> SentAsync<T>(IQueryable<T> records) => isDraft ? [] : await records.ToListAsync(cancellationToken);
        var after = await CaseAftermath.LoadAsync(db, @case, time.Today, cancellationToken);
        var parts = new CaseFileParts(
            @case, organisation, inForce, atSubmission, workingDays, time.Today, time.NowUtc,
            await db.ConflictStatements.Where(s => s.CaseId == @case.Id).OrderBy(s => s.MadeUtc).ToListAsync(cancellationToken),
            await RecordsAsync(@case, cancellationToken),
            await SentAsync(db.Waivers.Where(w => w.CaseId == @case.Id)),
            await SentAsync(db.Hits.Where(h => h.CaseId == @case.Id).OrderByDescending(h => h.Score)),
            await SentAsync(db.Consultations.Where(c => c.CaseId == @case.Id).OrderBy(c => c.AskedUtc)),
            await SentAsync(db.Conditions.Where(c => c.CaseId == @case.Id).OrderBy(c => c.Id)),
            await SentAsync(db.Decisions.Where(d => d.CaseId == @case.Id).OrderBy(d => d.MadeUtc).ThenBy(d => d.Id)),
            await SentAsync(db.InformationRequests.Where(r => r.CaseId == @case.Id).OrderBy(r => r.AskedUtc)),
            await db.DbsConfirmations.AsNoTracking().Where(c => c.OrganisationId == @case.OrganisationId).ToListAsync(cancellationToken),
            await SentAsync(db.AuditEntries.Where(e => e.CaseId == @case.Id && e.Action == "Decision.Resume" && !e.WasRefused).Select(e => e.AtUtc)),
            await db.CaseHelps.Where(h => h.CaseId == @case.Id).OrderBy(h => h.MadeUtc).ToListAsync(cancellationToken),
            await DeclarationAsync(organisation, after, cancellationToken),
            await texts.CurrentAsync(cancellationToken),
            after);
        return @case.Kind switch
        {
            CaseKind.Hire => await ReadHireAsync(parts, cancellationToken),
            CaseKind.Grant => await ReadGrantAsync(parts, cancellationToken),
        };
    }

    // What the rules ask about the hirer's own newest signature
    private async Task<DeclarationFacts> DeclarationAsync(Organisation organisation, CaseAftermath after, CancellationToken cancellationToken)
    {
        var last = await db.SignedDeclarations.AsNoTracking().Where(d => d.OrganisationId == organisation.Id && d.Organiser == null)
            .OrderByDescending(d => d.SignedUtc).FirstOrDefaultAsync(cancellationToken);
        if (last is null)
            return new DeclarationFacts(null, null, SignatoryStillIsOne: false);
        var role = organisation.Kind == HirerKind.Individual ? Roles.LeadContact : Roles.Signatory;
        // Whoever signed on paper has no account that could lose the role
        return new DeclarationFacts(
            new DeclarationSignature(last.TextVersion, last.TextHash, last.SignatoryId, last.SignatoryName, last.SignatoryRole, last.IsSigned),
            last.PaperSignedOn ?? CouncilTime.DayOf(last.SignedUtc),
            last.PaperSignedOn is not null || organisation.RolesOf(last.SignatoryId).HasFlag(role),
            organisation.IdentityChangedUtc is { } changed ? CouncilTime.DayOf(changed) : null,
            after.LiveBreaches(time.Today).Max(breach => breach.DecidedUtc) is { } upheld ? CouncilTime.DayOf(upheld) : null);
    }

    // DEC, REG, SAF, INS, DBS belong to the organisation and count for every case while valid; the others to the case alone. RULEBOOK 5.
    private async Task<List<CheckRecord>> RecordsAsync(Case @case, CancellationToken cancellationToken)
    {
        // Nothing recorded longer ago can still count: DBS, the longest, is asked for again after 36 months.
        var since = time.NowUtc.AddMonths(-40);
        var records = await db.CheckRecords.Where(r => r.CaseId == @case.Id
            || (r.OrganisationId == @case.OrganisationId && r.Subject != CheckSubject.Case && r.Subject != CheckSubject.RealOrganiser && r.RecordedUtc > since)).ToListAsync(cancellationToken);
        // A new text is signed anew: what was signed of an older one no longer counts. RULEBOOK 5.
        var version = $"{await db.NewestDeclarationAsync(time.Today, cancellationToken)}";
        records.RemoveAll(r => r is { Code: CheckCode.DEC, Outcome: CheckOutcome.Clear } && r.Evidence.GetValueOrDefault("Version", version) != version);
        return records;
    }
}
