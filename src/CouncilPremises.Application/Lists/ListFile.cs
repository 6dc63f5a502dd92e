using System.Security.Cryptography;
using System.Text.RegularExpressions;
using CsvHelper;

namespace CouncilPremises.Application.Lists;

/// <summary>One row of a list file with the line on which it starts.</summary>
internal sealed record ListRow(int Line, IReadOnlyList<string> Cells);

/// <summary>
/// Reads a CSV file that may be cut short, damaged or hostile. Rows come one at a time; everything wrong is noted with its line.
/// </summary>
internal sealed partial class ListFile : IDisposable
{
    private const int LongestCell = 32_767;
    private const int LongestRow = 1_000_000;

    private readonly SHA256 _digest = SHA256.Create();
    private readonly CryptoStream _stream;
    private readonly CsvReader _reader;
    private readonly List<ListFileError> _errors = [];

    /// <summary>A file whose cells are parted by commas, or by another character.</summary>
    internal ListFile(Stream stream, char separator = ',')
    {
        _stream = new CryptoStream(stream, _digest, CryptoStreamMode.Read, leaveOpen: true);
        _reader = CsvReader.Create(_stream, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            MalformedData = CsvMalformedDataHandling.Throw,
            MaxRecordSize = LongestRow,
            TrackLineNumbers = true,
            DetectSeparatorHint = false,
            IncludeValuesInExceptions = false,
        }, leaveOpen: true);
    }

    internal IReadOnlyList<ListFileError> Errors => _errors;

    internal bool HasErrors => _errors.Count > 0;

    internal int RowCount { get; private set; }

    /// <summary>True when so much is wrong that reading on tells nobody anything.</summary>
    internal bool IsHopeless { get; private set; }

    internal void Note(int line, string sentence)
    {
        if (_errors.Count < ListFileReading.MostErrors)
            _errors.Add(new ListFileError(line, sentence));
        IsHopeless |= _errors.Count >= ListFileReading.MostErrors;
    }

    /// <summary>Nothing after this can be understood.</summary>
    internal void GiveUp() => IsHopeless = true;

    /// <summary>The next row as it stands, or null at the end of the file or where it cannot be read further.</summary>
    internal ListRow? Next()
    {
        try
        {
            if (IsHopeless || !_reader.Read())
                return null;
        }
        catch (CsvFormatException e)
        {
            NoteMalformed(e);
            return null;
        }

        var cells = new string[_reader.FieldCount];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = _reader.GetString(i) ?? "";
        var row = new ListRow((int)_reader.LineNumber, cells);
        CheckCells(row);
        return row;
    }

    /// <summary>The heading row must have exactly these columns in this order.</summary>
    internal void ExpectHeader(IReadOnlyList<string> columns, string name)
    {
        var row = Next();
        if (row == null)
        {
            Note(1, $"The file has no column headings. {name} has {columns.Count} columns, the first “{columns[0]}”.");
            IsHopeless = true;
            return;
        }

        if (row.Cells.Count != columns.Count)
            Note(row.Line, $"The heading has {row.Cells.Count} columns; {name} has {columns.Count}.");
        for (var i = 0; i < Math.Min(columns.Count, row.Cells.Count); i++)
            if (!string.Equals(row.Cells[i].Trim(), columns[i], StringComparison.OrdinalIgnoreCase))
                Note(row.Line, $"Column {i + 1} should be “{columns[i]}” but is “{Short(row.Cells[i])}”.");
        IsHopeless |= HasErrors;
    }

    /// <summary>The rows under the heading. Rows of another width are noted and left out.</summary>
    internal IEnumerable<ListRow> Rows(int width)
    {
        while (Next() is { } row)
        {
            RowCount++;
            if (row.Cells.Count == width)
                yield return row;
            else
                Note(row.Line, $"This row has {row.Cells.Count} cells where the heading has {width}. The file may be cut short or damaged.");
        }
    }

    /// <summary>Ends the reading: the list when nothing was wrong.</summary>
    internal ListFileReading Finish(DateOnly? publishedOn, Func<IReadOnlyList<ParsedEntry>> entries)
    {
        if (!HasErrors && RowCount == 0)
            Note(1, "The file has headings but no entries. A list without entries is not taken.");
        if (HasErrors)
            return ListFileReading.Refused([.. _errors.OrderBy(error => error.Line)]);

        _stream.CopyTo(Stream.Null);
        return ListFileReading.Read(new ParsedList(publishedOn, entries(), RowCount, Convert.ToHexStringLower(_digest.Hash!)));
    }

    internal static string Short(string text)
    {
        var visible = new string([.. text.Trim().Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)]);
        return visible.Length <= 40 ? visible : visible[..40] + "…";
    }

    private void CheckCells(ListRow row)
    {
        foreach (var cell in row.Cells)
        {
            var sentence = WhatIsWrong(cell);
            if (sentence == null)
                continue;
            Note(row.Line, sentence);
            return;
        }
    }

    /// <summary>Why a text cannot stand in a list; null when it can.</summary>
    internal static string? WhatIsWrong(string text) =>
        text.Length > LongestCell ? $"A cell holds {text.Length:N0} characters; at most {LongestCell:N0} are taken."
        : text.Contains('\0', StringComparison.Ordinal) ? "A cell holds a NUL character. The file is damaged."
        : text.Any(c => c < ' ' && c is not ('\t' or '\r' or '\n')) ? "A cell holds a control character. The file is damaged."
        : text.Contains('\uFFFD', StringComparison.Ordinal) ? "A cell holds characters that are not UTF-8. Download the file again, or save it as “CSV UTF-8”."
        : Garbled().IsMatch(text) ? "A cell holds garbled letters, such as “Ã©” for “é”: the file was saved in another encoding on its way. Download it again and do not open it in a spreadsheet first."
        : null;

    // Letters of UTF-8 that somebody read one byte at a time and wrote out again. None of them stands in the publishers' own files.
    [GeneratedRegex("[\u00C3\u00C5\u00D0\u00D1\u00D8\u00D9][\u0080-\u00BF]|\u00E2\u20AC|\u00E2\u0080[\u0080-\u00BF]")]
    private static partial Regex Garbled();

    private void NoteMalformed(CsvFormatException e)
    {
        Note((int)Math.Max(1, e.LineNumber), "This row cannot be read: its quotation marks do not match, or it is longer than any row can be. The file may be cut short or damaged.");
        IsHopeless = true;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
        _digest.Dispose();
    }
}
