using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CouncilPremises.Screening;

namespace CouncilPremises.Application.Lists;

/// <summary>
/// Disqualified officers as Companies House sends them every week, product 192 (RULEBOOK 5, L3): a heading with the day it was made, then for
/// each person a record of who they are (1), their disqualifications (2), what they may do all the same (3) and variations of orders (4), and
/// a last line that counts the records, by which a file cut short is known.
/// </summary>
public static class DisqualifiedOfficersFile
{
    /// <summary>The letters with which the first and the last line begin.</summary>
    public const string Mark = "DISQUALS";

    private const string Name = "The disqualified officers file (product 192)";

    /// <summary>Reads the file whole, or says line by line what is wrong with it. The stream is left open.</summary>
    public static ListFileReading Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var digest = SHA256.Create();
        using var hashed = new CryptoStream(stream, digest, CryptoStreamMode.Read, leaveOpen: true);
        using var reader = new StreamReader(hashed, new UTF8Encoding(false), true, 1 << 16, leaveOpen: true);
        var reading = new Reading();
        for (var line = 1; !reading.IsHopeless && reader.ReadLine() is { } text; line++)
            reading.Take(line, text);
        reading.End();
        if (reading.Errors.Count > 0)
            return ListFileReading.Refused(reading.Errors);
        hashed.CopyTo(Stream.Null);
        return ListFileReading.Read(new ParsedList(reading.MadeOn, reading.Entries(), reading.Records, Convert.ToHexStringLower(digest.Hash!)));
    }

    /// <summary>What has been read so far.</summary>
    private sealed class Reading
    {
        private readonly Dictionary<string, EntryBuilder> people = new(StringComparer.Ordinal);
        private readonly Dictionary<char, int> counted = new() { ['1'] = 0, ['2'] = 0, ['3'] = 0, ['4'] = 0 };
        private readonly List<ListFileError> errors = [];
        private int line;
        private bool ended;

        public DateOnly? MadeOn { get; private set; }

        public int Records => counted.Values.Sum();

        public List<ListFileError> Errors => errors;

        public bool IsHopeless => errors.Count >= ListFileReading.MostErrors || (line == 1 && errors.Count > 0);

        public IReadOnlyList<ParsedEntry> Entries()
        {
            foreach (var entry in people.Values)
                entry.AddFact(ListFacts.To, ListDates.Show(entry.To));
            return [.. people.Values.Select(entry => entry.Build())];
        }

        public void Take(int number, string text)
        {
            line = number;
            if (ListFile.WhatIsWrong(text) is { } wrong)
                Note(wrong);
            else if (line == 1)
                Heading(text);
            else if (ended)
                Note("There is text after the last line, which counts the records.");
            else if (text.StartsWith(Mark, StringComparison.Ordinal))
                Trailer(text);
            else
                Record(text);
        }

        public void End()
        {
            if (errors.Count == 0 && line == 0)
                Note($"The file is empty. {Name} begins with “{Mark}” and a date.", 1);
            else if (errors.Count == 0 && !ended)
                Note("The last line, which counts the records, is missing: the file is cut short. Download it again.");
            else if (errors.Count == 0 && people.Count == 0)
                Note("The file has no entries. A list without entries is not taken.");
        }

        private void Heading(string text)
        {
            MadeOn = text.Length == 20 && text.StartsWith(Mark, StringComparison.Ordinal) ? Day(text, 12) : null;
            if (MadeOn is null)
                Note($"{Name} begins with “{Mark}”, a run number and a date; this file begins with “{ListFile.Short(text)}”.");
        }

        private void Trailer(string text)
        {
            ended = true;
            int[] found = [counted['1'], counted['2'], counted['3'], counted['4'], Records];
            var told = text.Split('/').Skip(1).Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : -1).ToArray();
            if (!told.SequenceEqual(found))
                Note($"The last line counts {string.Join("/", told)} records (people, disqualifications, exemptions, variations, all); the file has {string.Join("/", found)}. It is cut short or damaged.");
        }

        private void Record(string text)
        {
            var type = text.Length > 13 ? text[0] : ' ';
            if (!counted.TryGetValue(type, out var before))
            {
                Note($"The record begins with “{ListFile.Short(text)}”; it should be of type 1, 2, 3 or 4.");
                return;
            }

            counted[type] = before + 1;
            var key = text[1..13];
            if (!key.All(char.IsAsciiDigit))
                Note("The number of the person is not twelve digits.");
            else if (type == '1')
                Person(key, text);
            else if (!people.TryGetValue(key, out var entry))
                Note("This record is about a person of whom no record came before.");
            else if (type == '2')
                Disqualification(entry, text);
            else if (type == '3')
                Exemption(entry, text);
        }

        private void Person(string key, string text)
        {
            if (Tail(text, 29) is not { } tail)
                return;
            var parts = tail.Split('<');
            var (title, given, family) = (parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "");
            if (parts.Length < 13 || family.Length == 0)
                Note("The record of the person has no surname, or not the twelve parts it should have.");
            else if (people.TryGetValue(key, out var earlier))
                Note($"The person repeats line {earlier.Line.ToString(CultureInfo.InvariantCulture)}.");
            else
                people.Add(key, Fill(new EntryBuilder($"CH {key}", parts[10].Length > 0 ? NameKind.Organisation : NameKind.Person, line), parts, (title, given, family), text));
        }

        private EntryBuilder Fill(EntryBuilder entry, string[] parts, (string Title, string Given, string Family) name, string text)
        {
            entry.AddName(NameStanding.Primary, $"{name.Given} {name.Family}", entry.Kind == NameKind.Person && name.Given.Length > 0 ? name.Family : null);
            entry.AddFact(ListFacts.Title, name.Title);
            entry.AddFact(ListFacts.Address, string.Join(", ", parts[4..9].Append(text[21..29]).Select(part => part.Trim()).Where(part => part.Length > 0)));
            entry.AddFact(ListFacts.Nationality, parts[9]);
            entry.AddFact(ListFacts.Number, parts[10]);
            entry.AddFact(ListFacts.Source, "Companies House, product 192");
            if (string.IsNullOrWhiteSpace(text[13..21]))
                return entry;
            if (Day(text, 13) is not { } born)
                Note("The date of birth is no date.");
            else
            {
                entry.AddFact(ListFacts.BirthYears, born.Year.ToString(CultureInfo.InvariantCulture));
                entry.AddFact(ListFacts.BirthDates, ListDates.Show(born));
            }
            return entry;
        }

        private void Disqualification(EntryBuilder entry, string text)
        {
            if (text.Length < 281 || Day(text, 13) is not { } from || Day(text, 21) is not { } until || until < from)
            {
                Note("The disqualification has no first and last day, or is cut short.");
                return;
            }

            // The last of several rules how long the person is looked for
            entry.To = entry.To is { } known && known > until ? known : until;
            var (law, type, company) = (text[29..49].Trim(), text[49..79].Trim(), text[117..277].Trim());
            entry.AddFact(ListFacts.Status, $"Disqualified from {ListDates.Show(from)} to {ListDates.Show(until)}, {law}, {type}{(company.Length > 0 ? $", {company}" : "")}");
        }

        private void Exemption(EntryBuilder entry, string text)
        {
            if (Tail(text, 39) is { } company)
                entry.AddFact(ListFacts.Exemption, $"May act for {company.Trim('<', ' ')}{(Day(text, 21) is { } until ? $" until {ListDates.Show(until)}" : "")}");
        }

        // Four digits tell how long the rest is; a row cut short is shorter
        private string? Tail(string text, int at)
        {
            if (text.Length >= at + 4 && int.TryParse(text.AsSpan(at, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var length) && text.Length == at + 4 + length)
                return text[(at + 4)..];
            Note("The record is not as long as it says. The file may be cut short or damaged.");
            return null;
        }

        private void Note(string sentence, int? at = null) => errors.Add(new(at ?? Math.Max(1, line), sentence));
    }

    private static DateOnly? Day(string text, int at) =>
        text.Length >= at + 8 && DateOnly.TryParseExact(text.AsSpan(at, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
