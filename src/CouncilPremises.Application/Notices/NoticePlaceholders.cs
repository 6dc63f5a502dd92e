using CouncilPremises.Domain.Notices;

namespace CouncilPremises.Application.Notices;

/// <summary>Which placeholders a notice's template must name and which it may. The words around them are the council's own. RULEBOOK 10.</summary>
public static class NoticePlaceholders
{
    private static readonly string[] Everywhere = ["name", "link", "contact", "council"];
    private static readonly string[] AboutAHire = ["reference", "room"];
    private static readonly string[] AboutAGrant = ["reference", "project"];

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
        [NoticeCode.N13] = new(["group", "expiring"],                                        [], LetterSubject.Group),
        [NoticeCode.NotDecided] = new(["group", "when"],                                     ["refund", "next_step"]),
        [NoticeCode.Breach] = new(["group", "what_happened", "next_step"],                 ["deadline"]),
        [NoticeCode.N1Grant]  = new(["group", "round", "next_step"],                         [], LetterSubject.Grant),
        [NoticeCode.N2Grant]  = new(["group", "deadline", "questions"],                      [], LetterSubject.Grant),
        [NoticeCode.N3Grant]  = new(["group", "reminder", "deadline", "what_then"],          ["round"], LetterSubject.Grant),
        [NoticeCode.N4Grant]  = new(["group", "why_closed"],                                 ["round"], LetterSubject.Grant),
        [NoticeCode.N5Grant]  = new(["group", "next_step"],                                  ["round"], LetterSubject.Grant),
        [NoticeCode.N9Grant]  = new(["group", "ground", "reasons", "deadline"],              ["round"], LetterSubject.Grant),
        [NoticeCode.N10Grant] = new(["group", "ground", "reasons", "review_deadline"],       ["round", "your_answer"], LetterSubject.Grant),
        [NoticeCode.N14] = new(["group", "amount", "deadline", "next_step"],                 ["round", "conditions", "review_deadline"], LetterSubject.Grant),
        [NoticeCode.N15] = new(["group", "amount", "next_step"],                             ["round"], LetterSubject.Grant),
        [NoticeCode.N16] = new(["group", "deadline", "next_step"],                           ["round"], LetterSubject.Grant),
        [NoticeCode.N17] = new(["group", "what_happened", "next_step"],                      ["round", "reasons"], LetterSubject.Grant),
        [NoticeCode.N18] = new(["group", "what_happened", "next_step"],                      ["round", "reasons", "deadline"], LetterSubject.Grant),
        [NoticeCode.N8Grant]  = new(["group", "conditions", "deadline"],                     ["round"], LetterSubject.Grant),
        [NoticeCode.BankChanged] = new(["group", "what_happened", "next_step"],              ["round"], LetterSubject.Grant),
        [NoticeCode.RoundShortened] = new(["group", "round", "what_happened", "reasons", "next_step"], [], LetterSubject.Grant),
        [NoticeCode.PayBack] = new(["group", "amount", "what_happened", "reasons", "next_step"], ["round", "deadline"], LetterSubject.Grant),
        [NoticeCode.N19Grant] = new(["group", "what_happened", "reasons", "next_step"],      ["round"], LetterSubject.Grant),
        [NoticeCode.N21Grant] = new(["group", "what_happened", "next_step"],                 ["round"], LetterSubject.Grant),
#pragma warning restore format
    };

    /// <summary>The notices that are letters with a template; N0 is not.</summary>
    public static IReadOnlyList<NoticeCode> Letters { get; } = [.. Table.Keys.Order()];

    /// <summary>What a template must name.</summary>
    public static IEnumerable<string> Required(NoticeCode code) =>
        [.. Everywhere, .. Table[code].Subject switch { LetterSubject.Hire => AboutAHire, LetterSubject.Grant => AboutAGrant, LetterSubject.Group => [] }, .. Table[code].Must];

    /// <summary>What a template may name besides.</summary>
    public static IEnumerable<string> Optional(NoticeCode code) => Table[code].May;

    /// <summary>Letters to a group about itself: they name no application.</summary>
    public static bool IsAboutTheGroup(NoticeCode code) => Table[code].Subject == LetterSubject.Group;

    /// <summary>Letters about a grant: they name a project and no room.</summary>
    public static bool IsAboutAGrant(NoticeCode code) => Table[code].Subject == LetterSubject.Grant;

    private enum LetterSubject
    {
        Hire,
        Grant,
        Group,
    }

    private sealed record Names(string[] Must, string[] May, LetterSubject Subject = LetterSubject.Hire);
}
