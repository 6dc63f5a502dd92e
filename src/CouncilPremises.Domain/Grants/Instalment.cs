using CouncilPremises.Domain.Workflows;

namespace CouncilPremises.Domain.Grants;

/// <summary>Where a payment stands. Stored as text.</summary>
public enum PaymentState
{
    /// <summary>In the schedule.</summary>
    Planned,

    /// <summary>A finance officer let it go; it waits for the payment file.</summary>
    Released,

    /// <summary>In a payment file that went to the finance system.</summary>
    Sent,

    /// <summary>Not to be paid.</summary>
    Cancelled,
}

/// <summary>What can happen to a payment.</summary>
public enum PaymentAction
{
    /// <summary>Let it go: every guard of *Pay* is tried at that moment.</summary>
    Release,

    /// <summary>Take a release back before it is in a file.</summary>
    Recall,

    /// <summary>It is in a file that went to the finance system.</summary>
    MarkSent,

    /// <summary>It is not to be paid.</summary>
    Cancel,
}

/// <summary>One payment of an award. The instalments that are not cancelled come to exactly the award. RULEBOOK 6 *Pay*.</summary>
public sealed class Instalment
{
    private Instalment() { }

    /// <summary>A planned one.</summary>
    /// <param name="id">Id.</param>
    /// <param name="caseId">The case of the award.</param>
    /// <param name="plan">Number, amount, day, and the report it waits for.</param>
    public Instalment(Guid id, Guid caseId, PlannedInstalment plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Amount <= Money.Zero)
            throw new ArgumentException("An instalment is more than nothing.", nameof(plan));
        (Id, CaseId, Number, Amount, DueOn, AfterReport) = (id, caseId, plan.Number, plan.Amount, plan.DueOn, plan.AfterReport);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case of the award.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>How much.</summary>
    public Money Amount { get; private set; }

    /// <summary>The day it is meant for. An aim: guards, not this day, decide.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>Number of the report that must be accepted first; null for the first instalment.</summary>
    public int? AfterReport { get; private set; }

    /// <summary>Where it stands. Only a workflow row changes it.</summary>
    public PaymentState State { get; private set; }

    /// <summary>Who released it; null unless released or sent.</summary>
    public Guid? ReleasedById { get; private set; }

    /// <summary>When.</summary>
    public DateTime? ReleasedUtc { get; private set; }

    /// <summary>The bank details it goes to, as they were when it was released.</summary>
    public Guid? BankDetailsId { get; private set; }

    /// <summary>When it went into a file; null before.</summary>
    public DateTime? SentUtc { get; private set; }

    /// <summary>Name of that file.</summary>
    public string? FileReference { get; private set; }

    /// <summary>Why it was cancelled, or a release taken back; null otherwise.</summary>
    public string? Reason { get; private set; }

    /// <summary>True when its money counts as given out: released or sent.</summary>
    public bool IsPaid => State is PaymentState.Released or PaymentState.Sent;

    /// <summary>Takes the step a workflow row allowed.</summary>
    public void Take(Step<PaymentState, PaymentAction> step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.From != State)
            throw new InvalidOperationException($"A step from {step.From} cannot be taken in {State}.");
        State = step.To;
        if (step.Action == PaymentAction.Recall)
            (ReleasedById, ReleasedUtc, BankDetailsId) = (null, null, null);
    }

    /// <summary>Records who let it go and where it goes; goes with <see cref="PaymentAction.Release"/>.</summary>
    public void Released(Guid byId, Guid bankDetailsId, DateTime nowUtc) => (ReleasedById, BankDetailsId, ReleasedUtc, Reason) = (byId, bankDetailsId, nowUtc, null);

    /// <summary>Records the file; goes with <see cref="PaymentAction.MarkSent"/>.</summary>
    public void Sent(string fileReference, DateTime nowUtc) => (FileReference, SentUtc) = (fileReference, nowUtc);

    /// <summary>Records why; goes with <see cref="PaymentAction.Cancel"/> and <see cref="PaymentAction.Recall"/>.</summary>
    public void Because(string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        Reason = reason.Trim();
    }

    /// <summary>Moves or resizes it while it is planned, when the award is varied.</summary>
    /// <param name="amount">How much now.</param>
    /// <param name="dueOn">The day it is meant for now.</param>
    /// <param name="afterReport">Number of the report that must be accepted first; null for none.</param>
    public void Replan(Money amount, DateOnly dueOn, int? afterReport)
    {
        if (State != PaymentState.Planned)
            throw new InvalidOperationException($"A payment that is {State} keeps its amount.");
        if (amount <= Money.Zero)
            throw new ArgumentException("An instalment is more than nothing.", nameof(amount));
        (Amount, DueOn, AfterReport) = (amount, dueOn, afterReport);
    }
}

/// <summary>An instalment as it is planned.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Amount">How much.</param>
/// <param name="DueOn">The day it is meant for.</param>
/// <param name="AfterReport">Number of the report that must be accepted first; null for none.</param>
public sealed record PlannedInstalment(int Number, Money Amount, DateOnly DueOn, int? AfterReport);
