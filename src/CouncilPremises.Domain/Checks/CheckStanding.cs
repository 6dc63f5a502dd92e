namespace CouncilPremises.Domain.Checks;

/// <summary>Where a required check stands on a day.</summary>
public enum StandingKind
{
    /// <summary>Clear and valid.</summary>
    Clear,

    /// <summary>Not asked for in this case, agreed by two people.</summary>
    Waived,

    /// <summary>Nothing recorded yet.</summary>
    Missing,

    /// <summary>The latest word is Refer: somebody must look further.</summary>
    ReferOpen,

    /// <summary>Failed on evidence, agreed by two people. Blocks approval and never refuses.</summary>
    Failed,

    /// <summary>A Fail that waits for its second person; until then somebody must look further.</summary>
    FailProposed,

    /// <summary>Was Clear, no longer counts.</summary>
    Expired,
}

/// <summary>Where one required check stands, with the record or waiver that says so.</summary>
/// <param name="Code">The check.</param>
/// <param name="Kind">Where it stands.</param>
/// <param name="RecordId">The record relied on.</param>
/// <param name="ValidUntil">Last day it counts; null when it lasts as long as the case.</param>
/// <param name="Sentence">For the list of what blocks a decision.</param>
public sealed record CheckStanding(CheckCode Code, StandingKind Kind, Guid? RecordId, DateOnly? ValidUntil, string Sentence)
{
    /// <summary>True when it no longer stands in the way of approval.</summary>
    public bool IsSettled => Kind is StandingKind.Clear or StandingKind.Waived;

    /// <summary>True when a human must look further.</summary>
    public bool IsReferOpen => Kind is StandingKind.ReferOpen or StandingKind.FailProposed;

    /// <summary>Whom the check is about.</summary>
    public CheckParty Party { get; init; }

    /// <summary>DBS confirmations of the group that stand in for a record; empty for every other check.</summary>
    public IReadOnlyList<Guid> ConfirmationIds { get; init; } = [];

    /// <summary>Where a check stands on a day: the newest record counts. A waiver that two people agreed stands in for one that is missing
    /// or expired, never for a Refer or a Fail: those only a newer record replaces. RULEBOOK 5.</summary>
    /// <param name="code">The check.</param>
    /// <param name="records">Its records, in any order; records of other checks are passed over.</param>
    /// <param name="waivers">Waivers of the case.</param>
    /// <param name="on">The day; a record counts up to and including its last day.</param>
    public static CheckStanding Of(CheckCode code, IEnumerable<CheckRecord> records, IEnumerable<Waiver> waivers, DateOnly on)
    {
        var name = CheckRules.For(code).Name;
        var latest = records.Where(r => r.Code == code).MaxBy(r => (r.RecordedUtc, r.Id));
        var waiver = waivers.FirstOrDefault(w => w.Code == code && w.AgreedById is not null && w.ExpiresOn >= on);
        var isOver = latest?.ValidUntil < on;
        if (waiver is not null && (latest is null || (latest.Outcome == CheckOutcome.Clear && isOver)))
            return new(code, StandingKind.Waived, null, waiver.ExpiresOn, $"{name} is waived until {Day(waiver.ExpiresOn)}.");
        if (latest is null)
            return new(code, StandingKind.Missing, null, null, $"{name}: not recorded yet.");

        return latest.Outcome switch
        {
            CheckOutcome.Clear when isOver => new(code, StandingKind.Expired, latest.Id, latest.ValidUntil, $"{name} expired on {Day(latest.ValidUntil!.Value)}. Refresh it."),
            CheckOutcome.Clear => new(code, StandingKind.Clear, latest.Id, latest.ValidUntil, $"{name}: Clear."),
            CheckOutcome.Refer => new(code, StandingKind.ReferOpen, latest.Id, latest.ValidUntil, $"{name}: needs a further look."),
            CheckOutcome.Fail when latest.AgreedById is null => new(code, StandingKind.FailProposed, latest.Id, latest.ValidUntil, $"{name} is proposed as failed. A second person must agree, or a newer record replace it."),
            CheckOutcome.Fail => new(code, StandingKind.Failed, latest.Id, latest.ValidUntil, $"{name} failed. It blocks approval until a newer record replaces it."),
        };
    }

    internal static string Day(DateOnly day) => day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));
}
