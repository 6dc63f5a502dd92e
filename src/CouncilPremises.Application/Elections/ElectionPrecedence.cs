using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Notices;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Elections;

/// <summary>A statutory election meeting takes precedence over what is only held. Nobody is refused by it: the other hirer is told at once and
/// offered another room or time. RULEBOOK 3.</summary>
public sealed class ElectionPrecedence(AppDbContext db, CouncilTime time, AuditLog audit, Claims claims, NoticeWriter notices)
{
    /// <summary>Makes way for an election meeting that is being sent, inside its transaction.</summary>
    public async Task MakeWayAsync(HireFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!file.Hire.Answers.IsElectionMeeting())
            return;
        var yielded = await claims.GiveWayAsync(file.Hire.Occurrences, cancellationToken);
        var dates = await db.Occurrences.Where(o => yielded.Contains(o.Id) && o.State == OccurrenceState.Held).ToListAsync(cancellationToken);
        var ids = dates.Select(date => date.CaseId).Distinct().ToList();
        foreach (var other in await db.Cases.Where(c => ids.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync(cancellationToken))
        {
            var lost = dates.Where(date => date.CaseId == other.Id).OrderBy(date => date.StartUtc).ToList();
            other.Touch(time.NowUtc);
            audit.Append(Actor.System, "Hire.GiveWay", new AuditSubject("Case", other.Id, other.Id, other.State.ToString(), other.State.ToString()),
                new { to = file.Case.Reference, dates = lost.Select(date => date.Day) });
            await notices.QueueAsync(NoticeCode.N12, other, new NoticeFacts
            {
                Dates = lost,
                Changes =
                [
                    "We can no longer hold the room for you at this time: by law a candidate in an election may have it for a public meeting.",
                    "We are sorry. We will write to you with another room or time. Your application goes on.",
                ],
            }, cancellationToken);
        }
    }
}
