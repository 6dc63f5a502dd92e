using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CouncilPremises.Application.Lists;

/// <summary>A company or charity as its public register has it.</summary>
/// <param name="Register">“Companies House” or “Charity Commission”.</param>
/// <param name="Number">The registered number as the register writes it; a linked charity's has its own number after a hyphen.</param>
/// <param name="Name">The name.</param>
/// <param name="OtherNames">Names it had before, or works under.</param>
/// <param name="Status">The register's word for its standing, such as Active or Removed; null in a file of other names.</param>
/// <param name="Postcode">The postcode of its address, where the file has one.</param>
/// <param name="CompanyNumber">A charity's number at Companies House, where it has one.</param>
public sealed record RegisteredBody(string Register, string Number, string Name, IReadOnlyList<string> OtherNames, string? Status = null, string? Postcode = null, string? CompanyNumber = null);

/// <summary>
/// Reads the files in which Companies House (basic company data) and the Charity Commission (charities and their other names, as JSON or as
/// tab-separated text) publish their registers. One record at a time, since they have millions; what is wrong is told with its line.
/// </summary>
public static class PublicRegisterFile
{
    /// <summary>Records between two reports of how far it got.</summary>
    public const int ReportedEvery = 250_000;

    private const string Companies = "Companies House";
    private const string Charities = "Charity Commission";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Hands over every record of the file. What was handed over counts only when nothing was wrong: the file is taken whole or not at all.</summary>
    /// <param name="content">The file; its beginning is read twice. It is left open.</param>
    /// <param name="take">Is given each record.</param>
    /// <param name="progress">Is told how many records were read.</param>
    /// <param name="cancellationToken">Ends early.</param>
    /// <returns>What is wrong, at most twenty mistakes; empty when the file was read whole.</returns>
    public static async Task<IReadOnlyList<ListFileError>> ReadAsync(Stream content, Action<RegisteredBody> take, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(take);
        var (errors, count) = (new List<ListFileError>(), 0);
        void TakeOne(RegisteredBody body)
        {
            take(body);
            if (++count % ReportedEvery == 0)
                progress?.Report(string.Create(CultureInfo.InvariantCulture, $"Read {count:N0} records"));
        }

        var start = await StartAsync(content, cancellationToken);
        if (start.StartsWith('['))
            await ReadJsonAsync(content, TakeOne, errors, cancellationToken);
        else if (start.StartsWith("CompanyName", StringComparison.Ordinal))
            ReadCompanies(content, TakeOne, errors, cancellationToken);
        else if (start.StartsWith("date_of_extract\t", StringComparison.Ordinal))
            await ReadTextAsync(content, TakeOne, errors, cancellationToken);
        else
            errors.Add(new(1, $"This is neither the basic company data of Companies House nor the Charity Commission's extract; it begins with “{ListFile.Short(start)}”."));
        if (errors.Count == 0 && count == 0)
            errors.Add(new(1, "The file has no records. A register without records is not taken."));
        return errors;
    }

    private static void ReadCompanies(Stream content, Action<RegisteredBody> take, List<ListFileError> errors, CancellationToken cancellationToken)
    {
        using var file = new ListFile(content);
        var columns = file.Next()!.Cells.Select(cell => cell.Trim()).ToList();
        var at = Columns(columns, ["CompanyName", "CompanyNumber", "CompanyStatus", "RegAddress.PostCode"], errors);
        int[] former = [.. columns.Select((column, i) => (column, i)).Where(one => one.column.StartsWith("PreviousName_", StringComparison.Ordinal) && one.column.EndsWith(".CompanyName", StringComparison.Ordinal)).Select(one => one.i)];
        foreach (var row in errors.Count > 0 ? [] : file.Rows(columns.Count))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cells = row.Cells;
            if (Lacks(cells[at[1]], cells[at[0]]) is { } lack)
                file.Note(row.Line, lack);
            else
                take(new(Companies, cells[at[1]].Trim(), cells[at[0]].Trim(), [.. former.Select(i => cells[i].Trim()).Where(name => name.Length > 0)], cells[at[2]].Trim(), cells[at[3]].Trim()));
        }

        errors.AddRange(file.Errors.OrderBy(error => error.Line));
    }

    // The text has no quotation marks to hold cells together: a tab parts cells and a line is a record
    private static async Task ReadTextAsync(Stream content, Action<RegisteredBody> take, List<ListFileError> errors, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(content, new UTF8Encoding(false), true, 1 << 16, leaveOpen: true);
        var columns = (await reader.ReadLineAsync(cancellationToken) ?? "").Split('\t').Select(cell => cell.Trim()).ToList();
        var at = Columns(columns, ["registered_charity_number", "linked_charity_number", "charity_name"], errors);
        string? Cell(string[] cells, string column) => columns.IndexOf(column) is >= 0 and var i && cells[i].Trim() is { Length: > 0 } value ? value : null;
        for (var line = 2; errors.Count is 0 || line > 2 && errors.Count < ListFileReading.MostErrors; line++)
        {
            if (await reader.ReadLineAsync(cancellationToken) is not { } text)
                return;
            var cells = text.Split('\t');
            if (cells.Length != columns.Count)
                errors.Add(new(line, $"This row has {cells.Length} cells where the heading has {columns.Count}. The file may be cut short or damaged."));
            else if ((ListFile.WhatIsWrong(text) ?? Lacks(cells[at[0]], cells[at[2]])) is { } wrong)
                errors.Add(new(line, wrong));
            else
                take(Charity(cells[at[0]], cells[at[1]], cells[at[2]], Cell(cells, "charity_registration_status"), Cell(cells, "charity_contact_postcode"), Cell(cells, "charity_company_registration_number")));
        }
    }

    private static async Task ReadJsonAsync(Stream content, Action<RegisteredBody> take, List<ListFileError> errors, CancellationToken cancellationToken)
    {
        var record = 0;
        try
        {
            await foreach (var row in JsonSerializer.DeserializeAsyncEnumerable<CharityRow>(content, Json, cancellationToken))
            {
                record++;
                var (number, name) = ($"{row?.RegisteredCharityNumber}", row?.CharityName ?? "");
                if ((ListFile.WhatIsWrong(name) ?? Lacks(number, name)) is { } wrong)
                    errors.Add(new(1, $"Record {record.ToString(CultureInfo.InvariantCulture)}: {wrong}"));
                else
                    take(Charity(number, $"{row!.LinkedCharityNumber}", name, row.CharityRegistrationStatus, row.CharityContactPostcode, row.CharityCompanyRegistrationNumber));
                if (errors.Count >= ListFileReading.MostErrors)
                    return;
            }
        }
        catch (JsonException damaged)
        {
            errors.Add(new((int)(damaged.LineNumber ?? 0) + 1, $"After record {record.ToString(CultureInfo.InvariantCulture)} the file is not readable as JSON. It may be cut short or damaged: download it again."));
        }
    }

    private static RegisteredBody Charity(string number, string linked, string name, string? status, string? postcode, string? company) =>
        new(Charities, linked.Trim() is "" or "0" ? number.Trim() : $"{number.Trim()}-{linked.Trim()}", name.Trim(), [], status, postcode, company);

    private static string? Lacks(string number, string name) =>
        string.IsNullOrWhiteSpace(number) ? "There is no registered number." : string.IsNullOrWhiteSpace(name) ? "There is no name." : null;

    private static int[] Columns(List<string> columns, string[] wanted, List<ListFileError> errors)
    {
        errors.AddRange(wanted.Where(column => !columns.Contains(column)).Select(column => new ListFileError(1, $"The heading has no column “{column}”.")));
        return [.. wanted.Select(column => columns.IndexOf(column))];
    }

    private static async Task<string> StartAsync(Stream content, CancellationToken cancellationToken)
    {
        var bytes = new byte[64];
        var read = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        content.Position = bytes.AsSpan(0, read).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        return Encoding.UTF8.GetString(bytes, 0, read).TrimStart('\uFEFF', '"', ' ', '\r', '\n');
    }

    private sealed record CharityRow(
        long? RegisteredCharityNumber, long? LinkedCharityNumber, string? CharityName, string? CharityRegistrationStatus, string? CharityContactPostcode, string? CharityCompanyRegistrationNumber);
}
