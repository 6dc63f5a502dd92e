namespace CouncilPremises.Screening.Names;

/// <summary>One name of one entry.</summary>
internal sealed record IndexedName(ListedEntry Entry, ListedName Name, IdentifyingFacts Facts);

/// <summary>One reading of a listed name, with all the entries that bear the name: it is compared once for all of them.</summary>
internal sealed class IndexedReading(ParsedName reading)
{
    internal ParsedName Reading { get; } = reading;

    /// <summary>Who bears it; most readings have one bearer.</summary>
    internal List<IndexedName> Bearers { get; } = new(1);

    /// <summary>Whether anybody bears it as more than a weak alias, so that its words find it.</summary>
    internal bool IsFiledByWords { get; private set; }

    internal void Add(IndexedName bearer)
    {
        IsFiledByWords |= !bearer.Name.IsWeak;
        Bearers.Add(bearer);
    }
}
