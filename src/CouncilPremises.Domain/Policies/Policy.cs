namespace CouncilPremises.Domain.Policies;

/// <summary>Every council setting marked ◆ in the rulebook, as one numbered record that never changes. A change makes the next number.
/// The policy at submission rules triggers, tier and clocks; the policy at decision rules the validity of checks.</summary>
/// <remarks>Names end in their unit. What the rulebook fixes without ◆ is not here but beside its rule.</remarks>
public sealed record Policy
{
    /// <summary>The settings of the rulebook.</summary>
    public static Policy Default { get; } = new();

    /// <summary>1 for the first.</summary>
    public int Number { get; init; } = 1;

    /// <summary>Working days between sending and the first date. RULEBOOK 3 B4.</summary>
    public int LeadTimeStandardWorkingDays { get; init; } = 10;

    /// <summary>The same for Enhanced tier. RULEBOOK 3 B4.</summary>
    public int LeadTimeEnhancedWorkingDays { get; init; } = 20;

    /// <summary>Applications a hirer may have undecided at once. RULEBOOK 3 B4.</summary>
    public int UndecidedApplications { get; init; } = 10;

    /// <summary>Minutes kept free between neighbours where a room does not say. RULEBOOK 3 B4.</summary>
    public int BufferMinutes { get; init; } = 30;

    /// <summary>Smallest public liability cover. RULEBOOK 3 B16.</summary>
    public Money InsuranceMinimum { get; init; } = Money.Pounds(5_000_000);

    /// <summary>Unrelated office-holders a grant applicant needs. RULEBOOK 4 G1.</summary>
    public int GrantOfficeHolders { get; init; } = 3;

    /// <summary>Grants above this report quarterly. RULEBOOK 4 G7.</summary>
    public Money GrantQuarterlyReportsAbove { get; init; } = Money.Pounds(5_000);

    /// <summary>Grants running for more months than this report quarterly. RULEBOOK 4 G7.</summary>
    public int GrantQuarterlyReportsAboveMonths { get; init; } = 6;

    /// <summary>Most of a grant for overheads, in per cent. RULEBOOK 4 G9.</summary>
    public int GrantOverheadsPercent { get; init; } = 15;

    /// <summary>Most of a grant for contingency, in per cent. RULEBOOK 4 G9.</summary>
    public int GrantContingencyPercent { get; init; } = 5;

    /// <summary>Most that one approver awards alone; more needs a second approval. RULEBOOK 6, the council's own limit.</summary>
    public Money GrantAuthorityLimit { get; init; } = Money.Pounds(10_000);

    /// <summary>What a grant officer may move between lines, in per cent. RULEBOOK 6.</summary>
    public int GrantMovePercent { get; init; } = 10;

    /// <summary>Months a declaration counts. RULEBOOK 5 DEC.</summary>
    public int DeclarationMonths { get; init; } = 12;

    /// <summary>Greatest age of a safeguarding policy in months. RULEBOOK 5 SAF.</summary>
    public int SafeguardingPolicyMonths { get; init; } = 24;

    /// <summary>Months after which a DBS confirmation is asked for again. RULEBOOK 5 DBS.</summary>
    public int DbsRecheckMonths { get; init; } = 36;

    /// <summary>Months an Update Service result counts. RULEBOOK 5 DBS.</summary>
    public int DbsUpdateServiceMonths { get; init; } = 12;

    /// <summary>Weakest band in which a similar name is a hit: "Strong" or "Possible". RULEBOOK 5 XREF.</summary>
    public string HitsFromBand { get; init; } = "Possible";

    /// <summary>Days after which an imported list warns. RULEBOOK 5 XREF.</summary>
    public int ListWarningDays { get; init; } = 7;

    /// <summary>Days after which nothing is recorded Clear by an imported list until a newer one is in use. RULEBOOK 5 XREF.</summary>
    public int ListLimitDays { get; init; } = 30;

    /// <summary>Working days to the first look. RULEBOOK 6 clocks.</summary>
    public int TriageWorkingDays { get; init; } = 2;

    /// <summary>Working days to decide Standard tier. RULEBOOK 6 clocks.</summary>
    public int DecideStandardWorkingDays { get; init; } = 5;

    /// <summary>Working days to decide Enhanced tier. RULEBOOK 6 clocks.</summary>
    public int DecideEnhancedWorkingDays { get; init; } = 15;

    /// <summary>Working days to decide grants, from the close of the round. RULEBOOK 6 clocks.</summary>
    public int DecideGrantWorkingDays { get; init; } = 40;

    /// <summary>Working days for the group to answer a question, then Lapsed. RULEBOOK 6 clocks.</summary>
    public int InformationWorkingDays { get; init; } = 10;

    /// <summary>Working days after which it is reminded. RULEBOOK 6 clocks.</summary>
    public int InformationReminderWorkingDays { get; init; } = 5;

    /// <summary>Days an untouched draft is kept, counted on the calendar. RULEBOOK 6 clocks.</summary>
    public int IdleDraftDays { get; init; } = 30;

    /// <summary>Days after which its owner is reminded. RULEBOOK 6 clocks.</summary>
    public int IdleDraftReminderDays { get; init; } = 21;

    /// <summary>Working days to answer a consultation. RULEBOOK 6 clocks.</summary>
    public int ConsultationWorkingDays { get; init; } = 5;

    /// <summary>Working days of a hold; renewed once at most. RULEBOOK 6 clocks.</summary>
    public int HoldWorkingDays { get; init; } = 10;

    /// <summary>Working days before the event by which conditions are due. RULEBOOK 6 clocks.</summary>
    public int ConditionsDueWorkingDays { get; init; } = 3;

    /// <summary>Working days before the event at which an undecided Standard case alerts. RULEBOOK 6 clocks.</summary>
    public int UndecidedAlertWorkingDays { get; init; } = 5;

    /// <summary>The same for Enhanced tier. RULEBOOK 6 clocks.</summary>
    public int UndecidedAlertEnhancedWorkingDays { get; init; } = 9;

    /// <summary>Working days to accept a grant offer. RULEBOOK 6 clocks.</summary>
    public int AcceptOfferWorkingDays { get; init; } = 20;

    /// <summary>Working days to send a grant report. RULEBOOK 6 clocks.</summary>
    public int SendReportWorkingDays { get; init; } = 20;

    /// <summary>Working days to ask for a review. RULEBOOK 6 clocks.</summary>
    public int AskReviewWorkingDays { get; init; } = 10;

    /// <summary>Working days to decide a review. RULEBOOK 6 clocks.</summary>
    public int DecideReviewWorkingDays { get; init; } = 10;

    /// <summary>Working days to decide a review when the event is near. RULEBOOK 6 clocks.</summary>
    public int DecideReviewNearEventWorkingDays { get; init; } = 3;

    /// <summary>An event this many working days away, or fewer, is near. RULEBOOK 6 clocks.</summary>
    public int NearEventWorkingDays { get; init; } = 15;

    /// <summary>Working days of a grant's suspension. RULEBOOK 6 clocks.</summary>
    public int SuspensionWorkingDays { get; init; } = 30;
}
