using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Cases;

public class ConsultationRulesTests
{
    private static readonly DateOnly Day = new(2026, 1, 9);
    private static readonly DateTime Now = new(2026, 1, 9, 10, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("CS-2026-0412", true)]
    [InlineData("MASH 2026/17", true)]
    [InlineData("104233", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("no digits", false)]
    [InlineData("Jamie aged 9", false)]
    [InlineData("Saw bruises on 3 March", false)]
    [InlineData("CS-2026-0412 the boy from the club", false)]
    public void IsReference_LeavesNoRoomForANameOrAStory(string? text, bool fits) => ConsultationRules.IsReference(text).ShouldBe(fits);

    [Fact]
    public void Kinds_AllSeven_HaveWordsAndSomebodyWhoRecordsThem()
    {
        Enum.GetValues<ConsultationKind>().Length.ShouldBe(7);
        Enum.GetValues<ConsultationKind>().ShouldAllBe(kind => kind.Words().Length > 0 && ConsultationRules.Recorders(kind) != Roles.None);
        ConsultationRules.RecordedBy(Roles.PreventLead).ShouldBe([ConsultationKind.PreventLead]);
        ConsultationRules.RecordedBy(Roles.SafeguardingOfficer).ShouldBe([ConsultationKind.ChildrensServices, ConsultationKind.AdultSafeguarding]);
    }

    [Fact]
    public void Consultation_AnsweredOrLeft_IsNoLongerOpen()
    {
        var (answered, left, child) = (New(ConsultationKind.Legal), New(ConsultationKind.Police), New(ConsultationKind.ChildrensServices));
        answered.Reply(ConsultationAnswer.NoConcern, "Fine.", Day, Guid.CreateVersion7(), Now);
        left.Leave("They did not answer in time.", Guid.CreateVersion7(), Now);
        child.Reply(null, "CS-1", Day, Guid.CreateVersion7(), Now);

        new[] { answered, left, child }.ShouldAllBe(one => !one.IsOpen);
        (answered.WasLeft, left.WasLeft, child.WasLeft).ShouldBe((false, true, false));
    }

    [Theory]
    [InlineData("", null, true)]
    [InlineData("Otherby Council", "2026-07-09", true)]
    [InlineData("Otherby Council", "2026-07-10", false)]
    [InlineData("Otherby Council", "2026-01-08", false)]
    [InlineData("Otherby Council", null, false)]
    [InlineData("", "2026-02-01", false)]
    public void Guest_Stay_IsAtMostSixMonthsAndNamesTheCouncil(string council, string? until, bool fits) =>
        (Guests.Wrong(council, Day, until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), Day) is null).ShouldBe(fits);

    private static Consultation New(ConsultationKind kind) => new(Guid.CreateVersion7(), Guid.CreateVersion7(), kind, "", Guid.CreateVersion7(), Day, Now.AddDays(-7));
}
