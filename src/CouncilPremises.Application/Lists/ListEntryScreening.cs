using System.Text.RegularExpressions;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Screening;

namespace CouncilPremises.Application.Lists;

/// <summary>Carries entries between the file, the database and the comparer.</summary>
public static partial class ListEntryScreening
{
    /// <summary>A parsed entry as a row of an edition. A ship is neither person nor body.</summary>
    public static ListEntry ToListEntry(this ParsedEntry entry, Guid listVersionId)
    {
        ArgumentNullException.ThrowIfNull(entry);
        bool? isPerson = entry.Kind switch
        {
            NameKind.Person => true,
            NameKind.Organisation => false,
            NameKind.Vessel or NameKind.Unknown => null,
        };
        return new ListEntry(
            Guid.CreateVersion7(),
            listVersionId,
            entry.Key,
            isPerson,
            [.. entry.Names.Select(name => new ListName(name.Text, name.FamilyName, name.IsWeak))],
            entry.Facts,
            entry.Hash());
    }

    /// <summary>The same entry in another edition.</summary>
    public static ListEntry CopyTo(this ListEntry entry, Guid listVersionId)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new ListEntry(Guid.CreateVersion7(), listVersionId, entry.Key, entry.IsPerson, entry.Names, entry.Facts, entry.Hash);
    }

    /// <summary>A stored entry as the comparer reads it.</summary>
    public static ListedEntry ToScreening(this ListEntry entry, ListCode list)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var kind = entry.IsPerson switch
        {
            true => NameKind.Person,
            false => NameKind.Organisation,
            null => entry.Facts.TryGetValue(ListFacts.Type, out var type) && type == "Ship" ? NameKind.Vessel : NameKind.Unknown,
        };
        return new ListedEntry(
            list.ToString(),
            entry.Key,
            kind,
            [.. entry.Names.Select(name => new ListedName(name.Text, name.FamilyName, name.IsWeak))],
            ListFacts.ReadBirthYears(entry.Facts))
        { Facts = IdentifyingFactsOf(entry.Facts) };
    }

    // Facts hold several values parted by "; "; a postcode stands somewhere in an address
    private static IdentifyingFacts IdentifyingFactsOf(IReadOnlyDictionary<string, string> facts) => new()
    {
        BirthDates = [.. Values(facts, ListFacts.BirthDates).Select(BirthDate.Read).OfType<BirthDate>()],
        Postcodes = PostcodesIn(facts.GetValueOrDefault(ListFacts.Address, "")),
        Numbers = [.. Values(facts, ListFacts.Number)],
    };

    /// <summary>The postcodes in an address.</summary>
    internal static IReadOnlyList<string> PostcodesIn(string address) => [.. Postcode().Matches(address).Select(match => match.Value)];

    private static string[] Values(IReadOnlyDictionary<string, string> facts, string fact) =>
        facts.GetValueOrDefault(fact, "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Postcode();
}
