using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Organisations;

/// <summary>How a group asked to have its letters besides e-mail: its lead contact says so, or an officer notes it for a caller. RULEBOOK 10.</summary>
public sealed class LetterFormats(AppDbContext db, CouncilTime time, Transactions transactions, AuditLog audit)
{
    /// <summary>Most characters.</summary>
    public const int Longest = 200;

    /// <summary>What the group asked for; empty when e-mail is enough, not found for those who may not see the group.</summary>
    public async Task<Outcome<string>> OfAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var found = await db.Organisations.AsNoTracking().VisibleTo(actor, db).Where(o => o.Id == id).Select(o => new { o.LetterFormat }).FirstOrDefaultAsync(cancellationToken);
        return found is null ? Outcome.NotFound<string>() : Outcome.Ok(found.LetterFormat ?? "");
    }

    /// <summary>Notes it; nothing typed means that e-mail is enough.</summary>
    public Task<Outcome> AskAsync(Guid id, string? format, Actor actor, CancellationToken cancellationToken) =>
        transactions.RunAsync(async cancel =>
        {
            ArgumentNullException.ThrowIfNull(actor);
            var organisation = await db.Organisations.VisibleTo(actor, db).Include(o => o.Memberships).FirstOrDefaultAsync(o => o.Id == id, cancel);
            if (organisation is null)
                return Outcome.NotFound();
            if (!organisation.RolesOf(actor.Id).HasFlag(Roles.LeadContact) && !actor.StaffRoles.Has(Permission.WorkCases))
                return Outcome.Refused(new Refusal("Role", "The lead contact of the group says this, or an officer for them."));
            var text = format?.Trim() is { Length: > 0 } typed ? typed : null;
            if (text?.Length > Longest)
                return Outcome.Refused(new Refusal("Length", $"Use {Longest} characters or fewer.", "Format"));
            if (Markings.Forbidden(text) is { } marking)
                return Outcome.Refused(new Refusal("Marking", marking, "Format"));
            organisation.AskForFormat(text, time.NowUtc);
            audit.Append(actor, "Organisation.AskForFormat", new AuditSubject("Organisation", id));
            await db.SaveChangesAsync(cancel);
            return Outcome.Ok();
        }, cancellationToken);
}
