using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Cases;

/// <summary>Opening the OFFICIAL-SENSITIVE parts of a case from outside its team: a reason is asked for, logged, and counts until the end of
/// the day. Reading changes nothing, so the case's version stays. RULEBOOK 9.</summary>
public sealed class SensitiveReading(AppDbContext db, CouncilTime time, AuditLog audit, CaseFiles files)
{
    private const string Action = "Case.OpenSensitive";

    /// <summary>Records why somebody opens them.</summary>
    public async Task<Outcome> GiveReasonAsync(string reference, string? reason, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await files.LoadAsync(reference, actor, cancellationToken) is not { } file || !actor.StaffRoles.Has(Permission.ReadCases))
            return Outcome.NotFound();
        var subject = new AuditSubject("Case", file.Case.Id, file.Case.Id, file.Case.State.ToString(), file.Case.State.ToString(), file.Policy.Number);
        if (Refused(file, reason?.Trim() ?? "", actor) is { } refusal)
        {
            await audit.RefusedAsync(actor, Action, subject, [refusal], cancellationToken);
            return Outcome.Refused(refusal);
        }
        audit.Append(actor, Action, subject, new { reason = reason!.Trim() });
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Ok();
    }

    /// <summary>What somebody may see now: by belonging to the team, or by a reason given today.</summary>
    public async Task<SensitiveAccess> AccessAsync(CaseFile file, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(actor);
        var access = CaseTeam.AccessOf(file, actor);
        if (access != SensitiveAccess.AskReason)
            return access;
        var since = CouncilTime.ToUtc(time.Today, TimeOnly.MinValue);
        var given = await db.AuditEntries.AsNoTracking().AnyAsync(
            e => e.CaseId == file.Case.Id && e.AtUtc >= since && e.ActorId == actor.Id && e.Action == Action && !e.WasRefused, cancellationToken);
        return given ? SensitiveAccess.Open : SensitiveAccess.AskReason;
    }

    private static Refusal? Refused(CaseFile file, string reason, Actor actor)
    {
        var facts = file.FactsFor(actor);
        if (facts.ActorHasInterest)
            return new Refusal("S3", "You declared an interest in this case, so its sensitive parts stay closed to you.");
        if (facts.ActorHelpedWrite)
            return new Refusal("S4", "You belong to this group or helped write this application, so its sensitive parts stay closed to you.");
        if (reason.Length is < 10 or > 500)
            return new Refusal("Length", "Say why you need to read this, in 10 to 500 characters.", "Reason");
        return Markings.Forbidden(reason) is { } marking ? new Refusal("Marking", marking, "Reason") : null;
    }
}
