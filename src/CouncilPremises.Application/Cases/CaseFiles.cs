using CouncilPremises.Application.Database;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Application.Policies;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Cases;

/// <summary>Reads case files, limited to what the actor may see.</summary>
public sealed class CaseFiles(AppDbContext db, CouncilTime time, PolicySource policies, BankHolidays bankHolidays)
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
        var hire = await db.HireApplications.Include(h => h.Occurrences.OrderBy(o => o.Number)).FirstAsync(h => h.CaseId == @case.Id, cancellationToken);
        var organisation = await db.Organisations.Include(o => o.OfficeHolders).Include(o => o.Memberships).AsSplitQuery()
            .FirstAsync(o => o.Id == @case.OrganisationId, cancellationToken);
        var spaceId = hire.Occurrences.Count > 0 ? hire.Occurrences[0].SpaceId : hire.Answers.When.SpaceId;
        var space = spaceId is null ? null : await db.Spaces.FirstOrDefaultAsync(s => s.Id == spaceId, cancellationToken);
        var venue = space is null ? null : await db.Venues.FirstAsync(v => v.Id == space.VenueId, cancellationToken);
        var workingDays = await bankHolidays.WorkingDaysAsync(cancellationToken);
        // The policy at submission rules triggers, tier and clocks; the policy now rules the validity of checks.
        var inForce = await policies.InForceAsync(time.Today, cancellationToken);
        var atSubmission = @case.SubmittedUtc is null ? inForce : await policies.NumberedAsync(@case.PolicyVersion, cancellationToken);
        var facts = await FactsAsync(organisation, hire, hire.Answers, @case.SubmittedUtc, workingDays, cancellationToken);
        return new CaseFile(new CaseFileParts(
            @case, hire, organisation, space, venue, inForce, workingDays, time.Today, time.NowUtc, HireDerivation.Of(hire.Answers, facts, atSubmission),
            await db.ConflictStatements.Where(s => s.CaseId == @case.Id).OrderBy(s => s.MadeUtc).ToListAsync(cancellationToken),
            await RecordsAsync(@case, cancellationToken),
            await db.Waivers.Where(w => w.CaseId == @case.Id).ToListAsync(cancellationToken),
            await db.Hits.Where(h => h.CaseId == @case.Id).OrderByDescending(h => h.Score).ToListAsync(cancellationToken),
            await db.Consultations.Where(c => c.CaseId == @case.Id).OrderBy(c => c.AskedUtc).ToListAsync(cancellationToken),
            await db.Conditions.Where(c => c.CaseId == @case.Id).OrderBy(c => c.Id).ToListAsync(cancellationToken),
            await db.Decisions.Where(d => d.CaseId == @case.Id).OrderBy(d => d.MadeUtc).ThenBy(d => d.Id).ToListAsync(cancellationToken),
            await db.InformationRequests.Where(r => r.CaseId == @case.Id).OrderBy(r => r.AskedUtc).ToListAsync(cancellationToken),
            await db.DbsConfirmations.AsNoTracking().Where(c => c.OrganisationId == @case.OrganisationId).ToListAsync(cancellationToken),
            await db.AuditEntries.Where(e => e.CaseId == @case.Id && e.Action == "Decision.Resume" && !e.WasRefused).Select(e => e.AtUtc).ToListAsync(cancellationToken),
            atSubmission));
    }

    /// <summary>What the rules must know besides the answers.</summary>
    public async Task<HireFacts> FactsAsync(
        Organisation organisation, HireApplication hire, HireAnswers answers, DateTime? submittedUtc, WorkingDays workingDays, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(hire);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(workingDays);
        var sentUtc = submittedUtc ?? time.NowUtc;
        var since = sentUtc.AddMonths(-24);
        var booked = await db.Occurrences.AnyAsync(
            o => o.State == OccurrenceState.Completed && o.EndUtc > since && o.EndUtc <= sentUtc && db.Cases.Any(c => c.Id == o.CaseId && c.OrganisationId == organisation.Id),
            cancellationToken);
        var room = answers.When.SpaceId is { } spaceId
            ? await (from s in db.Spaces.AsNoTracking()
                     join v in db.Venues on s.VenueId equals v.Id
                     where s.Id == spaceId
                     select new { s.Capacities, v.CoversHirers }).FirstOrDefaultAsync(cancellationToken)
            : null;
        return new HireFacts
        {
            HirerKind = hire.HirerKind,
            BookedBefore = booked,
            Capacity = room?.Capacities.Values.DefaultIfEmpty(0).Max(),
            VenueCoversHirers = room?.CoversHirers ?? false,
            Today = CouncilTime.DayOf(sentUtc),
            WorkingDaysAhead = answers.When.FirstDay is { } first ? workingDays.Until(CouncilTime.DayOf(sentUtc), first) : null,
            TierWhenSent = submittedUtc is null ? null : await TierWhenSentAsync(hire.CaseId, cancellationToken),
        };
    }

    // A tier raised after sending never lengthens the lead time, so it is read from what was sent first. RULEBOOK 3.
    private async Task<Tier> TierWhenSentAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var sent = await db.Submissions.AsNoTracking().FirstAsync(s => s.CaseId == caseId && s.Number == 1, cancellationToken);
        return TierRules.OfAnswers(sent.Answers).Tier;
    }

    // DEC, REG, SAF, INS, DBS belong to the organisation and count for every case while valid; the others to the case alone. RULEBOOK 5.
    private async Task<List<CheckRecord>> RecordsAsync(Case @case, CancellationToken cancellationToken)
    {
        // Nothing recorded longer ago can still count: DBS, the longest, is asked for again after 36 months.
        var since = time.NowUtc.AddMonths(-40);
        var records = await db.CheckRecords.Where(r => r.CaseId == @case.Id
            || (r.OrganisationId == @case.OrganisationId && r.Subject != CheckSubject.Case && r.RecordedUtc > since)).ToListAsync(cancellationToken);
        // A new text is signed anew: what was signed of an older one no longer counts. RULEBOOK 5.
        var version = $"{await db.NewestDeclarationAsync(time.Today, cancellationToken)}";
        records.RemoveAll(r => r is { Code: CheckCode.DEC, Outcome: CheckOutcome.Clear } && r.Evidence.GetValueOrDefault("Version", version) != version);
        return records;
    }
}
