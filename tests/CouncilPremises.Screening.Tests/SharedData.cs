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
