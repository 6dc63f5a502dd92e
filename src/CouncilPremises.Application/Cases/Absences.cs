using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Cases;

/// <summary>Somebody who works on hire cases, with how much they have and when they are away.</summary>
public sealed record TeamRow(Guid Id, string FullName, string? JobTitle, Roles Roles, DateOnly? AwayFrom, DateOnly? AwayUntil, string? GuestOf, DateOnly? GuestUntil, int OpenCases);

/// <summary>Who is here and who is away: while an owner is away their cases are their cover's work. RULEBOOK 1, small teams.</summary>
public sealed class Absences(AppDbContext db, CouncilTime time, AuditLog audit, Transactions transactions)
{
    /// <summary>Longest absence that can be entered, in days: longer ones are for reassigning.</summary>
    public const int MostDays = 366;

    /// <summary>Everybody who works on hire cases, with the number of open cases they own.</summary>
    public async Task<IReadOnlyList<TeamRow>> TeamAsync(CancellationToken cancellationToken)
    {
        var today = time.Today;
        var owned = await db.Cases.AsNoTracking().Where(c => CaseQueue.Open.Contains(c.State) && c.OwnerId != null).GroupBy(c => c.OwnerId!.Value)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var staff = await db.Users.AsNoTracking().Where(u => u.StaffRoles != Roles.None && !u.IsDisabled && (u.GuestUntil == null || u.GuestUntil >= today)).OrderBy(u => u.FullName)
            .Select(u => new TeamRow(u.Id, u.FullName, u.JobTitle, u.StaffRoles, u.AwayFrom, u.AwayUntil, u.GuestOf, u.GuestUntil, 0)).ToListAsync(cancellationToken);
        return [.. staff.Where(u => (u.Roles & Roles.HireStaff) != Roles.None)
            .Select(u => u with { OpenCases = owned.GetValueOrDefault(u.Id), AwayFrom = u.AwayUntil >= today ? u.AwayFrom : null, AwayUntil = u.AwayUntil >= today ? u.AwayUntil : null })];
    }

    /// <summary>Says from when until when somebody is away; both null: here again. Everybody for themselves, approvers for anybody who fell ill.</summary>
    public async Task<Outcome> SetAsync(Guid userId, DateOnly? from, DateOnly? until, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var subject = new AuditSubject("User", userId);
        var outcome = await transactions.RunAsync(async ended =>
        {
            if (userId != actor.Id && !actor.HasAny(Roles.FacilitiesApprover))
                return Outcome.Refused(new Refusal("Role", "A facilities approver enters the absence of somebody else. Ask one of them."));
            if (await db.Users.FirstOrDefaultAsync(u => u.Id == userId && u.StaffRoles != Roles.None, ended) is not { } user)
                return Outcome.NotFound();
            if (Wrong(from, until) is { } wrong)
                return Outcome.Refused(wrong);
            (user.AwayFrom, user.AwayUntil) = (from, until);
            audit.Append(actor, "Staff.Away", subject, new { from, until });
            await db.SaveChangesAsync(ended);
            return Outcome.Ok();
        }, cancellationToken);
        if (outcome.Refusals.Any(refusal => refusal.Code == "Role"))
            await audit.RefusedAsync(actor, "Staff.Away", subject, outcome.Refusals, cancellationToken);
        return outcome;
    }

    private Refusal? Wrong(DateOnly? from, DateOnly? until)
    {
        if (from is null && until is null)
            return null;
        if (from is not { } first)
            return new Refusal("Away", "Enter the first day away.", "From");
        if (until is not { } last || last < first || last < time.Today)
            return new Refusal("Away", "Enter the last day away: the first day or later, and not in the past.", "Until");
        return last.DayNumber - first.DayNumber > MostDays
            ? new Refusal("Away", "Enter at most one year. For longer, pass the cases on to somebody else.", "Until")
            : null;
    }
}
