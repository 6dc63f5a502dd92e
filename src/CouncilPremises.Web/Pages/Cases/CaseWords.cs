using System.Globalization;
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

    /// <summary>"Tuesday 24 March 2026".</summary>
    public static string Day(DateOnly? day) => day is { } given ? given.ToString("dddd d MMMM yyyy", British) : "–";

    /// <summary>"24 Mar 2026".</summary>
    public static string ShortDay(DateOnly day) => day.ToString("d MMM yyyy", British);

    /// <summary>Evidence in a line, by the form's labels; a hash is cut to what tells two texts apart.</summary>
    public static string Evidence(CheckCode code, IReadOnlyDictionary<string, string> evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return string.Join("; ", evidence.Select(e => $"{Label(code, e.Key)}: {(e.Key == "TextHash" && e.Value.Length > 12 ? e.Value[..12] : e.Value)}"));
    }

    private static string Label(CheckCode code, string key) =>
        CheckRules.For(code).Evidence.FirstOrDefault(field => field.Name == key)?.Label ?? char.ToUpperInvariant(key[0]) + key[1..];

    /// <summary>An act of the audit in words; its code where nobody has put it into words.</summary>
    public static string Act(string action) => Acts.GetValueOrDefault(action, action);

    private static readonly Dictionary<string, string> Acts = new()
    {
        ["Hire.Start"] = "Started the application",
        ["Hire.Submit"] = "Sent the application",
        ["Hire.Withdraw"] = "Withdrew the application",
        ["Hire.Cancel"] = "Cancelled dates",
        ["Hire.Complete"] = "The event is over",
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
        ["Information.Ask"] = "Asked the group",
        ["Information.Answer"] = "The group answered",
        ["Decision.Recommend"] = "Recommended",
        ["Decision.Approve"] = "Approved",
        ["Decision.MindToRefuse"] = "Told the hirer that we may refuse",
        ["Decision.Answer"] = "The hirer gave their side",
        ["Decision.Resume"] = "Went on checking",
        ["Decision.Refuse"] = "Refused",
        ["Condition.Accept"] = "Accepted the conditions",
        ["Condition.Move"] = "Recorded a condition",
    };

    /// <summary>"24 Mar 2026, 14:05" on the hall clock.</summary>
    public static string At(DateTime? instantUtc) =>
        instantUtc is { } given ? CouncilTime.ToLondon(given).ToString("d MMM yyyy, HH:mm", British) : "–";

    /// <summary>Yes, no, or not answered.</summary>
    public static string YesNo(bool? answer) => answer switch { true => "Yes", false => "No", null => "Not answered" };
}
