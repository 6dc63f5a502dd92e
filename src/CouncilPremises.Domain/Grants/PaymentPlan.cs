namespace CouncilPremises.Domain.Grants;

/// <summary>How an award is paid in instalments. Pure; whole pence, exact. RULEBOOK 6.</summary>
public static class PaymentPlan
{
    /// <summary>Most instalments of one award.</summary>
    public const int MostInstalments = 60;

    /// <summary>One instalment at the start, and one after each report but the last, as equal as whole pence allow: pennies over go to the first.
    /// An award of fewer pence than that has as many instalments as pence.</summary>
    public static IReadOnlyList<PlannedInstalment> Default(Money award, DateOnly starts, IReadOnlyList<ReportPeriod> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        if (award <= Money.Zero)
            throw new ArgumentException("An award is more than nothing.", nameof(award));
        var waits = reports.Where(report => !report.IsFinal).Take((int)Math.Min(MostInstalments - 1, award.Pence - 1)).ToList();
        var count = waits.Count + 1;
        var (each, over) = (award.Pence / count, award.Pence % count);
        return
        [
            new PlannedInstalment(1, new Money(each + over), starts, null),
            .. waits.Select((report, index) => new PlannedInstalment(index + 2, new Money(each), report.DueOn, report.Number)),
        ];
    }

    /// <summary>What is wrong with a schedule; empty when it may be kept. Its instalments come to exactly the award, not a penny more or less.</summary>
    /// <param name="award">What the award comes to now.</param>
    /// <param name="planned">The whole schedule, paid instalments included, cancelled ones left out.</param>
    public static IReadOnlyList<Refusal> Check(Money award, IReadOnlyList<PlannedInstalment> planned)
    {
        ArgumentNullException.ThrowIfNull(planned);
        if (planned.Count is 0 or > MostInstalments)
            return [No(planned.Count == 0 ? "Add the first instalment." : $"Plan at most {MostInstalments} instalments.")];
        var mistakes = planned.Index().Where(one => one.Item.Amount <= Money.Zero)
            .Select(one => No($"Enter more than £0 for instalment {one.Item.Number}, or take it out.", $"[{one.Index}].Amount")).ToList();
        if (mistakes.Count > 0)
            return mistakes;
        var sum = planned.Aggregate(Money.Zero, (total, one) => total + one.Amount);
        if (sum != award)
            mistakes.Add(No($"The instalments come to {sum}, and the award is {award}. {(sum > award ? $"Take {sum - award} off" : $"Add {award - sum}")}, so that both are the same."));
        return mistakes;
    }

    /// <summary>A schedule made to come to another award: less is taken from the last planned instalments first, more goes to the last one.
    /// Paid ones stay as they are. Instalments that get nothing fall away.</summary>
    /// <param name="award">What the award comes to now; no less than is paid.</param>
    /// <param name="instalments">The whole schedule as it is, cancelled ones left out.</param>
    /// <param name="today">The day for an instalment that has to be added, because all others are paid.</param>
    public static IReadOnlyList<PlannedInstalment> Fit(Money award, IReadOnlyList<Instalment> instalments, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(instalments);
        var open = award - Paid(instalments);
        if (open < Money.Zero)
            throw new ArgumentException("An award is no less than what is paid.", nameof(award));
        var fitted = new List<PlannedInstalment>();
        foreach (var one in instalments.Where(one => one.State == PaymentState.Planned).OrderBy(one => one.Number))
        {
            var amount = one.Amount < open ? one.Amount : open;
            open -= amount;
            if (amount > Money.Zero)
                fitted.Add(new PlannedInstalment(one.Number, amount, one.DueOn, one.AfterReport));
        }
        if (open == Money.Zero)
            return fitted;
        if (fitted.Count == 0)
            return [new PlannedInstalment(instalments.Max(one => (int?)one.Number).GetValueOrDefault() + 1, open, today, null)];
        fitted[^1] = fitted[^1] with { Amount = fitted[^1].Amount + open };
        return fitted;
    }

    /// <summary>What is released and sent.</summary>
    public static Money Paid(IEnumerable<Instalment> instalments) =>
        instalments.Where(one => one.IsPaid).Aggregate(Money.Zero, (sum, one) => sum + one.Amount);

    /// <summary>True when an instalment may be added to what is paid without going above the award: exactly the award is allowed. RULEBOOK 6 *Pay*.</summary>
    public static bool Covers(Money award, IReadOnlyList<Instalment> instalments, Instalment next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return Paid(instalments.Where(one => one.Id != next.Id)) + next.Amount <= award;
    }

    private static Refusal No(string sentence, string field = "") => new("Plan", sentence, $"Instalments{field}");
}
