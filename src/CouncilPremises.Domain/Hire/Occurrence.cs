using CouncilPremises.Domain.Workflows;

namespace CouncilPremises.Domain.Hire;

/// <summary>Where one date of an application stands. Stored as text.</summary>
public enum OccurrenceState
{
    /// <summary>The slot is kept for the application.</summary>
    Held,

    /// <summary>Booked.</summary>
    Confirmed,

    /// <summary>Refused; the slot is kept until the time to ask for a review ends, except after D8.</summary>
    Refused,

    /// <summary>Given back: withdrawn before a decision, or lapsed.</summary>
    Released,

    /// <summary>Cancelled by the hirer.</summary>
    CancelledByHirer,

    /// <summary>Over.</summary>
    Completed,

    /// <summary>Booked, but on hold: the slot is kept, and it does not go ahead meanwhile.</summary>
    OnHold,

    /// <summary>Cancelled by the council.</summary>
    CancelledByCouncil,

    /// <summary>The date came before the council had decided.</summary>
    NotDecided,
}

/// <summary>What can happen to one date.</summary>
public enum OccurrenceAction
{
    /// <summary>The application was approved and nothing stands before it.</summary>
    Confirm,

    /// <summary>The application, or this date, was refused.</summary>
    Refuse,

    /// <summary>The application was withdrawn, or lapsed.</summary>
    Release,

    /// <summary>The hirer cancels this date.</summary>
    CancelByHirer,

    /// <summary>The date has passed.</summary>
    Complete,

    /// <summary>The council pauses a booked date.</summary>
    Hold,

    /// <summary>The pause ends: booked again.</summary>
    EndHold,

    /// <summary>Two approvers cancel this date.</summary>
    CancelByCouncil,

    /// <summary>The premises cannot be used on this date.</summary>
    Close,

    /// <summary>The date came undecided.</summary>
    NotDecide,

    /// <summary>A review gives a refused or cancelled date back.</summary>
    Reinstate,
}

/// <summary>One date of an application, in one space, with its own state and calendar identity.</summary>
public sealed class Occurrence
{
    private Occurrence() { }

    /// <summary>A new date, holding its slot.</summary>
    public Occurrence(Guid id, Guid caseId, int number, Guid spaceId, OccurrenceSlot slot, int bufferBefore, int bufferAfter)
    {
        ArgumentNullException.ThrowIfNull(slot);
        (Id, CaseId, Number, SpaceId) = (id, caseId, number, spaceId);
        (Day, Starts, Ends, StartUtc, EndUtc) = (slot.Day, slot.Starts, slot.Ends, slot.StartUtc, slot.EndUtc);
        (BufferBeforeMinutes, BufferAfterMinutes, Uid) = (bufferBefore, bufferAfter, id.ToString("N"));
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>1 for the first date.</summary>
    public int Number { get; private set; }

    /// <summary>The space.</summary>
    public Guid SpaceId { get; private set; }

    /// <summary>The day in London.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Start on the hall clock, set-up included.</summary>
    public TimeOnly Starts { get; private set; }

    /// <summary>End on the hall clock; 00:00 means midnight at the end of the day.</summary>
    public TimeOnly Ends { get; private set; }

    /// <summary>Start, included.</summary>
    public DateTime StartUtc { get; private set; }

    /// <summary>End, excluded.</summary>
    public DateTime EndUtc { get; private set; }

    /// <summary>Minutes kept free before, as the room said when booked.</summary>
    public int BufferBeforeMinutes { get; private set; }

    /// <summary>Minutes kept free after, as the room said when booked.</summary>
    public int BufferAfterMinutes { get; private set; }

    /// <summary>Where it stands. Only a workflow row changes it.</summary>
    public OccurrenceState State { get; private set; }

    /// <summary>When it last moved; for feeds, which keep a cancelled date 30 days.</summary>
    public DateTime? StateSinceUtc { get; private set; }

    /// <summary>iCalendar UID without its domain part: one for the life of the occurrence. RFC 5545 3.8.4.7.</summary>
    public string Uid { get; private set; } = "";

    /// <summary>iCalendar SEQUENCE: 0 when first published, rises with every change. RFC 5545 3.8.7.4.</summary>
    public int Sequence { get; private set; }

    /// <summary>Takes the step a workflow row allowed; a date that was published before gets the next SEQUENCE.</summary>
    public void Take(Step<OccurrenceState, OccurrenceAction> step, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.From != State)
            throw new InvalidOperationException($"A step from {step.From} cannot be taken in {State}.");
        if ((State == OccurrenceState.Confirmed || Sequence > 0) && step.To != OccurrenceState.Completed)
            Sequence++;
        (State, StateSinceUtc) = (step.To, nowUtc);
    }
}

/// <summary>A slot on the hall clock and in UTC, as <c>CouncilTime</c> made it.</summary>
public sealed record OccurrenceSlot(DateOnly Day, TimeOnly Starts, TimeOnly Ends, DateTime StartUtc, DateTime EndUtc);
