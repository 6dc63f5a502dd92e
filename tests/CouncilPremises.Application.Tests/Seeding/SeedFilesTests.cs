using System.Text.RegularExpressions;
using CouncilPremises.Application.Seeding;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Seeding;

public sealed partial class SeedFilesTests
{
    private static readonly SeedFolder Folder = new();

    [Fact]
    public void Premises_AsWritten_HoldTwelveVenuesFortySpacesAndThreeDivisibleHalls()
    {
        var premises = Folder.Premises();

        premises.Venues.Count.ShouldBe(12);
        premises.Spaces.Count().ShouldBe(40);
        var halls = premises.Spaces.Where(space => space.Parts.Count > 0).ToList();
        halls.Count.ShouldBe(3);
        halls.ShouldAllBe(hall => hall.Parts.Count == 2);
    }

    [Fact]
    public void Premises_Slugs_AreUniqueAndPlain()
    {
        var premises = Folder.Premises();
        var slugs = premises.Venues.Select(venue => venue.Slug).Concat(premises.Spaces.Select(space => space.Slug)).ToList();

        slugs.ShouldBeUnique();
        slugs.ShouldAllBe(slug => PlainSlug().IsMatch(slug));
    }

    [Fact]
    public void Premises_HoursCapacitiesAndBuffers_MakeSense()
    {
        var premises = Folder.Premises();

        foreach (var venue in premises.Venues)
        {
            venue.OpeningHours.ShouldNotBeEmpty();
            venue.OpeningHours.Select(hours => hours.Day).ShouldBeUnique();
            venue.OpeningHours.ShouldAllBe(hours => hours.Opens < hours.Closes);
            var own = venue.Spaces.SelectMany(space => space.Parts.Prepend(space)).Select(space => space.Slug).ToHashSet();
            venue.Closures.ShouldAllBe(closure => closure.Days > 0 && (closure.Space == null || own.Contains(closure.Space)));
        }

        foreach (var space in premises.Spaces)
        {
            space.PricePerHourPence.ShouldBePositive();
            space.Capacity.ShouldNotBeEmpty();
            (space.BufferBeforeMinutes % 15 + space.BufferAfterMinutes % 15).ShouldBe(0);
            var largest = space.Capacity.Values.Max();
            space.Parts.ShouldAllBe(part => part.Capacity.Values.Max() <= largest);
        }
    }

    [Fact]
    [Trait("Rule", "B1")]
    public void Organisations_AsWritten_AreThirtyOfEveryKindWithWhatB1Asks()
    {
        var organisations = Folder.Organisations().Organisations;

        organisations.Count.ShouldBe(30);
        organisations.Select(organisation => organisation.Slug).ShouldBeUnique();
        organisations.Select(organisation => organisation.Name).ShouldBeUnique();
        organisations.Select(organisation => organisation.Type).Distinct().Count().ShouldBeGreaterThanOrEqualTo(7);
        Enum.GetValues<HirerKind>().ShouldBeSubsetOf(organisations.Select(organisation => organisation.Kind).Distinct());
        organisations.Where(o => o.Type == OrganisationType.RegisteredCharity).ShouldAllBe(o => o.CharityNumber != null);
        organisations.Where(o => o.Type == OrganisationType.Company).ShouldAllBe(o => o.CompanyNumber != null && o.CompanyNumber.Length == 8);
        organisations.Where(o => o.Kind == HirerKind.Group).ShouldAllBe(o => o.OfficeHolders.Count >= 2);
    }

    [Fact]
    public void Organisations_Members_AreKnownPeopleAndCoverLeadAndSignatory()
    {
        var people = Folder.People().GroupPeople.Select(person => person.Email).ToHashSet();

        foreach (var organisation in Folder.Organisations().Organisations)
        {
            organisation.Members.ShouldAllBe(member => people.Contains(member.Email));
            var roles = organisation.Members.SelectMany(member => member.Roles).ToHashSet();
            roles.ShouldContain(Roles.LeadContact, organisation.Name);
            roles.ShouldContain(Roles.Signatory, organisation.Name);
        }
    }

    [Fact]
    [Trait("Rule", "S1")]
    [Trait("Rule", "S2")]
    public void People_Staff_FillEveryRoleWithEnoughForFourEyes()
    {
        var staff = Folder.People().Staff;

        int Holders(Roles role) => staff.Count(person => person.Roles.Contains(role));
        foreach (var role in new[]
        {
            Roles.FacilitiesOfficer, Roles.FacilitiesApprover, Roles.GrantOfficer, Roles.GrantApprover, Roles.FinanceOfficer,
            Roles.SafeguardingOfficer, Roles.Reviewer, Roles.Administrator,
        })
            Holders(role).ShouldBeGreaterThanOrEqualTo(2, role.ToString());
        foreach (var role in new[] { Roles.PreventLead, Roles.InformationOfficer, Roles.Auditor, Roles.Director })
            Holders(role).ShouldBeGreaterThanOrEqualTo(1, role.ToString());
        staff.ShouldContain(person => person.Roles.Count > 1);
        staff.Where(person => person.Roles.Contains(Roles.Administrator)).ShouldAllBe(person => person.Roles.Count == 1);
    }

    [Fact]
    public void People_Contacts_CanNeverReachAnybody()
    {
        var people = Folder.People();
        var emails = people.Staff.Select(p => p.Email).Concat(people.GroupPeople.Select(p => p.Email)).ToList();
        var phones = people.Staff.Select(p => p.Phone).Concat(people.GroupPeople.Select(p => p.Phone))
            .Concat(Folder.Premises().Venues.Select(venue => venue.Phone));

        emails.ShouldBeUnique();
        emails.ShouldAllBe(email => email.EndsWith(".example", StringComparison.Ordinal));
        phones.ShouldAllBe(phone => DramaNumber().IsMatch(phone));
        people.DemoPassword.Length.ShouldBeGreaterThanOrEqualTo(12);
    }

    [Fact]
    public void Applications_AsWritten_NameKnownHirersAndRoomsAndCoverEveryRestingState()
    {
        var seeds = Folder.Applications().Applications;

        seeds.Select(seed => seed.Key).ShouldBeUnique();
        seeds.Where(seed => seed.Caller is null).Select(seed => seed.Organisation).ShouldBeSubsetOf(Folder.Organisations().Organisations.Select(organisation => organisation.Slug));
        seeds.Select(seed => seed.Space).ShouldBeSubsetOf(Folder.Premises().Spaces.Select(space => space.Slug));
        seeds.Select(seed => seed.Reach).Distinct().ShouldBe(Enum.GetValues<CaseState>().Except([CaseState.Approved]), ignoreOrder: true);
        seeds.ShouldAllBe(seed => seed.Answers.Event.Description!.Length >= 50);
    }

    [Fact]
    public void BankHolidays_OfFourYears_AreWorkdaysWithSubstitutes()
    {
        var days = Folder.BankHolidays().Events.Select(holiday => holiday.Date).ToList();

        days.Select(day => day.Year).Distinct().ShouldBe([2025, 2026, 2027, 2028]);
        days.Count.ShouldBe(32);
        days.ShouldBeInOrder();
        days.ShouldAllBe(day => day.DayOfWeek != DayOfWeek.Saturday && day.DayOfWeek != DayOfWeek.Sunday);
        days.ShouldContain(new DateOnly(2026, 12, 28));
        days.ShouldContain(new DateOnly(2027, 3, 26));
    }

    [Fact]
    [Trait("Rule", "DEC")]
    public void Declaration_VersionOne_IsTheRulebooksSevenPoints()
    {
        var text = Folder.Declaration(1);

        text.ShouldStartWith("For [group], about [booking / bookings for 12 months / grant]:\n1. We will obey the law.");
        text.ShouldEndWith("7. The council judges conduct on evidence, gives reasons, and will review its decision if asked.\n");
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(8);
    }

    [Theory]
    [InlineData("N1")]
    [InlineData("N2")]
    [InlineData("N5")]
    [InlineData("N6")]
    [InlineData("N7")]
    [InlineData("N8")]
    [InlineData("N9")]
    [InlineData("N10")]
    [InlineData("N11")]
    [InlineData("N12")]
    public void Notice_Template_HasSubjectContactAccessibleFormatAndOnlyListedPlaceholders(string code)
    {
        var text = File.ReadAllText(Solution.PathTo($"seed/notices/{code}.md"));
        var listed = Listed().Matches(File.ReadAllText(Solution.PathTo("seed/notices/README.md"))).Select(match => match.Groups[1].Value).ToHashSet();

        text.ShouldStartWith("---\nsubject: {{reference}}:");
        text.ShouldContain("{{contact}}");
        text.ShouldContain("large print, braille");
        Placeholder().Matches(text).Select(match => match.Groups[1].Value).ShouldAllBe(name => listed.Contains(name));
        text.Split(' ', '\n').Length.ShouldBeLessThan(300, "a letter fits a page");
    }

    [Theory]
    [InlineData("N9")]
    [InlineData("N10")]
    public void Notice_OfRefusal_SaysHowToAnswerOrChallenge(string code)
    {
        var text = File.ReadAllText(Solution.PathTo($"seed/notices/{code}.md"));

        text.ShouldContain(code == "N9" ? "Tell us your side by {{deadline}}" : "Ask for a review by {{review_deadline}}");
        text.Contains("Ombudsman", StringComparison.Ordinal).ShouldBe(code == "N10");
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex PlainSlug();

    [GeneratedRegex(@"^(01632 960\d{3}|07700 900\d{3})$")]
    private static partial Regex DramaNumber();

    [GeneratedRegex(@"\{\{(\w+)\??\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^\| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Listed();
}
