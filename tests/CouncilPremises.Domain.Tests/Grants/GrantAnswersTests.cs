using System.Text.Json;
using System.Text.Json.Serialization;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Policies;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Grants;

public class GrantAnswersTests
{
    private static readonly JsonSerializerOptions AsStored = new() { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private static readonly GrantAnswers Full = AGrant.Answers() with
    {
        Objectives = AGrant.Answers().Objectives with { Secondary = [new() { Objective = Objective.E2, Justification = AGrant.Hundred }] },
        Partners = new() { HasPartners = true, Partners = [AGrant.Payee] },
        OtherFunding = new() { HasOther = true, Sources = [new() { Funder = "Mere Parish Council", Purpose = "Fares", Amount = new Money(150_00) }], IsEnterprise = true, SubsidiesReceived = Money.Zero, SubsidyStated = true },
    };

    [Fact]
    public void Answers_WrittenAndReadBack_AreEqual()
    {
        foreach (var options in new[] { JsonSerializerOptions.Default, AsStored })
        {
            var read = JsonSerializer.Deserialize<GrantAnswers>(JsonSerializer.Serialize(Full, options), options)!;
            read.ShouldBe(Full);
            read.GetHashCode().ShouldBe(Full.GetHashCode());
            read.Budget.Lines[1].Total().ShouldBe(new Money(250_00));
            read.ShouldNotBe(Full with { Partners = new() { HasPartners = true, Partners = [AGrant.Payee with { Amount = new Money(1) }] } });
        }
    }

    [Fact]
    public void Answers_EmptyDocument_AreNotAnswered() =>
        JsonSerializer.Deserialize<GrantAnswers>("{}").ShouldBe(new GrantAnswers());

    [Fact]
    public void Answers_UnknownAndMissingMembers_AreTolerated()
    {
        var read = JsonSerializer.Deserialize<GrantAnswers>("""{"Project":{"Starts":"2026-04-01","Gone":1},"Older":{}}""")!;
        read.Project.Starts.ShouldBe(new DateOnly(2026, 4, 1));
        read.Project.Wards.ShouldBeEmpty();
    }

    [Fact]
    public void Choices_InTheDocument_AreWords()
    {
        var text = JsonSerializer.Serialize(Full);
        foreach (var word in new[] { "\"O4\"", "\"A2\"", "\"Overheads\"", "\"LatestAccounts\"", "\"RegisteredCharity\"" })
            text.ShouldContain(word);
    }

    [Fact, Trait("Rule", "G9")]
    public void Totals_InTheDocument_AreNotStored()
    {
        var line = JsonSerializer.SerializeToElement(Full).GetProperty("Budget").GetProperty("Lines")[0];
        line.EnumerateObject().Select(member => member.Name).ShouldBe(["Category", "Description", "Quantity", "UnitCost", "Requested", "MatchSource", "SpentFrom"]);
    }

    [Fact, Trait("Rule", "G12")]
    public void Answers_BankDetails_HaveNoPlace()
    {
        var asked = new HashSet<Type>();
        Follow(typeof(GrantAnswers));
        asked.ShouldContain(typeof(PartnerAnswer));
        var members = asked.SelectMany(type => type.GetProperties()).Select(member => member.Name);
        members.Where(name => new[] { "Bank", "SortCode", "Iban", "AccountN" }.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();

        void Follow(Type type)
        {
            foreach (var part in type.GetGenericArguments())
                Follow(part);
            if (type.Namespace == typeof(GrantAnswers).Namespace && asked.Add(type))
                foreach (var member in type.GetProperties())
                    Follow(member.PropertyType);
        }
    }

    [Fact]
    public void Sections_EachNamed_AfterAMember() =>
        Enum.GetNames<GrantSection>().Order().ShouldBe(typeof(GrantAnswers).GetProperties().Select(member => member.Name).Order());

    [Fact]
    public void With_OneSection_TakesThatAndNothingElse()
    {
        foreach (var section in Enum.GetValues<GrantSection>())
        {
            var one = new GrantAnswers().With(section, Full);
            typeof(GrantAnswers).GetProperties().Where(member => !Equals(member.GetValue(one), member.GetValue(new GrantAnswers())))
                .Select(member => member.Name).ShouldBe([section.ToString()]);
            GrantSections.Differing(new(), one).ShouldBe([section]);
        }

        GrantSections.Differing(new(), Full).ShouldBe(Enum.GetValues<GrantSection>());
        GrantSections.Differing(Full, Full).ShouldBeEmpty();
    }

    [Fact, Trait("Rule", "G10")]
    public void NamedPartners_AnswerIsNo_CountForNothing()
    {
        Full.NamedPartners().ShouldBe([AGrant.Payee]);
        (Full with { Partners = Full.Partners with { HasPartners = false } }).NamedPartners().ShouldBeEmpty();
    }

    [Theory, Trait("Rule", "G7")]
    [InlineData(5_000_00, "2026-04-01", "2026-09-30", ReportRhythm.MidAndEnd)]
    [InlineData(5_000_01, "2026-04-01", "2026-09-30", ReportRhythm.Quarterly)]
    [InlineData(5_000_00, "2026-04-01", "2026-10-01", ReportRhythm.Quarterly)]
    [InlineData(1, "2026-08-31", "2027-02-28", ReportRhythm.MidAndEnd)] // no 31 February: six months end with February
    [InlineData(1, "2026-08-31", "2027-03-01", ReportRhythm.Quarterly)]
    [InlineData(1, "2026-08-29", "2027-02-28", ReportRhythm.MidAndEnd)]
    [InlineData(1, "2027-08-29", "2028-02-28", ReportRhythm.MidAndEnd)]
    [InlineData(1, "2027-08-29", "2028-02-29", ReportRhythm.Quarterly)]
    [InlineData(1, "2026-07-01", "2026-12-31", ReportRhythm.MidAndEnd)] // 184 days
    [InlineData(1, "2026-02-01", "2026-08-01", ReportRhythm.Quarterly)] // 182 days, and yet longer
    [InlineData(1, "9999-12-01", "9999-12-31", ReportRhythm.MidAndEnd)]
    public void Rhythm_AroundSumAndLength_ExactlyThatIsNotMore(long pence, string starts, string ends, ReportRhythm rhythm)
    {
        GrantReports.Rhythm(new Money(pence), DateOnly.Parse(starts), DateOnly.Parse(ends), Policy.Default).ShouldBe(rhythm);
        var answers = new GrantAnswers { Project = new() { Starts = DateOnly.Parse(starts), Ends = DateOnly.Parse(ends) }, Budget = new() { Asked = new Money(pence) } };
        answers.Rhythm(Policy.Default).ShouldBe(rhythm);
        (answers with { Budget = new() }).Rhythm(Policy.Default).ShouldBeNull();
    }

    [Fact, Trait("Rule", "G7")]
    public void Rhythm_CouncilSettings_AreUsed()
    {
        var policy = Policy.Default with { GrantQuarterlyReportsAbove = Money.Pounds(1_000), GrantQuarterlyReportsAboveMonths = 3 };
        GrantReports.Rhythm(Money.Pounds(1_000), new(2026, 4, 1), new(2026, 6, 30), policy).ShouldBe(ReportRhythm.MidAndEnd);
        GrantReports.Rhythm(new Money(1_000_01), new(2026, 4, 1), new(2026, 6, 30), policy).ShouldBe(ReportRhythm.Quarterly);
        GrantReports.Rhythm(Money.Pounds(1_000), new(2026, 4, 1), new(2026, 7, 1), policy).ShouldBe(ReportRhythm.Quarterly);
    }
}
