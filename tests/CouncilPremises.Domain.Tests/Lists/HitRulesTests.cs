using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Lists;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Lists;

[Trait("Rule", "XREF"), Trait("Rule", "L1"), Trait("Rule", "L2"), Trait("Rule", "L3"), Trait("Rule", "L4"), Trait("Rule", "L5")]
public class HitRulesTests
{
    private static readonly DateTime Found = new(2026, 1, 6, 10, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(ListCode.L1, HitResolution.FalseMatch, false)]
    [InlineData(ListCode.L2, HitResolution.FalseMatch, false)]
    [InlineData(ListCode.L5, HitResolution.FalseMatch, false)]
    [InlineData(ListCode.L1, HitResolution.CannotTell, true)]
    [InlineData(ListCode.L2, HitResolution.CannotTell, true)]
    [InlineData(ListCode.L3, HitResolution.CannotTell, false)]
    [InlineData(ListCode.L4, HitResolution.CannotTell, false)]
    [InlineData(ListCode.L5, HitResolution.CannotTell, false)]
    [InlineData(ListCode.L1, HitResolution.Confirmed, true)]
    [InlineData(ListCode.L3, HitResolution.Confirmed, true)]
    public void IsOpen_ResolvedByTwo_DependsOnListAndResolution(ListCode list, HitResolution resolution, bool open) =>
        HitRules.IsOpen(Resolved(list, resolution), []).ShouldBe(open);

    [Fact]
    public void IsOpen_ProposedByOneOnly_IsOpen()
    {
        var hit = NewHit(ListCode.L3);
        HitRules.IsOpen(hit, []).ShouldBeTrue();
        hit.Propose(HitResolution.FalseMatch, [IdentifierKind.Town, IdentifierKind.BirthYear], "Another person", Guid.CreateVersion7(), Found);
        HitRules.IsOpen(hit, []).ShouldBeTrue();
    }

    [Theory]
    [InlineData(ConsultationKind.Police, true, 0, false)]
    [InlineData(ConsultationKind.PreventLead, true, 5, false)]
    [InlineData(ConsultationKind.Police, false, 5, true)]
    [InlineData(ConsultationKind.PreventLead, true, -5, true)]
    [InlineData(ConsultationKind.Legal, true, 5, true)]
    public void IsOpen_CannotTellOnL2_WaitsForAdviceAskedSince(ConsultationKind kind, bool answered, int minutesAfter, bool open)
    {
        var advice = new Consultation(Guid.CreateVersion7(), Guid.CreateVersion7(), kind, "May this be the same?", Guid.CreateVersion7(), new DateOnly(2026, 1, 13), Found.AddMinutes(minutesAfter));
        if (answered)
            advice.Reply(ConsultationAnswer.AdviseAgainst, null, DateOnly.FromDateTime(Found.AddDays(1)), Guid.CreateVersion7(), Found.AddDays(1));

        HitRules.IsOpen(Resolved(ListCode.L2, HitResolution.CannotTell), [advice]).ShouldBe(open);
        HitRules.IsOpen(Resolved(ListCode.L2, HitResolution.Confirmed), [advice]).ShouldBeTrue("no advice closes a confirmed hit");
    }

    [Theory]
    [InlineData(ListCode.L2, 30, false)]
    [InlineData(ListCode.L2, 31, true)]
    [InlineData(ListCode.L3, 31, true)]
    [InlineData(ListCode.L1, 400, false)]
    public void IsStale_ImportedFiles_FromThe31stDay(ListCode list, int days, bool stale) =>
        ListUpkeep.IsStale(list, new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 1).AddDays(days)).ShouldBe(stale);

    [Theory]
    [InlineData(10, 8, false)]
    [InlineData(10, 7, true)]
    [InlineData(4688, 3750, true)]
    [InlineData(0, 0, false)]
    public void ShrinksTooFar_MoreThanAFifth_Asks(int before, int after, bool asks) => ListUpkeep.ShrinksTooFar(before, after).ShouldBe(asks);

    private static Hit NewHit(ListCode list) => new(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), list, null,
        new HitMatch("Leonid Varenkov", NameTriedAs.Speaker, "KAR0001", "hash", "Leonid Varenkov", "Leonid Varenkov", 1, "Strong", []), Found);

    private static Hit Resolved(ListCode list, HitResolution resolution)
    {
        var hit = NewHit(list);
        hit.Propose(resolution, [], "Two identifiers compared", Guid.CreateVersion7(), Found);
        hit.Agree(Guid.CreateVersion7(), Found);
        return hit;
    }
}
