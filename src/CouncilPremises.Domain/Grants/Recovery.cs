namespace CouncilPremises.Domain.Grants;

/// <summary>What becomes of money that was paid and not spent.</summary>
public enum RecoveryKind
{
    /// <summary>The group pays it back, within 20 working days. RULEBOOK 6.</summary>
    Recover,

    /// <summary>An approver decides, with a reason, that it is not paid back.</summary>
    WriteOff,
}

/// <summary>A decision about money that was paid and not spent. It counts as recovered once it has come.</summary>
public sealed class Recovery
{
    /// <summary>Working days in which a group pays back. RULEBOOK 6.</summary>
    public const int PayBackWorkingDays = 20;

    private Recovery() { }

    /// <summary>A new one; <see cref="AwardBalance.WhyNot"/> says nothing against it.</summary>
    public Recovery(Guid id, Guid caseId, RecoveryKind kind, Money amount, string reason, DateOnly? dueOn, Guid byId, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(reason);
        (Id, CaseId, Kind, Amount, Reason, DecidedById, DecidedUtc) = (id, caseId, kind, amount, reason.Trim(), byId, nowUtc);
        DueOn = kind == RecoveryKind.Recover ? dueOn : null;
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case of the award.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Paid back or written off.</summary>
    public RecoveryKind Kind { get; private set; }

    /// <summary>How much.</summary>
    public Money Amount { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Last day to pay it back; null when written off.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Who decided.</summary>
    public Guid DecidedById { get; private set; }

    /// <summary>When.</summary>
    public DateTime DecidedUtc { get; private set; }

    /// <summary>When the money came back; null before, and when written off.</summary>
    public DateTime? ReceivedUtc { get; private set; }

    /// <summary>Who recorded that.</summary>
    public Guid? ReceivedById { get; private set; }

    /// <summary>True while money is awaited.</summary>
    public bool IsAwaited => Kind == RecoveryKind.Recover && ReceivedUtc is null;

    /// <summary>Records that the money came.</summary>
    public void Receive(Guid byId, DateTime nowUtc)
    {
        if (!IsAwaited)
            throw new InvalidOperationException("Nothing is awaited.");
        (ReceivedById, ReceivedUtc) = (byId, nowUtc);
    }
}

/// <summary>Where the money of an award stands: every pound paid is spent, recovered or written off. Pure, whole pence. RULEBOOK 6.</summary>
/// <param name="Paid">Released and sent.</param>
/// <param name="Spent">What accepted reports say the grant paid for.</param>
/// <param name="Recovered">Paid back.</param>
/// <param name="Awaited">Asked back and not come yet.</param>
/// <param name="WrittenOff">Not to be paid back, by a decision.</param>
public sealed record AwardBalance(Money Paid, Money Spent, Money Recovered, Money Awaited, Money WrittenOff)
{
    /// <summary>What was paid and is not accounted for; never below zero: a group that spent more than it was paid owes nothing.</summary>
    public Money Unspent => Max(Paid - Spent - Recovered - WrittenOff);

    /// <summary>What went to the group in a payment file; a release may still be taken back. All that is paid, where not said otherwise.</summary>
    public Money Sent { get => sent ?? Paid; init => sent = value; }

    private readonly Money? sent;

    /// <summary>What a new decision may be about: sent to the group, unspent, and not asked back already.</summary>
    public Money Open => Max((Unspent < Sent - Recovered - WrittenOff ? Unspent : Sent - Recovered - WrittenOff) - Awaited);

    /// <summary>True when an award may be closed.</summary>
    public bool IsBalanced => Unspent == Money.Zero && Awaited == Money.Zero;

    /// <summary>The balance as records make it.</summary>
    public static AwardBalance Of(IEnumerable<Instalment> instalments, IEnumerable<GrantReport> reports, IReadOnlyList<Recovery> recoveries)
    {
        ArgumentNullException.ThrowIfNull(instalments);
        ArgumentNullException.ThrowIfNull(recoveries);
        var all = instalments.ToList();
        return new(
            PaymentPlan.Paid(all),
            Sum(reports.Where(report => report.State == ReportState.Accepted).Select(report => report.Content.Spent())),
            Sum(recoveries.Where(one => one.ReceivedUtc is not null).Select(one => one.Amount)),
            Sum(recoveries.Where(one => one.IsAwaited).Select(one => one.Amount)),
            Sum(recoveries.Where(one => one.Kind == RecoveryKind.WriteOff).Select(one => one.Amount)))
        {
            Sent = Sum(all.Where(one => one.State == PaymentState.Sent).Select(one => one.Amount)),
        };
    }

    /// <summary>Why an amount may not be recovered or written off; null when it may. Never more than was paid and is open.</summary>
    public Refusal? WhyNot(Money? amount, string? reason)
    {
        if (amount is not { Pence: > 0 } given)
            return new Refusal("Recovery", "Enter an amount above £0.", "Amount");
        if (given > Open)
            return new Refusal("Recovery", Open > Money.Zero ? $"{Open} is left of what was paid. Enter that or less."
                : Unspent > Awaited ? "What is left of this is released and in no payment file yet. Take the release back instead."
                : "Nothing is left to recover: everything paid is accounted for.", "Amount");
        return (reason?.Trim().Length ?? 0) is < 20 or > 2000
            ? new Refusal("Recovery", "Say why in 20 to 2,000 characters.", "Reason")
            : null;
    }

    private static Money Max(Money amount) => amount > Money.Zero ? amount : Money.Zero;

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, one) => sum + one);
}
