using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Cases;

/// <summary>"Nobody eligible", said on the day a case arrives, with what would unblock it. RULEBOOK 1, small teams.</summary>
public class EligibilityTests
{
    private static readonly Colleague Officer = Person("Olu Adeyemi", Roles.FacilitiesOfficer | Roles.SafeguardingOfficer);
    private static readonly Colleague Approver = Person("Ann Prior", Roles.FacilitiesApprover | Roles.PreventLead);
    private static readonly Colleague Director = Person("Dee Marsh", Roles.Director | Roles.Reviewer);

    private static readonly CaseNeeds Standard = new(CaseState.Submitted, Tier.Standard, false, false, []);

    [Fact]
    public void Gaps_ThreePersonCouncil_RunsStandardAndEnhancedCases()
    {
        Gaps(Standard, Officer, Approver, Director).ShouldBeEmpty();
        Gaps(Standard with { Tier = Tier.Enhanced, Safeguarding = true, OpenHits = true, Asked = [ConsultationKind.PreventLead] }, Officer, Approver, Director).ShouldBeEmpty();
    }

    [Fact, Trait("Rule", "S4")]
    public void Gaps_OnlyApproverTypedAnEnhancedApplication_NamesThemAndTheWayOn()
    {
        var gap = Gaps(Standard with { Tier = Tier.Enhanced }, Officer, Approver with { Typed = true }).ShouldHaveSingleItem();

        gap.ShouldBe("Nobody can decide: only one facilities approver is active, and Ann Prior typed this application (S4). "
            + "Ask an administrator to invite a guest facilities approver from another council, or to give the role to a colleague who had no part in this case.");
    }

    [Fact, Trait("Rule", "S4")]
    public void Gaps_StandardTypedByTheOnlyApprover_OfficerDecides() =>
        Gaps(Standard, Officer, Approver with { Typed = true }).ShouldBeEmpty();

    [Fact, Trait("Rule", "S1")]
    public void Gaps_OnePersonHoldsEveryRole_EnhancedNeedsASecond()
    {
        var alone = Person("Sol Single", Roles.FacilitiesOfficer | Roles.FacilitiesApprover | Roles.SafeguardingOfficer);

        Gaps(Standard, alone).ShouldBeEmpty();
        Gaps(Standard with { Tier = Tier.Enhanced }, alone).ShouldHaveSingleItem().ShouldContain("Sol Single needs a recommendation from a colleague");
    }

    [Fact, Trait("Rule", "S3")]
    public void Gaps_InterestOrAbsence_CountsAsNobody()
    {
        Gaps(Standard, Officer with { HasInterest = true }, Approver).ShouldBeEmpty();
        var gaps = Gaps(Standard, Officer with { HasInterest = true }, Approver with { AwayUntil = new DateOnly(2026, 1, 9) });

        gaps.Count.ShouldBe(2, "neither the checks nor the decision can be made");
        gaps[0].ShouldContain("Olu Adeyemi declared an interest (S3); Ann Prior is away until Friday 9 January");
    }

    [Fact]
    public void Gaps_NoSafeguardingOfficerOrPreventLead_IsSaid()
    {
        var officer = Person("Olu", Roles.FacilitiesOfficer);
        var gaps = Gaps(Standard with { Safeguarding = true, Asked = [ConsultationKind.PreventLead] }, officer, Person("Ann", Roles.FacilitiesApprover));

        gaps.ShouldContain(gap => gap.StartsWith("Nobody can record the safeguarding checks: no safeguarding officer is active."));
        gaps.ShouldContain(gap => gap.StartsWith("Nobody can record the advice of: Prevent lead: no Prevent lead is active."));
    }

    [Fact, Trait("Rule", "S1")]
    public void Gaps_HitWithOnePersonToResolveIt_NeedsTwo() =>
        Gaps(Standard with { OpenHits = true }, Person("Olu", Roles.FacilitiesOfficer)).ShouldContain(gap => gap.Contains("only one person"));

    [Fact, Trait("Rule", "S1")]
    public void Gaps_MindedToRefuse_NeedsARecommenderAndAnotherToDecide()
    {
        var minded = Standard with { State = CaseState.MindedToRefuse };

        Gaps(minded, Officer, Approver).ShouldBeEmpty();
        Gaps(minded, Approver).ShouldHaveSingleItem().ShouldContain("decide whether to refuse");
        Gaps(minded, Officer, Approver with { HelpedWrite = true }).ShouldHaveSingleItem().ShouldContain("helped write this application (S4)");
    }

    [Fact]
    public void Gaps_DecidedCase_NeedsNobody() => Gaps(Standard with { State = CaseState.Confirmed }).ShouldBeEmpty();

    private static IReadOnlyList<string> Gaps(CaseNeeds needs, params IReadOnlyList<Colleague> colleagues) => Eligibility.Gaps(needs, colleagues);

    private static Colleague Person(string name, Roles roles) => new(Guid.CreateVersion7(), name, roles);
}
