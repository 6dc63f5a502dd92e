namespace CouncilPremises.Screening.Names;

/// <summary>Every way a text can be read: as a person's name, as a body's, or as both where the kind is not known.</summary>
internal static class NameReadings
{
    /// <summary>The readings of a name looked up. People write it in any case, so capitals say nothing.</summary>
    internal static IReadOnlyList<ParsedName> Of(ScreeningName name, TokenCache words) => Of(name.Text, name.Kind, new FamilyNameHint(name.FamilyName, IsInCapitals: false), words);

    /// <summary>The readings of a listed name. Lists write the family name in capitals.</summary>
    internal static IReadOnlyList<ParsedName> Of(ListedName name, NameKind kind, TokenCache words) => Of(name.Text, kind, new FamilyNameHint(name.FamilyName, IsInCapitals: true), words);

    private static IReadOnlyList<ParsedName> Of(string text, NameKind kind, FamilyNameHint family, TokenCache words) => kind switch
    {
        NameKind.Person => [PersonReader.Read(text, family, words)],
        NameKind.Organisation => BodyReader.Read(text, words),
        NameKind.Vessel => [],
        NameKind.Unknown => [PersonReader.Read(text, family, words), .. BodyReader.Read(text, words)],
    };
}

/// <summary>What tells the family name apart, besides a comma after it.</summary>
/// <param name="Given">The family name, where there is a column or box for it.</param>
/// <param name="IsInCapitals">Whether words in capitals beside words that are not are the family name.</param>
internal readonly record struct FamilyNameHint(string? Given, bool IsInCapitals);
