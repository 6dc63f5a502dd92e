namespace CouncilPremises.Web.Tests.Grants;

/// <summary>What each form of a page about a grant case says when it is filled in rightly: by address below the case and handler.</summary>
internal static class GrantForms
{
    private static readonly string Sixty = new('a', 60);

    public static IReadOnlyDictionary<string, (string Name, string Value)[]> All { get; } = new Dictionary<string, (string, string)[]>
    {
        ["score|"] = [("Give", "true"), ("Scores[Need].Score", "3"), ("Scores[Need].Justification", Sixty)],
        ["moderate|"] = [("criterion", "Reach"), ("Score", "2"), ("Reason", Sixty)],
        ["moderate|Agree"] = [("moderationId", Guid.Empty.ToString()), ("Reason", Sixty)],
        ["community|"] = [("Finding", "Met"), ("Reason", Sixty)],
        ["clarify|"] = [("Sections", "Need"), ("Questions[Need]", "Which sources?")],
        ["award|"] = [("Text", Sixty), ("PublicDescription", Sixty), ("NoProhibitedReason", "true")],
        ["decline|"] = [("Ground", "D10"), ("Text", Sixty), ("Answers[P2]", Sixty), ("Answers[P6]", Sixty), ("NoProhibitedReason", "true")],
        ["overlaps/{other}/{kind}|"] = [("Reason", Sixty)],
    };

    /// <summary>Those of pages that only a case with an award has.</summary>
    public static IReadOnlyDictionary<string, (string Name, string Value)[]> OfAnAward { get; } = new Dictionary<string, (string, string)[]>
    {
        ["withhold|"] = [("Reason", Sixty), ("ReviewOn.Day", "1"), ("ReviewOn.Month", "6"), ("ReviewOn.Year", "2026")],
        ["withhold|LetIn"] = [],
    };

    /// <summary>Those about the money of a grant that is paid.</summary>
    public static IReadOnlyDictionary<string, (string Name, string Value)[]> OfMoney { get; } = new Dictionary<string, (string, string)[]>
    {
        ["money|Release"] = [("number", "1")],
        ["money|Close"] = [],
        ["money|Receive"] = [("recoveryId", Guid.Empty.ToString())],
        ["money/payments/{number:int}|"] = [("Reason", Sixty)],
        ["money/bank|Key"] = [("AccountName", "Fernley Youth Trust"), ("SortCode", "30-94-30"), ("AccountNumber", "00733445")],
        ["money/bank|Verify"] = [("BankId", Guid.Empty.ToString()), ("Outcome", "Clear"), ("NameResult", "Full match"), ("StatementSeen", "true")],
        ["money/schedule|"] = [],
        ["money/vary|"] = [("Reason", Sixty)],
        ["money/suspend|"] = [("Reason", "Breach"), ("Text", Sixty)],
        ["money/terminate|Propose"] = [("Reason", Sixty)],
        ["money/recover|"] = [("Kind", "WriteOff"), ("Amount", "1"), ("Reason", Sixty)],
        ["money/reports/{number:int}|Accept"] = [],
        ["money/reports/{number:int}|Return"] = [("Reason", Sixty)],
    };

    /// <summary>Those that only a grant in another state takes; the services' own table tries them there.</summary>
    private static readonly string[] InAnotherState = ["money|Resume", "money|Drop", "money/terminate|End"];

    /// <summary>True for a form that this table answers for.</summary>
    public static bool Has(string form) => InAnotherState.Contains(form) || All.ContainsKey(form) || OfAnAward.ContainsKey(form) || OfMoney.ContainsKey(form);
}
