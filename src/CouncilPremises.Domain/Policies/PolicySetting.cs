using System.Globalization;

namespace CouncilPremises.Domain.Policies;

/// <summary>How a setting is read and written.</summary>
public enum SettingKind
{
    /// <summary>A whole number.</summary>
    Number,

    /// <summary>An amount in whole pounds.</summary>
    Pounds,

    /// <summary>The weakest band of a name match: Strong or Possible.</summary>
    Band,
}

/// <summary>A council setting marked ◆: its words, its bounds, and where it stands in the policy.</summary>
public sealed class PolicySetting
{
    private readonly Func<Policy, string> read;
    private readonly Func<Policy, string, Policy> write;

    private PolicySetting(string name, string words, string unit, SettingKind kind, int least, int most, Func<Policy, string> read, Func<Policy, string, Policy> write)
    {
        (Name, Words, Unit, Kind, Least, Most) = (name, words, unit, kind, least, most);
        (this.read, this.write) = (read, write);
    }

    /// <summary>The policy's own name for it; stable.</summary>
    public string Name { get; }

    /// <summary>What it is, in words.</summary>
    public string Words { get; }

    /// <summary>What it is counted in: "working days"; "" for none.</summary>
    public string Unit { get; }

    /// <summary>How it is read and written.</summary>
    public SettingKind Kind { get; }

    /// <summary>Least value, included.</summary>
    public int Least { get; }

    /// <summary>Greatest value, included.</summary>
    public int Most { get; }

    /// <summary>Its value in a policy, as it is typed.</summary>
    public string Of(Policy policy) => read(policy);

    /// <summary>Its value as people read it: "10 working days".</summary>
    public string Shown(Policy policy) => Kind == SettingKind.Pounds ? "£" + int.Parse(Of(policy), CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture) : $"{Of(policy)} {Unit}".Trim();

    /// <summary>The policy with another value, or the sentence that says what is wrong.</summary>
    public Outcome<Policy> With(Policy policy, string? typed)
    {
        var text = (typed ?? "").Trim();
        if (Kind == SettingKind.Band)
            return text is "Strong" or "Possible" ? Outcome.Ok(write(policy, text)) : No("Choose Strong or Possible");
        var plain = text.TrimStart('£').Replace(",", "", StringComparison.Ordinal);
        return int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= Least && number <= Most
            ? Outcome.Ok(write(policy, number.ToString(CultureInfo.InvariantCulture)))
            : No(string.Create(CultureInfo.InvariantCulture, $"{Words}: enter a whole number from {Least:N0} to {Most:N0}"));
    }

    private Outcome<Policy> No(string sentence) => Outcome.Refused<Policy>(new Refusal("Setting", sentence, $"Values[{Name}]"));

    /// <summary>Every setting, in the order in which it is shown.</summary>
    public static IReadOnlyList<PolicySetting> All { get; } =
    [
#pragma warning disable format // one setting a line, so that the list reads as a table
        Days(nameof(Policy.LeadTimeStandardWorkingDays), "Notice before the first date", 0, 60, p => p.LeadTimeStandardWorkingDays, (p, n) => p with { LeadTimeStandardWorkingDays = n }),
        Days(nameof(Policy.LeadTimeEnhancedWorkingDays), "Notice when further checks are needed", 0, 90, p => p.LeadTimeEnhancedWorkingDays, (p, n) => p with { LeadTimeEnhancedWorkingDays = n }),
        Whole(nameof(Policy.UndecidedApplications), "Undecided applications a hirer may have", "", 1, 100, p => p.UndecidedApplications, (p, n) => p with { UndecidedApplications = n }),
        Whole(nameof(Policy.BufferMinutes), "Time between bookings where a room does not say", "minutes", 0, 240, p => p.BufferMinutes, (p, n) => p with { BufferMinutes = n }),
        Pounds(nameof(Policy.InsuranceMinimum), "Least public liability cover", 0, 100_000_000, p => p.InsuranceMinimum, (p, m) => p with { InsuranceMinimum = m }),
        Whole(nameof(Policy.DeclarationMonths), "How long a declaration counts", "months", 1, 36, p => p.DeclarationMonths, (p, n) => p with { DeclarationMonths = n }),
        Whole(nameof(Policy.SafeguardingPolicyMonths), "Greatest age of a safeguarding policy", "months", 1, 60, p => p.SafeguardingPolicyMonths, (p, n) => p with { SafeguardingPolicyMonths = n }),
        Whole(nameof(Policy.DbsRecheckMonths), "A DBS confirmation is asked for again after", "months", 1, 60, p => p.DbsRecheckMonths, (p, n) => p with { DbsRecheckMonths = n }),
        Whole(nameof(Policy.DbsUpdateServiceMonths), "An Update Service result counts for", "months", 1, 36, p => p.DbsUpdateServiceMonths, (p, n) => p with { DbsUpdateServiceMonths = n }),
        new(nameof(Policy.HitsFromBand), "Weakest similar name that is a possible match", "", SettingKind.Band, 0, 0, p => p.HitsFromBand, (p, text) => p with { HitsFromBand = text }),
        Whole(nameof(Policy.ListWarningDays), "An imported list warns after", "days", 1, 90, p => p.ListWarningDays, (p, n) => p with { ListWarningDays = n }),
        Whole(nameof(Policy.ListLimitDays), "Nothing is Clear by an imported list after", "days", 1, 365, p => p.ListLimitDays, (p, n) => p with { ListLimitDays = n }),
        Days(nameof(Policy.TriageWorkingDays), "First look at an application within", 1, 20, p => p.TriageWorkingDays, (p, n) => p with { TriageWorkingDays = n }),
        Days(nameof(Policy.DecideStandardWorkingDays), "Decide most applications within", 1, 40, p => p.DecideStandardWorkingDays, (p, n) => p with { DecideStandardWorkingDays = n }),
        Days(nameof(Policy.DecideEnhancedWorkingDays), "Decide when further checks are needed within", 1, 60, p => p.DecideEnhancedWorkingDays, (p, n) => p with { DecideEnhancedWorkingDays = n }),
        Days(nameof(Policy.InformationWorkingDays), "A group answers a question within", 1, 40, p => p.InformationWorkingDays, (p, n) => p with { InformationWorkingDays = n }),
        Days(nameof(Policy.InformationReminderWorkingDays), "A group is reminded of a question after", 1, 40, p => p.InformationReminderWorkingDays, (p, n) => p with { InformationReminderWorkingDays = n }),
        Whole(nameof(Policy.IdleDraftDays), "An untouched draft is kept for", "days", 7, 365, p => p.IdleDraftDays, (p, n) => p with { IdleDraftDays = n }),
        Whole(nameof(Policy.IdleDraftReminderDays), "The owner of an untouched draft is reminded after", "days", 1, 365, p => p.IdleDraftReminderDays, (p, n) => p with { IdleDraftReminderDays = n }),
        Days(nameof(Policy.ConsultationWorkingDays), "A consultation is answered within", 1, 40, p => p.ConsultationWorkingDays, (p, n) => p with { ConsultationWorkingDays = n }),
        Days(nameof(Policy.HoldWorkingDays), "A hold lasts", 1, 40, p => p.HoldWorkingDays, (p, n) => p with { HoldWorkingDays = n }),
        Days(nameof(Policy.ConditionsDueWorkingDays), "Conditions are due before the event by", 1, 40, p => p.ConditionsDueWorkingDays, (p, n) => p with { ConditionsDueWorkingDays = n }),
        Days(nameof(Policy.UndecidedAlertWorkingDays), "Alert when undecided before the event by", 1, 40, p => p.UndecidedAlertWorkingDays, (p, n) => p with { UndecidedAlertWorkingDays = n }),
        Days(nameof(Policy.UndecidedAlertEnhancedWorkingDays), "Alert when undecided with further checks, before the event by", 1, 40, p => p.UndecidedAlertEnhancedWorkingDays, (p, n) => p with { UndecidedAlertEnhancedWorkingDays = n }),
        Days(nameof(Policy.AskReviewWorkingDays), "A review may be asked for within", 1, 60, p => p.AskReviewWorkingDays, (p, n) => p with { AskReviewWorkingDays = n }),
        Days(nameof(Policy.DecideReviewWorkingDays), "A review is decided within", 1, 60, p => p.DecideReviewWorkingDays, (p, n) => p with { DecideReviewWorkingDays = n }),
        Days(nameof(Policy.DecideReviewNearEventWorkingDays), "A review is decided within, when the event is near", 1, 60, p => p.DecideReviewNearEventWorkingDays, (p, n) => p with { DecideReviewNearEventWorkingDays = n }),
        Days(nameof(Policy.NearEventWorkingDays), "An event is near when it is away by at most", 1, 60, p => p.NearEventWorkingDays, (p, n) => p with { NearEventWorkingDays = n }),
        Whole(nameof(Policy.GrantOfficeHolders), "Unrelated office-holders a group needs for a grant", "", 1, 10, p => p.GrantOfficeHolders, (p, n) => p with { GrantOfficeHolders = n }),
        Whole(nameof(Policy.GrantOverheadsPercent), "Most of a grant for overheads", "per cent", 0, 50, p => p.GrantOverheadsPercent, (p, n) => p with { GrantOverheadsPercent = n }),
        Whole(nameof(Policy.GrantContingencyPercent), "Most of a grant for contingency", "per cent", 0, 50, p => p.GrantContingencyPercent, (p, n) => p with { GrantContingencyPercent = n }),
        Pounds(nameof(Policy.GrantAuthorityLimit), "Most that one approver awards alone", 0, 10_000_000, p => p.GrantAuthorityLimit, (p, m) => p with { GrantAuthorityLimit = m }),
        Days(nameof(Policy.DecideGrantWorkingDays), "Decide grants after their round closes within", 1, 120, p => p.DecideGrantWorkingDays, (p, n) => p with { DecideGrantWorkingDays = n }),
        Days(nameof(Policy.AcceptOfferWorkingDays), "A group accepts an offer within", 1, 60, p => p.AcceptOfferWorkingDays, (p, n) => p with { AcceptOfferWorkingDays = n }),
        Pounds(nameof(Policy.GrantQuarterlyReportsAbove), "Grants report quarterly when above", 0, 1_000_000, p => p.GrantQuarterlyReportsAbove, (p, m) => p with { GrantQuarterlyReportsAbove = m }),
        Whole(nameof(Policy.GrantQuarterlyReportsAboveMonths), "Grants report quarterly when longer than", "months", 1, 36, p => p.GrantQuarterlyReportsAboveMonths, (p, n) => p with { GrantQuarterlyReportsAboveMonths = n }),
        Days(nameof(Policy.SendReportWorkingDays), "A group sends a report within", 1, 60, p => p.SendReportWorkingDays, (p, n) => p with { SendReportWorkingDays = n }),
        Whole(nameof(Policy.GrantMovePercent), "What a grant officer may move between lines", "per cent", 0, 100, p => p.GrantMovePercent, (p, n) => p with { GrantMovePercent = n }),
        Days(nameof(Policy.SuspensionWorkingDays), "Payments stay suspended for", 1, 120, p => p.SuspensionWorkingDays, (p, n) => p with { SuspensionWorkingDays = n }),
#pragma warning restore format
    ];

    /// <summary>Settings that contradict each other, a sentence each.</summary>
    public static IReadOnlyList<Refusal> Contradictions(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var found = new List<Refusal>();
        if (policy.LeadTimeEnhancedWorkingDays < policy.LeadTimeStandardWorkingDays)
            found.Add(Contradiction(nameof(Policy.LeadTimeEnhancedWorkingDays), "Notice when further checks are needed cannot be shorter than notice for others"));
        if (policy.InformationReminderWorkingDays >= policy.InformationWorkingDays)
            found.Add(Contradiction(nameof(Policy.InformationReminderWorkingDays), "The reminder must come before the time to answer is over"));
        if (policy.IdleDraftReminderDays >= policy.IdleDraftDays)
            found.Add(Contradiction(nameof(Policy.IdleDraftReminderDays), "The reminder must come before the draft goes"));
        if (policy.DecideEnhancedWorkingDays < policy.DecideStandardWorkingDays)
            found.Add(Contradiction(nameof(Policy.DecideEnhancedWorkingDays), "Further checks cannot be decided sooner than others"));
        return found;
    }

    private static Refusal Contradiction(string name, string sentence) => new("Setting", sentence, $"Values[{name}]");

    private static PolicySetting Days(string name, string words, int least, int most, Func<Policy, int> read, Func<Policy, int, Policy> write) =>
        Whole(name, words, "working days", least, most, read, write);

    private static PolicySetting Whole(string name, string words, string unit, int least, int most, Func<Policy, int> read, Func<Policy, int, Policy> write) =>
        new(name, words, unit, SettingKind.Number, least, most, policy => read(policy).ToString(CultureInfo.InvariantCulture),
            (policy, text) => write(policy, int.Parse(text, CultureInfo.InvariantCulture)));

    private static PolicySetting Pounds(string name, string words, int least, int most, Func<Policy, Money> read, Func<Policy, Money, Policy> write) =>
        new(name, words, "", SettingKind.Pounds, least, most, policy => (read(policy).Pence / 100).ToString(CultureInfo.InvariantCulture),
            (policy, text) => write(policy, Money.Pounds(int.Parse(text, CultureInfo.InvariantCulture))));
}
