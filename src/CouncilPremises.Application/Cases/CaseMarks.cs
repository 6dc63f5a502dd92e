using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Cases;

/// <summary>Where each officer left off on a case. A convenience of one person, so it leaves no trace in the audit.</summary>
public sealed class CaseMarks(AppDbContext db, CouncilTime time, Transactions transactions)
{
    /// <summary>Notes that somebody looks at the case now; nothing is written while it stands as they saw it last.</summary>
    public async Task LookAsync(CaseView view, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(actor);
        var (id, version) = (view.File.Case.Id, view.File.Case.Version);
        if (view.Mark?.SeenVersion == version)
            return;
        await transactions.RunAsync(async ended =>
        {
            db.ChangeTracker.Clear();
            if (await db.CaseMarks.FirstOrDefaultAsync(m => m.UserId == actor.Id && m.CaseId == id, ended) is { } mark)
                mark.Look(version, time.NowUtc);
            else
                db.CaseMarks.Add(new CaseMark(actor.Id, id, version, time.NowUtc));
            await db.SaveChangesAsync(ended);
            return Outcome.Ok();
        }, cancellationToken);
    }
}
