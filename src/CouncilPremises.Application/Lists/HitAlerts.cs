using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Notices;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Lists;

/// <summary>Tells all approvers of a new hit on a booking that is confirmed already. The message names neither person nor list: it leads to
/// the page, which is read signed in. RULEBOOK 5, 9.</summary>
public sealed class HitAlerts(AppDbContext db, NoticeWriter notices)
{
    /// <summary>Adds the messages to the save under way.</summary>
    public async Task QueueAsync(CaseFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var staff = await db.Users.AsNoTracking().Where(u => !u.IsDisabled && u.StaffRoles != Roles.None && u.Email != null)
            .Select(u => new { u.Email, u.FullName, u.StaffRoles }).ToListAsync(cancellationToken);
        foreach (var approver in staff.Where(person => person.StaffRoles.HasFlag(file.Case.Kind.Approvers())))
            notices.QueueAccount(new AccountMessage(approver.Email!, approver.FullName, $"{file.Case.Reference}: a confirmed booking needs a look",
                [$"A list has changed, and something about the confirmed booking {file.Case.Reference} has to be looked at by two people.",
                 "The booking stands unless one of you holds it. Nothing is known yet: a likeness of names is not a finding about anybody."],
                $"/cases/{file.Case.Reference}"));
    }
}
