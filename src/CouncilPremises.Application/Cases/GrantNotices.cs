using CouncilPremises.Application.Notices;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Notices;

namespace CouncilPremises.Application.Cases;

/// <summary>What each letter about a grant says, taken from its file. No sensitive text, and nothing of a decision before it is published.</summary>
internal static class GrantNotices
{
    /// <summary>The facts of a letter.</summary>
    public static NoticeFacts FactsOf(NoticeCode code, GrantFile file) => code switch
    {
        NoticeCode.N1 => new NoticeFacts { NextStep = $"We take a first look by {NoticeWords.Day(file.NextDueOn() ?? file.Today)}, and decide on all applications of the round together, by {DecideBy(file)}. {Yours(file)}" },
        NoticeCode.N2 => new NoticeFacts { Questions = file.InformationRequests[^1].Questions, Deadline = file.InformationRequests[^1].DueOn },
        NoticeCode.N5 => new NoticeFacts { NextStep = $"We are making further checks. This is routine and says nothing against anybody. We decide by {DecideBy(file)}. {Yours(file)}" },
        NoticeCode.N9 => new NoticeFacts { Ground = file.MindedToRefuse?.Ground, Reasons = [file.MindedToRefuse?.Text ?? ""], Deadline = file.AnswerDueOn },
        NoticeCode.N10 => CaseNotices.Refused(file),
        NoticeCode.N14 => new NoticeFacts
        {
            Amount = file.Award?.Amount,
            Deadline = file.Award?.AcceptBy,
            Conditions = [.. file.Conditions.Select(CaseNotices.Sentence)],
            ReviewDeadline = file.ReviewUntil(file.Today),
            NextStep = "Sign in, read the agreement and accept it. Somebody who may sign for your group does that. After that we ask for your bank details: never send them by e-mail.",
        },
        _ => NoticeFacts.None,
    };

    private static string DecideBy(GrantFile file) =>
        NoticeWords.Day(file.Clocks.DecideGrant(Domain.Time.CouncilTime.DayOf(file.Round.ClosesUtc), []) ?? file.Today);

    private static string Yours(GrantFile file) => file.StandingOn(CheckCode.DEC, file.Today).Kind is StandingKind.Missing or StandingKind.Expired
        ? "Please do one thing now, because we cannot decide without it: have the declaration signed. Sign in and open your application."
        : "You need do nothing until we write.";
}
