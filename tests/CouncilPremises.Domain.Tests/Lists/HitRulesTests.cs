using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.Policies;
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
        hit.Propose(HitResolution.FalseMatch, new Identifiers([IdentifierKind.Town, IdentifierKind.BirthYear], []), "Another person", Guid.CreateVersion7(), Found);
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
            advice.Reply(ConsultationAnswer.AdviseAgainst, null, Guid.CreateVersion7(), Found.AddDays(1));

        HitRules.IsOpen(Resolved(ListCode.L2, HitResolution.CannotTell), [advice]).ShouldBe(open);
        HitRules.IsOpen(Resolved(ListCode.L2, HitResolution.Confirmed), [advice]).ShouldBeTrue("no advice closes a confirmed hit");
    }

    [Theory]
    [InlineData(ListPart.UkSanctions, 7, false, false)]
    [InlineData(ListPart.UkSanctions, 8, true, false)]
    [InlineData(ListPart.UkSanctions, 30, true, false)]
    [InlineData(ListPart.UkSanctions, 31, true, true)]
    [InlineData(ListPart.DisqualifiedOfficers, 31, true, true)]
    [InlineData(ListPart.RemovedAndDisqualified, 31, true, true)]
    [InlineData(ListPart.UnitedNations, 400, true, false)]
    [InlineData(ListPart.Proscribed, 400, false, false)]
    [InlineData(ListPart.PartnerNotices, 400, false, false)]
    public void Age_ImportedParts_WarnAndThenBlock(ListPart part, int days, bool stale, bool tooOld)
    {
        var imported = new DateOnly(2026, 1, 1);
        ListUpkeep.IsStale(part, imported, imported.AddDays(days), Policy.Default).ShouldBe(stale);
        ListUpkeep.IsTooOld(part, imported, imported.AddDays(days), Policy.Default).ShouldBe(tooOld);
    }

    [Theory]
    [InlineData(10, 11, false, false)]
    [InlineData(10, 10, false, false)]
    [InlineData(10, 9, true, false)]
    [InlineData(100, 89, true, true)]
    [InlineData(0, 0, false, false)]
    public void Shrinks_FewerEntries_AsksTwice(int before, int after, bool asks, bool far)
    {
        ListUpkeep.Shrinks(before, after).ShouldBe(asks);
        ListUpkeep.ShrinksFar(before, after).ShouldBe(far);
    }

    [Theory]
    [InlineData(HitResolution.FalseMatch, 1, 0, false)]
    [InlineData(HitResolution.FalseMatch, 2, 0, true)]
    [InlineData(HitResolution.FalseMatch, 2, 1, true)]
    [InlineData(HitResolution.FalseMatch, 2, 2, false)]
    [InlineData(HitResolution.Confirmed, 1, 1, false)]
    [InlineData(HitResolution.Confirmed, 2, 0, false)]
    [InlineData(HitResolution.Confirmed, 2, 1, true)]
    [InlineData(HitResolution.CannotTell, 0, 0, true)]
    public void WhyNot_Identifiers_MustBearOutTheResolution(HitResolution resolution, int compared, int agreeing, bool stands)
    {
        var kinds = Enum.GetValues<IdentifierKind>();
        (HitRules.WhyNot(resolution, new Identifiers(kinds[..compared], kinds[..agreeing])) is null).ShouldBe(stands);
    }

    [Fact]
    public void Renew_ProposedHitWhoseEntryChanged_IsOpenAgainWithTheNewEntry()
    {
        var hit = NewHit(ListCode.L2);
        hit.Propose(HitResolution.FalseMatch, new Identifiers([IdentifierKind.Town, IdentifierKind.Address], []), "", Guid.CreateVersion7(), Found);

        hit.Renew(Guid.CreateVersion7(), new HitMatch("Leonid Varenkov", NameTriedAs.Speaker, "KAR0001", "new", "Leonid Varenkov", "Leonid Varenkov", 1, "Strong", []));

        (hit.State, hit.EntryHash, hit.Resolution, hit.Compared.Count).ShouldBe((HitState.Open, "new", null, 0));
    }

    private static Hit NewHit(ListCode list) => new(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), list, null,
        new HitMatch("Leonid Varenkov", NameTriedAs.Speaker, "KAR0001", "hash", "Leonid Varenkov", "Leonid Varenkov", 1, "Strong", []), Found);

    private static Hit Resolved(ListCode list, HitResolution resolution)
    {
        var hit = NewHit(list);
        hit.Propose(resolution, new Identifiers([], []), "Two identifiers compared", Guid.CreateVersion7(), Found);
        hit.Agree(Guid.CreateVersion7(), Found);
        return hit;
    }
}
