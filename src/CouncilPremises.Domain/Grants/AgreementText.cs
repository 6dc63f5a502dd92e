using CouncilPremises.Domain.Declarations;

namespace CouncilPremises.Domain.Grants;

/// <summary>A version of the grant agreement's text. A published text never changes: a change is the next version.</summary>
/// <param name="Version">1 for the first.</param>
/// <param name="Template">The text, with [group], [project], [amount], [starts], [ends] and [council] open. A line that begins with a number and a full stop is a point.</param>
public sealed record AgreementText(int Version, string Template)
{
    /// <summary>Placeholders a text must name.</summary>
    public static IReadOnlyList<string> Named { get; } = ["[group]", "[project]", "[amount]"];

    /// <summary>The text that comes with the product, in use until the council enters its own.</summary>
    public static AgreementText V1 { get; } = new(1, """
        An agreement between [council] and [group] about a grant of [amount] for [project], from [starts] to [ends].
        1. The grant pays for the lines of the budget in this offer and for nothing else. We may move money between lines only when the council agrees in writing.
        2. The grant pays for no party politics, worship or proselytising, past costs, fines, loans or alcohol.
        3. The council pays in instalments: the first at the start, each other once it has accepted the report before it. It pays nothing while a report is due, a check has run out, or our bank details are not verified.
        4. We report by the days in our schedule: what we did, what we reached, what we spent, and what we learned. We count people in totals and name nobody.
        5. We keep receipts for seven years and show them when the council asks.
        6. We keep to the declaration we signed, to our safeguarding policy, and to the conditions of this offer.
        7. We tell the council within five working days when our office-holders, our bank account, our partners or our plans change.
        8. We pay back what we have not spent within 20 working days of being asked.
        9. We say that the council funds this work, and for what objective, when anybody asks.
        10. The council may stop payments while it looks into a concern, and may end this grant after hearing us. We may ask for a review of its decisions.
        """.ReplaceLineEndings("\n"));

    /// <summary>SHA-256 of the template in UTF-8, hexadecimal in small letters.</summary>
    public string Hash => DeclarationText.HashOf(Template);

    /// <summary>The text a group reads, line by line.</summary>
    public IReadOnlyList<string> For(AgreementParties parties)
    {
        ArgumentNullException.ThrowIfNull(parties);
        var text = Template
            .Replace("[group]", parties.Group, StringComparison.Ordinal).Replace("[project]", parties.Project, StringComparison.Ordinal)
            .Replace("[amount]", parties.Amount.ToString(), StringComparison.Ordinal).Replace("[council]", parties.Council, StringComparison.Ordinal)
            .Replace("[starts]", Day(parties.Starts), StringComparison.Ordinal).Replace("[ends]", Day(parties.Ends), StringComparison.Ordinal);
        return [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));
}

/// <summary>What is put into the text of an agreement.</summary>
public sealed record AgreementParties(string Council, string Group, string Project, Money Amount, DateOnly Starts, DateOnly Ends);

/// <summary>A text of the agreement as the council entered it, with its lawyers' approval.</summary>
public sealed class AgreementEdition
{
    private AgreementEdition() { }

    /// <summary>A new edition.</summary>
    public AgreementEdition(int version, string template, DateOnly effectiveFrom, LegalApproval approval, Guid byId, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(approval);
        (Version, Template, EffectiveFrom, ApprovedBy, ApprovedOn) = (version, template, effectiveFrom, approval.By, approval.On);
        (AddedById, AddedUtc) = (byId, nowUtc);
    }

    /// <summary>2 for the council's first; 1 is the text that comes with the product.</summary>
    public int Version { get; private set; }

    /// <summary>The text.</summary>
    public string Template { get; private set; } = "";

    /// <summary>First day on which groups are offered it, included.</summary>
    public DateOnly EffectiveFrom { get; private set; }

    /// <summary>The lawyer who approved it: name and office.</summary>
    public string ApprovedBy { get; private set; } = "";

    /// <summary>The day of the approval.</summary>
    public DateOnly ApprovedOn { get; private set; }

    /// <summary>The administrator who entered it.</summary>
    public Guid AddedById { get; private set; }

    /// <summary>When.</summary>
    public DateTime AddedUtc { get; private set; }

    /// <summary>The text as groups read it.</summary>
    public AgreementText Text => new(Version, Template);
}
