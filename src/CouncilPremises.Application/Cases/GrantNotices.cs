using CouncilPremises.Application.Notices;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Grants;
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
        NoticeCode.N8 => new NoticeFacts
        {
            Conditions = [.. file.Conditions.Where(c => !c.LetsConfirm).Select(CaseNotices.Sentence)],
            Deadline = file.Conditions.Where(c => !c.LetsConfirm).Select(c => (DateOnly?)c.DueOn).Min(),
        },
        NoticeCode.N15 => new NoticeFacts
        {
            Amount = file.Instalments.Where(one => one.State == PaymentState.Sent).MaxBy(one => (one.SentUtc, one.Number))?.Amount,
            NextStep = file.Reports.FirstOrDefault(report => report.IsWritable) is { } next
                ? $"Your next report is due by {NoticeWords.Day(next.DueOn)}."
                : "You need do nothing until we write.",
        },
        NoticeCode.N17 => file.Award is { SuspendedFor: { } reason } stopped
            ? new NoticeFacts
            {
                WhatHappened = $"Payments of your grant are stopped for now: {char.ToLowerInvariant(reason.Words()[0])}{reason.Words()[1..]}. Your project may go on.",
                Reasons = [stopped.SuspensionText ?? ""],
                NextStep = $"We look at this again by {NoticeWords.Day(stopped.SuspensionDueOn ?? file.Today)}, and then let payments go on, change the grant, or propose to end it.",
            }
            : new NoticeFacts { WhatHappened = "Payments of your grant go on.", NextStep = "You need do nothing." },
        NoticeCode.N18 => Ending(file),
        NoticeCode.PayBack => file.Recoveries is [.., var recovery] ? PayBack(recovery) : NoticeFacts.None,
        _ => NoticeFacts.None,
    };

    private static NoticeFacts PayBack(Recovery recovery) => new()
    {
        Amount = recovery.Amount,
        Reasons = [recovery.Reason],
        Deadline = recovery.DueOn,
        WhatHappened = recovery.Kind == RecoveryKind.Recover ? "Some of what we paid was not spent, and we ask for it back." : "Some of what we paid was not spent. You need not pay it back.",
        NextStep = recovery.Kind == RecoveryKind.Recover
            ? "Ring us and we tell you how to pay. Never answer an e-mail that gives you an account to pay to. If you cannot pay in time, or think this is wrong, tell us before that day."
            : "You need do nothing.",
    };

    private static NoticeFacts Ending(GrantFile file) => file.Award switch
    {
        { State: AwardState.Terminated, Termination: { } ended } => new NoticeFacts
        {
            WhatHappened = "We have ended your grant. Nothing more is paid.",
            Reasons = [ended.Reason, ended.Decision ?? ""],
            NextStep = "Tell us what you have spent: we write to you about money to be paid back. If you are unhappy with this, you may complain to the council, and then to the Local Government and Social Care Ombudsman: www.lgo.org.uk, 0300 061 0614.",
        },
        { Termination: { } proposed } => new NoticeFacts
        {
            WhatHappened = "We are thinking of ending your grant before its time. Nothing is decided.",
            Reasons = [proposed.Reason],
            Deadline = proposed.AnswerBy,
            NextStep = $"Sign in and tell us your side by {NoticeWords.Day(proposed.AnswerBy)}. Somebody other than who proposed this decides after that.",
        },
        _ => new NoticeFacts { WhatHappened = "We do not end your grant. It goes on as agreed.", NextStep = "You need do nothing." },
    };

    private static string DecideBy(GrantFile file) =>
        NoticeWords.Day(file.Clocks.DecideGrant(Domain.Time.CouncilTime.DayOf(file.Round.ClosesUtc), []) ?? file.Today);

    private static string Yours(GrantFile file) => file.StandingOn(CheckCode.DEC, file.Today).Kind is StandingKind.Missing or StandingKind.Expired
        ? "Please do one thing now, because we cannot decide without it: have the declaration signed. Sign in and open your application."
        : "You need do nothing until we write.";
}
