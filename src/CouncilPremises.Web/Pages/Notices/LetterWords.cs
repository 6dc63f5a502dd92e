using CouncilPremises.Domain.Notices;

namespace CouncilPremises.Web.Pages.Notices;

/// <summary>What each letter is for, in a few words.</summary>
public static class LetterWords
{
    /// <summary>The letter's name on a page.</summary>
    public static string Words(this NoticeCode code) => code switch
    {
        NoticeCode.N0 => "About an account",
        NoticeCode.N1 => "N1: received",
        NoticeCode.N2 => "N2: information needed",
        NoticeCode.N3 => "N3: reminder",
        NoticeCode.N4 => "N4: closed because time ran out",
        NoticeCode.N5 => "N5: further checks",
        NoticeCode.N6 => "N6: approved",
        NoticeCode.N7 => "N7: approved with conditions",
        NoticeCode.N8 => "N8: condition due",
        NoticeCode.N9 => "N9: we may say no",
        NoticeCode.N10 => "N10: refused",
        NoticeCode.N11 => "N11: cancelled",
        NoticeCode.N12 => "N12: changed",
        NoticeCode.N13 => "N13: something runs out",
        NoticeCode.N19 => "N19: the outcome of a review",
        NoticeCode.N21 => "N21: on hold",
        NoticeCode.NotDecided => "Not decided in time: apology",
        NoticeCode.N14 => "N14: offer of a grant",
        NoticeCode.N15 => "N15: a payment is on its way",
        NoticeCode.N16 => "N16: a report is due",
        NoticeCode.N17 => "N17: payments stopped, or going on",
        NoticeCode.N18 => "N18: a grant may end, or has ended",
        NoticeCode.N8Grant => "N8 for grants: condition due",
        NoticeCode.BankChanged => "Bank details given or changed",
        NoticeCode.RoundShortened => "A round closes earlier",
        NoticeCode.PayBack => "Money of a grant to be paid back, or not",
        NoticeCode.N1Grant => "N1 for grants: received",
        NoticeCode.N2Grant => "N2 for grants: information needed",
        NoticeCode.N3Grant => "N3 for grants: reminder",
        NoticeCode.N4Grant => "N4 for grants: closed because time ran out",
        NoticeCode.N5Grant => "N5 for grants: further checks",
        NoticeCode.N9Grant => "N9 for grants: we may say no",
        NoticeCode.N10Grant => "N10 for grants: not awarded",
        NoticeCode.N19Grant => "N19 for grants: the outcome of a review",
        NoticeCode.N21Grant => "N21 for grants: on hold",
        NoticeCode.Breach => "Conditions of hire: said to be broken, and what was decided",
    };
}
