using CouncilPremises.Domain.Lists;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>How pages speak of possible list matches.</summary>
public static class HitWords
{
    /// <summary>A band in words.</summary>
    public static string Band(string band) => band == "WeakAlias" ? "Weak alias" : band;

    /// <summary>The colour of a band's tag; the word says the same.</summary>
    public static string Colour(string band) => band switch { "Strong" => "red", "Possible" => "yellow", _ => "grey" };

    /// <summary>As what a name was tried.</summary>
    public static string Words(this NameTriedAs triedAs) => triedAs switch
    {
        NameTriedAs.Group => "The group",
        NameTriedAs.OtherName => "Another name of the group",
        NameTriedAs.OfficeHolder => "Office-holder",
        NameTriedAs.Speaker => "Outside speaker, or their organisation",
        NameTriedAs.Partner => "Partner in the project",
        NameTriedAs.Payee => "Onward payee",
        NameTriedAs.Organiser => "Who really organises, or hires",
    };

    /// <summary>What a hit is taken for.</summary>
    public static string Words(this HitResolution resolution) => resolution switch
    {
        HitResolution.FalseMatch => "False match",
        HitResolution.Confirmed => "Confirmed",
        HitResolution.CannotTell => "Cannot tell",
    };

    /// <summary>A kind of identifier.</summary>
    public static string Words(this IdentifierKind kind) => kind switch
    {
        IdentifierKind.BirthYear => "Year of birth",
        IdentifierKind.Town => "Town",
        IdentifierKind.MiddleName => "Middle name",
        IdentifierKind.RegisteredNumber => "Registered number",
        IdentifierKind.Address => "Address",
        IdentifierKind.PublicRole => "Office or occupation",
        IdentifierKind.Activities => "Activities or purpose",
    };

    /// <summary>What was compared, in a sentence.</summary>
    public static string Compared(Hit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        string Join(IEnumerable<IdentifierKind> kinds) => string.Join(", ", kinds.Select(kind => kind.Words()));
        var differing = hit.Compared.Except(hit.Agreeing).ToList();
        return string.Join(" ", new[]
        {
            hit.Agreeing.Count > 0 ? $"Agrees: {Join(hit.Agreeing)}." : "",
            differing.Count > 0 ? $"Differs: {Join(differing)}." : "",
            hit.Reason,
        }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
