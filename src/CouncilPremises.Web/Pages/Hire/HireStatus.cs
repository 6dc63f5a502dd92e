using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Premises;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>Where an application stands, in the words a group reads: never a tier, a referral or the name of a list.</summary>
/// <param name="Word">The status.</param>
/// <param name="Colour">Its tag's colour; the word says it all.</param>
/// <param name="Who">Who acts next.</param>
/// <param name="Next">What happens next, and by when.</param>
public sealed record HireStatus(string Word, string Colour, string Who, string Next)
{
    /// <summary>The status of an application.</summary>
    public static HireStatus Of(HireFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var due = file.Case.DueOn ?? file.NextDueOn();
        return file.Case.State switch
        {
            CaseState.Draft => new("Not sent yet", "grey", "You", HireClock.SendBy(file)),
            CaseState.Submitted => Undecided("Received", "We take a first look", file, due),
            CaseState.Checking or CaseState.Referred or CaseState.ReadyForDecision => Undecided("Being checked", "We decide", file, due),
            CaseState.InfoRequested => new("We need something from you", "yellow", "You", "Answer our question" + By(due)),
            CaseState.MindedToRefuse when HasToldItsSide(file) => new("We may say no: you told us your side", "orange", "The council", $"We read what you told us, and then decide. We mean to do so by {PremisesWords.Day(GroupDuties.DecideBy(file))}."),
            CaseState.MindedToRefuse => new("We may say no: tell us your side", "orange", "You", "Tell us your side" + By(due)),
            CaseState.Approved or CaseState.ApprovedWithConditions => new("Approved: things to do first", "turquoise", "You", MeetConditions(file) + By(due)),
            CaseState.Confirmed when file.Proposed is { } change =>
                new("Booked", "green", "The council", $"We decide about the change you asked for by {PremisesWords.Day(change.DueOn)}. Until then your booking stands as it was."),
            CaseState.Confirmed => new("Booked", "green", "Nobody", "Enjoy your event. You can still change it or cancel dates below."),
            CaseState.Refused => new("Not approved", "red", "You, if you wish", ReviewSentence(file)),
            CaseState.Withdrawn => new("Closed", "grey", "Nobody", "You took this application back. You can start a new one."),
            CaseState.CancelledByHirer => new("Cancelled", "grey", "Nobody", "You cancelled this booking. You can start a new application."),
            CaseState.Completed => new("Closed", "grey", "Nobody", "Your event is over. We hope it went well."),
            CaseState.OnHold => new("Paused", "yellow", "The council", "We will write to you" + By(due)),
            CaseState.UnderReview => new("Being reviewed", "blue", "The council", "We tell you the outcome" + By(due)),
            CaseState.Lapsed => new("Closed", "grey", "Nobody", "The time to answer ran out. You can start again."),
            CaseState.NotDecided => new("Closed without a decision", "grey", "The council", "We are sorry: we did not decide in time. Anything you paid is refunded, and you may complain to the council."),
            CaseState.CancelledByCouncil => new("Cancelled", "red", "You, if you wish", ReviewSentence(file)),
        };
    }

    // What only the group can do is said before what the council does: it would wait in vain otherwise
    private static HireStatus Undecided(string word, string council, HireFile file, DateOnly? due) => GroupDuties.Of(file) is { Count: > 0 } duties
        ? new(word, "blue", "You, and then the council", $"You: {GroupDuties.Words(duties)}. {council}{By(due)} We cannot approve it without what we need from you.")
        : new(word, "blue", "The council", council + By(due));

    private static string MeetConditions(HireFile file) => file.Conditions.Any(c => c is { Timing: ConditionTiming.AtTheEvent, State: ConditionState.Open })
        ? "Read and accept the conditions, and do what else is listed below" : "Do what the conditions below ask, and tell us";

    private static bool HasToldItsSide(HireFile file) =>
        file.InformationRequests.Any(r => r.ReturnsTo == CaseState.MindedToRefuse && r.AnsweredUtc >= file.MindedToRefuse?.MadeUtc);

    private static string By(DateOnly? due) => due is { } day ? $" by {PremisesWords.Day(day)}." : ".";

    private static string ReviewSentence(HireFile file) => file.Decisions.Count == 0
        ? "You may ask for a review."
        : $"You may ask for a review until {PremisesWords.Day(file.ReviewUntil(Domain.Time.CouncilTime.DayOf(file.Decisions[^1].MadeUtc)))}.";
}
