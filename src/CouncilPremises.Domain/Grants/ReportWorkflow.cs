using CouncilPremises.Domain.Workflows;
using static CouncilPremises.Domain.Grants.ReportAction;
using static CouncilPremises.Domain.Grants.ReportState;
using static CouncilPremises.Domain.People.Roles;
using Row = CouncilPremises.Domain.Workflows.WorkflowRow<CouncilPremises.Domain.Grants.ReportState, CouncilPremises.Domain.Grants.ReportAction, CouncilPremises.Domain.Grants.ReportFacts>;

namespace CouncilPremises.Domain.Grants;

/// <summary>What the conditions of a report ask about, as loaded in the act's own transaction.</summary>
public sealed record ReportFacts
{
    /// <summary>The actor has stated no interest in the case, and has none (S3).</summary>
    public bool ActorHasNoInterest { get; init; }

    /// <summary>The actor typed or helped write the application (S4).</summary>
    public bool ActorWrote { get; init; }

    /// <summary>Nothing is missing: <see cref="ReportRules.Missing"/> says nothing.</summary>
    public bool ContentComplete { get; init; }

    /// <summary>Every earlier report is sent.</summary>
    public bool EarlierSent { get; init; }
}

/// <summary>A report, row by row. RULEBOOK 6.</summary>
public static class ReportWorkflow
{
    private static readonly Requirement<ReportFacts> NoInterest =
        new("S3", f => f.ActorHasNoInterest, "Make your conflict-of-interest statement for this case first. A declared interest means a colleague must take it.");
    private static readonly Requirement<ReportFacts> NotWriter =
        new("S4", f => !f.ActorWrote, "You typed or helped write this application, so a colleague must read its reports.");
    private static readonly Requirement<ReportFacts> Complete =
        new("Report", f => f.ContentComplete, "Answer every question of the report before you send it.");
    private static readonly Requirement<ReportFacts> InOrder =
        new("Order", f => f.EarlierSent, "Send the report before this one first.");

    /// <summary>The table.</summary>
    public static WorkflowTable<ReportState, ReportAction, ReportFacts> Table { get; } = new(
    [
#pragma warning disable format // columns are kept in line so the table reads as one
        //      From      On      To        By            If
        new Row(Awaited,  Send,   Sent,     LeadContact,  Complete, InOrder),
        new Row(Sent,     Accept, Accepted, GrantOfficer, NoInterest, NotWriter),
        new Row(Sent,     Return, Returned, GrantOfficer, NoInterest, NotWriter),
        new Row(Returned, Send,   Sent,     LeadContact,  Complete, InOrder),
#pragma warning restore format
    ]);
}
