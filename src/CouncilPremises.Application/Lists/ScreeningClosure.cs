using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Lists;

/// <summary>Closes XREF when the last hit of a case is closed in the person's favour. RULEBOOK 5.</summary>
public sealed class ScreeningClosure(AppDbContext db, CouncilTime time, AuditLog audit)
{
    /// <summary>
    /// Adds a Clear that supersedes the Refer to the save under way; does nothing while a hit is open or confirmed, or when the
    /// lists tried were too old: the names are then looked up again in a newer edition. The lists were read
    /// when the Refer was recorded, so the Clear names the same editions and lasts no longer.
    /// </summary>
    public void CloseWhenSettled(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.OpenHits > 0 || file.Latest(CheckCode.XREF) is not { Outcome: CheckOutcome.Refer } refer || refer.Evidence.ContainsKey(ScreeningRuns.TooOld))
            return;
        var finding = new CheckFinding(CheckOutcome.Clear, refer.Evidence, refer.ValidUntil, refer.Id, "Every possible match was resolved by two people.")
        { ListVersionIds = refer.ListVersionIds };
        var target = new CheckTarget(CheckSubject.Case, file.Case.OrganisationId, file.Case.Id);
        var record = new CheckRecord(Guid.CreateVersion7(), CheckCode.XREF, target, finding, Actor.System.Id, time.NowUtc);
        db.CheckRecords.Add(record);
        file.Add(record);
        audit.Append(Actor.System, "Check.Record", new AuditSubject("Check", record.Id, file.Case.Id), new { code = CheckCode.XREF, record.Outcome, supersedes = refer.Id });
    }
}
