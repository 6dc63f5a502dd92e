using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Workflows;
using Shouldly;
using Xunit;
using Row = CouncilPremises.Domain.Workflows.WorkflowRow<CouncilPremises.Domain.Tests.Workflows.WorkflowTableTests.Door, CouncilPremises.Domain.Tests.Workflows.WorkflowTableTests.Push, CouncilPremises.Domain.Tests.Workflows.WorkflowTableTests.Facts>;

namespace CouncilPremises.Domain.Tests.Workflows;

[Trait("Rule", "Workflow")]
public class WorkflowTableTests
{
    public enum Door { Shut, Open }

    public enum Push { Pull, Slam, Knock }

    public sealed record Facts(bool HasKey, bool IsDay);

    private static readonly Requirement<Facts> Key = new("Key", f => f.HasKey, "Bring the key.");
    private static readonly Requirement<Facts> Day = new("Day", f => f.IsDay, "Come by day.");

    private static readonly WorkflowTable<Door, Push, Facts> Table = new(
    [
        new Row(Door.Shut, Push.Pull, Door.Open, Roles.FacilitiesOfficer, Key, Day),
        new Row(Door.Shut, Push.Pull, Door.Open, Roles.FacilitiesApprover, Key),
        new Row(Door.Shut, Push.Knock, Door.Shut, Roles.LeadContact),
        new Row(Door.Open, Push.Slam, Door.Shut, Roles.FacilitiesOfficer | Roles.System),
    ], door => door == Door.Shut ? "shut" : "open");

    [Theory]
    [InlineData(true, true, "")]
    [InlineData(false, true, "Key")]
    [InlineData(true, false, "Day")]
    [InlineData(false, false, "Key Day")]
    public void Try_EachCondition_IsAsked(bool key, bool day, string refused) =>
        Codes(Table.Try(Door.Shut, Push.Pull, Roles.FacilitiesOfficer, new(key, day))).ShouldBe(refused);

    [Fact]
    public void Try_TwoRoles_EitherRowIsEnough() =>
        Table.Try(Door.Shut, Push.Pull, Roles.FacilitiesOfficer | Roles.FacilitiesApprover, new(true, false)).Value
            .ShouldBe(new Step<Door, Push>(Door.Shut, Push.Pull, Door.Open));

    [Fact]
    public void Try_TwoRolesBothRefused_SaysEachReasonOnce() =>
        Codes(Table.Try(Door.Shut, Push.Pull, Roles.FacilitiesOfficer | Roles.FacilitiesApprover, new(false, false))).ShouldBe("Key Day");

    [Fact]
    public void Try_NoSuchActHere_SaysWhereItStands()
    {
        var refused = Table.Try(Door.Open, Push.Pull, Roles.FacilitiesOfficer, new(true, true)).Refusals.ShouldHaveSingleItem();
        (refused.Code, refused.Sentence.Contains("open", StringComparison.Ordinal)).ShouldBe(("State", true));
    }

    [Theory]
    [InlineData(Roles.LeadContact)]
    [InlineData(Roles.None)]
    public void Try_NotThisPersonsAct_IsRefused(Roles by) => Codes(Table.Try(Door.Shut, Push.Pull, by, new(true, true))).ShouldBe("Role");

    [Fact]
    public void Try_RowBackToItsState_IsAStep() => Table.Try(Door.Shut, Push.Knock, Roles.LeadContact, new(false, false)).Value.To.ShouldBe(Door.Shut);

    [Fact]
    public void ActsOf_ARole_AreTheButtons()
    {
        Table.ActsOf(Door.Shut, Roles.FacilitiesOfficer).ShouldBe([Push.Pull]);
        Table.ActsOf(Door.Shut, Roles.FacilitiesOfficer | Roles.LeadContact).ShouldBe([Push.Pull, Push.Knock]);
        Table.ActsOf(Door.Open, Roles.LeadContact).ShouldBeEmpty();
    }

    [Fact]
    public void Table_OneActToTwoStates_IsAMistake() => Should.Throw<ArgumentException>(() => new WorkflowTable<Door, Push, Facts>(
    [
        new Row(Door.Shut, Push.Pull, Door.Open, Roles.FacilitiesOfficer),
        new Row(Door.Shut, Push.Pull, Door.Shut, Roles.FacilitiesApprover),
    ]));

    [Fact]
    public void Grid_EveryCellWithARow_IsALine() => Table.ToGrid().ShouldBe(
        """
        Shut | Pull | FacilitiesOfficer -> Open if Key and Day
        Shut | Pull | FacilitiesApprover -> Open if Key
        Shut | Knock | LeadContact -> Shut if nothing
        Open | Slam | FacilitiesOfficer -> Shut if nothing
        Open | Slam | System -> Shut if nothing

        """.ReplaceLineEndings("\n"));

    private static string Codes(Outcome outcome) => string.Join(' ', outcome.Refusals.Select(refusal => refusal.Code));
}
