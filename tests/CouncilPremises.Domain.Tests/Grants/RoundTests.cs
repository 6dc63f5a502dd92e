using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Time;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Grants;

[Trait("Rule", "Clocks")]
public class RoundTests
{
    private static readonly Guid Us = new("0197a000-0000-7000-8000-00000000000a");
    private static readonly Guid Others = new("0197a000-0000-7000-8000-00000000000b");

    [Theory]
    // Winter: London is UTC. The last second is in, the stated minute is not
    [InlineData("2026-01-05T09:00", "2026-02-01T12:00", "2026-02-01T11:59:59Z", true)]
    [InlineData("2026-01-05T09:00", "2026-02-01T12:00", "2026-02-01T12:00:00Z", false)]
    [InlineData("2026-01-05T09:00", "2026-02-01T12:00", "2026-01-05T08:59:59Z", false)]
    [InlineData("2026-01-05T09:00", "2026-02-01T12:00", "2026-01-05T09:00:00Z", true)]
    // Opened in winter, closes in summer: noon in London is 11:00 UTC
    [InlineData("2026-03-02T09:00", "2026-04-10T12:00", "2026-04-10T10:59:59Z", true)]
    [InlineData("2026-03-02T09:00", "2026-04-10T12:00", "2026-04-10T11:00:00Z", false)]
    // Opened in summer, closes in winter: midnight in London is midnight UTC
    [InlineData("2026-10-01T09:00", "2026-11-01T00:00", "2026-10-31T23:59:59Z", true)]
    [InlineData("2026-10-01T09:00", "2026-11-01T00:00", "2026-11-01T00:00:00Z", false)]
    [InlineData("2026-10-01T09:00", "2026-11-01T00:00", "2026-10-01T07:59:59Z", false)]
    [InlineData("2026-10-01T09:00", "2026-11-01T00:00", "2026-10-01T08:00:00Z", true)]
    // On the nights themselves, the last minute before and the first after the change
    [InlineData("2026-03-02T09:00", "2026-03-29T02:00", "2026-03-29T00:59:59Z", true)]
    [InlineData("2026-03-02T09:00", "2026-03-29T02:00", "2026-03-29T01:00:00Z", false)]
    [InlineData("2026-10-01T09:00", "2026-10-25T02:00", "2026-10-25T01:59:59Z", true)]
    [InlineData("2026-10-01T09:00", "2026-10-25T02:00", "2026-10-25T02:00:00Z", false)]
    [InlineData("2026-10-01T09:00", "2026-10-25T00:59", "2026-10-24T23:58:59Z", true)]
    [InlineData("2026-10-01T09:00", "2026-10-25T00:59", "2026-10-24T23:59:00Z", false)]
    public void IsOpen_ToTheSecond_FollowsTheHallClock(string opens, string closes, string nowUtc, bool isOpen)
    {
        var round = Round(opens, closes);
        round.IsOpen(Utc(nowUtc)).ShouldBe(isOpen);
        (round.WhyClosed(Us, Utc(nowUtc)) is null).ShouldBe(isOpen);
    }

    [Theory]
    [InlineData("2026-03-29T01:00", "no such time")]
    [InlineData("2026-03-29T01:59", "no such time")]
    [InlineData("2026-10-25T01:00", "comes twice")]
    [InlineData("2026-10-25T01:59", "comes twice")]
    [InlineData("2026-03-29T00:59", null)]
    [InlineData("2026-03-29T02:00", null)]
    [InlineData("2026-10-25T00:59", null)]
    [InlineData("2026-10-25T02:00", null)]
    public void Mistakes_TimesTheClocksSkipOrShowTwice_AreRefusedWithTheirField(string wall, string? said)
    {
        var closing = Facts("2026-03-02T09:00", wall).Mistakes();
        var opening = Facts(wall, "2027-01-01T12:00").Mistakes();
        if (said is null)
        {
            closing.ShouldBeEmpty();
            opening.ShouldBeEmpty();
            return;
        }
        closing.ShouldHaveSingleItem().Field.ShouldBe("Closes");
        closing[0].Sentence.ShouldContain(said);
        closing[0].Sentence.ShouldContain("before 01:00 or from 02:00");
        opening.ShouldHaveSingleItem().Field.ShouldBe("Opens");
    }

    [Theory]
    [InlineData("2026-10-25T00:59", false)]
    [InlineData("2026-10-25T01:00", true)]
    [InlineData("2026-10-25T01:59", true)]
    [InlineData("2026-10-25T02:00", false)]
    [InlineData("2026-03-29T01:30", false)]
    public void ComesTwice_NightTheClocksGoBack_IsOneHour(string wall, bool twice) => CouncilTime.ComesTwice(Civil(wall)).ShouldBe(twice);

    [Fact]
    public void Mistakes_NothingEntered_AsksForEverything() =>
        new RoundFacts(" ", "", null, null).Mistakes().Select(mistake => mistake.Field).ShouldBe(["Title", "Description", "Opens", "Closes"]);

    [Theory]
    [InlineData("2026-03-02T09:00", "2026-03-02T09:00", false)]
    [InlineData("2026-03-02T09:00", "2026-03-02T08:59", false)]
    [InlineData("2026-03-02T09:00", "2026-03-02T09:01", true)]
    public void Mistakes_ClosingNotAfterOpening_IsRefused(string opens, string closes, bool isRight) => (Facts(opens, closes).Mistakes().Count == 0).ShouldBe(isRight);

    [Fact]
    public void WhyClosed_LetInLate_HoldsForThatOrganisationUntilItsInstant()
    {
        var round = Round("2026-01-05T09:00", "2026-02-01T12:00");
        var until = Utc("2026-02-03T17:00:00Z");
        round.LetIn(new LatePermission(Guid.CreateVersion7(), Us, until, "Their street had no power for two days.", Others, Utc("2026-02-01T13:00:00Z")));

        round.Version.ShouldBe(2);
        round.WhyClosed(Us, until.AddSeconds(-1)).ShouldBeNull();
        round.WhyClosed(Us, until).ShouldNotBeNull().Sentence.ShouldContain("closed on Sunday 1 February 2026, 12:00");
        round.WhyClosed(Others, until.AddSeconds(-1)).ShouldNotBeNull();
        round.IsOpen(until.AddSeconds(-1)).ShouldBeFalse();
    }

    [Fact]
    public void WhyClosed_BeforeOpening_SaysWhen() =>
        Round("2026-06-01T09:00", "2026-07-01T12:00").WhyClosed(Us, Utc("2026-06-01T07:59:59Z")).ShouldNotBeNull().Sentence.ShouldBe("This round opens on Monday 1 June 2026, 09:00. Come back then.");

    private static GrantRound Round(string opens, string closes) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), "spring", Facts(opens, closes), 1, Utc("2026-01-01T00:00:00Z"));

    private static RoundFacts Facts(string opens, string closes) => new("Spring", "For projects that bring people together.", Civil(opens), Civil(closes));

    private static CivilTime Civil(string wall)
    {
        var at = DateTime.Parse(wall, System.Globalization.CultureInfo.InvariantCulture);
        return new CivilTime(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at));
    }

    private static DateTime Utc(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
}
