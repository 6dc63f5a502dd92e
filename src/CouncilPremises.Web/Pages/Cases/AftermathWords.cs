using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>How officers' pages say holds, cancellations, breaches and reviews.</summary>
public static class AftermathWords
{
    /// <summary>Why something is paused.</summary>
    public static string Words(this HoldReason reason) => reason switch
    {
        HoldReason.ListMatch => "A list match, with an identifier besides the name that agrees",
        HoldReason.SafetyRisk => "Imminent risk to safety",
        HoldReason.PoliceDirection => "The police directed it",
        HoldReason.FalseStatement => "A material statement may be false",
        HoldReason.BreachInquiry => "A breach is being looked into",
        HoldReason.DocumentExpired => "A declaration, policy, DBS check or insurance has run out",
    };

    /// <summary>Why something is cancelled.</summary>
    public static string Words(this CancellationCause cause) => cause switch
    {
        CancellationCause.SafetyRisk => "Imminent risk to safety",
        CancellationCause.ConfirmedMatch => "A match with L1 or L2, newly confirmed by two people",
        CancellationCause.PoliceDirection => "The police directed it",
        CancellationCause.FalseStatement => "A material statement was false",
        CancellationCause.DocumentMissing => "A document the date needs has run out, or a condition due was not met",
        CancellationCause.UpheldBreach => "A serious breach upheld within 24 months",
        CancellationCause.Closure => "The premises cannot be used",
    };

    /// <summary>What a condition is about.</summary>
    public static string Words(this ConditionKind kind) => kind switch
    {
        ConditionKind.FixedSpeakers => "Only the speakers named",
        ConditionKind.Stewards => "Stewards",
        ConditionKind.TicketOnly => "By ticket only",
        ConditionKind.Over18 => "Nobody under 18",
        ConditionKind.OfficerAttends => "An officer of the council attends",
        ConditionKind.NoLivestream => "No livestream or recording",
        ConditionKind.OtherRoomOrTime => "Another room or time",
        ConditionKind.Documents => "A document is handed in",
        ConditionKind.FinishCheck => "A check is finished first",
    };

    /// <summary>Kinds of condition to choose from.</summary>
    public static IReadOnlyList<TagHelpers.Choice> ConditionKinds { get; } = Binding.EnumChoices.Of<ConditionKind>(kind => kind.Words());

    /// <summary>Where a breach stands.</summary>
    public static string Words(this BreachState state) => state switch
    {
        BreachState.Alleged => "Alleged: the hirer is being heard",
        BreachState.Upheld => "Upheld",
        BreachState.NotUpheld => "Not upheld",
        BreachState.SetAside => "Set aside on review",
    };

    /// <summary>What a review is of.</summary>
    public static string Words(this ReviewSubject subject) => subject switch
    {
        ReviewSubject.Refusal => "the refusal",
        ReviewSubject.Cancellation => "the cancellation",
        ReviewSubject.Conditions => "the conditions",
        ReviewSubject.Change => "the declined change",
        ReviewSubject.Breach => "the upheld breach",
    };

    /// <summary>What a reviewer decided.</summary>
    public static string Words(this ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.Uphold => "upheld: it stands",
        ReviewOutcome.Vary => "varied",
        ReviewOutcome.Return => "set aside and returned",
    };
}
