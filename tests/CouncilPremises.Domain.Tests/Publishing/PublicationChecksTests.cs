using CouncilPremises.Domain.Publishing;
using CouncilPremises.TestSupport.Publishing;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Publishing;

/// <summary>Every rule a row is held against before it is published, and that a problem holds back nothing else.</summary>
public class PublicationChecksTests
{
    private static readonly PublishedGrant Good = Published.Grant();

    private static PublishedRecipient Unregistered => Good.Recipient with { CharityNumber = null, CompanyNumber = null, StableKey = "org-1" };

    public static TheoryData<string, PublicationRule, string> Wrong => new(
        [
            ("no reference", PublicationRule.Missing, "The reference is missing. Enter it"),
            ("no title", PublicationRule.Missing, "The title is missing. Enter it"),
            ("title of control characters", PublicationRule.Missing, "The title is missing. Enter it"),
            ("no description", PublicationRule.Missing, "The description is missing. Enter it"),
            ("no recipient", PublicationRule.Missing, "The recipient’s name is missing. Enter it"),
            ("nameless place", PublicationRule.Missing, "The name of a place is missing. Enter it"),
            ("long description", PublicationRule.TooLong, "The description is longer than 32,767 characters. Shorten it"),
            ("mail in title", PublicationRule.EmailAddress, "The title has an e-mail address in it. Take it out"),
            ("mail in description", PublicationRule.EmailAddress, "The description has an e-mail address in it. Take it out"),
            ("mail in purpose", PublicationRule.EmailAddress, "The purpose has an e-mail address in it. Take it out"),
            ("mail in name", PublicationRule.EmailAddress, "The recipient’s name has an e-mail address in it. Take it out"),
            ("charity number", PublicationRule.BadNumber, "“12” is not a charity number. It has 6 or 7 digits, or SC or NIC and 6 digits"),
            ("company number", PublicationRule.BadNumber, "“123456789” is not a company number. It has 8 characters, like 01234567 or SC123456"),
            ("no identifier", PublicationRule.NoRecipientIdentifier, "The recipient has no charity or company number and no key of its own. Enter its number"),
            ("nothing awarded", PublicationRule.NotPositive, "The amount awarded is £0. It must be more than nothing"),
            ("less than nothing awarded", PublicationRule.NotPositive, "The amount awarded is -£0.01. It must be more than nothing"),
            ("nothing asked for", PublicationRule.NotPositive, "The amount asked for is £0. It must be more than nothing"),
            ("less than nothing paid", PublicationRule.NotPositive, "The amount paid is -£1. It cannot be less than nothing"),
            ("tomorrow", PublicationRule.FutureAward, "The award date is in the future. Publish the grant on that day or later"),
            ("1989", PublicationRule.ImpossibleDate, "The award date is before 1990. Correct it"),
            ("start 1989", PublicationRule.ImpossibleDate, "The first day is before 1990. Correct it"),
            ("end far ahead", PublicationRule.ImpossibleDate, "The last day is more than 50 years ahead. Correct it"),
            ("end before start", PublicationRule.ImpossibleDate, "The last day is before the first day. Correct one of them"),
            ("no months", PublicationRule.ImpossibleDate, "The work takes 0 months. Enter 1 to 600"),
            ("currency", PublicationRule.UnknownCode, "The currency is “EUR”. Grants are published in GBP"),
            ("scope", PublicationRule.UnknownCode, "“GLS061” is not a code of location scopes. Choose one, such as GLS060"),
            ("funding type", PublicationRule.UnknownCode, "“FT99” is not a code of funding types. Choose one, such as FT03"),
            ("ward", PublicationRule.UnknownCode, "“E06000001” is not the code of a ward. It has nine characters, like E05000026"),
        ]);

    private static PublishedGrant With(string what) => what switch
    {
        "no reference" => Good with { Reference = " " },
        "no title" => Good with { Title = "" },
        "title of control characters" => Good with { Title = "\u0001 \u0002" },
        "no description" => Good with { Description = "\n" },
        "no recipient" => Good with { Recipient = Good.Recipient with { Name = "" } },
        "nameless place" => Good with { Places = [new("Saltmarsh"), new("")] },
        "long description" => Good with { Description = new string('x', 32_768) },
        "mail in title" => Good with { Title = "Ask jo.bloggs@mere.example" },
        "mail in description" => Good with { Description = "Write to <jo+bulbs@mere.co.uk>, please" },
        "mail in purpose" => Good with { Purpose = "JO@MERE.EXAMPLE" },
        "mail in name" => Good with { Recipient = Good.Recipient with { Name = "Friends (hello@friends.example)" } },
        "charity number" => Good with { Recipient = Good.Recipient with { CharityNumber = "12" } },
        "company number" => Good with { Recipient = Good.Recipient with { CompanyNumber = "123456789" } },
        "no identifier" => Good with { Recipient = Unregistered with { StableKey = null } },
        "nothing awarded" => Good with { Awarded = Money.Zero },
        "less than nothing awarded" => Good with { Awarded = new(-1) },
        "nothing asked for" => Good with { AppliedFor = Money.Zero },
        "less than nothing paid" => Good with { Paid = Money.Pounds(-1) },
        "tomorrow" => Good with { AwardDate = Published.Today.AddDays(1) },
        "1989" => Good with { AwardDate = new(1989, 12, 31) },
        "start 1989" => Good with { PlannedStart = new(1989, 12, 31) },
        "end far ahead" => Good with { PlannedEnd = new(2076, 9, 2) },
        "end before start" => Good with { PlannedStart = new(2026, 7, 2), PlannedEnd = new(2026, 7, 1) },
        "no months" => Good with { PlannedMonths = 0 },
        "currency" => Good with { Currency = "EUR" },
        "scope" => Good with { LocationScope = "GLS061" },
        "funding type" => Good with { FundingType = "FT99" },
        "ward" => Good with { Places = [new("Saltmarsh", "E06000001")] },
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Run_OneRowWrong_IsHeldBackAloneWithASentence(string what, PublicationRule rule, string sentence)
    {
        var publication = Published.Checked(Published.Least(2), With(what), Published.Least(3));
        publication.Problems.ShouldHaveSingleItem().ShouldBe(new PublicationProblem(2, what == "no reference" ? "" : Good.Reference, rule, sentence));
        publication.Grants.Select(grant => grant.Reference).ShouldBe(["GR-2026-00002", "GR-2026-00003"]);
        (publication.Found, publication.HeldBack).ShouldBe((3, 1));
        publication.WhyNot.ShouldBeEmpty();
    }

    [Fact]
    public void Rules_Each_IsTried() =>
        Wrong.Select(row => row.Data.Item2).Append(PublicationRule.Duplicate).Distinct().Order().ShouldBe(Enum.GetValues<PublicationRule>());

    [Theory]
    [InlineData("1990-01-01", "1990-01-01", 1)]
    [InlineData("2026-07-01", "2076-09-01", 600)]
    public void Run_AtTheEdge_IsPublished(string start, string end, int months)
    {
        var edge = Good with
        {
            AwardDate = Published.Today,
            PlannedStart = DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture),
            PlannedEnd = DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture),
            PlannedMonths = months,
            Awarded = new(1),
            Description = new string('x', 32_767),
        };
        Published.Checked(edge, Published.Least()).Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Meet @ the hall. Come!")]
    [InlineData("=SUM(A1)@B2")]
    [InlineData("@mere_neighbours on the usual places")]
    [InlineData("3 sessions @£20.50 each")]
    public void Run_AtSignsThatAreNoAddress_ArePublished(string text) => Published.Checked(Good with { Description = text }).Problems.ShouldBeEmpty();

    [Fact]
    public void Run_OneReferenceTwice_HoldsBackBothAndSaysWhereTheOtherIs()
    {
        var publication = Published.Checked(Published.Grant(1), Published.Grant(7), Published.Least(3), Published.Grant(7) with { Reference = "gr-2026-00007" });
        publication.Problems.ShouldBe(
        [
            new PublicationProblem(2, "GR-2026-00007", PublicationRule.Duplicate, "Row 4 has the same reference. Every grant needs its own"),
            new PublicationProblem(4, "gr-2026-00007", PublicationRule.Duplicate, "Row 2 has the same reference. Every grant needs its own"),
        ]);
        publication.Grants.Count.ShouldBe(2);
    }

    [Fact]
    public void Run_SeveralProblemsInARow_AllAreNamed() =>
        Published.Checked(Good with { Title = "", Awarded = Money.Zero, Recipient = Good.Recipient with { CharityNumber = "1", CompanyNumber = "1-1" } })
            .Problems.Select(problem => problem.Rule).ShouldBe([PublicationRule.Missing, PublicationRule.BadNumber, PublicationRule.BadNumber, PublicationRule.NotPositive]);

    [Fact]
    public void WhyNot_NothingLeftOrSettingsWrong_SaysSo()
    {
        Published.Checked().WhyNot.ShouldHaveSingleItem().Sentence.ShouldBe("There is no grant to publish yet");
        Published.Checked(Good with { Title = "" }).WhyNot.ShouldHaveSingleItem().Sentence.ShouldStartWith("No grant can be published yet");
        PublicationChecks.Run(Published.By() with { Prefix = "" }, null, [Good], Published.Today).WhyNot.ShouldHaveSingleItem().Sentence.ShouldContain("Publishing:Prefix");
    }

    [Fact]
    public void Names_WithAndWithoutAYear()
    {
        Published.Checked(Good).Name.ShouldBe("360G-fallowmere-grants-2026-27");
        Published.Checked(Good).Title.ShouldBe("Fallowmere Borough Council: grants awarded in 2026-27");
        PublicationChecks.Run(Published.By(), null, [Good], Published.Today).Name.ShouldBe("360G-fallowmere-grants");
    }

    [Fact]
    public void Tidied_LineEndsAndWhatNoFileHolds_AreMadeOne()
    {
        var tidied = (Good with { Title = "a\r\nb\rc\0d\tẑ🏛", Department = " ", Purpose = "half \uD83C pair" }).Tidied();
        tidied.Title.ShouldBe("a\nb\nc" + "d\tẑ🏛");
        tidied.Department.ShouldBeNull();
        tidied.Purpose.ShouldBe("half  pair");
        Good.Tidied().ShouldBe(Good);
    }

    [Fact]
    public void Period_WhatIsKnown_IsSaidInWords()
    {
        Good.Period.ShouldBe("1 July 2026 to 31 March 2027");
        (Good with { PlannedEnd = null }).Period.ShouldBe("9 months from 1 July 2026");
        (Good with { PlannedEnd = null, PlannedMonths = null }).Period.ShouldBe("From 1 July 2026");
        (Good with { PlannedStart = null }).Period.ShouldBe("Until 31 March 2027");
        (Good with { PlannedStart = null, PlannedEnd = null, PlannedMonths = 1 }).Period.ShouldBe("1 month");
        Published.Least().Period.ShouldBe("");
    }
}
