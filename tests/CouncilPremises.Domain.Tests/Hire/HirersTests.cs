using System.Globalization;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Elections;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Policies;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Hire;

/// <summary>Who may hire, and what each kind is asked: people, departments, candidates, and whoever stands behind an event.</summary>
public class HirersTests
{
    private static readonly HireFacts Person = new() { HirerKind = HirerKind.Individual, Capacity = 150, WorkingDaysAhead = 30, Today = A.Today };

    private static readonly Election Borough = new(Guid.CreateVersion7(), new ElectionFacts("Borough election", new(2026, 3, 27), new(2026, 5, 7), ["Mere"]), A.Today.ToDateTime(default, DateTimeKind.Utc));

    private static IReadOnlyList<RequiredCheck> Checks(HireAnswers answers, HireFacts facts) => RequiredChecks.Of(answers, facts, Triggers.Of(answers, facts, Policy.Default));

    [Fact, Trait("Rule", "REG"), Trait("Rule", "T6")]
    public void Individual_FamilyParty_NeedsFiveChecksAndNoReference() =>
        Checks(A.Hire(), Person).Select(check => check.Code).ShouldBe([CheckCode.DEC, CheckCode.REG, CheckCode.XREF, CheckCode.INS, CheckCode.COI]);

    [Fact, Trait("Rule", "REG")]
    public void Individual_Registration_IsSeenAndNotCopied()
    {
        var fields = CheckRules.EvidenceOf(CheckCode.REG, isPerson: true);
        fields.Select(field => field.Name).ShouldBe(["NameSeen", "AddressSeen", "SeenOn"]);
        fields.ShouldAllBe(field => field.Kind != EvidenceKind.Text, "nothing of a document can be typed in");
        CheckRules.EvidenceOf(CheckCode.REG, isPerson: false).ShouldBe(CheckRules.For(CheckCode.REG).Evidence);
    }

    [Theory, Trait("Rule", "B8")]
    [InlineData(HirerKind.Individual)]
    [InlineData(HirerKind.InternalBody)]
    public void Words_NoGroup_NeverSayGroup(HirerKind kind)
    {
        var words = HirerWords.Of(kind);
        words.ToString().Replace(nameof(HirerWords), "", StringComparison.Ordinal).ShouldNotContain("group", Case.Insensitive);
        var everything = A.Hire() with { Speakers = new() { Kind = SpeakersKind.External }, Audience = new() { Kind = AudienceKind.Public }, PeopleAtRisk = new() { Care = CareKind.GroupsCare } };
        Triggers.Of(everything, Person with { HirerKind = kind }, Policy.Default).ShouldAllBe(trigger => !trigger.Sentence.Contains("group", StringComparison.OrdinalIgnoreCase));
    }

    [Theory, Trait("Rule", "T7")]
    [InlineData("2026-03-26", "Mere", false)]
    [InlineData("2026-03-27", "Mere", true)]
    [InlineData("2026-05-06", "mere", true)]
    [InlineData("2026-05-07", "Mere", false)]
    [InlineData("2026-04-10", "Tarn", false)]
    public void Election_AroundItsPeriodAndArea_CoversTheDayBeforePolling(string day, string ward, bool covered) =>
        Borough.Covers(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), ward).ShouldBe(covered);

    [Fact, Trait("Rule", "T7")]
    public void Election_WithoutWards_CoversTheWholeArea()
    {
        var whole = new Election(Guid.CreateVersion7(), new ElectionFacts("General election", new(2026, 3, 27), new(2026, 5, 7), []), A.Today.ToDateTime(default, DateTimeKind.Utc));
        whole.Covers(new(2026, 4, 1), "Anywhere").ShouldBeTrue();
        new ElectionFacts(" ", new(2026, 5, 7), new(2026, 5, 7), []).Mistakes().Select(mistake => mistake.Field).ShouldBe(["Name", "PollingDay"]);
        new ElectionFacts("Too long", new(2026, 1, 7), new(2026, 5, 7), []).Mistakes().ShouldHaveSingleItem().Field.ShouldBe("FirstDay");
    }

    [Fact, Trait("Rule", "T9"), Trait("Rule", "DEC")]
    public void OnBehalf_RealOrganiser_SignsAndIsLookedUpBesideTheHirer()
    {
        var answers = A.Hire() with { OnBehalf = new() { ForAnother = true, SubLetting = false, Who = "Mere Singers" } };
        Checks(answers, Person).Where(check => check.Party == CheckParty.Organiser).Select(check => check.Code).ShouldBe([CheckCode.DEC, CheckCode.REG]);
        Checks(answers, Person).Count(check => check.Party == CheckParty.Hirer && check.Code is CheckCode.DEC or CheckCode.REG or CheckCode.XREF).ShouldBe(3);
    }

    [Fact, Trait("Rule", "T9"), Trait("Rule", "ELE")]
    public void ElectionMeeting_BookedByTheAgent_AsksNothingOfARealOrganiser()
    {
        var answers = A.Hire() with
        {
            OnBehalf = new() { ForAnother = true, SubLetting = false },
            Political = new() { IsPolitical = true, RightClaimed = true, Candidate = "Ada Lee", Agent = "Bo Kerr" },
        };
        var facts = Person with { ElectionPeriod = true };
        HireValidation.All(answers, facts, Policy.Default).ShouldBeEmpty();
        Checks(answers, facts).Select(check => check.Code).ShouldBe([CheckCode.COI, CheckCode.ELE]);
        Triggers.Of(answers, facts, Policy.Default).Select(trigger => trigger.Code).ShouldBe([TriggerCode.T7]);
    }

    [Theory, Trait("Rule", "B2"), Trait("Rule", "S4")]
    [InlineData(true, true, true)]
    [InlineData(false, true, false)]
    [InlineData(true, null, false)]
    public void Contact_WithoutEmail_OnlyWhereAnOfficerTypes(bool typed, bool? noEmail, bool right)
    {
        var answers = A.Hire() with { Contact = A.Hire().Contact with { Email = null, NoEmail = noEmail } };
        (HireValidation.All(answers, Person with { IsTyped = typed }, Policy.Default).Count == 0).ShouldBe(right);
    }
}
