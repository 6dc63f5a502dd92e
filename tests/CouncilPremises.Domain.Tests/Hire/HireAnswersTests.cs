using System.Text.Json;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Time;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Hire;

public class HireAnswersTests
{
    [Fact]
    public void Answers_WrittenAndReadBack_AreEqual()
    {
        var answers = A.Hire() with
        {
            Speakers = new SpeakersAnswers { Kind = SpeakersKind.External, External = [new SpeakerAnswer { Name = "Ada Lee", Dates = [new(2026, 3, 24)] }] },
            Insurance = new InsuranceAnswers { Sum = Money.Pounds(5_000_000), Expiry = new DateOnly(2027, 1, 1) },
        };
        var read = JsonSerializer.Deserialize<HireAnswers>(JsonSerializer.Serialize(answers))!;
        read.ShouldBe(answers);
        read.GetHashCode().ShouldBe(answers.GetHashCode());
        read.ShouldNotBe(answers with { Speakers = new SpeakersAnswers { Kind = SpeakersKind.External, External = [new SpeakerAnswer { Name = "Ada Leigh" }] } });
    }

    [Fact]
    public void Answers_EmptyDocument_AreNotAnswered() =>
        JsonSerializer.Deserialize<HireAnswers>("{}").ShouldBe(new HireAnswers());

    [Fact]
    public void Answers_UnknownAndMissingMembers_AreTolerated()
    {
        var read = JsonSerializer.Deserialize<HireAnswers>("""{"When":{"FirstDay":"2026-03-24","Gone":1},"Older":{}}""")!;
        read.When.FirstDay.ShouldBe(new DateOnly(2026, 3, 24));
        read.When.Recurrence.ShouldBe(new Recurrence());
    }

    [Fact]
    public void Choices_InTheDocument_AreWords() =>
        JsonSerializer.Serialize(A.Hire()).ShouldContain("\"Kind\":\"Members\"");

    [Fact]
    public void Sections_EachNamed_AfterAMember() =>
        Enum.GetNames<HireSection>().Order().ShouldBe(typeof(HireAnswers).GetProperties().Where(p => p.PropertyType.Namespace!.EndsWith("Hire", StringComparison.Ordinal)).Select(p => p.Name).Order());
}
