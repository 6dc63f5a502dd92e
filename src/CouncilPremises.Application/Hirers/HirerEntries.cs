using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Notices;
using CouncilPremises.Application.People;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Hirers;

/// <summary>A hirer as an officer finds it.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Legal name.</param>
/// <param name="Type">Kind of body.</param>
/// <param name="Address">Address on one line, to tell two of one name apart.</param>
/// <param name="HasAccount">True when somebody signs in for it.</param>
public sealed record HirerRow(Guid Id, string Name, OrganisationType Type, string Address, bool HasAccount);

/// <summary>What officers do for hirers who do not do it themselves: find them, and invite them to take over what was entered for them.</summary>
public sealed class HirerEntries(AppDbContext db, CouncilTime time, AuditLog audit, NoticeWriter notices, Transactions transactions)
{
    /// <summary>Most hirers a search shows.</summary>
    public const int MostFound = 20;

    private static readonly Refusal NotYours = new("Role", "A facilities officer does this.");
    private static readonly Refusal BadEmail = new("B2", "Enter an e-mail address in the form name@example.org", "Email");
    private static readonly Refusal HasLead = new("HasLead", "Somebody signs in for this hirer already. They invite others themselves");

    /// <summary>Hirers whose name holds these words, or whose registered number this is.</summary>
    public async Task<IReadOnlyList<HirerRow>> SearchAsync(string? words, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var wanted = words?.Trim() ?? "";
        if (!actor.StaffRoles.Has(Permission.TypeApplications) || wanted.Length is < 2 or > 200)
            return [];
        var upper = wanted.ToUpperInvariant();
        var pattern = LikePattern.Holding(wanted);
#pragma warning disable CA1304, CA1311 // translated to SQL upper(), which knows no culture
        var found = await db.Organisations.AsNoTracking()
            .Where(o => EF.Functions.Like(o.Name.ToUpper(), pattern, "\\") || o.CharityNumber == upper || o.CompanyNumber == upper)
            .OrderBy(o => o.Name).Take(MostFound)
            .Select(o => new { o.Id, o.Name, o.Type, o.Address, HasAccount = o.Memberships.Any() }).ToListAsync(cancellationToken);
#pragma warning restore CA1304, CA1311
        return [.. found.Select(o => new HirerRow(o.Id, o.Name, o.Type, o.Address.ReplaceLineEndings(", "), o.HasAccount))];
    }

    /// <summary>Invites the hirer by e-mail to take over what was entered for it: whoever accepts holds every role. Only while nobody signs in for it.</summary>
    public async Task<Outcome> InviteAsync(Guid organisationId, string? email, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var subject = new AuditSubject("Organisation", organisationId);
        var outcome = await transactions.RunAsync(async ended =>
        {
            if (!actor.StaffRoles.Has(Permission.TypeApplications))
                return Outcome.Refused(NotYours);
            var organisation = await db.Organisations.Include(o => o.Memberships).FirstOrDefaultAsync(o => o.Id == organisationId, ended);
            if (organisation is null)
                return Outcome.NotFound();
            if (organisation.Memberships.Any(m => m.Roles.HasFlag(Roles.LeadContact)))
                return Outcome.Refused(HasLead);
            if (!FieldRules.IsEmail(email))
                return Outcome.Refused(BadEmail);
            foreach (var older in await db.Invitations.Where(i => i.OrganisationId == organisationId && i.ClosedUtc == null).ToListAsync(ended))
                older.Close(time.NowUtc);
            var secret = InvitationSecrets.New();
            db.Invitations.Add(new Invitation(Guid.CreateVersion7(), organisationId, email!, Roles.AnyGroupRole, InvitationSecrets.Hash(secret),
                actor.Id, time.NowUtc, time.NowUtc.AddDays(InvitationSecrets.DaysOpen)));
            notices.QueueAccount(new AccountMessage(email!, organisation.Name, "See your applications to the council online",
                [$"We hold what you told us for {organisation.Name}. With an account you can see where it stands, answer us and cancel.",
                 $"Follow this link within {InvitationSecrets.DaysOpen} days and choose a password. If you do not want an account, do nothing: we go on writing to you."],
                $"/invitations/{secret}"));
            audit.Append(actor, "Organisation.InviteToClaim", subject);
            await db.SaveChangesAsync(ended);
            return Outcome.Ok();
        }, cancellationToken);
        if (outcome.Refusals.Any(refusal => refusal == NotYours))
            await audit.RefusedAsync(actor, "Organisation.InviteToClaim", subject, outcome.Refusals, cancellationToken);
        return outcome;
    }
}
