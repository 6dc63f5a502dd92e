using System.Globalization;
using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;
using CouncilPremises.Screening;

namespace CouncilPremises.Application.Lists;

/// <summary>
/// The consolidated list of the United Nations Security Council in XML: individuals, then entities, each with its reference number. Read one
/// entry at a time; a document type or an entity declaration is not followed.
/// </summary>
public static class UnitedNationsFile
{
    private static readonly string[] AddressParts = ["STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY"];
    private const string Name = "The United Nations list";
    private const int LongestRangeOfYears = 10;

    // The publisher's own file has lost a letter here and there; bytes that are not UTF-8 stop the reading by themselves
    private const char Replacement = '\uFFFD';

    private static readonly string[] NameParts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"];

    // Elements that carry names. Another one of that sort would be a name nobody is compared with, so the file is refused.
    private static readonly HashSet<string> KnownNames =
        [.. NameParts, "NAME_ORIGINAL_SCRIPT", "INDIVIDUAL_ALIAS", "ENTITY_ALIAS", "ALIAS_NAME"];

    /// <summary>Reads the file whole, or says line by line what is wrong with it. The stream is left open.</summary>
    public static ListFileReading Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var digest = SHA256.Create();
        using var hashed = new CryptoStream(stream, digest, CryptoStreamMode.Read, leaveOpen: true);
        var errors = new List<ListFileError>();
        var entries = new Dictionary<string, EntryBuilder>(StringComparer.Ordinal);
        DateOnly? publishedOn = null;
        try
        {
            using var reader = XmlReader.Create(hashed, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true, CloseInput = false });
            publishedOn = ReadRoot(reader, errors);
            if (errors.Count == 0)
                ReadEntries(reader, entries, errors);
        }
        catch (XmlException damaged)
        {
            errors.Add(new(Math.Max(1, damaged.LineNumber), "The file cannot be read from here on: it is cut short, damaged, or no XML in UTF-8. Download it again."));
        }

        if (errors.Count == 0 && entries.Count == 0)
            errors.Add(new(1, "The file has no entries. A list without entries is not taken."));
        if (errors.Count > 0)
            return ListFileReading.Refused([.. errors.OrderBy(error => error.Line).Take(ListFileReading.MostErrors)]);
        hashed.CopyTo(Stream.Null);
        return ListFileReading.Read(new ParsedList(publishedOn, [.. entries.Values.Select(entry => entry.Build())], entries.Count, Convert.ToHexStringLower(digest.Hash!)));
    }

    private static DateOnly? ReadRoot(XmlReader reader, List<ListFileError> errors)
    {
        reader.MoveToContent();
        if (reader.LocalName != "CONSOLIDATED_LIST")
            errors.Add(new(Line(reader), $"{Name} begins with “CONSOLIDATED_LIST”; this file begins with “{ListFile.Short(reader.LocalName)}”."));
        else if (reader.GetAttribute("dateGenerated") is { Length: >= 10 } made && ListDates.Day(made[..10]) is { } day)
            return day;
        else
            errors.Add(new(Line(reader), $"{Name} says when it was made (“dateGenerated”); this file does not."));
        return null;
    }

    private static void ReadEntries(XmlReader reader, Dictionary<string, EntryBuilder> entries, List<ListFileError> errors)
    {
        var sections = new List<string>();
        reader.Read();
        while (!reader.EOF && errors.Count < ListFileReading.MostErrors)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "INDIVIDUAL" or "ENTITY")
            {
                var line = Line(reader);
                var kind = reader.LocalName == "INDIVIDUAL" ? NameKind.Person : NameKind.Organisation;
                Add((XElement)XNode.ReadFrom(reader), kind, line, entries, errors);
                continue;
            }

            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "INDIVIDUALS" or "ENTITIES")
                sections.Add(reader.LocalName);
            else if (reader.NodeType == XmlNodeType.Element)
                errors.Add(new(Line(reader), $"“{ListFile.Short(reader.LocalName)}” stands where an individual or an entity should."));
            reader.Read();
        }

        if (errors.Count == 0 && !sections.SequenceEqual(["INDIVIDUALS", "ENTITIES"]))
            errors.Add(new(1, $"{Name} has individuals and then entities; this file has {(sections.Count == 0 ? "neither" : string.Join(", ", sections))}."));
    }

    private static void Add(XElement element, NameKind kind, int line, Dictionary<string, EntryBuilder> entries, List<ListFileError> errors)
    {
        var reference = Text(element, "REFERENCE_NUMBER");
        var name = string.Join(' ', NameParts.Select(part => Text(element, part)).Where(part => part.Length > 0));
        var unknown = element.Descendants().FirstOrDefault(child => child.Name.LocalName.Contains("NAME", StringComparison.Ordinal) && !KnownNames.Contains(child.Name.LocalName));
        var wrong = reference.Length == 0 ? "The entry has no reference number."
            : name.Length == 0 ? "The entry has no name."
            : unknown is not null ? $"“{ListFile.Short(unknown.Name.LocalName)}” is new: names in it would be missed. The layout of the list has changed."
            : entries.TryGetValue(reference, out var earlier) ? $"The entry repeats {ListFile.Short(reference)} of line {earlier.Line.ToString(CultureInfo.InvariantCulture)}."
            : element.DescendantsAndSelf().Where(child => !child.HasElements).Select(child => ListFile.WhatIsWrong(child.Value.Replace(Replacement, '?'))).FirstOrDefault(sentence => sentence is not null);
        if (wrong is not null)
            errors.Add(new(line, wrong));
        else
            entries.Add(reference, Fill(new EntryBuilder($"UN {reference}", kind, line), element, kind, name));
    }

    private static EntryBuilder Fill(EntryBuilder entry, XElement element, NameKind kind, string name)
    {
        // Two names of one body stand in one element, parted by a semicolon
        foreach (var one in kind == NameKind.Organisation ? name.Split(';') : [name])
            entry.AddName(NameStanding.Primary, one);
        entry.AddName(NameStanding.Alias, Text(element, "NAME_ORIGINAL_SCRIPT"));
        foreach (var alias in element.Elements().Where(child => child.Name.LocalName is "INDIVIDUAL_ALIAS" or "ENTITY_ALIAS"))
            entry.AddName(Text(alias, "QUALITY") == "Low" ? NameStanding.LowQuality : NameStanding.Alias, Text(alias, "ALIAS_NAME"));

        entry.AddFact(ListFacts.UnReference, Text(element, "REFERENCE_NUMBER"));
        entry.AddFact(ListFacts.Listed, Text(element, "LISTED_ON"));
        entry.AddFact(ListFacts.Regime, $"United Nations, {Text(element, "UN_LIST_TYPE")}");
        entry.AddFact(ListFacts.Gender, Text(element, "GENDER"));
        entry.AddFact(ListFacts.Reasons, Text(element, "COMMENTS1"));
        AddValues(entry, ListFacts.Title, element, "TITLE");
        AddValues(entry, ListFacts.Position, element, "DESIGNATION");
        AddValues(entry, ListFacts.Nationality, element, "NATIONALITY");
        foreach (var place in element.Elements("INDIVIDUAL_PLACE_OF_BIRTH"))
        {
            entry.AddFact(ListFacts.BirthTown, Text(place, "CITY"));
            entry.AddFact(ListFacts.BirthCountry, Text(place, "COUNTRY"));
        }
        foreach (var address in element.Elements().Where(child => child.Name.LocalName is "INDIVIDUAL_ADDRESS" or "ENTITY_ADDRESS"))
            entry.AddFact(ListFacts.Address, string.Join(", ",
                AddressParts.Select(part => Text(address, part)).Where(part => part.Length > 0)));
        foreach (var birth in element.Elements("INDIVIDUAL_DATE_OF_BIRTH"))
            AddBirth(entry, birth);
        return entry;
    }

    private static void AddBirth(EntryBuilder entry, XElement birth)
    {
        var (date, from, to) = (Text(birth, "DATE"), ListDates.Year(Text(birth, "FROM_YEAR")), ListDates.Year(Text(birth, "TO_YEAR")));
        if (from is { } first && to is { } last && first < last && last - first <= LongestRangeOfYears)
        {
            entry.AddFact(ListFacts.BirthDates, $"{first} to {last}");
            for (var year = first; year <= last; year++)
                entry.AddFact(ListFacts.BirthYears, year.ToString(CultureInfo.InvariantCulture));
            return;
        }

        foreach (var text in new[] { date.Length > 10 ? date[..10] : date, Text(birth, "YEAR"), Text(birth, "FROM_YEAR"), Text(birth, "TO_YEAR") })
            if (ListDates.Year(text) is { } year)
            {
                entry.AddFact(ListFacts.BirthYears, year.ToString(CultureInfo.InvariantCulture));
                entry.AddFact(ListFacts.BirthDates, text);
            }
    }

    private static void AddValues(EntryBuilder entry, string fact, XElement element, string child)
    {
        foreach (var value in element.Elements(child).Elements("VALUE"))
            entry.AddFact(fact, value.Value);
    }

    private static string Text(XElement element, string child) => element.Element(child)?.Value.Trim() ?? "";

    private static int Line(XmlReader reader) => ((IXmlLineInfo)reader).LineNumber;
}
