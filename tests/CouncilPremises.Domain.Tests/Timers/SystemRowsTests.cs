using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Timers;

/// <summary>Timers only lapse, complete, remind or alert: no row of the system leads to a refusal, a cancellation or a hold. RULEBOOK 6.</summary>
[Trait("Rule", "Workflow")]
public class SystemRowsTests
{
    // A new row of the system stands here only after somebody has asked whether a person should decide it
    private static readonly CaseState[] MayLeadTo =
    [
        CaseState.Checking, CaseState.Referred, CaseState.ReadyForDecision, CaseState.ApprovedWithConditions, CaseState.Confirmed,
        CaseState.Completed, CaseState.Lapsed, CaseState.NotDecided,
    ];

    private static readonly OccurrenceState[] DateMayLeadTo =
        [OccurrenceState.Confirmed, OccurrenceState.Released, OccurrenceState.NotDecided, OccurrenceState.Completed];

    [Fact]
    public void Case_RowsOfTheSystem_LeadOnlyWhereTimersMay() =>
        HireWorkflow.Table.Rows.Where(row => row.By.HasFlag(Roles.System)).Select(row => row.To).Distinct().Except(MayLeadTo).ShouldBeEmpty();

    [Fact]
    public void Case_RowsThatRefuseCancelOrSuspend_AreNotTheSystems() =>
        HireWorkflow.Table.Rows
            .Where(row => row.To is CaseState.Refused or CaseState.MindedToRefuse or CaseState.OnHold or CaseState.CancelledByCouncil or CaseState.CancelledByHirer or CaseState.Approved)
            .ShouldAllBe(row => !row.By.HasFlag(Roles.System));

    [Fact]
    public void Case_ApprovedByTheSystem_OnlyWhereAPersonApprovedBefore() =>
        HireWorkflow.Table.Rows.Where(row => row.By.HasFlag(Roles.System) && row.To is CaseState.Confirmed or CaseState.ApprovedWithConditions)
            .Where(row => row.By.HasFlag(Roles.System))
            .ShouldAllBe(row => row.From == CaseState.Approved || row.From == CaseState.ApprovedWithConditions || row.From == CaseState.OnHold || row.From == CaseState.Confirmed
                || row.On == CaseAction.Import, "an import enters what people approved elsewhere");

    [Fact]
    public void Date_RowsOfTheSystem_LeadOnlyWhereTimersMay() =>
        OccurrenceWorkflow.Table.Rows.Where(row => row.By.HasFlag(Roles.System)).Select(row => row.To).Distinct().Except(DateMayLeadTo).ShouldBeEmpty();

    [Fact]
    public void Everything_InTheTables_IsSeen()
    {
        HireWorkflow.Table.Rows.Count(row => row.By.HasFlag(Roles.System)).ShouldBeGreaterThan(5);
        OccurrenceWorkflow.Table.Rows.Count(row => row.By.HasFlag(Roles.System)).ShouldBeGreaterThan(1);
    }
}
