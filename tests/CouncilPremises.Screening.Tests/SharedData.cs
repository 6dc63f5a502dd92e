namespace CouncilPremises.Screening.Tests;

/// <summary>Finds the reference data that lies beside the repository on machines that have it.</summary>
internal static class SharedData
{
    internal static string? Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder != null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "data", path);
            if (File.Exists(file))
                return file;
        }

        return null;
    }

    /// <summary>Full names of the people on the UK Sanctions List of the shared data, by entry; null where it is not on this machine.</summary>
    internal static IReadOnlyList<ListedEntry>? UkPeople() => UkPeopleWithVariations()?.Select(person => person.Entry).ToList();

    /// <summary>The same with the names that the list calls variations of the primary name.</summary>
    internal static IReadOnlyList<Person>? UkPeopleWithVariations()
    {
        if (Find("uk-sanctions/uksl-format-converted-2025-04-14.csv.gz") is not { } file)
            return null;
        using var reader = new StreamReader(new System.IO.Compression.GZipStream(File.OpenRead(file), System.IO.Compression.CompressionMode.Decompress));
        reader.ReadLine();
        return [.. ReadCsv(reader).Where(row => row["Designation Type"] == "Individual" && row["Name 6"].Length > 0 && row["Name 1"].Length > 0)
            .GroupBy(row => row["Unique ID"])
            .Select(rows => new Person(
                new ListedEntry("L2", rows.Key, NameKind.Person, [.. rows.OrderBy(row => row["Name type"] == "Primary Name" ? 0 : 1).Select(ToListed).Distinct()]),
                [.. rows.Where(row => row["Name type"] == "Primary Name Variation").Select(ToListed).Except(rows.Where(row => row["Name type"] != "Primary Name Variation").Select(ToListed))]))];
    }

    /// <summary>The bodies on the UK Sanctions List of the shared data, by entry; null where it is not on this machine.</summary>
    internal static IReadOnlyList<ListedEntry>? UkBodies()
    {
        if (Find("uk-sanctions/uksl-format-converted-2025-04-14.csv.gz") is not { } file)
            return null;
        using var reader = new StreamReader(new System.IO.Compression.GZipStream(File.OpenRead(file), System.IO.Compression.CompressionMode.Decompress));
        reader.ReadLine();
        return [.. ReadCsv(reader).Where(row => row["Designation Type"] == "Entity" && row["Name 6"].Length > 0)
            .GroupBy(row => row["Unique ID"])
            .Select(rows => new ListedEntry("L2", rows.Key, NameKind.Organisation, [.. rows.Select(row => row["Name 6"].Trim()).Distinct()
                .Select(name => new ListedName(name, null, NameComparer.IsTooGeneral(name, NameKind.Organisation)))]))];
    }

    /// <summary>The names of proscribed organisations in the shared data.</summary>
    internal static IReadOnlyList<ListedEntry> Proscribed()
    {
        using var reader = new StreamReader(Find("proscribed/proscribed-organisations.csv")!);
        return [.. ReadCsv(reader).Select((row, i) => new ListedEntry("L1", $"{i}", NameKind.Organisation, [.. row["aliases"].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Prepend(row["name"])
            .Select(name => new ListedName(name, null, NameComparer.IsTooGeneral(name, NameKind.Organisation)))]))];
    }

    internal sealed record Person(ListedEntry Entry, IReadOnlyList<ListedName> Variations);

    private static ListedName ToListed(Dictionary<string, string> row)
    {
        var text = string.Join(' ', new[] { "Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6" }.Select(part => row[part].Trim()).Where(part => part.Length > 0));
        return new ListedName(text, row["Name 6"].Trim(), row["Alias strength"].StartsWith("Low", StringComparison.Ordinal) || NameComparer.IsTooGeneral(text, NameKind.Person));
    }

    /// <summary>The rows of a CSV file with a header, each as column name to value.</summary>
    internal static IEnumerable<Dictionary<string, string>> ReadCsv(TextReader reader)
    {
        var rows = Split(reader.ReadToEnd());
        var header = rows[0];
        return rows.Skip(1).Where(row => row.Count == header.Count).Select(row => header.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second));
    }

    private static List<List<string>> Split(string text)
    {
        var rows = new List<List<string>> { new() };
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        foreach (var c in text.TrimStart('\uFEFF').Replace("\"\"", "\u0001", StringComparison.Ordinal))
        {
            if (c == '"')
                quoted = !quoted;
            else if (!quoted && c is ',' or '\n' && !quoted)
            {
                rows[^1].Add(cell.ToString().TrimEnd('\r').Replace('\u0001', '"'));
                cell.Clear();
                if (c == '\n')
                    rows.Add([]);
            }
            else
                cell.Append(c);
        }

        return rows;
    }
}
