using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Notices;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Domain.Timers;

namespace CouncilPremises.Application.Timers;

/// <summary>Conditions that follow from a record that runs out before a later date of a confirmed booking: set once the booking stands, found met
/// once a newer record covers the date. Nothing is cancelled when one is not met: staff are alerted. RULEBOOK 3.</summary>
public sealed class SeriesConditions(AppDbContext db, CouncilTime time, AuditLog audit)
{
    /// <summary>Sets and closes them, in the save under way, and says how many it touched.</summary>
    public int Settle(HireFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Case.State != CaseState.Confirmed)
            return 0;
        var expiries = Of(file);
        var open = file.Conditions.Where(c => c is { Kind: ConditionKind.FinishCheck, Timing: ConditionTiming.Before, State: ConditionState.Open }).ToList();
        var touched = 0;
        foreach (var met in open.Where(c => expiries.All(expiry => expiry.Code != c.Check)))
        {
            met.Become(ConditionState.Met, Actor.System.Id, time.NowUtc);
            audit.Append(Actor.System, "Condition.FindMet", Subject(file), new { met.Check });
            touched++;
        }
        foreach (var expiry in expiries.Where(expiry => open.TrueForAll(c => c.Check != expiry.Code)))
        {
            Set(file, expiry);
            touched++;
        }
        return touched;
    }

    /// <summary>What runs out before which date of a confirmed booking.</summary>
    public static IReadOnlyList<SeriesExpiry> Of(HireFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return SeriesExpiries.Of(file.Standings(), [.. file.Hire.Occurrences.Where(o => o.State == OccurrenceState.Confirmed && o.Day >= file.Today).Select(o => o.Day)]);
    }

    private void Set(HireFile file, SeriesExpiry expiry)
    {
        var approval = file.Decisions.LastOrDefault(d => d.Kind is DecisionKind.Approve or DecisionKind.ApproveWithConditions);
        if (approval is null)
            return;
        var due = file.Clocks.Conditions(expiry.NextDay);
        var facts = new ConditionFacts(
            ConditionKind.FinishCheck, ConditionTiming.Before, Ask(expiry.Code),
            $"What we have runs out on {NoticeWords.Day(expiry.LastDay)}, before your date on {NoticeWords.Day(expiry.NextDay)}.",
            due < file.Today ? file.Today : due, expiry.Code);
        var condition = new Condition(Guid.CreateVersion7(), file.Case.Id, approval.Id, facts, time.NowUtc);
        db.Conditions.Add(condition);
        file.Add(condition);
        audit.Append(Actor.System, "Condition.Set", Subject(file), new { expiry.Code, expiry.LastDay, expiry.NextDay });
    }

    private static AuditSubject Subject(HireFile file) =>
        new("Case", file.Case.Id, file.Case.Id, file.Case.State.ToString(), file.Case.State.ToString(), file.Policy.Number);

    private static string Ask(CheckCode code) => code switch
    {
        CheckCode.DEC => "Sign the declaration again.",
        CheckCode.INS => "Send us your new public liability insurance certificate.",
        CheckCode.SAF => "Send us your safeguarding policy as it is now.",
        CheckCode.DBS => "Confirm the DBS checks (formerly CRB) of your people again.",
        _ => $"Renew: {CheckRules.For(code).PlainName}.",
    };
}
