using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Cases;

/// <summary>A case as far as it matters who may work on it.</summary>
public sealed record EligibleCase(CaseKind Kind, Guid Id, Guid OrganisationId, Guid CreatedById, bool IsTyped, CaseState State, Tier Tier, bool Safeguarding);

/// <summary>Who works on cases, and for which acts of a case nobody is eligible. Computed each time and never stored: people come and go.</summary>
public sealed class Eligible(AppDbContext db, CouncilTime time)
{
    /// <summary>Everybody whose account is open today and who works on cases of a kind, by name.</summary>
    public async Task<IReadOnlyList<Colleague>> ColleaguesAsync(CaseKind kind, CancellationToken cancellationToken)
    {
        var team = kind.Team();
        var today = time.Today;
        // Roles are kept as text, so which of the few staff work on cases is decided here.
        var staff = await db.Users.AsNoTracking()
            .Where(u => u.StaffRoles != Roles.None && !u.IsDisabled && (u.GuestUntil == null || u.GuestUntil >= today)).OrderBy(u => u.FullName)
            .Select(u => new { u.Id, u.FullName, u.StaffRoles, u.AwayFrom, u.AwayUntil }).ToListAsync(cancellationToken);
        return [.. staff.Where(u => (u.StaffRoles & team) != Roles.None)
            .Select(u => new Colleague(u.Id, u.FullName, u.StaffRoles, u.AwayFrom <= today && u.AwayUntil >= today ? u.AwayUntil : null))];
    }

    /// <summary>The gaps of each case, by its id. As many queries for forty cases as for one.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> GapsAsync(IReadOnlyList<EligibleCase> cases, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var byKind = new Dictionary<CaseKind, IReadOnlyList<Colleague>>();
        foreach (var kind in cases.Select(c => c.Kind).Distinct())
            byKind[kind] = await ColleaguesAsync(kind, cancellationToken);
        var colleagues = byKind.Values.SelectMany(all => all).DistinctBy(one => one.Id).ToList();
        var (ids, groups, people) = (cases.Select(c => c.Id).ToList(), cases.Select(c => c.OrganisationId).ToList(), colleagues.Select(c => c.Id).ToList());
        var interests = (await db.ConflictStatements.AsNoTracking().Where(s => ids.Contains(s.CaseId) && s.HasInterest)
            .Select(s => new { s.CaseId, s.OfficerId }).ToListAsync(cancellationToken)).ToHashSet();
        var members = (await db.Memberships.AsNoTracking().Where(m => groups.Contains(m.OrganisationId) && people.Contains(m.UserId))
            .Select(m => new { m.OrganisationId, m.UserId }).ToListAsync(cancellationToken)).ToHashSet();
        var helped = (await db.CaseHelps.AsNoTracking().Where(h => ids.Contains(h.CaseId))
            .Select(h => new { h.CaseId, h.OfficerId, h.Kind }).ToListAsync(cancellationToken)).ToHashSet();
        var asked = (await db.Consultations.AsNoTracking().Where(c => ids.Contains(c.CaseId) && c.AnsweredUtc == null)
            .Select(c => new { c.CaseId, c.Kind }).ToListAsync(cancellationToken)).ToLookup(c => c.CaseId, c => c.Kind);
        var hits = (await db.Hits.AsNoTracking().Where(h => ids.Contains(h.CaseId) && h.State != HitState.Resolved)
            .Select(h => h.CaseId).Distinct().ToListAsync(cancellationToken)).ToHashSet();
        return cases.ToDictionary(c => c.Id, c => Eligibility.Gaps(
            new CaseNeeds(c.State, c.Tier, c.Safeguarding, hits.Contains(c.Id), [.. asked[c.Id]]) { Kind = c.Kind },
            [.. byKind[c.Kind].Select(one => one with
            {
                HasInterest = interests.Contains(new { CaseId = c.Id, OfficerId = one.Id }),
                HelpedWrite = (c.CreatedById == one.Id && !c.IsTyped) || members.Contains(new { c.OrganisationId, UserId = one.Id })
                    || helped.Contains(new { CaseId = c.Id, OfficerId = one.Id, Kind = HelpKind.HelpedWrite }),
                Typed = helped.Contains(new { CaseId = c.Id, OfficerId = one.Id, Kind = HelpKind.Typed }),
            })]));
    }

    /// <summary>The gaps of one case whose file has been read.</summary>
    public async Task<IReadOnlyList<string>> GapsAsync(CaseFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var needs = new CaseNeeds(file.Case.State, file.Tier, file.Needs(CheckCode.SAF) || file.Needs(CheckCode.DBS),
            file.Hits.Any(hit => hit.State != HitState.Resolved), [.. file.Consultations.Where(c => c.IsOpen).Select(c => c.Kind)])
        { Kind = file.Case.Kind };
        return Eligibility.Gaps(needs, [.. (await ColleaguesAsync(file.Case.Kind, cancellationToken)).Select(one => one with
        {
            HasInterest = file.ConflictStatements.Any(s => s.OfficerId == one.Id && s.HasInterest),
            HelpedWrite = file.HelpedWrite(one.Id),
            Typed = file.Typed(one.Id),
        })]);
    }

    /// <summary>True when people at risk are in the group's care, which asks for SAF and DBS (T2).</summary>
    public static bool NeedsSafeguarding(HireAnswers? answers) => answers?.PeopleAtRisk?.Care == CareKind.GroupsCare;
}
