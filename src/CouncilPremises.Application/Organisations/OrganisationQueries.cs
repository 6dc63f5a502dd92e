using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Organisations;

/// <summary>What members read about their organisations.</summary>
public sealed class OrganisationQueries(AppDbContext db, CouncilTime time, CaseFiles files)
{
    /// <summary>The code of refusals for members who are not the lead contact: the page answers 403.</summary>
    public const string NotLeadCode = OrganisationAccess.NotLeadCode;

    private const int MostApplications = 100;

    /// <summary>The actor's home: what they act for and what waits for them.</summary>
    public async Task<AccountHome> HomeAsync(Actor actor, CancellationToken cancellationToken)
    {
        var organisations = await MineAsync(actor, cancellationToken);
        var ids = organisations.Select(organisation => organisation.Id).ToList();
        var rows = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.OrganisationId) && c.Kind == CaseKind.Hire)
            .OrderByDescending(c => c.ChangedUtc).Take(MostApplications)
            .Join(db.HireApplications, c => c.Id, hire => hire.CaseId, (c, hire) => new { c.Reference, hire.Answers, c.OrganisationId, c.State, c.FirstEventUtc, c.DueOn })
            .ToListAsync(cancellationToken);
        var applications = rows.ConvertAll(row => new ApplicationRow(
            row.Reference,
            string.IsNullOrWhiteSpace(row.Answers.Event.Title) ? "Application without a title yet" : row.Answers.Event.Title,
            organisations.First(organisation => organisation.Id == row.OrganisationId).Name,
            row.State, row.FirstEventUtc, row.DueOn));
        var signed = await SignedAsync(ids, cancellationToken);
        var mayHaveDuties = applications.Where((_, index) => ChangeStates.IsUndecided(rows[index].State)
            && (!signed.Contains(rows[index].OrganisationId) || GroupDuties.MayFollowFrom(rows[index].Answers))).ToList();
        applications.AddRange(await GrantsAsync(ids, organisations, cancellationToken));
        return new AccountHome(applications, [.. await DutiesAsync(mayHaveDuties, actor, cancellationToken), .. await ToDoAsync(organisations, applications, cancellationToken)], organisations, await AskedAsync(actor, cancellationToken));
    }

    // Nothing of a decision shows before it is published
    private async Task<IEnumerable<ApplicationRow>> GrantsAsync(IReadOnlyList<Guid> ids, IReadOnlyList<OrganisationRow> organisations, CancellationToken cancellationToken)
    {
        var rows = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.OrganisationId) && c.Kind == CaseKind.Grant)
            .OrderByDescending(c => c.ChangedUtc).Take(MostApplications)
            .Join(db.GrantApplications, c => c.Id, grant => grant.CaseId, (c, grant) => new { c.Reference, grant.Title, grant.OutcomePublishedUtc, c.OrganisationId, c.State, c.DueOn })
            .ToListAsync(cancellationToken);
        return rows.Select(row => new ApplicationRow(
            row.Reference, row.Title.Length == 0 ? "Application without a title yet" : row.Title, organisations.First(organisation => organisation.Id == row.OrganisationId).Name,
            row.State.Shown(row.OutcomePublishedUtc is not null), null, WaitsForDecision(row.State.Shown(row.OutcomePublishedUtc is not null)) ? null : row.DueOn)
        { Kind = CaseKind.Grant });
    }

    // Its day goes with a decision, so a day that vanished would tell of one; the application's own page says by when
    private static bool WaitsForDecision(CaseState state) =>
        state is CaseState.Checking or CaseState.Referred or CaseState.ReadyForDecision;

    /// <summary>The organisations the actor acts for, by name.</summary>
    public async Task<IReadOnlyList<OrganisationRow>> MineAsync(Actor actor, CancellationToken cancellationToken) =>
        await db.Memberships.AsNoTracking().Where(m => m.UserId == actor.Id)
            .Join(db.Organisations, m => m.OrganisationId, o => o.Id, (m, o) => new { o.Id, o.Name, o.Kind, m.Roles })
            .OrderBy(row => row.Name).Select(row => new OrganisationRow(row.Id, row.Name, row.Kind, row.Roles)).ToListAsync(cancellationToken);

    /// <summary>One organisation with its people, for its members and for staff who read cases; for others it is not there.</summary>
    public async Task<Outcome<OrganisationDetails>> DetailsAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var organisation = await db.Organisations.AsNoTracking().VisibleTo(actor, db).Include(o => o.Memberships).Include(o => o.OfficeHolders)
            .AsSplitQuery().FirstOrDefaultAsync(o => o.Id == id, cancellationToken);
        if (organisation is null)
            return Outcome.NotFound<OrganisationDetails>();
        var userIds = organisation.Memberships.Select(m => m.UserId).ToList();
        var people = await db.Users.AsNoTracking().Where(user => userIds.Contains(user.Id)).ToDictionaryAsync(user => user.Id, cancellationToken);
        var members = organisation.Memberships.Select(m => new MemberRow(m.UserId, people[m.UserId].FullName, people[m.UserId].Email ?? "", m.Roles, m.SinceUtc))
            .OrderByDescending(member => member.Roles.HasFlag(Roles.LeadContact)).ThenBy(member => member.FullName, StringComparer.CurrentCulture).ToList();
        var own = organisation.RolesOf(actor.Id);
        var invitations = own.HasFlag(Roles.LeadContact) ? await InvitationsAsync(id, cancellationToken) : [];
        return Outcome.Ok(new OrganisationDetails(id, organisation.Kind, FactsOf(organisation), organisation.Version, own, members,
            [.. invitations.Where(one => one.Roles != Roles.None)], [.. invitations.Where(one => one.Roles == Roles.None)])
        { LetterFormat = organisation.LetterFormat });
    }

    private static OrganisationFacts FactsOf(Organisation o) => new(o.Type, o.Name, o.OtherNames, o.CharityNumber, o.CompanyNumber, o.Address,
        [.. o.OfficeHolders.OrderBy(holder => holder.Id).Select(holder => new OfficeHolderFacts(holder.Name, holder.Role))]);

    private async Task<List<InvitationRow>> InvitationsAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = time.NowUtc;
        var open = await db.Invitations.AsNoTracking().Where(i => i.OrganisationId == id && i.ClosedUtc == null && i.ExpiresUtc > now)
            .OrderBy(i => i.CreatedUtc).ToListAsync(cancellationToken);
        var askers = open.Where(i => i.SecretHash == null).Select(i => i.ByUserId).ToList();
        var names = await db.Users.AsNoTracking().Where(user => askers.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, cancellationToken);
        return open.ConvertAll(i => new InvitationRow(i.Id, i.SecretHash is null ? names[i.ByUserId] : i.Email, i.Email, i.SecretHash is null ? Roles.None : i.Roles, i.ExpiresUtc));
    }

    private async Task<IReadOnlyList<ThingToDo>> ToDoAsync(
        IReadOnlyList<OrganisationRow> organisations, List<ApplicationRow> applications, CancellationToken cancellationToken)
    {
        var led = organisations.Where(organisation => organisation.Roles.HasFlag(Roles.LeadContact)).Select(organisation => organisation.Id).ToList();
        var now = time.NowUtc;
        var asking = await db.Invitations.AsNoTracking().Where(i => i.SecretHash == null && i.ClosedUtc == null && i.ExpiresUtc > now
                && i.OrganisationId != null && led.Contains(i.OrganisationId.Value))
            .Select(i => new { i.OrganisationId, i.ExpiresUtc }).ToListAsync(cancellationToken);
        var requests = asking.Select(request => new ThingToDo($"Somebody asks to join {organisations.First(o => o.Id == request.OrganisationId).Name}",
            $"/organisation/{request.OrganisationId}/people", CouncilTime.DayOf(request.ExpiresUtc)));
        var waiting = applications.Where(row => row.Words.WhoActs == NextActor.Group && row.State != CaseState.Refused)
            .Select(row => new ThingToDo($"{row.Reference} {row.Title}: {row.Words.NextStep}", row.Path, row.DueOn));
        return [.. waiting.Concat(requests).OrderBy(thing => thing.By ?? DateOnly.MaxValue)];
    }

    // What the council waits for without having asked
    private async Task<IReadOnlyList<ThingToDo>> DutiesAsync(IReadOnlyList<ApplicationRow> applications, Actor actor, CancellationToken cancellationToken)
    {
        var duties = new List<ThingToDo>();
        foreach (var row in applications)
            if (await files.LoadHireAsync(row.Reference, actor, cancellationToken) is { } file)
                duties.AddRange(GroupDuties.Of(file).Select(duty => new ThingToDo($"{row.Reference} {row.Title}: {duty.Text}", $"/hire/{row.Reference}{(duty.Page is { } page ? "/" + page : "")}", null)));
        return duties;
    }

    // Whose declaration counts has none unless the answers make one; a whole case is read for the others only
    private async Task<HashSet<Guid>> SignedAsync(IReadOnlyList<Guid> organisations, CancellationToken cancellationToken)
    {
        var (today, newest) = (time.Today, await db.NewestDeclarationAsync(time.Today, cancellationToken));
        return (await db.CheckRecords.AsNoTracking()
            .Where(r => organisations.Contains(r.OrganisationId) && r.Code == CheckCode.DEC && r.Outcome == CheckOutcome.Clear && r.ValidUntil >= today
                && db.SignedDeclarations.Any(d => d.OrganisationId == r.OrganisationId && d.IsSigned && d.Organiser == null && d.TextVersion == newest))
            .Select(r => r.OrganisationId).Distinct().ToListAsync(cancellationToken)).ToHashSet();
    }

    private async Task<IReadOnlyList<string>> AskedAsync(Actor actor, CancellationToken cancellationToken)
    {
        var now = time.NowUtc;
        return await db.Invitations.AsNoTracking().Where(i => i.SecretHash == null && i.ByUserId == actor.Id && i.ClosedUtc == null && i.ExpiresUtc > now)
            .Join(db.Organisations, i => i.OrganisationId, o => o.Id, (i, o) => o.CharityNumber ?? o.CompanyNumber ?? "").ToListAsync(cancellationToken);
    }
}
