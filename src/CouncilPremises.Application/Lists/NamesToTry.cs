using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Screening;

namespace CouncilPremises.Application.Lists;

/// <summary>Which names of a case are tried. RULEBOOK 5 XREF: group, other names, office-holders, external speakers and whoever really organises.</summary>
public static class NamesToTry
{
    /// <summary>The names, each once. An internal body's own names are not tried: for it XREF is about external speakers only. RULEBOOK 3.</summary>
    public static IReadOnlyList<NameToTry> Of(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var answers = file.Hire.Answers;
        IEnumerable<NameToTry> own = file.Hire.HirerKind switch
        {
            HirerKind.InternalBody => [],
            HirerKind.Individual => [new(file.Organisation.Name, NameTriedAs.Organiser, NameKind.Person)],
            HirerKind.Group =>
            [
                new(file.Organisation.Name, NameTriedAs.Group, NameKind.Organisation),
                .. file.Organisation.OtherNames.Select(name => new NameToTry(name, NameTriedAs.OtherName, NameKind.Organisation)),
                .. file.Organisation.OfficeHolders.Select(holder => new NameToTry(holder.Name, NameTriedAs.OfficeHolder, NameKind.Person)),
            ],
        };
        var speakers = answers.ExternalSpeakers().Where(s => !string.IsNullOrWhiteSpace(s.Name)).SelectMany(Speaker);
        return [.. own.Concat(speakers).Concat(Organiser(answers)).DistinctBy(name => (name.Text, name.As))];
    }

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
