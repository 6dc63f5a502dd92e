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
using Microsoft.Extensions.Options;

namespace CouncilPremises.Application.Setup;

/// <summary>A one-time link for an administrator to be.</summary>
public sealed record AdministratorLink(string Email, Uri Link);

/// <summary>Invites the first administrators of a new installation, from the operator's command. Two, because settings need two.</summary>
public sealed class FirstAdministrators(AppDbContext db, NoticeWriter notices, IOptions<NoticeSettings> settings, Transactions transactions, AuditLog audit, CouncilTime time)
{
    /// <summary>Administrators a new installation begins with.</summary>
    public const int Count = 2;

    private static readonly Refusal TwoNeeded = new("Setup", $"Give {Count} different e-mail addresses, one for each administrator: changes of settings need two people");
    private static readonly Refusal ThereAre = new("Setup",
        $"There are {Count} administrators already. They invite others on the page “Users”; if both are locked out, end their accounts there or restore a backup");

    /// <summary>Makes an invitation for each address; an older one to the same address stops working.</summary>
    /// <param name="emails">Two different work addresses.</param>
    /// <param name="byMail">True to send the links by mail as well as giving them.</param>
    /// <param name="cancellationToken">Ends early.</param>
    public Task<Outcome<IReadOnlyList<AdministratorLink>>> InviteAsync(IReadOnlyList<string> emails, bool byMail, CancellationToken cancellationToken) =>
        transactions.RunAsync(async ended =>
        {
            ArgumentNullException.ThrowIfNull(emails);
            var mistakes = emails.Where(email => !FieldRules.IsEmail(email)).Select(email => new Refusal("B2", $"{email} is not an e-mail address")).ToList();
            if (emails.Distinct(StringComparer.OrdinalIgnoreCase).Count() != Count)
                mistakes.Add(TwoNeeded);
            var held = await db.Users.AsNoTracking().Where(user => user.StaffRoles != Roles.None && !user.IsDisabled).Select(user => user.StaffRoles).ToListAsync(ended);
            if (held.Count(roles => roles.HasFlag(Roles.Administrator)) >= Count)
                mistakes.Add(ThereAre);
            foreach (var email in emails)
            {
                var normalised = email.ToUpperInvariant();
                if (await db.Users.AnyAsync(user => user.NormalizedEmail == normalised, ended))
                    mistakes.Add(new Refusal("KnownAccount", $"{email} has an account already. Choose another address"));
            }

            if (mistakes.Count > 0)
                return Outcome.Refused<IReadOnlyList<AdministratorLink>>(mistakes);
            var links = new List<AdministratorLink>();
            foreach (var email in emails)
                links.Add(await InviteAsync(email, byMail, ended));
            await db.SaveChangesAsync(ended);
            return Outcome.Ok<IReadOnlyList<AdministratorLink>>(links);
        }, cancellationToken);

    private async Task<AdministratorLink> InviteAsync(string email, bool byMail, CancellationToken cancellationToken)
    {
        foreach (var older in await db.Invitations.Where(i => i.OrganisationId == null && i.ClosedUtc == null).ToListAsync(cancellationToken))
        {
            if (string.Equals(older.Email, email, StringComparison.OrdinalIgnoreCase))
                older.Close(time.NowUtc);
        }

        var secret = InvitationSecrets.New();
        var invitation = new Invitation(Guid.CreateVersion7(), null, email, Roles.Administrator, InvitationSecrets.Hash(secret), Actor.System.Id,
            time.NowUtc, time.NowUtc.AddDays(InvitationSecrets.DaysOpen));
        db.Invitations.Add(invitation);
        if (byMail)
            notices.QueueAccount(new AccountMessage(email, email, "Your account as an administrator of room hire",
                [$"You are invited to set up and look after the council's room hire service. Follow this link within {InvitationSecrets.DaysOpen} days."], $"/invitations/{secret}"));
        audit.Append(Actor.System, "Setup.InviteAdministrator", new AuditSubject("Invitation", invitation.Id), new { email });
        return new AdministratorLink(email, settings.Value.LinkTo($"/invitations/{secret}"));
    }
}
