using CouncilPremises.Domain.Notices;

namespace CouncilPremises.Application.Notices;

/// <summary>Which placeholders a notice's template must name and which it may. The words around them are the council's own. RULEBOOK 10.</summary>
public static class NoticePlaceholders
{
    private static readonly string[] Everywhere = ["name", "link", "contact", "council"];
    private static readonly string[] AboutACase = ["reference", "room"];

    private static readonly Dictionary<NoticeCode, Names> Table = new()
    {
#pragma warning disable format // columns are kept in line so the table reads as one
        //                  Must be named                                                    May be named
        [NoticeCode.N1]  = new(["group", "when", "next_step"],                               []),
        [NoticeCode.N2]  = new(["group", "deadline", "questions"],                           []),
        [NoticeCode.N3]  = new(["group", "reminder", "deadline", "what_then"],               ["when"]),
        [NoticeCode.N4]  = new(["group", "why_closed"],                                      ["when"]),
        [NoticeCode.N5]  = new(["group", "when", "next_step"],                               []),
        [NoticeCode.N6]  = new(["group", "when"],                                            ["venue_address", "charge", "before_you_come", "conditions"]),
        [NoticeCode.N7]  = new(["group", "when", "conditions", "deadline", "review_deadline"], []),
        [NoticeCode.N8]  = new(["when", "conditions", "deadline"],                           ["group"]),
        [NoticeCode.N9]  = new(["group", "when", "ground", "reasons", "deadline"],           []),
        [NoticeCode.N10] = new(["group", "when", "ground", "reasons", "review_deadline"],    ["your_answer", "alternatives"]),
        [NoticeCode.N11] = new(["group", "when", "what_happened"],                           ["ground", "reasons", "refund", "alternatives", "challenge"]),
        [NoticeCode.N12] = new(["group", "when", "changes"],                                 ["venue_address", "charge"]),
        [NoticeCode.N19] = new(["group", "when", "what_happened", "reasons", "next_step"],      []),
        [NoticeCode.N21] = new(["group", "when", "what_happened", "next_step"],                 []),
        [NoticeCode.N13] = new(["group", "expiring"],                                        [], IsAboutTheGroup: true),
        [NoticeCode.NotDecided] = new(["group", "when"],                                     ["refund", "next_step"]),
        [NoticeCode.Breach] = new(["group", "what_happened", "next_step"],                 ["deadline"]),
#pragma warning restore format
    };

    /// <summary>The notices that are letters with a template; N0 is not.</summary>
    public static IReadOnlyList<NoticeCode> Letters { get; } = [.. Table.Keys.Order()];

    /// <summary>What a template must name.</summary>
    public static IEnumerable<string> Required(NoticeCode code) =>
        [.. Everywhere, .. Table[code].IsAboutTheGroup ? [] : AboutACase, .. Table[code].Must];

    /// <summary>What a template may name besides.</summary>
    public static IEnumerable<string> Optional(NoticeCode code) => Table[code].May;

    /// <summary>Letters to a group about itself: they name no application.</summary>
    public static bool IsAboutTheGroup(NoticeCode code) => Table[code].IsAboutTheGroup;

    private sealed record Names(string[] Must, string[] May, bool IsAboutTheGroup = false);
}
