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
public sealed class CaseFiles(AppDbContext db, CouncilTime time, PolicySource policies, BankHolidays bankHolidays, DeclarationTexts texts)
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
        var roomIds = hire.Occurrences.Select(o => (Guid?)o.SpaceId).Append(spaceId).OfType<Guid>().Distinct().ToList();
        var rooms = await db.Spaces.Where(s => roomIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellationToken);
        var space = spaceId is { } id ? rooms.GetValueOrDefault(id) : null;
        var venue = space is null ? null : await db.Venues.FirstAsync(v => v.Id == space.VenueId, cancellationToken);
        var workingDays = await bankHolidays.WorkingDaysAsync(cancellationToken);
        // The policy at submission rules triggers, tier and clocks; the policy now rules the validity of checks.
        var inForce = await policies.InForceAsync(time.Today, cancellationToken);
        var atSubmission = @case.SubmittedUtc is null ? inForce : await policies.NumberedAsync(@case.PolicyVersion, cancellationToken);
        var facts = await FactsAsync(organisation, hire, hire.Answers, @case.SubmittedUtc, workingDays, cancellationToken);
        // What only a sent application can have is not asked for of a draft
        var isDraft = @case.State == CaseState.Draft;
        async Task<List<T>> SentAsync<T>(IQueryable<T> records) => isDraft ? [] : await records.ToListAsync(cancellationToken);
        var change = (await SentAsync(db.Changes.Include(c => c.Dates)
            .Where(c => c.CaseId == @case.Id && (c.State == ChangeState.Draft || c.State == ChangeState.Proposed)))).FirstOrDefault();
        var after = await CaseAftermath.LoadAsync(db, @case, time.Today, cancellationToken);
        return new CaseFile(new CaseFileParts(
            @case, hire, organisation, rooms, space, venue, inForce, workingDays, time.Today, time.NowUtc, HireDerivation.Of(hire.Answers, facts, atSubmission),
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
            atSubmission,
            await db.CaseHelps.Where(h => h.CaseId == @case.Id).OrderBy(h => h.MadeUtc).ToListAsync(cancellationToken),
            change,
            change is null ? null : await FactsAsync(organisation, hire, change.Answers, @case.SubmittedUtc, workingDays, cancellationToken),
            isDraft ? [] : await ReopenedAsync(@case.Id, cancellationToken),
            await DeclarationAsync(organisation, hire.HirerKind, after, cancellationToken),
            await texts.CurrentAsync(cancellationToken),
            after));
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
                     select new { s.Capacities, v.CoversHirers, v.Ward }).FirstOrDefaultAsync(cancellationToken)
            : null;
        return new HireFacts
        {
            HirerKind = hire.HirerKind,
            BookedBefore = booked,
            Capacity = room?.Capacities.Values.DefaultIfEmpty(0).Max(),
            VenueCoversHirers = room?.CoversHirers ?? false,
            ElectionPeriod = room is not null && await InElectionPeriodAsync(answers.Days(), room.Ward, cancellationToken),
            IsTyped = await db.Cases.AnyAsync(c => c.Id == hire.CaseId && c.IsTyped, cancellationToken),
            Today = CouncilTime.DayOf(sentUtc),
            WorkingDaysAhead = answers.When.FirstDay is { } first ? workingDays.Until(CouncilTime.DayOf(sentUtc), first) : null,
            TierWhenSent = submittedUtc is null ? null : await TierWhenSentAsync(hire.CaseId, cancellationToken),
        };
    }

    private async Task<bool> InElectionPeriodAsync(IReadOnlyList<DateOnly> days, string ward, CancellationToken cancellationToken)
    {
        if (days.Count == 0)
            return false;
        var (first, last) = (days[0], days[^1]);
        var elections = await db.Elections.AsNoTracking().Where(e => e.FirstDay <= first && e.PollingDay > last).ToListAsync(cancellationToken);
        return elections.Exists(election => days.All(day => election.Covers(day, ward)));
    }

    // What the rules ask about the hirer's own newest signature
    private async Task<DeclarationFacts> DeclarationAsync(Organisation organisation, HirerKind kind, CaseAftermath after, CancellationToken cancellationToken)
    {
        var last = await db.SignedDeclarations.AsNoTracking().Where(d => d.OrganisationId == organisation.Id && d.Organiser == null)
            .OrderByDescending(d => d.SignedUtc).FirstOrDefaultAsync(cancellationToken);
        if (last is null)
            return new DeclarationFacts(null, null, SignatoryStillIsOne: false);
        var role = kind == HirerKind.Individual ? Roles.LeadContact : Roles.Signatory;
        // Whoever signed on paper has no account that could lose the role
        return new DeclarationFacts(
            new DeclarationSignature(last.TextVersion, last.TextHash, last.SignatoryId, last.SignatoryName, last.SignatoryRole, last.IsSigned),
            last.PaperSignedOn ?? CouncilTime.DayOf(last.SignedUtc),
            last.PaperSignedOn is not null || organisation.RolesOf(last.SignatoryId).HasFlag(role),
            organisation.IdentityChangedUtc is { } changed ? CouncilTime.DayOf(changed) : null,
            after.LiveBreaches(time.Today).Max(breach => breach.DecidedUtc) is { } upheld ? CouncilTime.DayOf(upheld) : null);
    }

    // From when on the records of each check count that a change has opened again
    private async Task<Dictionary<CheckCode, DateTime>> ReopenedAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var revisions = await db.Submissions.AsNoTracking().Where(s => s.CaseId == caseId && s.ReopenedUtc != null)
            .OrderBy(s => s.Number).Select(s => new { s.Reopens, s.ReopenedUtc }).ToListAsync(cancellationToken);
        return revisions.SelectMany(r => r.Reopens, (r, code) => (code, r.ReopenedUtc!.Value)).GroupBy(r => r.code).ToDictionary(g => g.Key, g => g.Max(r => r.Value));
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
            || (r.OrganisationId == @case.OrganisationId && r.Subject != CheckSubject.Case && r.Subject != CheckSubject.RealOrganiser && r.RecordedUtc > since)).ToListAsync(cancellationToken);
        // A new text is signed anew: what was signed of an older one no longer counts. RULEBOOK 5.
        var version = $"{await db.NewestDeclarationAsync(time.Today, cancellationToken)}";
        records.RemoveAll(r => r is { Code: CheckCode.DEC, Outcome: CheckOutcome.Clear } && r.Evidence.GetValueOrDefault("Version", version) != version);
        return records;
    }
}
