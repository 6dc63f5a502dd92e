using System.Runtime.CompilerServices;

namespace CouncilPremises.Application.Spreadsheets;

/// <summary>A column: its heading, its width in characters, and where its value comes from.</summary>
public sealed record Column<T>(string Heading, int Width, Func<T, CellValue> Value);

/// <summary>A heading and a width.</summary>
public sealed record ColumnHead(string Heading, int Width);

/// <summary>A sheet as a writer sees it: columns, and rows as they stream in. It knows no file format.</summary>
public abstract class Sheet
{
    /// <summary>A sheet of this name and these columns.</summary>
    protected Sheet(string name, IReadOnlyList<ColumnHead> columns) => (Name, Columns) = (name, columns);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its columns.</summary>
    public IReadOnlyList<ColumnHead> Columns { get; }

    /// <summary>Its rows, once; a cell a column.</summary>
    public abstract IAsyncEnumerable<IReadOnlyList<CellValue>> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>Typed columns over a streamed query.</summary>
public sealed class Sheet<T>(string name, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows)
    : Sheet(name, [.. columns.Select(column => new ColumnHead(column.Heading, column.Width))])
{
    /// <inheritdoc />
    public override async IAsyncEnumerable<IReadOnlyList<CellValue>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in rows.WithCancellation(cancellationToken))
            yield return [.. columns.Select(column => column.Value(row))];
    }
}
