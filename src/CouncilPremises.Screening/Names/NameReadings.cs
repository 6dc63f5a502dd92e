namespace CouncilPremises.Screening.Names;

/// <summary>Every way a text can be read: as a person's name, as a body's, or as both where the kind is not known.</summary>
internal static class NameReadings
{
    internal static IReadOnlyList<ParsedName> Of(string text, NameKind kind, string? familyName, TokenCache words) => kind switch
    {
        NameKind.Person => [PersonReader.Read(text, familyName, words)],
        NameKind.Organisation => BodyReader.Read(text, words),
        NameKind.Vessel => [],
        NameKind.Unknown => [PersonReader.Read(text, familyName, words), .. BodyReader.Read(text, words)],
    };
}
