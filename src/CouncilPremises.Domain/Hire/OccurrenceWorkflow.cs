using CouncilPremises.Domain.Workflows;
using static CouncilPremises.Domain.Hire.OccurrenceAction;
using static CouncilPremises.Domain.Hire.OccurrenceState;
using CouncilPremises.Domain.People;
using static CouncilPremises.Domain.People.Roles;
using Row = CouncilPremises.Domain.Workflows.WorkflowRow<CouncilPremises.Domain.Hire.OccurrenceState, CouncilPremises.Domain.Hire.OccurrenceAction, CouncilPremises.Domain.Hire.OccurrenceFacts>;

namespace CouncilPremises.Domain.Hire;

/// <summary>What the conditions of one date ask about.</summary>
/// <param name="HasStarted">Now is at or after its start.</param>
/// <param name="IsOver">Now is at or after its end.</param>
/// <param name="SlotHeld">Its whole slot is claimed for it.</param>
public sealed record OccurrenceFacts(bool HasStarted, bool IsOver, bool SlotHeld);

/// <summary>What happens to one date of an application. RULEBOOK 6: each date of a series has its own state.</summary>
public static class OccurrenceWorkflow
{
    private static readonly Requirement<OccurrenceFacts> Held =
        new("B4", f => f.SlotHeld, "This date is no longer held. Offer another time.");
    private static readonly Requirement<OccurrenceFacts> NotStarted =
        new("Started", f => !f.HasStarted, "This date has already started, so it cannot be cancelled.");
    private static readonly Requirement<OccurrenceFacts> Over =
        new("Over", f => f.IsOver, "This date is not over yet.");
    private static readonly Requirement<OccurrenceFacts> Started =
        new("Started", f => f.HasStarted, "This date is still to come.");
    private static readonly Requirement<OccurrenceFacts> Ahead =
        new("Started", f => !f.HasStarted, "This date has begun already, so it cannot be given back.");

    /// <summary>The table. By: the hirer's own act, an officer's decision on the case, or a timer.</summary>
    public static WorkflowTable<OccurrenceState, OccurrenceAction, OccurrenceFacts> Table { get; } = new(
    [
#pragma warning disable format // columns are kept in line so the table reads as one
        //      From            On              To                  By                                      If
        new Row(Held_,          Confirm,        Confirmed,          Roles.System,                            Held),
        new Row(Held_,          Refuse,         Refused,            FacilitiesApprover | Director),
        new Row(Held_,          Release,        Released,           LeadContact | Roles.System),
        new Row(Held_,          CancelByCouncil, CancelledByCouncil, FacilitiesApprover | Director,          NotStarted),
        new Row(Held_,          Close,          CancelledByCouncil, FacilitiesApprover,                     NotStarted),
        new Row(Held_,          NotDecide,      NotDecided,         Roles.System,                            Started),
        new Row(Held_,          CancelByHirer,  CancelledByHirer,   LeadContact,                            NotStarted),
        new Row(Confirmed,      CancelByHirer,  CancelledByHirer,   LeadContact,                            NotStarted),
        new Row(Confirmed,      Complete,       Completed,          Roles.System,                            Over),
        new Row(Confirmed,      Hold,           OnHold,             FacilitiesApprover,                     NotStarted),
        new Row(Confirmed,      CancelByCouncil, CancelledByCouncil, FacilitiesApprover | Director,          NotStarted),
        new Row(Confirmed,      Close,          CancelledByCouncil, FacilitiesApprover,                     NotStarted),
        // A hold that ran into the date counts as a cancellation until a second approver confirms or reverses it
        new Row(OnHold,         EndHold,        Confirmed,          FacilitiesApprover | Roles.System),
        new Row(OnHold,         CancelByCouncil, CancelledByCouncil, FacilitiesApprover | Director),
        new Row(OnHold,         Close,          CancelledByCouncil, FacilitiesApprover,                     NotStarted),
        new Row(OnHold,         CancelByHirer,  CancelledByHirer,   LeadContact,                            NotStarted),
        new Row(Refused,        Reinstate,      Held_,              Reviewer,                               Ahead, Held),
        new Row(CancelledByCouncil, Reinstate,  Held_,              Reviewer,                               Ahead, Held),
#pragma warning restore format
    ]);

    private const OccurrenceState Held_ = OccurrenceState.Held;
}
