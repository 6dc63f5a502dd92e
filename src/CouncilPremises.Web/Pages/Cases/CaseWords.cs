using System.Globalization;
using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>How officers' pages say states, days and lists.</summary>
public static class CaseWords
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>A state as staff say it.</summary>
    public static string Words(this CaseState state) => state switch
    {
        CaseState.Draft => "Draft",
        CaseState.Submitted => "Submitted",
        CaseState.Checking => "Checking",
        CaseState.InfoRequested => "Waiting for the group",
        CaseState.Referred => "Referred",
        CaseState.ReadyForDecision => "Ready for decision",
        CaseState.MindedToRefuse => "Minded to refuse",
        CaseState.Approved => "Approved",
        CaseState.ApprovedWithConditions => "Approved with conditions",
        CaseState.Confirmed => "Confirmed",
        CaseState.Refused => "Refused",
        CaseState.Completed => "Completed",
        CaseState.Withdrawn => "Withdrawn",
        CaseState.CancelledByHirer => "Cancelled by hirer",
        CaseState.OnHold => "On hold",
        CaseState.UnderReview => "Under review",
        CaseState.Lapsed => "Lapsed",
        CaseState.NotDecided => "Not decided",
        CaseState.CancelledByCouncil => "Cancelled by council",
    };

    /// <summary>The colour of a state's tag; the word says the same.</summary>
    public static string Colour(this CaseState state) => state switch
    {
        CaseState.Submitted or CaseState.UnderReview => "blue",
        CaseState.Checking or CaseState.InfoRequested or CaseState.MindedToRefuse or CaseState.OnHold => "yellow",
        CaseState.Referred => "orange",
        CaseState.ReadyForDecision => "turquoise",
        CaseState.Approved or CaseState.ApprovedWithConditions or CaseState.Confirmed => "green",
        CaseState.Refused or CaseState.CancelledByHirer or CaseState.CancelledByCouncil or CaseState.NotDecided => "red",
        CaseState.Draft or CaseState.Completed or CaseState.Withdrawn or CaseState.Lapsed => "grey",
    };

    /// <summary>Where a check stands, in a word or two.</summary>
    public static string Words(this StandingKind kind) => kind switch
    {
        StandingKind.Clear => "Clear",
        StandingKind.Waived => "Waived",
        StandingKind.Missing => "Not recorded",
        StandingKind.ReferOpen => "Refer",
        StandingKind.Failed => "Fail",
        StandingKind.FailProposed => "Fail: second person needed",
        StandingKind.Expired => "Expired",
    };

    /// <summary>The colour of a standing's tag.</summary>
    public static string Colour(this StandingKind kind) => kind switch
    {
        StandingKind.Clear or StandingKind.Waived => "green",
        StandingKind.Missing => "grey",
        StandingKind.ReferOpen or StandingKind.FailProposed or StandingKind.Expired => "orange",
        StandingKind.Failed => "red",
    };

    /// <summary>A list's name; officers know the code from the rulebook.</summary>
    public static string Words(this ListCode list) => list switch
    {
        ListCode.L1 => "L1 Proscribed organisations",
        ListCode.L2 => "L2 UK Sanctions List",
        ListCode.L3 => "L3 Removed trustees and disqualified directors",
        ListCode.L4 => "L4 Own decisions",
        ListCode.L5 => "L5 Partner notices",
    };

    /// <summary>Where a date stands.</summary>
    public static string Words(this OccurrenceState state) => state switch
    {
        OccurrenceState.Held => "Held",
        OccurrenceState.Confirmed => "Confirmed",
        OccurrenceState.Refused => "Refused",
        OccurrenceState.Released => "Given back",
        OccurrenceState.CancelledByHirer => "Cancelled by hirer",
        OccurrenceState.Completed => "Completed",
        OccurrenceState.OnHold => "On hold",
        OccurrenceState.CancelledByCouncil => "Cancelled by council",
        OccurrenceState.NotDecided => "Not decided",
    };

    /// <summary>Dates in these states as choices; those that have begun are left out, except on hold.</summary>
    public static IReadOnlyList<TagHelpers.Choice> Dates(CaseFile file, params OccurrenceState[] states)
    {
        ArgumentNullException.ThrowIfNull(file);
        return [.. file.Occurrences.Where(o => states.Contains(o.State) && (o.StartUtc > file.NowUtc || o.State == OccurrenceState.OnHold))
            .Select(o => new TagHelpers.Choice(o.Id.ToString(), $"{Date(o)}{(o.State == OccurrenceState.OnHold ? " (on hold)" : "")}"))];
    }

    /// <summary>"Tuesday 24 March 2026, 7pm to 9pm".</summary>
    public static string Date(Occurrence date)
    {
        ArgumentNullException.ThrowIfNull(date);
        return $"{Day(date.Day)}, {Domain.Premises.PremisesWords.Span(date.Starts, date.Ends)}";
    }

    /// <summary>"Tuesday 24 March 2026".</summary>
    public static string Day(DateOnly? day) => day is { } given ? given.ToString("dddd d MMMM yyyy", British) : "–";

    /// <summary>"24 Mar 2026".</summary>
    public static string ShortDay(DateOnly day) => day.ToString("d MMM yyyy", British);

    /// <summary>What became of a request for advice, in a line.</summary>
    public static string Advice(Consultation asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (asked.IsOpen)
            return $"not yet, due {Day(asked.DueOn)}";
        if (asked.WasLeft)
            return $"none: the case went on without it. {asked.AnswerText}";
        var bar = asked.BarsNotice ? " They bar telling the hirer before a decision." : "";
        return asked.Answer is { } answer ? $"{answer.Words()}, {Day(asked.AnsweredOn)}.{bar} {asked.AnswerText}" : $"told on {Day(asked.AnsweredOn)}, reference {asked.AnswerText}";
    }

    /// <summary>Evidence in a line, by the form's labels; a hash is cut to what tells two texts apart.</summary>
    public static string Evidence(CheckCode code, IReadOnlyDictionary<string, string> evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return string.Join("; ", evidence.Select(e => $"{Label(code, e.Key)}: {(e.Key == "TextHash" && e.Value.Length > 12 ? e.Value[..12] : e.Value)}"));
    }

    private static string Label(CheckCode code, string key) =>
        CheckRules.For(code).Evidence.Concat(CheckRules.EvidenceOf(code, isPerson: true)).FirstOrDefault(field => field.Name == key)?.Label ?? char.ToUpperInvariant(key[0]) + key[1..];

    /// <summary>An act of the audit in words; its code where nobody has put it into words.</summary>
    public static string Act(string action) => Acts.GetValueOrDefault(action, action);

    private static readonly Dictionary<string, string> Acts = new()
    {
        ["Hire.Start"] = "Started the application",
        ["Hire.Submit"] = "Sent the application",
        ["Hire.Withdraw"] = "Withdrew the application",
        ["Hire.Cancel"] = "Cancelled dates",
        ["Hire.Complete"] = "The event is over",
        ["Hire.StartTyped"] = "Started to type the application",
        ["Hire.GiveWay"] = "The room gave way to an election meeting",
        ["Case.DeclareHelp"] = "Declared to have helped write it",
        ["Award.Accept"] = "Accepted the agreement",
        ["Award.Decline"] = "Turned the offer down",
        ["Award.Lapse"] = "Nobody accepted the offer in time",
        ["Award.Activate"] = "Money may be paid",
        ["Award.Complete"] = "The grant is over",
        ["Award.Suspend"] = "Stopped payments",
        ["Award.Resume"] = "Let payments go on",
        ["Award.Vary"] = "Varied the award",
        ["Award.ProposeTermination"] = "Proposed to end the grant",
        ["Award.AnswerTermination"] = "Gave the group's side",
        ["Award.DropTermination"] = "Let the grant go on",
        ["Award.Terminate"] = "Ended the grant",
        ["Award.Recover"] = "Decided about unspent money",
        ["Award.Receive"] = "Recorded money paid back",
        ["Award.Close"] = "Closed the grant",
        ["Bank.Key"] = "Gave bank details",
        ["Bank.Verify"] = "Checked the bank details",
        ["Payment.Plan"] = "Changed the payment schedule",
        ["Payment.Release"] = "Released a payment",
        ["Payment.Recall"] = "Took a release back",
        ["Payment.Cancel"] = "Cancelled an instalment",
        ["Payment.MarkSent"] = "Sent a payment",
        ["Report.Save"] = "Wrote a report",
        ["Report.Send"] = "Sent a report",
        ["Report.Accept"] = "Accepted a report",
        ["Report.Return"] = "Sent a report back",
        ["Declaration.RecordPaper"] = "Recorded a signature on paper",
        ["Declaration.AskCoSign"] = "Asked the real organiser to sign",
        ["Declaration.CoSign"] = "The real organiser answered the declaration",
        ["Hire.SaveSection"] = "Wrote to a part that is not open",
        ["Change.Start"] = "Began a change",
        ["Change.Send"] = "Sent a change",
        ["Change.Withdraw"] = "Took the change back",
        ["Change.Close"] = "The change is over",
        ["Change.Recommend"] = "Recommended about a change",
        ["Change.Accept"] = "Accepted the change",
        ["Change.Decline"] = "Declined the change",
        ["Declaration.Sign"] = "Answered the declaration",
        ["Case.StateInterest"] = "Stated their interest",
        ["Case.Reassign"] = "Passed the case on",
        ["Case.Note"] = "Left a note",
        ["Case.Refer"] = "A further look is needed",
        ["Case.CloseReferral"] = "Nothing needs a further look any more",
        ["Case.MakeReady"] = "Every check is settled",
        ["Case.ReopenChecks"] = "A check is open again",
        ["Case.Confirm"] = "Confirmed the booking",
        ["Check.Record"] = "Recorded a check",
        ["Check.Agree"] = "Agreed to a Fail",
        ["Check.Screen"] = "Looked the names up again",
        ["Check.Rescreen"] = "Tried the names against a list that changed",
        ["Waiver.Ask"] = "Asked for a waiver",
        ["Waiver.Agree"] = "Agreed to a waiver",
        ["Hit.Raise"] = "Found a possible list match",
        ["Hit.Propose"] = "Proposed what a hit is",
        ["Hit.Agree"] = "Agreed what a hit is",
        ["Hit.Disagree"] = "Disagreed what a hit is",
        ["Consultation.Ask"] = "Asked for advice",
        ["Consultation.Answer"] = "Recorded advice",
        ["Consultation.ChildAtRisk"] = "Stopped the case: a child may be at risk",
        ["Consultation.Extend"] = "Gave more time for advice",
        ["Consultation.GoOn"] = "Went on without advice",
        ["Case.OpenSensitive"] = "Opened the sensitive parts",
        ["Decision.Adopt"] = "Adopted the recommendation",
        ["Information.Ask"] = "Asked the group",
        ["Hold.Lay"] = "Put it on hold",
        ["Hold.Agree"] = "Agreed to hold it longer",
        ["Hold.Renew"] = "Renewed the hold",
        ["Hold.Release"] = "Ended the hold",
        ["Hold.End"] = "The time of the hold was over",
        ["Cancellation.Propose"] = "Put a cancellation forward",
        ["Cancellation.Confirm"] = "Cancelled",
        ["Cancellation.Decline"] = "Turned a cancellation down",
        ["Closure.Cancel"] = "Cancelled dates because of a closure",
        ["Closure.Order"] = "Ordered a closure",
        ["Breach.Raise"] = "Raised a breach",
        ["Breach.Answer"] = "The hirer gave its side of a breach",
        ["Breach.Decide"] = "Decided a breach",
        ["Review.Ask"] = "The group asked for a review",
        ["Review.Decide"] = "Decided the review",
        ["Information.Answer"] = "The group answered",
        ["Decision.Recommend"] = "Recommended",
        ["Decision.Approve"] = "Approved",
        ["Decision.MindToRefuse"] = "Told the hirer that we may refuse",
        ["Decision.Answer"] = "The hirer gave their side",
        ["Decision.Resume"] = "Went on checking",
        ["Decision.Refuse"] = "Refused",
        ["Hire.Import"] = "Taken over from the earlier system",
        ["Case.Lapse"] = "Closed: nobody went on with it in time",
        ["Case.NotDecide"] = "Closed: the event came before a decision",
        ["Timer.Remind"] = "Reminded the group",
        ["Timer.Alert"] = "Told staff that something is late",
        ["Timer.WarnOfExpiry"] = "Warned the group that a record runs out",
        ["Condition.Set"] = "Asked for a new record before a later date",
        ["Condition.FindMet"] = "A newer record covers the date",
        ["Dbs.Confirm"] = "Confirmed a DBS check (formerly CRB)",
        ["Waiver.Decline"] = "Declined a waiver",
        ["Closure.Countersign"] = "Answered the closure as second approver",
        ["Grant.Start"] = "Started the application",
        ["Grant.StartTyped"] = "Started to type the application",
        ["Grant.Submit"] = "Sent the application",
        ["Grant.Withdraw"] = "Withdrew the application",
        ["Grant.FindCommunity"] = "Recorded the finding of the cross-community test",
        ["Grant.PublishOutcome"] = "Published the outcome",
        ["Assessment.Save"] = "Saved scores",
        ["Assessment.Give"] = "Gave scores",
        ["Assessment.Moderate"] = "Settled a gap between scores",
        ["Assessment.AgreeModeration"] = "Agreed to a joint score",
        ["Decision.Award"] = "Approved an award",
        ["Decision.Decline"] = "Declined",
        ["Overlap.Dismiss"] = "Dismissed an overlap",
        ["Condition.Accept"] = "Accepted the conditions",
        ["Condition.Move"] = "Recorded a condition",
    };

    /// <summary>The first date that stands and how many more do; of an application whose dates are all cancelled, the first of all.</summary>
    public static string When(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var standing = file.Occurrences
            .Where(o => o.State is not (OccurrenceState.Released or OccurrenceState.Refused or OccurrenceState.CancelledByHirer or OccurrenceState.CancelledByCouncil))
            .OrderBy(o => o.StartUtc).ToList();
        return standing.Count == 0 ? At(file.Case.FirstEventUtc) : $"{At(standing[0].StartUtc)}{(standing.Count > 1 ? $" and {standing.Count - 1} more" : "")}";
    }

    /// <summary>"24 Mar 2026, 14:05" on the hall clock.</summary>
    public static string At(DateTime? instantUtc) =>
        instantUtc is { } given ? CouncilTime.ToLondon(given).ToString("d MMM yyyy, HH:mm", British) : "–";

    /// <summary>When a hold ends: "the end of Monday 7 December 2026", or the minute when one approver alone holds it.</summary>
    public static string HoldEnd(CaseHold hold)
    {
        ArgumentNullException.ThrowIfNull(hold);
        return hold.IsAlone ? At(hold.EndsUtc) : $"the end of {Day(CouncilTime.DayOf(hold.EndsUtc.AddMinutes(-1)))}";
    }

    /// <summary>Yes, no, or not answered.</summary>
    public static string YesNo(bool? answer) => answer switch { true => "Yes", false => "No", null => "Not answered" };
}
