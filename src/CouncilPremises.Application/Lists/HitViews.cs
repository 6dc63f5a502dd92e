using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Screening;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Lists;

/// <summary>A piece of evidence as a page shows it.</summary>
/// <param name="NamePart">The word of the name we were given, its letters marked; empty where it has none.</param>
/// <param name="ListedPart">The word of the listed name, its letters marked; empty where it has none.</param>
/// <param name="Sentence">The reason in plain English.</param>
/// <param name="Weight">How much it counts, in words.</param>
/// <param name="IsFor">It speaks for a match.</param>
/// <param name="IsAgainst">It contradicts a match; a word merely missing does neither.</param>
public sealed record EvidenceLine(
    IReadOnlyList<LetterRun> NamePart, IReadOnlyList<LetterRun> ListedPart, string Sentence, string Weight, bool IsFor, bool IsAgainst);

/// <summary>An identifier to compare: what the list says of it, what we know, and what that would mean.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="OnList">What the list says; null when it says nothing.</param>
/// <param name="Given">What the application says; null when it does not and the person may be asked.</param>
/// <param name="Advice">What would make the match more or less likely.</param>
public sealed record IdentifierAdvice(IdentifierKind Kind, string? OnList, string? Given, string Advice);

/// <summary>All about one hit: why it was found, and what the list says of the entry.</summary>
/// <param name="Evidence">The reasons, word by word.</param>
/// <param name="OtherNames">Further names of the entry; weak aliases say so.</param>
/// <param name="Facts">The list's own facts.</param>
/// <param name="Identifiers">What to compare.</param>
/// <param name="LeftTheList">The entry is not on the edition in use any more.</param>
public sealed record HitDetails(
    IReadOnlyList<EvidenceLine> Evidence, IReadOnlyList<string> OtherNames, IReadOnlyDictionary<string, string> Facts,
    IReadOnlyList<IdentifierAdvice> Identifiers, bool LeftTheList);

/// <summary>Reads a hit for an officer's page.</summary>
public sealed class HitViews(AppDbContext db)
{
    /// <summary>All about a hit of a case that was read for the officer.</summary>
    public async Task<HitDetails> ReadAsync(CaseFile file, Hit hit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(hit);
        var entry = await db.ListEntries.AsNoTracking().SingleOrDefaultAsync(e => e.ListVersionId == hit.ListVersionId && e.Key == hit.EntryKey, cancellationToken);
        var facts = entry?.Facts ?? new Dictionary<string, string>();
        var isListed = hit.ListVersionId is null || await (
            from e in db.ListEntries
            where e.Key == hit.EntryKey
            join v in db.ListVersions on e.ListVersionId equals v.Id
            where v.List == hit.List && v.IsLive
            select e.Id).AnyAsync(cancellationToken);
        return new HitDetails(
            Evidence(file, hit, entry),
            entry is null ? [] : [.. entry.Names.Where(name => name.Text != hit.MatchedName).Select(name => name.IsWeak ? $"{name.Text} (weak alias)" : name.Text)],
            facts, Identifiers(file.Organisation, hit, entry, facts), !isListed);
    }

    // Compared again, so that every word has its sentence; where the entry is not at hand, the sentences kept when it was found
    private static IReadOnlyList<EvidenceLine> Evidence(CaseFile file, Hit hit, ListEntry? entry)
    {
        var tried = file.NamesToTry.FirstOrDefault(name => name.Text == hit.NameTried && name.As == hit.TriedAs);
        var listed = entry?.Names.FirstOrDefault(name => name.Text == hit.MatchedName);
        if (tried is null || entry is null || listed is null)
            return [.. hit.Why.Select(sentence => new EvidenceLine([], [], sentence, "", true, false))];
        var other = entry.ToScreening(hit.List);
        var match = ScreeningIndex.Build([other with { Names = [new ListedName(listed.Text, listed.FamilyName, listed.IsWeak)] }]).Find(tried.ToScreening()) is [var first, ..] ? first : null;
        return match is null
            ? [.. hit.Why.Select(sentence => new EvidenceLine([], [], sentence, "", true, false))]
            : [.. match.Evidence.Select(Line)];
    }

    private static EvidenceLine Line(Evidence evidence) => new(
        LetterDifference.Of(evidence.NamePart, evidence.ListedPart), LetterDifference.Of(evidence.ListedPart, evidence.NamePart), evidence.Sentence,
        evidence.Weight switch { EvidenceWeight.Little => "Counts little", EvidenceWeight.Some => "Counts", EvidenceWeight.Much => "Counts most" },
        evidence.IsFor, evidence.IsContradiction);

    private static IReadOnlyList<IdentifierAdvice> Identifiers(Organisation organisation, Hit hit, ListEntry? entry, IReadOnlyDictionary<string, string> facts)
    {
        var isBody = hit.TriedAs is NameTriedAs.Group or NameTriedAs.OtherName || facts.GetValueOrDefault(ListFacts.Type) == "Body";
        string? Fact(params string[] names) => string.Join("; ", names.Select(name => facts.GetValueOrDefault(name, "")).Where(value => value.Length > 0)) is { Length: > 0 } found ? found : null;
        var number = string.Join(", ", new[] { organisation.CharityNumber, organisation.CompanyNumber }.OfType<string>());
        return isBody
            ?
            [
                Advise(IdentifierKind.RegisteredNumber, Fact(ListFacts.Number), number.Length > 0 ? number : null, "The same number makes it almost certain; another number of the same register all but rules it out."),
                Advise(IdentifierKind.Address, Fact(ListFacts.Address), organisation.Address, "The same address makes it much more likely. An address in another country says little: branches share names."),
                Advise(IdentifierKind.Activities, Fact(ListFacts.Reasons, ListFacts.Position), null, "Another purpose makes it less likely. Compare what the group does with why the entry is listed."),
                Advise(IdentifierKind.Town, null, null, "A local body of another town is most often another body."),
            ]
            :
            [
                Advise(IdentifierKind.BirthYear, Born(facts), null, "The same year makes it more likely; a year that is two or more away makes it unlikely. You may ask the person."),
                Advise(IdentifierKind.Town, Fact(ListFacts.BirthTown), null, $"The same town of birth makes it more likely, another town less.{(Fact(ListFacts.BirthCountry) is { } country ? $" The list gives the country of birth as {country}." : "")}"),
                Advise(IdentifierKind.MiddleName, Listed(hit, entry), MiddleNames(hit.NameTried, null), "A middle name that the listed person does not have makes it less likely. You may ask the person."),
                Advise(IdentifierKind.Address, Fact(ListFacts.Address), null, "The same address makes it much more likely."),
                Advise(IdentifierKind.PublicRole, Fact(ListFacts.Position, ListFacts.Status), null, "The same office makes it more likely. A known local person with another life story is most often another person."),
            ];
    }

    // "17/05/1961; 1961" says the year twice
    private static string? Born(IReadOnlyDictionary<string, string> facts)
    {
        var said = new[] { ListFacts.BirthDates, ListFacts.BirthYears }.SelectMany(name => facts.GetValueOrDefault(name, "").Split("; ", StringSplitOptions.RemoveEmptyEntries)).Distinct().ToList();
        return said.Where(one => !said.Exists(other => other.Length > one.Length && other.Contains(one, StringComparison.Ordinal))).ToList() is { Count: > 0 } left ? string.Join("; ", left) : null;
    }

    // The middle names of the entry's main name and of the one that was found; null when neither has any
    private static string? Listed(Hit hit, ListEntry? entry)
    {
        var names = entry?.Names.Take(1).Concat(entry.Names.Where(name => name.Text == hit.MatchedName)) ?? [];
        return names.Select(name => MiddleNames(name.Text, name.FamilyName)).OfType<string>().Distinct().ToList() is { Count: > 0 } found ? string.Join("; ", found) : null;
    }

    private static string? MiddleNames(string name, string? familyName)
    {
        var given = familyName is not null && name.EndsWith(familyName, StringComparison.OrdinalIgnoreCase) ? name[..^familyName.Length] : name.Contains(' ', StringComparison.Ordinal) ? name[..name.LastIndexOf(' ')] : "";
        return given.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } words ? string.Join(' ', words.Skip(1)) : null;
    }

    private static IdentifierAdvice Advise(IdentifierKind kind, string? onList, string? given, string advice) => new(kind, onList, given, advice);
}
