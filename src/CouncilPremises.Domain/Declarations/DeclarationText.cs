using System.Security.Cryptography;
using System.Text;

namespace CouncilPremises.Domain.Declarations;

/// <summary>What a declaration covers.</summary>
public enum DeclarationScope
{
    /// <summary>One booking.</summary>
    Booking,

    /// <summary>All bookings for twelve months.</summary>
    BookingsForTwelveMonths,

    /// <summary>A grant.</summary>
    Grant,
}

/// <summary>A version of the declaration's text. A published text never changes: a change is the next version.</summary>
/// <param name="Version">1 for the first.</param>
/// <param name="Template">The text as published, with [group] and the choice of scope open.</param>
public sealed record DeclarationText(int Version, string Template)
{
    private const string Group = "[group]";
    private const string Scopes = "[booking / bookings for 12 months / grant]";

    /// <summary>Version 1, word for word. RULEBOOK 5.</summary>
    public static DeclarationText V1 { get; } = new(1, """
        For [group], about [booking / bookings for 12 months / grant]:
        1. We will obey the law. We will not use council premises or money to encourage or glorify terrorism, help a banned organisation, threaten violence or stir up unlawful hatred.
        2. We respect democracy, the rule of law, personal freedom, and the equal dignity of people of every faith, belief and none.
        3. We will not harass anyone or discriminate unlawfully, and will tell you beforehand of any lawful restriction on who may attend.
        4. We will keep children and adults at risk safe and make the DBS checks the law allows.
        5. We have said truthfully who organises, speaks and pays, and will report changes.
        6. We need not share the council's opinions. We may hold and debate lawful views that others find wrong or offensive, criticise any government, policy, religion or belief, and campaign peacefully.
        7. The council judges conduct on evidence, gives reasons, and will review its decision if asked.
        """.ReplaceLineEndings("\n"));

    /// <summary>SHA-256 of the template in UTF-8, hexadecimal in small letters.</summary>
    public string Hash => HashOf(Template);

    /// <summary>Its numbered points, without their numbers.</summary>
    public IReadOnlyList<string> Points => [.. Template.Split('\n').Where(line => char.IsAsciiDigit(line.TrimStart().FirstOrDefault())).Select(line => line.TrimStart().TrimStart("0123456789".ToCharArray()).TrimStart('.', ')', ' '))];

    /// <summary>The text that a group reads and signs.</summary>
    public string For(string group, DeclarationScope scope) => Template
        .Replace(Scopes, scope switch
        {
            DeclarationScope.Booking => "this booking",
            DeclarationScope.BookingsForTwelveMonths => "bookings for 12 months",
            DeclarationScope.Grant => "this grant",
        }, StringComparison.Ordinal)
        .Replace(Group, group, StringComparison.Ordinal);

    /// <summary>SHA-256 of a text in UTF-8, hexadecimal in small letters.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
