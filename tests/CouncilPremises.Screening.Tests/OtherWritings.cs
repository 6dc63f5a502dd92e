namespace CouncilPremises.Screening.Tests;

/// <summary>Writes a listed name as other people would: by rule, with a random choice of the place.</summary>
internal static class OtherWritings
{
    private static readonly (string From, string To)[] Habits =
    [
        ("kh", "h"), ("q", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("iy", "y"), ("ey", "ei"), ("ya", "ia"), ("yu", "iu"), ("zh", "j"), ("ch", "tch"), ("v", "w"),
        ("ks", "x"), ("ei", "ey"), ("ai", "ay"), ("dh", "d"), ("th", "t"), ("gh", "g"), ("ss", "s"), ("mm", "m"), ("ah ", "a "), ("y ", "iy "), ("i", "ee"), ("u", "ou"), ("e", "i"), ("o", "u"),
    ];

    private static readonly (string From, string To)[] Cyrillic =
    [
        ("shch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("ya", "я"), ("yo", "ё"), ("iy", "ий"), ("ay", "ай"), ("ey", "ей"), ("a", "а"), ("b", "б"),
        ("v", "в"), ("g", "г"), ("d", "д"), ("e", "е"), ("z", "з"), ("i", "и"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"), ("t", "т"),
        ("u", "у"), ("f", "ф"), ("y", "ы"), ("h", "х"), ("x", "кс"), ("j", "дж"),
    ];

    internal static IEnumerable<(string Way, string Text)> Of(ListedName name, Random random)
    {
        var given = name.Text[..^name.FamilyName!.Length].Trim();
        var shortName = $"{given.Split(' ')[0]} {name.FamilyName}";
        if (given.Contains(' ', StringComparison.Ordinal))
            yield return ("middle names left out", shortName);
        yield return ("family name first", $"{name.FamilyName} {given}");
        yield return ("comma", $"{name.FamilyName.ToUpperInvariant()}, {given}");
        yield return ("initials", string.Join(' ', given.Split(' ').Select((word, i) => i == 0 ? word : word[..1])) + " " + name.FamilyName);
        foreach (var at in Letters(shortName, random, 3))
            yield return ("slip", Slip(shortName, at, random));
        if (Habit(name.Text.ToLowerInvariant(), random) is { } habit)
            yield return ("habit of spelling", habit);
        if (name.Text.Contains("ovich", StringComparison.Ordinal) || name.Text.Contains("evich", StringComparison.Ordinal) || name.Text.Contains("vna ", StringComparison.Ordinal))
            yield return ("Cyrillic", Cyrillic.Aggregate(shortName.ToLowerInvariant(), (text, pair) => text.Replace(pair.From, pair.To, StringComparison.Ordinal)));
        yield return ("run together", shortName.Replace("-", "", StringComparison.Ordinal).Replace("AL ", "AL", StringComparison.Ordinal));
    }

    private static IEnumerable<int> Letters(string text, Random random, int count) =>
        Enumerable.Range(0, 40).Select(_ => random.Next(1, text.Length - 1)).Where(at => char.IsLetter(text[at]) && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1])).Take(count);

    private static string Slip(string text, int at, Random random) => random.Next(4) switch
    {
        0 => text.Remove(at, 1),
        1 => text.Insert(at, text[at..(at + 1)]),
        2 => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
        _ => text[..at] + (char)('a' + random.Next(26)) + text[(at + 1)..],
    };

    private static string? Habit(string text, Random random)
    {
        var fitting = Habits.Where(habit => (text + " ").Contains(habit.From, StringComparison.Ordinal)).ToList();
        return fitting.Count == 0 ? null : fitting[random.Next(fitting.Count)] is var (from, to) ? (text + " ").Replace(from, to, StringComparison.Ordinal).Trim() : null;
    }
}
