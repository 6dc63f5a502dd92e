using CouncilPremises.Domain.Workflows;
using static CouncilPremises.Domain.Grants.PaymentAction;
using static CouncilPremises.Domain.Grants.PaymentState;
using static CouncilPremises.Domain.People.Roles;
using Row = CouncilPremises.Domain.Workflows.WorkflowRow<CouncilPremises.Domain.Grants.PaymentState, CouncilPremises.Domain.Grants.PaymentAction, CouncilPremises.Domain.Grants.PaymentFacts>;

namespace CouncilPremises.Domain.Grants;

/// <summary>What *Pay* asks about, as loaded in the act's own transaction. By default nothing holds: a fact that nobody looked up blocks. RULEBOOK 6.</summary>
public sealed record PaymentFacts
{
    /// <summary>The actor has stated no interest in the case, and has none (S3).</summary>
    public bool ActorHasNoInterest { get; init; }

    /// <summary>The actor typed or helped write the application (S4).</summary>
    public bool ActorWrote { get; init; }

    /// <summary>The actor approved the award, first or second, or varied it (S2).</summary>
    public bool ActorApproved { get; init; }

    /// <summary>The actor keyed or verified the bank details (S2).</summary>
    public bool ActorHandledBank { get; init; }

    /// <summary>The award is active: agreed, not suspended, not ended.</summary>
    public bool AwardActive { get; init; }

    /// <summary>The check BNK is Clear and valid today.</summary>
    public bool BankClear { get; init; }

    /// <summary>The bank details that stand were keyed and verified by different people, and nobody changed them since.</summary>
    public bool BankVerified { get; init; }

    /// <summary>Every report that is due, and the one this instalment waits for, is accepted.</summary>
    public bool ReportsAccepted { get; init; }

    /// <summary>SAF counts today, or the project does not need it.</summary>
    public bool SafeguardingCurrent { get; init; }

    /// <summary>DBS counts today, or the project does not need it.</summary>
    public bool DbsCurrent { get; init; }

    /// <summary>INS counts today, or the project does not need it.</summary>
    public bool InsuranceCurrent { get; init; }

    /// <summary>XREF is at most seven days old.</summary>
    public bool XrefCurrent { get; init; }

    /// <summary>Hits that two people have not resolved, or confirmed with L1 or L2.</summary>
    public int OpenHits { get; init; }

    /// <summary>Every list and record that this rests on could be read.</summary>
    public bool LookUpsWorked { get; init; }

    /// <summary>What is released and sent, with this one, is no more than the award.</summary>
    public bool WithinAward { get; init; }

    /// <summary>It is in a payment file.</summary>
    public bool Exported { get; init; }

    /// <summary>Without it what is left still comes to the award, or the award has ended: <see cref="PaymentPlan.Check"/>.</summary>
    public bool PlanStillAddsUp { get; init; }
}

/// <summary>A payment, row by row. RULEBOOK 6 *Pay*.</summary>
public static class PaymentWorkflow
{
    private static readonly Requirement<PaymentFacts> NoInterest =
        new("S3", f => f.ActorHasNoInterest, "Make your conflict-of-interest statement for this case first. A declared interest means a colleague must take it.");
    private static readonly Requirement<PaymentFacts> NotWriter =
        new("S4", f => !f.ActorWrote, "You typed or helped write this application, so a colleague must act on its payments.");
    private static readonly Requirement<PaymentFacts> NotApprover =
        new("S2", f => !f.ActorApproved, "You approved this award, so a colleague must release its payments.");
    private static readonly Requirement<PaymentFacts> NotVerifier =
        new("S2", f => !f.ActorHandledBank, "You keyed or verified these bank details, so a colleague must release the payment.");
    private static readonly Requirement<PaymentFacts> Active =
        new("Active", f => f.AwardActive, "The award is not active, so nothing is paid.");
    private static readonly Requirement<PaymentFacts> BankClear =
        new("BNK", f => f.BankClear, "The bank check is missing, not Clear or has run out. Record it again.");
    private static readonly Requirement<PaymentFacts> BankVerified =
        new("BNK", f => f.BankVerified, "The bank details are not verified since they were last changed. Somebody other than the person who keyed them verifies them.");
    private static readonly Requirement<PaymentFacts> Reported =
        new("Reports", f => f.ReportsAccepted, "A report that is due is not accepted, or the time it is about is not over. Ask for it, read and accept it, or wait for that day.");
    private static readonly Requirement<PaymentFacts> Safeguarding =
        new("SAF", f => f.SafeguardingCurrent, "The safeguarding check is missing or has run out. Refresh it.");
    private static readonly Requirement<PaymentFacts> Dbs =
        new("DBS", f => f.DbsCurrent, "A DBS confirmation is missing or has run out. Refresh it.");
    private static readonly Requirement<PaymentFacts> Insurance =
        new("INS", f => f.InsuranceCurrent, "The insurance check is missing or has run out. Refresh it.");
    private static readonly Requirement<PaymentFacts> Xref =
        new("XREF", f => f.XrefCurrent, "The names were not tried in the last seven days against lists that are new enough. The check XREF says what is missing; then have them looked up again.");
    private static readonly Requirement<PaymentFacts> NoHits =
        new("Hits", f => f.OpenHits == 0, "A list match is open or confirmed. Two people must resolve it first.");
    private static readonly Requirement<PaymentFacts> LookUps =
        new("LookUp", f => f.LookUpsWorked, "A list or record could not be read, so it is not known whether this may be paid. Try again, or tell an administrator.");
    private static readonly Requirement<PaymentFacts> WithinAward =
        new("Award", f => f.WithinAward, "With this payment the total would be more than the award. Correct the schedule first.");
    private static readonly Requirement<PaymentFacts> Exported =
        new("Export", f => f.Exported, "It is not in a payment file yet. Make the file first.");
    private static readonly Requirement<PaymentFacts> NotExported =
        new("Export", f => !f.Exported, "It is in a payment file already. Stop it in the finance system, then record the money as recovered.");
    private static readonly Requirement<PaymentFacts> AddsUp =
        new("Plan", f => f.PlanStillAddsUp, "Without this instalment the schedule would no longer come to the award. Vary the award or add an instalment first.");

    /// <summary>The table.</summary>
    public static WorkflowTable<PaymentState, PaymentAction, PaymentFacts> Table { get; } = new(
    [
#pragma warning disable format // columns are kept in line so the table reads as one
        //      From      On        To         By                             If
        new Row(Planned,  Release,  Released,  FinanceOfficer,                NoInterest, NotWriter, NotApprover, NotVerifier, Active, BankClear, BankVerified, Reported,
                                                                              Safeguarding, Dbs, Insurance, Xref, NoHits, LookUps, WithinAward),
        new Row(Planned,  Cancel,   Cancelled, GrantOfficer | GrantApprover,  NoInterest, NotWriter, AddsUp),
        new Row(Released, Recall,   Planned,   FinanceOfficer,                NoInterest, NotWriter, NotExported),
        new Row(Released, MarkSent, Sent,      FinanceOfficer,                NoInterest, NotWriter, Exported),
#pragma warning restore format
    ]);
}
