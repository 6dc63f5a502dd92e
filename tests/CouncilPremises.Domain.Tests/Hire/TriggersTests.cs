using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Policies;
using CsCheck;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Hire;

public class TriggersTests
{
    private static readonly HireFacts Known = new() { HirerKind = HirerKind.Group, BookedBefore = true, Capacity = 150, WorkingDaysAhead = 30, Today = A.Today };

    private static TriggerCode[] Codes(HireAnswers answers, HireFacts? facts = null) => [.. Triggers.Of(answers, facts ?? Known, Policy.Default).Select(t => t.Code)];

    private static CheckCode[] Checks(HireAnswers answers, HireFacts facts) =>
        [.. RequiredChecks.Of(answers, facts, Triggers.Of(answers, facts, Policy.Default)).Select(c => c.Code)];

    [Fact, Trait("Rule", "T1")]
    public void Triggers_OrdinaryMeeting_AreNone() => Codes(A.Hire()).ShouldBeEmpty();

    [Theory, Trait("Rule", "T8")]
    [InlineData(199, 300, false)]
    [InlineData(200, 300, true)]
    [InlineData(79, 100, false)]
    [InlineData(80, 100, true)]
    [InlineData(99, 99, false)] // a full room for fewer than 100
    public void IsLarge_AroundTheLimits_IncludesThem(int people, int capacity, bool large) => Triggers.IsLarge(people, capacity).ShouldBe(large);

    [Theory, Trait("Rule", "T8")]
    [InlineData(199, Tier.Standard)]
    [InlineData(200, Tier.Enhanced)]
    public void Tier_ManyPeople_IsEnhancedFrom200(int people, Tier tier) =>
        TierRules.OfAnswers(A.Hire() with { Attendance = new() { People = people } }).Tier.ShouldBe(tier);

    [Theory, Trait("Rule", "T11")]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void LeadTime_Standard_TenDaysIsInTime(int ahead, bool late) => Codes(A.Hire(), Known with { WorkingDaysAhead = ahead }).Contains(TriggerCode.T11).ShouldBe(late);

    [Fact, Trait("Rule", "T11")]
    public void LeadTime_TierRaisedAfterSending_StaysAsItWas()
    {
        var raised = A.Hire() with { Past = new() { RefusedElsewhere = true, WhatHappened = "x" } };
        Codes(raised, Known with { WorkingDaysAhead = 15 }).ShouldContain(TriggerCode.T11);
        Codes(raised, Known with { WorkingDaysAhead = 15, TierWhenSent = Tier.Standard }).ShouldNotContain(TriggerCode.T11);
    }

    [Fact, Trait("Rule", "T6")]
    public void Reference_NewGroupOnly_IsAsked()
    {
        Codes(A.Hire(), Known with { BookedBefore = false }).ShouldBe([TriggerCode.T6]);
        Codes(A.Hire(), Known with { BookedBefore = false, HirerKind = HirerKind.Individual }).ShouldBeEmpty();
    }

    [Theory, Trait("Rule", "T1")]
    [InlineData(AudienceKind.Members, false, Tier.Standard)]
    [InlineData(AudienceKind.Public, false, Tier.Enhanced)]
    [InlineData(AudienceKind.Members, true, Tier.Enhanced)]
    public void Tier_ExternalSpeaker_DependsOnWhoHears(AudienceKind audience, bool livestream, Tier tier) =>
        TierRules.OfAnswers(A.Hire() with { Speakers = new() { Kind = SpeakersKind.External }, Audience = new() { Kind = audience }, Recording = new() { Livestream = livestream } }).Tier.ShouldBe(tier);

    [Fact, Trait("Rule", "Tier")]
    public void Tier_OpenRefer_IsEnhancedUntilItCloses()
    {
        TierRules.Of(A.Hire(), Known with { OpenRefer = true }).Tier.ShouldBe(Tier.Enhanced);
        TierRules.Of(A.Hire(), Known).Tier.ShouldBe(Tier.Standard);
    }

    [Fact, Trait("Rule", "T7")]
    public void ElectionMeeting_EverythingElseToo_NeedsOnlyEleCoiAndEvt()
    {
        var answers = A.Hire() with { Political = new() { IsPolitical = true, RightClaimed = true }, Speakers = new() { Kind = SpeakersKind.External }, Attendance = new() { People = 400 }, Audience = new() { Kind = AudienceKind.Public } };
        var facts = Known with { WorkingDaysAhead = 1, BookedBefore = false, OpenRefer = true };
        Checks(answers, facts).ShouldBe([CheckCode.COI, CheckCode.EVT, CheckCode.ELE], ignoreOrder: true);
        TierRules.Of(answers, facts).Tier.ShouldBe(Tier.Standard);
        Codes(answers, facts).ShouldNotContain(TriggerCode.T11);
    }

    [Fact, Trait("Rule", "XREF")]
    public void Checks_InternalBody_AreCoiAndForSpeakersXref()
    {
        var facts = Known with { HirerKind = HirerKind.InternalBody };
        Checks(A.Hire(), facts).ShouldBe([CheckCode.COI]);
        Checks(A.Hire() with { Speakers = new() { Kind = SpeakersKind.External } }, facts).ShouldBe([CheckCode.XREF, CheckCode.SPK, CheckCode.COI], ignoreOrder: true);
    }

    [Fact, Trait("Rule", "T2")]
    public void Checks_InTheGroupsCare_AddSafeguarding() =>
        Checks(A.Hire() with { PeopleAtRisk = new() { Care = CareKind.GroupsCare, Under18s = true } }, Known)
            .ShouldBe([CheckCode.DEC, CheckCode.REG, CheckCode.XREF, CheckCode.INS, CheckCode.COI, CheckCode.SAF, CheckCode.DBS], ignoreOrder: true);

    [Fact, Trait("Rule", "Tier")]
    public void Tier_PoliticsTitleDescriptionTopicOrSeparation_NeverSetIt() =>
        Gen.Select(Gen.String, Gen.Bool, Gen.Bool, Gen.Enum<ActivityCategory>(), Gen.Bool, Gen.Int[1, 400]).Sample((text, political, separated, category, past, people) =>
        {
            var plain = A.Hire() with { Past = new() { RefusedElsewhere = past }, Attendance = new() { People = people } };
            var loaded = plain with
            {
                Event = new() { Title = text, Description = text, Category = category },
                Political = new() { IsPolitical = political, RightClaimed = false },
                Separation = new() { IsSeparated = separated, Details = text },
                Speakers = new() { Kind = SpeakersKind.Own, External = [new() { Name = text, Topic = text }] },
            };
            TierRules.Of(loaded, Known).Tier.ShouldBe(TierRules.Of(plain, Known).Tier);
        });

    [Fact, Trait("Rule", "N5")]
    public void Sentences_EveryTrigger_NameNoTierAndNoList()
    {
        var all = new HireAnswers
        {
            Speakers = new() { Kind = SpeakersKind.External },
            PeopleAtRisk = new() { Care = CareKind.GroupsCare },
            Audience = new() { Kind = AudienceKind.Public },
            MoneyRaised = new() { RaisesMoney = true },
            Recording = new() { Livestream = true },
            Attendance = new() { People = 500 },
            OnBehalf = new() { ForAnother = true },
            Past = new() { RefusedElsewhere = true },
            Separation = new() { IsSeparated = true },
        };
        var sentences = Triggers.Of(all, Known with { BookedBefore = false, WorkingDaysAhead = 1 }, Policy.Default);
        sentences.Count.ShouldBe(11);
        foreach (var word in new[] { "Enhanced", "Refer", "sanction", "proscribed", "list" })
            sentences.ShouldAllBe(t => !t.Sentence.Contains(word, StringComparison.Ordinal));
    }
}
