using System.IO.Compression;
using System.Text;

namespace CouncilPremises.Application.Lists;

/// <summary>
/// A table of names from a comma-separated file of any origin: with or without a byte-order mark, gzipped or not, with stray quotation marks,
/// short rows or empty lines. Nothing in it makes reading fail; a short row has empty cells, and what stands too much goes into the last cell.
/// </summary>
public sealed class NameTable
{
    private NameTable(IReadOnlyList<string> columns, IReadOnlyList<string[]> rows) => (Columns, Rows) = (columns, rows);

    /// <summary>The headings, as they stand.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The rows under the headings, without empty lines.</summary>
    public IReadOnlyList<string[]> Rows { get; }

    /// <summary>Reads a table whole. The stream is left open.</summary>
    public static NameTable Read(Stream stream)
    {
        using var reader = new StreamReader(Unpacked(stream), Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var rows = Split(reader.ReadToEnd()).Where(row => row.Count > 1 || row[0].Trim().Length > 0).ToList();
        if (rows.Count == 0)
            return new NameTable([], []);
        return new NameTable([.. rows[0].Select(name => name.Trim())], [.. rows.Skip(1).Select(row => Fit(row, rows[0].Count))]);
    }

    /// <summary>A stream whose content is not gzipped, whatever it was.</summary>
    public static Stream Unpacked(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var (first, second) = (stream.ReadByte(), stream.ReadByte());
        stream.Position = 0;
        return (first, second) is (0x1F, 0x8B) ? new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true) : stream;
    }

    /// <summary>Where a column stands, whatever its case; -1 where there is none.</summary>
    public int Find(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (string.Equals(Columns[i], column, StringComparison.OrdinalIgnoreCase))
                return i;
        return -1;
    }

    /// <summary>What to tell somebody whose file lacks columns; null when all are there.</summary>
    public string? Lacks(params string[] columns)
    {
        var missing = columns.Where(column => Find(column) < 0).ToList();
        if (missing.Count == 0)
            return null;
        var has = Columns.Count == 0 ? "It is empty." : $"It has: {string.Join(", ", Columns)}.";
        return $"The file has no column {string.Join(" or ", missing.Select(column => $"“{column}”"))}. {has} Add the column to the first line and try again.";
    }

    /// <summary>Writes a line of cells, in quotation marks where needed.</summary>
    public static void WriteRow(TextWriter writer, IEnumerable<string> cells)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(string.Join(',', cells.Select(Quoted)));
        writer.Write("\r\n");
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static string[] Fit(List<string> row, int width)
    {
        if (row.Count > width)
            return [.. row.Take(width - 1), string.Join(',', row.Skip(width - 1))];
        return [.. row, .. Enumerable.Repeat("", width - row.Count)];
    }

    // A quotation mark inside a cell that did not begin with one is a letter like any other
    private static IEnumerable<List<string>> Split(string text)
    {
        var (row, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && (quoted || cell.Length == 0))
            {
                var isLiteral = quoted && i + 1 < text.Length && text[i + 1] == '"';
                if (isLiteral)
                    cell.Append(text[i++]);
                else
                    quoted = !quoted;
            }
            else if (!quoted && c is ',' or '\n' or '\r' && !quoted)
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == ',')
                    continue;
                i += c == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                yield return row;
                row = [];
            }
            else
                cell.Append(c);
        }

        if (row.Count > 0 || cell.Length > 0)
            yield return [.. row, cell.ToString()];
    }
}
