using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Policies;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Hire;

/// <summary>Questions and triggers of RULEBOOK 3 that no other test is about, one by one.</summary>
public class CodesTests
{
    private static readonly HireFacts Known = new() { HirerKind = HirerKind.Group, BookedBefore = true, Capacity = 150, WorkingDaysAhead = 30, Today = A.Today };

    private static string[] Fields(HireAnswers answers) => [.. HireValidation.All(answers, Known, Policy.Default).Select(refusal => $"{refusal.Code} {refusal.Field}")];

    private static (string Triggers, string Checks) Derived(HireAnswers answers)
    {
        var usual = RequiredChecks.Of(A.Hire(), Known, []).Select(check => check.Code).ToList();
        var triggers = Triggers.Of(answers, Known, Policy.Default);
        var more = RequiredChecks.Of(answers, Known, triggers).Select(check => check.Code).Except(usual);
        return (string.Join(' ', triggers.Select(trigger => trigger.Code)), string.Join(' ', more));
    }

    [Fact, Trait("Rule", "B3"), Trait("Rule", "T9")]
    public void OnBehalf_ForAnother_AsksTheRealOrganiserEverything()
    {
        Fields(A.Hire() with { OnBehalf = new() { ForAnother = true } }).ShouldContain("B3 SubLetting");
        Fields(A.Hire() with { OnBehalf = new() { ForAnother = true, SubLetting = false, IsPerson = false } })
            .ShouldBe(["T9 Who", "T9 Role", "T9 Address", "T9 OfficeHolders", "T9 ContactName", "T9 Email", "T9 Phone"], ignoreOrder: true);
        Derived(A.Hire() with { OnBehalf = new() { ForAnother = false, SubLetting = true } }).Triggers.ShouldBe("T9");
    }

    [Fact, Trait("Rule", "B7")]
    public void Audience_Advertised_AsksForThePublicity() =>
        Fields(A.Hire() with { Audience = new() { Kind = AudienceKind.Members, Advertised = true, Ticketed = false } }).ShouldBe(["B7 Publicity"]);

    [Theory, Trait("Rule", "T3"), Trait("Rule", "PUB")]
    [InlineData(AudienceKind.Public, false, false, "T3", "PUB")]
    [InlineData(AudienceKind.Members, true, false, "T3", "PUB")]
    [InlineData(AudienceKind.Invited, false, true, "T3", "PUB")]
    [InlineData(AudienceKind.Invited, false, false, "", "")]
    public void Audience_WhoHearsOfIt_IsCheckedForPublicity(AudienceKind kind, bool advertised, bool ticketed, string triggers, string checks) =>
        Derived(A.Hire() with { Audience = new() { Kind = kind, Advertised = advertised, Ticketed = ticketed } }).ShouldBe((triggers, checks));

    [Fact, Trait("Rule", "B10"), Trait("Rule", "T4"), Trait("Rule", "FUN")]
    public void MoneyRaised_Yes_AsksWhoGetsItAndIsChecked()
    {
        var raising = A.Hire() with { MoneyRaised = new() { RaisesMoney = true } };
        Fields(raising).ShouldBe(["B10 Beneficiary", "B10 Method"]);
        Derived(raising).ShouldBe(("T4", "FUN"));
        Fields(A.Hire() with { MoneyRaised = new() }).ShouldBe(["B10 RaisesMoney"]);
    }

    [Fact, Trait("Rule", "B11"), Trait("Rule", "T5"), Trait("Rule", "SPK")]
    public void Recording_RemoteSpeaker_IsLookedUp()
    {
        Fields(A.Hire() with { Recording = new() }).ShouldBe(["B11 Livestream", "B11 Recorded"]);
        Derived(A.Hire() with { Recording = new() { Livestream = false, Recorded = true } }).ShouldBe(("T5", ""));
        Derived(A.Hire() with { Speakers = new() { Kind = SpeakersKind.External, External = [new() { Name = "Ada", Topic = "Bees", Remote = true }] } }).ShouldBe(("T1", "SPK"));
    }

    [Fact, Trait("Rule", "B12"), Trait("Rule", "ELE")]
    public void Political_RightClaimed_AsksForCandidateAndAgentOnly()
    {
        var claimed = A.Hire() with { Political = new() { IsPolitical = true, RightClaimed = true } };
        HireValidation.All(claimed, Known with { ElectionPeriod = true }, Policy.Default).Select(refusal => $"{refusal.Code} {refusal.Field}").ShouldBe(["B12 Candidate", "B12 Agent"]);
        Fields(claimed).ShouldContain("T7 RightClaimed", "no election period covers the dates");
        Fields(A.Hire() with { Political = new() { IsPolitical = true } }).ShouldBeEmpty("outside an election period the right is not asked for");
        HireValidation.All(A.Hire() with { Political = new() { IsPolitical = true } }, Known with { ElectionPeriod = true }, Policy.Default).ShouldHaveSingleItem().Field.ShouldBe("RightClaimed");
        Derived(A.Hire() with { Political = new() { IsPolitical = true, RightClaimed = false } }).ShouldBe(("", ""));
        Derived(A.Hire() with { Political = new() { IsPolitical = true, RightClaimed = true } }).ShouldBe(("T7", "ELE"));
    }

    [Fact, Trait("Rule", "B13"), Trait("Rule", "T12")]
    public void Separation_Yes_AsksForTheLawfulBasis()
    {
        var separated = A.Hire() with { Separation = new() { IsSeparated = true } };
        Fields(separated).ShouldBe(["B13 Details", "T12 LawfulBasis"]);
        Derived(separated).ShouldBe(("T12", ""));
    }

    [Theory, Trait("Rule", "B14")]
    [InlineData(null, true)]
    [InlineData(0, true)]
    [InlineData(1000, true)]
    [InlineData(-1, false)]
    [InlineData(1001, false)]
    public void Stewards_AroundTheLimits_IncludeThem(int? stewards, bool right) =>
        (Fields(A.Hire() with { Practical = new() { Stewards = stewards } }).Length == 0).ShouldBe(right);

    [Fact, Trait("Rule", "B15"), Trait("Rule", "T10")]
    public void Past_RefusedElsewhere_AsksWhatHappened()
    {
        Fields(A.Hire() with { Past = new() }).ShouldBe(["B15 RefusedElsewhere"]);
        Fields(A.Hire() with { Past = new() { RefusedElsewhere = true } }).ShouldBe(["T10 WhatHappened"]);
        Derived(A.Hire() with { Past = new() { RefusedElsewhere = true, WhatHappened = "A noise complaint." } }).ShouldBe(("T10", ""));
    }

    [Fact, Trait("Rule", "SAF")]
    public void Care_WithTheirOwnCarers_NeedsNoSafeguardingCheck()
    {
        Derived(A.Hire() with { PeopleAtRisk = new() { Care = CareKind.WithCarers, Under18s = true } }).ShouldBe(("", ""));
        Derived(A.Hire() with { PeopleAtRisk = new() { Care = CareKind.GroupsCare, Under18s = true } }).ShouldBe(("T2", "SAF DBS"));
    }

    [Fact, Trait("Rule", "REG"), Trait("Rule", "SPK")]
    public void Evidence_OfAClear_IsAskedAndOfAReferIsNot()
    {
        CheckRules.Missing(CheckCode.SPK, CheckOutcome.Clear, new Dictionary<string, string>()).Select(refusal => refusal.Field).ShouldBe(["Date", "Context"]);
        CheckRules.Missing(CheckCode.REG, CheckOutcome.Refer, new Dictionary<string, string>()).ShouldBeEmpty();
    }
}
