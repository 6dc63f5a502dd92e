namespace CouncilPremises.Web.Tests.Hostile;

/// <summary>A thousand strings that mean harm to somebody downstream: spreadsheets, calendars, mail, pages, databases, and people's eyes.
/// Each carries a number of its own, so that it can be found again.</summary>
internal static class HostileText
{
    /// <summary>What every one of them holds.</summary>
    public const string Mark = "zq";

    private static readonly string[] Openings = ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "'=", "\"=", "＝", "\u200b=", "|", "%", "$", ";", "<", ">", "&", "\\", "/", "{{", "${", "\u202e", "É"];

    private static readonly string[] Bodies =
    [
        "1+1", "cmd|' /C calc'!A0", "HYPERLINK(\"http://evil.example\",\"x\")", "SUM(A1:A9)", "DDE(\"cmd\";\"/C calc\")", "IMPORTXML(\"http://evil.example\")",
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "</textarea><script>alert(1)</script>", "<svg/onload=alert(1)>",
        "\r\nBEGIN:VEVENT\r\nSUMMARY:Planted\r\nEND:VEVENT", "\nATTENDEE:mailto:evil@evil.example", "\r\nBcc: evil@evil.example", "\nContent-Type: text/html\n\n<b>x</b>",
        "%0d%0aSet-Cookie: a=b", "'; DROP TABLE cases; --", "' OR '1'='1", "{{name}}", "@Model.Reference", "../../../../etc/passwd", "%s%n%x", "😀漢字ا ب", "\u0001\u0008\u007f",
        "a\u0301\u0302\u0303\u0304\u0305", "\u2028\u2029", "﷽", "NULL", "true", "1e309", "NaN", "0x7fffffff", "-2147483648", "999999999999999999999", "\ufeff", "A:B;C,D",
        "\"quoted\",\"and\"", "con", "line one\nline two", "__proto__",
    ];

    /// <summary>All of them: every opening with every body.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. from opening in Openings from body in Bodies select (opening, body) into pair select pair.opening + pair.body]; // 25 × 40

    /// <summary>One of them with its number.</summary>
    public static string Numbered(int number) => $"{All[number % All.Count]} {Mark}{number}";
}
