using System.Security.Cryptography;
using System.Text;
using CouncilPremises.Screening;

namespace CouncilPremises.Application.Lists;

/// <summary>How strongly a listed name identifies its entry; names are shown in this order.</summary>
internal enum NameStanding
{
    Primary,
    Variation,
    Alias,
    LowQuality,
}

/// <summary>Gathers the rows of one entry.</summary>
internal sealed class EntryBuilder(string key, NameKind kind, int line)
{
    private const int LongestKey = 100;

    private readonly List<(NameStanding Standing, ListedName Name)> _names = [];
    private readonly Dictionary<string, List<string>> _facts = new(StringComparer.Ordinal);

    internal NameKind Kind { get; } = kind;

    internal int Line { get; } = line;

    internal DateOnly? From { get; set; }

    internal DateOnly? To { get; set; }

    /// <summary>Adds a name once. Aliases of low quality, of one word or generic are weak (RULEBOOK 5 XREF).</summary>
    internal void AddName(NameStanding standing, string text, string? familyName = null)
    {
        var name = Tidy(text);
        if (name.Length == 0)
            return;
        var known = _names.FindIndex(other => other.Name.Text == name);
        if (known >= 0 && _names[known].Standing <= standing)
            return;
        if (known >= 0)
            _names.RemoveAt(known);

        var isWeak = standing == NameStanding.LowQuality || standing == NameStanding.Alias && NameComparer.IsTooGeneral(name, Kind);
        _names.Add((standing, new ListedName(name, string.IsNullOrWhiteSpace(familyName) ? null : Tidy(familyName), isWeak)));
    }

    internal void AddFact(string fact, string value)
    {
        var text = Tidy(value);
        if (text.Length == 0)
            return;
        if (!_facts.TryGetValue(fact, out var values))
            _facts.Add(fact, values = []);
        if (!values.Contains(text))
            values.Add(text);
    }

    internal ParsedEntry Build()
    {
        AddFact(ListFacts.Type, Kind switch
        {
            NameKind.Person => "Person",
            NameKind.Organisation => "Body",
            NameKind.Vessel => "Ship",
            NameKind.Unknown => "",
        });
        return new ParsedEntry(
            FitKey(key),
            Kind,
            [.. _names.OrderBy(name => name.Standing).Select(name => name.Name)],
            // Ordered, so that the same entry reads the same from rows in another order
            _facts.ToDictionary(fact => fact.Key, fact => string.Join("; ", fact.Value.Order(StringComparer.Ordinal)), StringComparer.Ordinal),
            From,
            To);
    }

    // Names can be longer than a key; its digest keeps two long ones apart.
    internal static string FitKey(string key) => key.Length <= LongestKey
        ? key
        : $"{Cut(key, LongestKey - 33)}~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32]}";

    /// <summary>The start of a text, never ending in half a character.</summary>
    internal static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
