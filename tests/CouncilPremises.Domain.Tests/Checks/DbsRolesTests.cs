using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Policies;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Checks;

[Trait("Rule", "DBS")]
public class DbsRolesTests
{
    [Theory]
    [InlineData("2026-08-31", DbsLevel.Enhanced, BarredLists.None)]
    [InlineData("2026-09-01", DbsLevel.EnhancedWithBarredList, BarredLists.Children)]
    public void MayAsk_SupervisedVolunteer_ChangesOnTheDay(string on, DbsLevel level, BarredLists lists) =>
        DbsRoles.MayAsk(DbsRole.ChildrenOften, DateOnly.Parse(on), supervisedVolunteer: true).ShouldBe(new DbsAsk(level, DbsWorkforce.Child, lists));

    [Fact]
    public void MayAsk_EveryRoleOnAnyDay_HasOneRow()
    {
        foreach (var role in Enum.GetValues<DbsRole>())
            foreach (var day in new[] { DateOnly.MinValue, new(2026, 8, 31), new(2026, 9, 1), DateOnly.MaxValue })
                foreach (var supervised in new[] { true, false })
                    (DbsRoles.MayAsk(role, day, supervised) is null).ShouldBe(role == DbsRole.NoCheck);
    }

    [Fact]
    public void Wrong_AskingForMoreOrLess_IsRefused()
    {
        var most = new DbsAsk(DbsLevel.EnhancedWithBarredList, DbsWorkforce.Child, BarredLists.Children);
        var less = new DbsAsk(DbsLevel.Enhanced, DbsWorkforce.Child, BarredLists.None);
        DbsRoles.Wrong(DbsRole.NoCheck, less, A.Today)!.Field.ShouldBe("Role");
        DbsRoles.Wrong(DbsRole.ChildrenSometimes, most, A.Today)!.Field.ShouldBe("Level");
        DbsRoles.Wrong(DbsRole.ChildrenOften, most with { BarredLists = BarredLists.Children | BarredLists.Adults }, A.Today)!.Field.ShouldBe("BarredLists");
        DbsRoles.Wrong(DbsRole.ChildrenOften, less, A.Today)!.Field.ShouldBe("Level");
        DbsRoles.Wrong(DbsRole.ChildrenOften, most, A.Today).ShouldBeNull();
    }

    [Fact]
    public void Mask_TwelveDigits_KeepsFour() => DbsRoles.Mask("0012 3456 7890").Value.ShouldBe("••••••••7890");

    [Theory]
    [InlineData(null)]
    [InlineData("12345678901")]
    [InlineData("١٢٣٤٥٦٧٨٩٠١٢")]
    public void Mask_AnythingElse_IsRefused(string? number) => DbsRoles.Mask(number).Succeeded.ShouldBeFalse();

    [Fact, Trait("Rule", "Checks")]
    public void Rules_EveryCode_HasOneRowAndARecorder()
    {
        CheckRules.All.Select(rule => rule.Code).ShouldBe(Enum.GetValues<CheckCode>(), ignoreOrder: true);
        CheckRules.All.ShouldAllBe(rule => rule.Recorders != Roles.None);
        CheckRules.All.Where(rule => rule.MayBeBeforeCondition).Select(rule => rule.Code).ShouldBe([CheckCode.SAF, CheckCode.DBS, CheckCode.INS, CheckCode.EVT], ignoreOrder: true);
        CheckRules.MayNotRecord(CheckCode.SAF, Roles.FacilitiesApprover).ShouldNotBeNull();
        CheckRules.ValidUntil(CheckCode.XREF, A.Today, null, Policy.Default).ShouldBe(A.Today.AddDays(7));
    }
}
