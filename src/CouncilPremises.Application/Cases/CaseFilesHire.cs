using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Cases;

// What a hire case has besides
public sealed partial class CaseFiles
{
    /// <summary>A hire case; null when there is none or the actor may not see it.</summary>
    public async Task<HireFile?> LoadHireAsync(string reference, Actor actor, CancellationToken cancellationToken) =>
        await LoadAsync(reference, actor, cancellationToken) as HireFile;

    private async Task<HireFile> ReadHireAsync(CaseFileParts parts, CancellationToken cancellationToken)
    {
        var @case = parts.Case;
        var hire = await db.HireApplications.Include(h => h.Occurrences.OrderBy(o => o.Number)).FirstAsync(h => h.CaseId == @case.Id, cancellationToken);
        var spaceId = hire.Occurrences.Count > 0 ? hire.Occurrences[0].SpaceId : hire.Answers.When.SpaceId;
        var roomIds = hire.Occurrences.Select(o => (Guid?)o.SpaceId).Append(spaceId).OfType<Guid>().Distinct().ToList();
        var rooms = await db.Spaces.Where(s => roomIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellationToken);
        var space = spaceId is { } id ? rooms.GetValueOrDefault(id) : null;
        var venue = space is null ? null : await db.Venues.FirstAsync(v => v.Id == space.VenueId, cancellationToken);
        var isDraft = @case.State == CaseState.Draft;
        var change = isDraft ? null : await db.Changes.Include(c => c.Dates)
            .Where(c => c.CaseId == @case.Id && (c.State == ChangeState.Draft || c.State == ChangeState.Proposed)).FirstOrDefaultAsync(cancellationToken);
        Task<HireFacts> OfAsync(HireAnswers answers) => FactsAsync(parts.Organisation, hire, answers, @case.SubmittedUtc, parts.WorkingDays, cancellationToken);
        return new HireFile(parts, new HireFileParts(
            hire, rooms, space, venue, HireDerivation.Of(hire.Answers, await OfAsync(hire.Answers), parts.PolicyOfClocks),
            change, change is null ? null : await OfAsync(change.Answers), isDraft ? [] : await ReopenedAsync(@case.Id, cancellationToken)));
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
}
