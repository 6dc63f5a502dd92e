using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Screening;

namespace CouncilPremises.Application.Lists;

/// <summary>Which names of a case are tried. RULEBOOK 5 XREF: group, other names, office-holders, external speakers and whoever really organises.</summary>
public static class NamesToTry
{
    /// <summary>The names of an application, and of a change that waits for a decision, each once.</summary>
    public static IReadOnlyList<NameToTry> Of(HireFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var now = Of(file.Hire, file.Organisation);
        return file.Proposed is { } proposed ? [.. now.Concat(Of(file, proposed.Change.Answers)).DistinctBy(name => (name.Text, name.As))] : now;
    }

    /// <summary>The names that other answers of the application give.</summary>
    public static IReadOnlyList<NameToTry> Of(HireFile file, HireAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Of(file.Hire, file.Organisation, answers);
    }

    /// <summary>The names of an application, where the whole case is not at hand.</summary>
    public static IReadOnlyList<NameToTry> Of(HireApplication hire, Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(hire);
        ArgumentNullException.ThrowIfNull(organisation);
        return Of(hire, organisation, hire.Answers);
    }

    /// <summary>The names of an application for a grant: the group's and its office-holders', and those of partners and onward payees, who are checked
    /// as applicants are. RULEBOOK 4 G10.</summary>
    public static IReadOnlyList<NameToTry> Of(GrantApplication grant, Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        ArgumentNullException.ThrowIfNull(organisation);
        return [.. Group(organisation).Concat(grant.Answers.NamedPartners().Where(partner => !string.IsNullOrWhiteSpace(partner.Name)).SelectMany(Partner)).DistinctBy(name => (name.Text, name.As))];
    }

    private static IEnumerable<NameToTry> Partner(PartnerAnswer partner)
    {
        var kind = partner.Type == OrganisationType.Individual ? NameKind.Person : NameKind.Organisation;
        yield return new NameToTry(partner.Name!, partner.IsPaid == true ? NameTriedAs.Payee : NameTriedAs.Partner, kind)
        {
            Facts = new() { Numbers = [.. new[] { partner.CharityNumber, partner.CompanyNumber }.OfType<string>()], Postcodes = ListEntryScreening.PostcodesIn(partner.Address ?? "") },
        };
        foreach (var holder in partner.OfficeHolders.Where(holder => !string.IsNullOrWhiteSpace(holder)))
            yield return new NameToTry(holder, NameTriedAs.OfficeHolder, NameKind.Person);
    }

    private static IEnumerable<NameToTry> Group(Organisation organisation) =>
    [
        new(organisation.Name, NameTriedAs.Group, NameKind.Organisation) { Facts = FactsOf(organisation) },
        .. organisation.OtherNames.Select(name => new NameToTry(name, NameTriedAs.OtherName, NameKind.Organisation) { Facts = FactsOf(organisation) }),
        .. organisation.OfficeHolders.Select(holder => new NameToTry(holder.Name, NameTriedAs.OfficeHolder, NameKind.Person)),
    ];

    // An internal body's own names are not tried: for it XREF is about external speakers only. RULEBOOK 3.
    private static IReadOnlyList<NameToTry> Of(HireApplication hire, Organisation organisation, HireAnswers answers)
    {
        IEnumerable<NameToTry> own = hire.HirerKind switch
        {
            HirerKind.InternalBody => [],
            HirerKind.Individual => [new(organisation.Name, NameTriedAs.Organiser, NameKind.Person)],
            HirerKind.Group => Group(organisation),
        };
        var speakers = answers.ExternalSpeakers().Where(s => !string.IsNullOrWhiteSpace(s.Name)).SelectMany(Speaker);
        return [.. own.Concat(speakers).Concat(Organiser(answers)).DistinctBy(name => (name.Text, name.As))];
    }

    // A registered number or postcode that agrees puts a match further up
    private static IdentifyingFacts FactsOf(Organisation organisation) => new()
    {
        Numbers = [.. new[] { organisation.CharityNumber, organisation.CompanyNumber }.OfType<string>()],
        Postcodes = ListEntryScreening.PostcodesIn(organisation.Address),
    };

    private static IEnumerable<NameToTry> Speaker(SpeakerAnswer speaker)
    {
        yield return new NameToTry(speaker.Name!, NameTriedAs.Speaker, NameKind.Person);
        if (!string.IsNullOrWhiteSpace(speaker.Organisation))
            yield return new NameToTry(speaker.Organisation, NameTriedAs.Speaker, NameKind.Organisation);
    }

    // T9: the real organiser passes XREF too.
    private static IEnumerable<NameToTry> Organiser(HireAnswers answers)
    {
        var behalf = answers.OnBehalf;
        if (!answers.HasRealOrganiser() || string.IsNullOrWhiteSpace(behalf.Who))
            yield break;
        yield return new NameToTry(behalf.Who, NameTriedAs.Organiser, behalf.IsPerson == true ? NameKind.Person : NameKind.Organisation);
        foreach (var holder in behalf.OfficeHolders)
            yield return new NameToTry(holder, NameTriedAs.OfficeHolder, NameKind.Person);
    }
}
