using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Hire;
using Shouldly;
using Xunit;
using static CouncilPremises.Domain.Grants.GrantSection;

namespace CouncilPremises.Domain.Tests.Grants;

/// <summary>What a group is told, page by page and sentence by sentence. The budget has its own tests.</summary>
public class GrantValidationTests
{
    private const string TooLong = "Your answer must be 200 characters or fewer";
    private const string MuchTooLong = "Your answer must be 2,000 characters or fewer";

    private static readonly string Line201 = new('l', 201);
    private static readonly string Text2001 = new('t', 2001);

    private static string[] ProjectSaid(Func<ProjectAnswers, ProjectAnswers> change, GrantContext? context = null) =>
        AGrant.Said(Project, AGrant.Answers() with { Project = change(AGrant.Answers().Project) }, context);

    private static string[] ObjectivesSaid(Func<ObjectivesAnswers, ObjectivesAnswers> change) =>
        AGrant.Said(Objectives, AGrant.Answers() with { Objectives = change(AGrant.Answers().Objectives) });

    private static string[] OutcomeSaid(Func<OutcomeAnswer, OutcomeAnswer> change) =>
        AGrant.Said(Outcomes, AGrant.Answers() with { Outcomes = new() { Items = [change(AGrant.Answers().Outcomes.Items[0])] } });

    private static string[] GroupSaid(Func<GroupAnswers, GroupAnswers> change, GrantContext? context = null) =>
        AGrant.Said(Organisation, AGrant.Answers() with { Organisation = change(AGrant.Answers().Organisation) }, context);

    [Fact]
    public void All_CompleteAnswers_AreRight() => GrantValidation.All(AGrant.Answers(), AGrant.Context).ShouldBeEmpty();

    [Fact]
    public void All_NothingAnswered_NamesEveryPageByItsRule()
    {
        Enum.GetValues<GrantSection>().Where(section => GrantValidation.Section(section, new(), AGrant.Context).Count == 0).ShouldBeEmpty();
        GrantValidation.All(new(), AGrant.Context).Select(refusal => refusal.Code).Distinct()
            .ShouldBe(["G2", "G3", "G4", "G5", "G6", "G7", "G8", "G9", "G10", "G11", "G1"]);
        GrantValidation.All(new(), AGrant.Context).ShouldAllBe(refusal => refusal.Field != null);
    }

    [Fact, Trait("Rule", "G2")]
    public void Project_NothingAnswered_AsksEverything() => ProjectSaid(_ => new()).ShouldBe(
    [
        "G2 Title: Enter a title for your project",
        "G2 Starts: Enter the first day of your project",
        "G2 Ends: Enter the last day of your project",
        "G2 Wards: Choose at least one ward",
        "G2 Owner: Enter who answers for the project under the delivery plan",
        "G2 Explanation: Say how you will explain the project locally",
        "G2 PressContact: Enter who answers questions from the press",
    ]);

    [Fact, Trait("Rule", "G2")]
    public void Project_TooLong_IsRefused() =>
        ProjectSaid(p => p with { Title = Line201[..121], LocalTitle = Line201[..121], Wards = [Line201, Line201], Owner = Line201, Explanation = Text2001, PressContact = Line201 }).ShouldBe(
        [
            "G2 Title: Your answer must be 120 characters or fewer", "G2 LocalTitle: Your answer must be 120 characters or fewer",
            $"G2 Wards: {TooLong}", $"G2 Owner: {TooLong}", $"G2 Explanation: {MuchTooLong}", $"G2 PressContact: {TooLong}",
        ]);

    [Theory, Trait("Rule", "G2")]
    [InlineData("2026-03-01", "2026-09-30", "G2 Starts: The first day must be today or later: a grant never pays for past costs")]
    [InlineData("2026-03-02", "2026-03-03", null)]
    [InlineData("2026-04-01", "2026-04-01", "G2 Ends: The last day must be after the first")]
    [InlineData("2026-04-01", "2026-03-31", "G2 Ends: The last day must be after the first")]
    [InlineData("2026-04-01", "2029-03-31", null)]
    [InlineData("2026-04-01", "2029-04-01", "G2 Ends: A project lasts at most 3 years. Enter an earlier last day")]
    [InlineData("2028-02-29", "2031-02-28", null)]
    [InlineData("2028-02-29", "2031-03-01", "G2 Ends: A project lasts at most 3 years. Enter an earlier last day")]
    [InlineData("9999-12-30", "9999-12-31", null)]
    public void Dates_AroundTheirLimits_IncludeThem(string starts, string ends, string? said) =>
        ProjectSaid(p => p with { Starts = DateOnly.Parse(starts), Ends = DateOnly.Parse(ends) }).ShouldBe(said is null ? [] : [said]);

    [Fact, Trait("Rule", "G2")]
    public void Wards_FromTheCouncilsList_OnlyThose()
    {
        var listed = AGrant.Context with { Wards = new HashSet<string> { "Mere North", "Mere South" } };
        ProjectSaid(p => p, listed).ShouldBeEmpty();
        ProjectSaid(p => p with { Wards = ["Mere North", "Atlantis"] }, listed).ShouldBe(["G2 Wards: Choose wards from the list"]);
        ProjectSaid(p => p with { Wards = [" "] }).ShouldBe(["G2 Wards: Choose at least one ward"]);
        ProjectSaid(p => p with { Wards = Enumerable.Repeat("W", 101).ToValueList() }).ShouldBe(["G2 Wards: Choose at most 100 wards"]);
    }

    [Fact, Trait("Rule", "G2")]
    public void DeliveryPlanLine_WhereTheFundHasAPlan_IsOneOfIt()
    {
        Guid line = new("0197a000-0000-7000-8000-000000000001"), other = new("0197a000-0000-7000-8000-000000000002");
        var planned = AGrant.Context with { DeliveryPlanLineIds = new HashSet<Guid> { line } };
        ProjectSaid(p => p with { DeliveryPlanLineId = line }, planned).ShouldBeEmpty();
        foreach (var wrong in new Guid?[] { null, other })
            ProjectSaid(p => p with { DeliveryPlanLineId = wrong }, planned).ShouldBe(["G2 DeliveryPlanLineId: Choose the line of the delivery plan that your project serves"]);
    }

    [Fact, Trait("Rule", "G3")]
    public void Objectives_NothingAnswered_AsksForMainAndNational() => ObjectivesSaid(_ => new() { Secondary = [new()] }).ShouldBe(
    [
        "G3 Primary.Objective: Choose your main objective",
        "G3 Primary.Justification: Say why your project serves your main objective",
        "G3 Secondary[0].Objective: Choose other objective 1",
        "G3 Secondary[0].Justification: Say why your project serves other objective 1",
        "G3 National: Choose the national objective your project serves",
        "G3 NationalJustification: Say why your project serves the national objective",
    ]);

    [Theory, Trait("Rule", "G3")]
    [InlineData(99, "99")]
    [InlineData(100, null)]
    [InlineData(2000, null)]
    [InlineData(2001, "2,001")]
    public void Justification_AroundItsLimits_IncludesThem(int length, string? written)
    {
        var text = new string('a', length);
        ObjectivesSaid(o => new() { Primary = o.Primary with { Justification = text }, Secondary = [new() { Objective = Objective.E1, Justification = text + "  " }], National = NationalObjective.A1, NationalJustification = text }).ShouldBe(written is null ? [] :
        [
            $"G3 Primary.Justification: Say why your project serves your main objective in 100 to 2,000 characters. You have written {written}",
            $"G3 Secondary[0].Justification: Say why your project serves other objective 1 in 100 to 2,000 characters. You have written {written}",
            $"G3 NationalJustification: Say why your project serves the national objective in 100 to 2,000 characters. You have written {written}",
        ]);
    }

    [Fact, Trait("Rule", "G3")]
    public void Secondary_MoreThanTwoOrTwice_AreRefused()
    {
        static ObjectiveAnswer For(Objective objective) => new() { Objective = objective, Justification = AGrant.Hundred };
        ObjectivesSaid(o => o with { Secondary = [For(Objective.O1), For(Objective.E2)] }).ShouldBeEmpty();
        ObjectivesSaid(o => o with { Secondary = [For(Objective.O1), For(Objective.E1), For(Objective.E2)] }).ShouldBe(["G3 Secondary: Choose at most 2 other objectives"]);
        ObjectivesSaid(o => o with { Secondary = [For(Objective.O4), For(Objective.O1)] }).ShouldBe(["G3 Secondary[0].Objective: You have chosen O4 already. Choose a different objective, or take it out"]);
        ObjectivesSaid(o => o with { Secondary = [For(Objective.O1), For(Objective.O1)] }).ShouldBe(["G3 Secondary[1].Objective: You have chosen O1 already. Choose a different objective, or take it out"]);
    }

    [Fact, Trait("Rule", "G3"), Trait("Rule", "O1"), Trait("Rule", "E1"), Trait("Rule", "A1")]
    public void Words_OfEveryObjective_AreTheRulebooks()
    {
        static string Named<T>(T value) where T : struct, Enum => typeof(T).GetField(value.ToString())!.GetCustomAttributes(false).OfType<System.ComponentModel.DataAnnotations.DisplayAttribute>().Single().Name!;
        var rulebook = """
            O1: challenge the ideology, support mainstream voices
            O2: disrupt promoters of violent extremism, support places where they operate
            O3: support people at risk of recruitment or already recruited
            O4: increase community resilience
            O5: address grievances being exploited
            E1: intelligence, analysis, information
            E2: strategic communications
            A1: tackle ideological causes
            A2: intervene early
            A3: disengage and rehabilitate
            """;
        string.Join('\n', Enum.GetValues<Objective>().Select(Named).Concat(Enum.GetValues<NationalObjective>().Select(Named))).ShouldBe(rulebook.ReplaceLineEndings("\n"));
    }

    [Fact, Trait("Rule", "G4")]
    public void Need_GapsAndLength_AreNamed()
    {
        AGrant.Said(Need, new()).ShouldBe(["G4 Need: Say why the project is needed here", "G4 Sources: Enter the published sources this rests on", "G4 NamesNobody: Confirm that no individual is named. Take out any name first"]);
        AGrant.Said(Need, new() { Need = new() { Need = Text2001, Sources = Text2001, NamesNobody = false } })
            .ShouldBe([$"G4 Need: {MuchTooLong}", $"G4 Sources: {MuchTooLong}", "G4 NamesNobody: Confirm that no individual is named. Take out any name first"]);
    }

    [Fact, Trait("Rule", "G5")]
    public void Community_ThreeQuestions_AreAskedAndNoFinding()
    {
        AGrant.Said(Community, new()).ShouldBe(
            ["G5 WhoBenefits: Say who benefits from the project", "G5 HowOthersTakePart: Say how people beyond one ethnic or faith community take part", "G5 WhoWorksAlongside: Say who works alongside you"]);
        AGrant.Said(Community, new() { Community = new() { WhoBenefits = Text2001, HowOthersTakePart = Text2001, WhoWorksAlongside = Text2001 } })
            .ShouldBe([$"G5 WhoBenefits: {MuchTooLong}", $"G5 HowOthersTakePart: {MuchTooLong}", $"G5 WhoWorksAlongside: {MuchTooLong}"]);
        typeof(CommunityAnswers).GetProperties().Length.ShouldBe(3);
    }

    [Fact, Trait("Rule", "G6")]
    public void Outcomes_OneToSix_AreTaken()
    {
        string[] Of(int count) => AGrant.Said(Outcomes, AGrant.Answers() with { Outcomes = new() { Items = Enumerable.Repeat(AGrant.Answers().Outcomes.Items[0], count).ToValueList() } });
        Of(0).ShouldBe(["G6 Items: Add the first outcome"]);
        Of(1).ShouldBeEmpty();
        Of(6).ShouldBeEmpty();
        Of(7).ShouldBe(["G6 Items: Add at most 6 outcomes"]);
    }

    [Fact, Trait("Rule", "G6")]
    public void Outcome_NothingAnswered_AsksEverything() => OutcomeSaid(_ => new()).ShouldBe(
    [
        "G6 Items[0].Indicator: Enter what is measured for outcome 1",
        "G6 Items[0].Baseline: Enter the number now for outcome 1",
        "G6 Items[0].Target: Enter the number you aim at for outcome 1",
        "G6 Items[0].Method: Say how outcome 1 is measured",
        "G6 Items[0].Due: Enter the day by which outcome 1 is reached",
    ]);

    [Theory, Trait("Rule", "G6")]
    [InlineData("0", true)]
    [InlineData("12.25", true)]
    [InlineData("12.250", true)]
    [InlineData("1000000000", true)]
    [InlineData("-0.01", false)]
    [InlineData("12.255", false)]
    [InlineData("1000000000.01", false)]
    public void OutcomeNumbers_AroundTheirLimits_IncludeThem(string number, bool right)
    {
        var value = decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        OutcomeSaid(outcome => outcome with { Baseline = value, Target = value }).ShouldBe(right ? [] :
            ["G6 Items[0].Baseline: Enter the number now for outcome 1, from 0 to 1,000,000,000, with at most two decimals", "G6 Items[0].Target: Enter the number you aim at for outcome 1, from 0 to 1,000,000,000, with at most two decimals"]);
    }

    [Theory, Trait("Rule", "G6")]
    [InlineData("2026-03-31", false)]
    [InlineData("2026-04-01", true)]
    [InlineData("2026-09-30", true)]
    [InlineData("2026-10-01", false)]
    public void OutcomeDue_AroundTheProject_IncludesBothEnds(string due, bool right) =>
        OutcomeSaid(outcome => outcome with { Due = DateOnly.Parse(due) }).ShouldBe(right ? [] : ["G6 Items[0].Due: The day for outcome 1 must lie within the project"]);

    [Fact, Trait("Rule", "G6")]
    public void Outcome_TooLong_IsRefused() =>
        OutcomeSaid(outcome => outcome with { Indicator = Line201, Method = Text2001 }).ShouldBe([$"G6 Items[0].Indicator: {TooLong}", $"G6 Items[0].Method: {MuchTooLong}"]);

    [Fact, Trait("Rule", "G7")]
    public void Monitoring_GapsAndLength_AreNamed()
    {
        AGrant.Said(Monitoring, new()).ShouldBe(["G7 Lead: Enter who leads on monitoring", "G7 Method: Say how you will find out what the project achieves"]);
        AGrant.Said(Monitoring, new() { Monitoring = new() { Lead = Line201, Method = Text2001 } }).ShouldBe([$"G7 Lead: {TooLong}", $"G7 Method: {MuchTooLong}"]);
    }

    [Fact, Trait("Rule", "G8")]
    public void Safeguarding_Under18s_AsksForLeadPolicyAndConsent()
    {
        string[] Of(SafeguardingAnswers safeguarding) => AGrant.Said(Safeguarding, new() { Safeguarding = safeguarding });
        Of(new()).ShouldBe(["G8 Under18s: Say whether under-18s take part"]);
        Of(new() { Under18s = false }).ShouldBeEmpty();
        Of(new() { Under18s = true }).ShouldBe(["G8 Lead: Enter who leads on safeguarding", "G8 HasPolicy: Say whether you have a safeguarding policy", "G8 ParentalConsent: Say how parents or carers give their consent"]);
        Of(new() { Under18s = true, Lead = Line201, HasPolicy = false, ParentalConsent = Text2001 })
            .ShouldBe([$"G8 Lead: {TooLong}", "G8 HasPolicy: A project with under-18s needs a safeguarding policy. Adopt one, then say yes", $"G8 ParentalConsent: {MuchTooLong}"]);
    }

    [Fact, Trait("Rule", "G1")]
    public void Group_GapsAndLength_AreNamed()
    {
        GroupSaid(_ => new()).ShouldBe(
        [
            "G1 HasGoverningDocument: Say whether your group has a governing document",
            "G1 UnrelatedOfficeHolders: Confirm that 3 of your office-holders are not related to each other",
            "G1 Accounts: Say whether you send your latest accounts or a forecast for 12 months",
        ]);
        GroupSaid(g => g with { HasGoverningDocument = false }).ShouldBe(["G1 HasGoverningDocument: A grant needs a governing document. Adopt one, or fill in the council's one-page form, then say yes"]);
        GroupSaid(g => g with { GoverningDocument = " ", Accounts = AccountsKind.Forecast }).ShouldBe(["G1 GoverningDocument: Enter which document it is, such as constitution or articles"]);
        GroupSaid(g => g with { GoverningDocument = Line201, UnrelatedOfficeHolders = false }).ShouldBe([$"G1 GoverningDocument: {TooLong}", "G1 UnrelatedOfficeHolders: Confirm that 3 of your office-holders are not related to each other"]);
    }

    [Fact, Trait("Rule", "G1")]
    public void OfficeHolders_FewerOnRecordThanNeeded_AreToBeAdded()
    {
        GroupSaid(g => g, AGrant.Context with { OfficeHolders = 2 }).ShouldBe(["G1 UnrelatedOfficeHolders: A grant needs 3 unrelated office-holders, and your group's details name 2. Add the others there first"]);
        GroupSaid(g => g, AGrant.Context with { OfficeHolders = 2, OfficeHoldersNeeded = 2 }).ShouldBeEmpty();
    }

    [Theory, Trait("Rule", "G1")]
    [InlineData(HirerKind.Individual)]
    [InlineData(HirerKind.InternalBody)]
    public void Group_AnybodyElse_GetsNoGrant(HirerKind kind) =>
        GroupSaid(g => g, AGrant.Context with { HirerKind = kind }).ShouldBe(["G1 : Grants go to groups only. Apply in the name of a group"]);

    [Fact, Trait("Rule", "G1")]
    public void Contact_GapsAndTyping_AreAsInHire()
    {
        AGrant.Said(Contact, new()).Select(said => said[..said.IndexOf(':', StringComparison.Ordinal)]).ShouldBe(["G1 Name", "G1 Role", "G1 Email", "G1 Phone", "G1 Over18"]);
        var byPost = AGrant.Answers() with { Contact = AGrant.Answers().Contact with { Email = null, NoEmail = true } };
        AGrant.Said(Contact, byPost).ShouldBe(["G1 Email: Enter an email address"]);
        AGrant.Said(Contact, byPost, AGrant.Context with { IsTyped = true }).ShouldBeEmpty();
    }
}
