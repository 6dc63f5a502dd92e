using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using CouncilPremises.Application.Spreadsheets;
using CouncilPremises.Domain.Publishing;

namespace CouncilPremises.Application.Publishing;

/// <summary>Writes checked grants as the three files the public gets: 360Giving JSON, the same as a workbook, and the list the Local Government Transparency Code asks for.
/// A publication that has a reason against it is not written; asking is a mistake in the code.</summary>
public static class PublicationFiles
{
    // Letters of every script stay readable; what could be taken for markup is written as an escape
    private static readonly JavaScriptEncoder Letters = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>The columns of the transparency list, which the audit workbook's sheet of published grants has too. RULEBOOK 11.</summary>
    public static IReadOnlyList<Column<PublishedGrant>> TransparencyColumns { get; } =
    [
        new("Date awarded", 14, grant => CellValue.Of((DateOnly?)grant.AwardDate)),
        new("Period", 36, grant => CellValue.Of(grant.Period)),
        new("Department", 24, grant => CellValue.Of(grant.Department)),
        new("Beneficiary", 36, grant => CellValue.Of(grant.Recipient.Name)),
        new("Registration number", 20, grant => CellValue.Of(grant.Recipient.CharityNumber ?? PublishedIdentifiers.CompanyNumber(grant.Recipient.CompanyNumber))),
        new("Purpose", 60, grant => CellValue.Of(grant.Purpose ?? grant.Description)),
        new("Amount", 14, grant => CellValue.Of((Domain.Money?)grant.Awarded)),
    ];

    /// <summary>360Giving 1.4 as JSON: the package's fields, then the grants, in UTF-8.</summary>
    public static async Task WriteJsonAsync(Publication publication, DateTime nowUtc, Stream stream, CancellationToken cancellationToken)
    {
        ThrowIfNotReady(publication);
        var fields = GrantFields.Of(publication);
        await using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = Letters, Indented = true });
        writer.WriteStartObject();
        foreach (var (name, value) in Node(publication, GrantFields.OfPackage(nowUtc)))
        {
            writer.WritePropertyName(name);
            value!.WriteTo(writer);
        }

        writer.WriteStartArray("grants");
        foreach (var grant in publication.Grants)
        {
            Node(grant, fields).WriteTo(writer);
            await writer.FlushAsync(cancellationToken);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The same as a workbook with two sheets, grants and Meta, and no other.</summary>
    public static async Task WriteWorkbookAsync(Publication publication, DateTime nowUtc, Stream stream, CancellationToken cancellationToken)
    {
        ThrowIfNotReady(publication);
        using var workbook = new WorkbookWriter("Open data");
        await workbook.AddAsync(new Sheet<PublishedGrant>("grants",
            [.. GrantFields.Of(publication).Select(field => new Column<PublishedGrant>(field.Title, field.Width, field.Value))], publication.Grants.ToAsyncEnumerable()), cancellationToken);
        // Names stand in the first column and values in the second, from the first row on: the version is where other sheets have their headings
        var package = GrantFields.OfPackage(nowUtc).Where(field => field.Value(publication).Kind != CellKind.Blank).ToList();
        await workbook.AddAsync(new Sheet<PublishedField<Publication>>("Meta",
            [new(package[0].Title, 24, field => CellValue.Of(field.Title)), new(package[0].Value(publication).Invariant, 70, field => field.Value(publication))],
            package.Skip(1).ToAsyncEnumerable()), cancellationToken);
        await workbook.SaveAsync(stream, cancellationToken);
    }

    /// <summary>The transparency list as CSV in UTF-8, with the mark by which spreadsheet programs know it.</summary>
    public static async Task WriteTransparencyListAsync(Publication publication, Stream stream, CancellationToken cancellationToken)
    {
        ThrowIfNotReady(publication);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await CsvSheetWriter.WriteAsync(new Sheet<PublishedGrant>("Grants", TransparencyColumns, publication.Grants.ToAsyncEnumerable()), writer, cancellationToken);
    }

    private static void ThrowIfNotReady(Publication publication)
    {
        ArgumentNullException.ThrowIfNull(publication);
        if (publication.WhyNot is [var reason, ..])
            throw new InvalidOperationException(reason.Sentence);
    }

    private static JsonObject Node<T>(T row, IReadOnlyList<PublishedField<T>> fields)
    {
        var root = new JsonObject();
        foreach (var field in fields)
            if (field.Value(row) is { Kind: not CellKind.Blank } value)
                Put(root, field.Path.Split('/'), value.Kind == CellKind.Number ? JsonValue.Create(value.Number) : JsonValue.Create(value.Text!));
        return root;
    }

    private static void Put(JsonObject root, string[] path, JsonValue value)
    {
        var at = root;
        for (var step = 0; step < path.Length - 1; step++)
            if (int.TryParse(path[step + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            {
                var list = (JsonArray)(at[path[step]] ??= new JsonArray());
                if (index == list.Count)
                    list.Add(new JsonObject());
                at = (JsonObject)list[index]!;
                step++;
            }
            else
                at = (JsonObject)(at[path[step]] ??= new JsonObject());
        at[path[^1]] = value;
    }
}
