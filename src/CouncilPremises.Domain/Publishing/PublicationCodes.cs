namespace CouncilPremises.Domain.Publishing;

/// <summary>The code lists of 360Giving that this service writes from.</summary>
public static class PublicationCodes
{
    /// <summary>The currency grants are made in.</summary>
    public const string Pounds = "GBP";

    /// <summary>The country every place is in, as ISO 3166 writes it.</summary>
    public const string Country = "GB";

    /// <summary>The kind of area a ward code names: an electoral ward or division.</summary>
    public const string Ward = "WD";

    /// <summary>locationScope.csv: how wide a grant reaches.</summary>
    public static readonly IReadOnlyDictionary<string, string> LocationScopes = new Dictionary<string, string>
    {
        ["GLS010"] = "Global",
        ["GLS020"] = "Supranational",
        ["GLS030"] = "National",
        ["GLS040"] = "Subnational region",
        ["GLS050"] = "Local authority",
        ["GLS060"] = "Local area",
        ["GLS099"] = "Undefined",
    };

    /// <summary>fundingType.csv: what the money may be spent on. Schema 1.4 takes any text there; this list keeps it to what others understand.</summary>
    public static readonly IReadOnlyDictionary<string, string> FundingTypes = new Dictionary<string, string>
    {
        ["FT01"] = "Unrestricted",
        ["FT02"] = "Running costs",
        ["FT03"] = "Project costs",
        ["FT04"] = "Salary costs",
        ["FT10"] = "Capital",
        ["FT11"] = "Capital and running costs",
        ["FT12"] = "Capital and project costs",
        ["FT13"] = "Endowment",
        ["FT20"] = "Regranting",
    };
}
