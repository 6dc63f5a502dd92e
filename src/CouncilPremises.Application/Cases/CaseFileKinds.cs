using CouncilPremises.Application.Lists;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Timers;
using CouncilPremises.Domain.Workflows;

namespace CouncilPremises.Application.Cases;

// What a case of one kind answers otherwise than one of another
public abstract partial class CaseFile
{
    /// <summary>The table of its kind: the only thing that changes its state.</summary>
    public abstract WorkflowTable<CaseState, CaseAction, CaseFacts> Workflow { get; }

    /// <summary>What it is about, in a few words; empty before the group has said.</summary>
    public abstract string Title { get; }

    /// <summary>Group, individual or internal body.</summary>
    public virtual HirerKind HirerKind => HirerKind.Group;

    /// <summary>Number of the latest submission; 0 for a draft.</summary>
    public abstract int SubmissionNumber { get; }

    /// <summary>The checks it needs, each with its reason.</summary>
    public abstract IReadOnlyList<RequiredCheck> RequiredChecks { get; }

    /// <summary>The tier now.</summary>
    public abstract Tier Tier { get; }

    /// <summary>The names that are tried against the lists, each once. XREF.</summary>
    public abstract IReadOnlyList<NameToTry> NamesToTry { get; }

    /// <summary>People named in it who look after others.</summary>
    public virtual IReadOnlyList<CarerAnswer> Carers => [];

    /// <summary>The people named in it for whom a DBS check may be asked today.</summary>
    public abstract IReadOnlyList<DbsNeed> DbsNeeds { get; }

    /// <summary>Its dates in rooms; none for a grant.</summary>
    public virtual IReadOnlyList<Occurrence> Occurrences => [];

    /// <summary>The next date that waits for a decision, or the first there was; the far future where none has a date.</summary>
    public virtual DateOnly FirstDay => DateOnly.MaxValue;

    /// <summary>True for a candidate's meeting, to which a right is claimed. RULEBOOK 3.</summary>
    public virtual bool IsElectionMeeting => false;

    /// <summary>Legal name of whoever really organises; null when the applicant does. T9.</summary>
    public virtual string? OrganiserName => null;

    /// <summary>True when that organiser is one person.</summary>
    public virtual bool OrganiserIsPerson => false;

    /// <summary>A change that waits for a decision; null when none does.</summary>
    public virtual Owed? ChangeOwed => null;

    /// <summary>True when it needs a check, or a change that waits does.</summary>
    public virtual bool Needs(CheckCode code, CheckParty party = CheckParty.Hirer) => RequiredChecks.Any(check => check.Code == code && check.Party == party);

    /// <summary>When the hirer learned of a decision: its time to ask for a review begins then.</summary>
    public virtual DateTime ToldUtc(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.MadeUtc;
    }

    /// <summary>The last day on which the council means to decide; null while the clock stands still.</summary>
    protected abstract DateOnly? DecideBy();

    /// <summary>Adds to the facts what only this kind knows.</summary>
    protected virtual CaseFacts Complete(CaseFacts facts, Actor actor) => facts;

    /// <summary>Where a required check stands on a day.</summary>
    protected abstract CheckStanding StandingOf(RequiredCheck check, DateOnly on);

    // What was recorded of one party
    private protected virtual IEnumerable<CheckRecord> RecordsOf(CheckParty party) => checkRecords.Where(r => r.Party == party);
}
