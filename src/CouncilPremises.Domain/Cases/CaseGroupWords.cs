namespace CouncilPremises.Domain.Cases;

/// <summary>Where an application stands, as its group reads it. It never reads "Referred", "Enhanced" or the name of a list. RULEBOOK 10 N5.</summary>
/// <param name="Status">The status, in a few words.</param>
/// <param name="Colour">Colour of its tag, beside the words and never instead of them.</param>
/// <param name="WhoActs">Who acts next; null when nobody needs to.</param>
/// <param name="NextStep">What they do, without the day.</param>
public sealed record CaseGroupWords(string Status, string Colour, NextActor? WhoActs, string NextStep)
{
    /// <summary>The words for a state of a case of a kind.</summary>
    public static CaseGroupWords Of(CaseState state, CaseKind kind) => kind == CaseKind.Hire ? Of(state) : state switch
    {
        CaseState.Approved or CaseState.ApprovedWithConditions => new("Awarded", "green", NextActor.Group, "read our offer and answer it"),
        CaseState.Refused => new("Not awarded", "red", NextActor.Group, "you may ask for a review"),
        CaseState.Completed or CaseState.Withdrawn or CaseState.Lapsed => Of(state) with { NextStep = "You may apply in an open round" },
        _ => Of(state),
    };

    /// <summary>The words for a state of a hire.</summary>
    public static CaseGroupWords Of(CaseState state) => state switch
    {
#pragma warning disable format // columns are kept in line so the table reads as one
        CaseState.Draft                  => new("Not sent yet",                       "grey",   NextActor.Group,   "finish and send"),
        CaseState.Submitted              => new("Received",                           "blue",   NextActor.Council, "first look"),
        CaseState.Checking               => new("Being checked",                      "blue",   NextActor.Council, "decision"),
        CaseState.Referred               => new("Being checked",                      "blue",   NextActor.Council, "decision"),
        CaseState.ReadyForDecision       => new("Being checked",                      "blue",   NextActor.Council, "decision"),
        CaseState.InfoRequested          => new("We need something from you",         "yellow", NextActor.Group,   "answer"),
        CaseState.MindedToRefuse         => new("We may say no: tell us your side",   "orange", NextActor.Group,   "answer"),
        CaseState.Approved               => new("Approved: things to do first",       "green",  NextActor.Group,   "meet each condition"),
        CaseState.ApprovedWithConditions => new("Approved: things to do first",       "green",  NextActor.Group,   "meet each condition"),
        CaseState.Confirmed              => new("Booked",                             "green",  null,              "Enjoy your event. You can change or cancel it"),
        CaseState.Refused                => new("Not approved",                       "red",    NextActor.Group,   "you may ask for a review"),
        CaseState.Completed              => new("Over",                               "grey",   null,              "Start again from this one"),
        CaseState.Withdrawn              => new("Closed",                             "grey",   null,              "Start again from this one"),
        CaseState.CancelledByHirer       => new("Cancelled",                          "grey",   null,              "See charges or refund"),
        CaseState.OnHold                 => new("Paused",                             "yellow", NextActor.Council, "we will write"),
        CaseState.UnderReview            => new("Being reviewed",                     "blue",   NextActor.Council, "outcome"),
        CaseState.Lapsed                 => new("Closed",                             "grey",   null,              "Start again from this one"),
        CaseState.NotDecided             => new("Closed without a decision",          "grey",   null,              "Read our apology, about your refund, and how to complain"),
        CaseState.CancelledByCouncil     => new("Cancelled",                          "red",    NextActor.Group,   "see your refund and alternatives; you may ask for a review"),
#pragma warning restore format
    };

    /// <summary>The next step as one sentence: "You: answer by Tuesday 24 March 2026".</summary>
    public string NextStepBy(DateOnly? dueOn) =>
        WhoActs is { } actor ? $"{(actor == NextActor.Group ? "You" : "Council")}: {NextStep}{By(dueOn)}" : NextStep;

    private static string By(DateOnly? dueOn) => dueOn is { } day ? $" by {day.ToString("dddd d MMMM yyyy", British)}" : "";

    private static readonly System.Globalization.CultureInfo British = System.Globalization.CultureInfo.GetCultureInfo("en-GB");
}

/// <summary>Who acts next on an application.</summary>
public enum NextActor
{
    /// <summary>The group.</summary>
    Group,

    /// <summary>The council.</summary>
    Council,
}
