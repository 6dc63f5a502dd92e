using System.Text.RegularExpressions;

namespace CouncilPremises.Domain.Publishing;

/// <summary>The council as a publisher of grants.</summary>
public sealed partial record Publisher
{
    /// <summary>The council's full name.</summary>
    public required string CouncilName { get; init; }

    /// <summary>What 360Giving registered for it, such as 360G-fallowmere: every identifier the council makes begins with it.</summary>
    public required string Prefix { get; init; }

    /// <summary>Its own identifier as org-id.guide writes it: GB-LAE- (England), GB-LAS-, GB-PLA- (Wales) or GB-LANI- and the register's code.</summary>
    public required string OrganisationId { get; init; }

    /// <summary>The council's website; "" when not given.</summary>
    public string Website { get; init; } = "";

    /// <summary>The department that gives the grants, as the Transparency Code asks; the council itself when not said.</summary>
    public string Department { get => field ?? CouncilName; init; }

    /// <summary>Address of the open licence the data are under; the Open Government Licence unless the council says otherwise.</summary>
    public string Licence { get; init; } = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

    /// <summary>What must be put right before anything can be published, each with the setting it is about; empty when all is.</summary>
    public IReadOnlyList<Refusal> Mistakes()
    {
        var mistakes = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(CouncilName))
            mistakes.Add(new Refusal("Publisher", "Set Council:Name to the council's full name", nameof(CouncilName)));
        if (!PrefixForm().IsMatch(Prefix))
            mistakes.Add(new Refusal("Publisher", "Set Publishing:Prefix to the prefix 360Giving registered for the council, such as 360G-fallowmere", nameof(Prefix)));
        if (!OrganisationForm().IsMatch(OrganisationId))
            mistakes.Add(new Refusal("Publisher", "Set Publishing:OrganisationId to the council's own identifier, such as GB-LAE-FLM", nameof(OrganisationId)));
        if (Website.Length > 0 && !IsAddress(Website))
            mistakes.Add(new Refusal("Publisher", "Set Publishing:Website to an address that begins with https://, or leave it out", nameof(Website)));
        if (!IsAddress(Licence))
            mistakes.Add(new Refusal("Publisher", "Set Publishing:Licence to the address of the open licence, beginning with https://", nameof(Licence)));
        return mistakes;
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && Uri.IsWellFormedUriString(text, UriKind.Absolute);

    [GeneratedRegex(@"\A360G-[A-Za-z0-9][A-Za-z0-9_-]*\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PrefixForm();

    [GeneratedRegex(@"\AGB-(?:LAE|LAS|PLA|LANI)-[A-Z0-9]{2,9}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OrganisationForm();
}
