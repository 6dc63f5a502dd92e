using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.Policies;
using CouncilPremises.Domain.Time;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Hire;

public class HireValidationTests
{
    private static readonly HireFacts Facts = new() { HirerKind = HirerKind.Group, Capacity = 60, WorkingDaysAhead = 16, Today = A.Today };

    private static string?[] Fields(HireAnswers answers, HireFacts? facts = null) => [.. HireValidation.All(answers, facts ?? Facts, Policy.Default).Select(r => r.Field)];

    private static HireAnswers At(Func<WhenAnswers, WhenAnswers> change) => A.Hire() with { When = change(A.Hire().When) };

    [Fact, Trait("Rule", "B4")]
    public void All_CompleteAnswers_AreRight() => Fields(A.Hire()).ShouldBeEmpty();

    [Fact, Trait("Rule", "B5")]
    public void All_NothingAnswered_NamesEveryPageButPractical()
    {
        var sections = HireValidation.SectionsFor(new(), Facts).Where(s => HireValidation.Section(s, new(), Facts, Policy.Default).Count == 0);
        sections.ShouldBe([HireSection.Practical]);
    }

    [Theory, Trait("Rule", "B5")]
    [InlineData(49, false)]
    [InlineData(50, true)]
    [InlineData(2000, true)]
    [InlineData(2001, false)]
    public void Description_AroundItsLimits_IncludesThem(int length, bool right) =>
        (Fields(A.Hire() with { Event = A.Hire().Event with { Description = new string('a', length) } }).Length == 0).ShouldBe(right);

    [Theory, Trait("Rule", "B6")]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void Attendance_AroundItsLimits_IncludesThem(int people, bool right) =>
        (Fields(A.Hire() with { Attendance = new() { People = people } }).Length == 0).ShouldBe(right);

    [Theory, Trait("Rule", "B4")]
    [InlineData("19:00", "19:15", true)]
    [InlineData("19:00", "19:00", false)]
    [InlineData("19:00", "18:00", false)]
    [InlineData("19:10", "20:00", false)]
    [InlineData("19:00", "20:01", false)]
    [InlineData("19:00", "00:00", true)]
    public void Times_QuartersAndOrder_AreAsked(string start, string end, bool right) =>
        (Fields(At(w => w with { Start = TimeOnly.Parse(start), End = TimeOnly.Parse(end) })).Length == 0).ShouldBe(right);

    [Theory, Trait("Rule", "B4")]
    [InlineData(51, true)]
    [InlineData(52, false)]
    public void Dates_MoreThan52_AreRefused(int weeksMore, bool right) =>
        (Fields(At(w => w with { Recurrence = new Recurrence { Repeats = Repeats.Weekly, Until = w.FirstDay!.Value.AddDays(7 * weeksMore) } })).Length == 0).ShouldBe(right);

    [Fact, Trait("Rule", "B4")]
    public void FirstDay_Today_IsRefused() => Fields(At(w => w with { FirstDay = A.Today })).ShouldBe(["FirstDay"]);

    [Fact, Trait("Rule", "B4")]
    public void Times_SkippedOnOneDateOfASeries_NameThatDate()
    {
        var answers = At(w => w with { FirstDay = new(2026, 3, 22), Start = new(1, 0), End = new(2, 0), Recurrence = new() { Repeats = Repeats.Weekly, Until = new(2026, 4, 5) } });
        HireValidation.Section(HireSection.When, answers, Facts, Policy.Default).ShouldHaveSingleItem().Sentence.ShouldContain("29 March 2026");
    }

    [Theory, Trait("Rule", "B16")]
    [InlineData(499_999_999, "2026-12-31", "Sum")]
    [InlineData(500_000_000, "2026-03-24", "Expiry")]
    [InlineData(500_000_000, "2026-03-25", null)]
    public void Insurance_AroundItsLimits_IsAsked(long pence, string expiry, string? field) =>
        Fields(A.Hire() with { Insurance = new() { Insurer = "M", Sum = new Money(pence), Expiry = DateOnly.Parse(expiry) } }).ShouldBe(field is null ? [] : [field]);

    [Fact, Trait("Rule", "B16")]
    public void Insurance_VenueCover_OnlyWhereTheVenueGivesIt()
    {
        var answers = A.Hire() with { Insurance = new() { VenueCover = true } };
        Fields(answers).ShouldBe(["VenueCover"]);
        Fields(answers, Facts with { VenueCoversHirers = true }).ShouldBeEmpty();
    }

    [Fact, Trait("Rule", "B8")]
    public void Speakers_Series_NameTheirDates()
    {
        var one = A.Hire() with { Speakers = new() { Kind = SpeakersKind.External, External = [new() { Name = "Ada", Topic = "Bees", Remote = false }] } };
        Fields(one).ShouldBeEmpty();
        Fields(one with { When = one.When with { Recurrence = new() { Repeats = Repeats.Weekly, Until = new(2026, 4, 7) } } }).ShouldBe(["External[0].Dates"]);
    }

    [Fact, Trait("Rule", "B9")]
    public void PeopleAtRisk_GroupsCare_NamesWhoLooksAfterThem() =>
        Fields(A.Hire() with { PeopleAtRisk = new() { Care = CareKind.GroupsCare, Under18s = true, AdultsAtRisk = false } }).ShouldBe(["Roles"]);

    [Theory, Trait("Rule", "B2")]
    [InlineData("01632 960123", true)]
    [InlineData("+44 7700 900982", true)]
    [InlineData("+44 (0)20 7946 0000", true)]
    [InlineData("+33 1 23 45 67 89", false)]
    [InlineData("12345", false)]
    [InlineData(null, false)]
    public void Phone_UkNumbers_AreTaken(string? phone, bool right) => FieldRules.IsUkPhone(phone).ShouldBe(right);

    [Theory, Trait("Rule", "B2")]
    [InlineData("a@b.example", true)]
    [InlineData("a@b", false)]
    [InlineData("a b@c.example", false)]
    [InlineData("a@b.example\nBcc: x@y.example", false)]
    public void Email_OneMailbox_IsTaken(string email, bool right) => FieldRules.IsEmail(email).ShouldBe(right);

    [Theory, Trait("Rule", "B1")]
    [InlineData("123456", true)]
    [InlineData("1234567", true)]
    [InlineData("12345", false)]
    [InlineData("12345678", false)]
    [InlineData("SC012345", true)]
    [InlineData("SC12345", false)]
    public void CharityNumber_DigitsOrScottish_IsTaken(string number, bool right) => FieldRules.IsCharityNumber(number).ShouldBe(right);

    [Theory, Trait("Rule", "B1")]
    [InlineData("01234567", true)]
    [InlineData("SC123456", true)]
    [InlineData("1234567", false)]
    [InlineData("ABC12345", false)]
    public void CompanyNumber_EightCharacters_IsTaken(string number, bool right) => FieldRules.IsCompanyNumber(number).ShouldBe(right);

    [Fact, Trait("Rule", "B1")]
    public void Organisation_CharityWithoutNumberAndOneOfficeHolder_NamesBoth()
    {
        var facts = new OrganisationFacts(OrganisationType.RegisteredCharity, "Mere Carers", [], null, null, "1 Mill Lane", [new("Ada", "Chair"), new("ada", "Treasurer")]);
        OrganisationValidation.Check(HirerKind.Group, facts).Select(r => r.Field).ShouldBe(["CharityNumber", "OfficeHolders"]);
    }
}
