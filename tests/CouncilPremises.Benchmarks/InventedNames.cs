using CouncilPremises.Screening;

namespace CouncilPremises.Benchmarks;

/// <summary>
/// Lists of invented people, the same every time. Half carry everyday names, so that many share a name as people do; half have a family name put
/// together from syllables. A third have a middle name.
/// </summary>
internal static class InventedNames
{
    private static readonly string[] Start = ["Bar", "Kel", "Tor", "Min", "Sav", "Dro", "Fen", "Gal", "Hur", "Jop", "Ash", "Ber", "Dun", "Kes", "Lor", "Mor", "Nor", "Pen", "Ros", "Win"];
    private static readonly string[] Middle = ["an", "eb", "ist", "olv", "umn", "act", "erd", "ing", "osk", "ulp", "en", "ib", "ov", "ak", "es", "ul", "in", "or", "am", "et"];
    private static readonly string[] End = ["ovan", "ette", "ham", "ukra", "ides", "oro", "esku", "iak", "ander", "uly", "kov", "ski", "ford", "zadeh", "yan", "ley", "son", "ini", "ez", "mann"];

    /// <summary>So many names; the first are the same whatever the count.</summary>
    internal static List<string> Of(int count)
    {
        var random = new Random(2024);
        return [.. Enumerable.Range(0, count).Select(_ => One(random))];
    }

    /// <summary>Names to look up: in turn as listed, with a letter too few, with the words turned round, and a name that is on no list.</summary>
    internal static List<string> Asked(IReadOnlyList<string> listed, int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var name = listed[random.Next(listed.Count)];
            return (i % 4) switch
            {
                0 => name,
                1 => name.Remove(random.Next(name.Length), 1),
                2 => string.Join(' ', name.Split(' ').Reverse()),
                _ => One(random),
            };
        })];
    }

    internal static List<ListedEntry> Entries(IEnumerable<string> names) =>
        [.. names.Select((name, i) => new ListedEntry("L2", $"E{i}", NameKind.Person, [new ListedName(name, name[(name.LastIndexOf(' ') + 1)..])]))];

    private static string One(Random random)
    {
        var group = EverydayNames.Groups[random.Next(EverydayNames.Groups.Count)];
        var given = Pick(random, random.Next(2) == 0 ? group.Men : group.Women);
        var middle = random.Next(3) == 0 ? Pick(random, group.Men) + " " : "";
        var family = random.Next(2) == 0 ? Pick(random, group.Families) : Pick(random, Start) + Pick(random, Middle) + Pick(random, End);
        return $"{given} {middle}{family}";
    }

    private static string Pick(Random random, IReadOnlyList<string> from) => from[random.Next(from.Count)];
}
