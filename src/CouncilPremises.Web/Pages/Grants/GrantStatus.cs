using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Web.Pages.Funds;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>Where an application for a grant stands, in the words a group reads: nothing of a decision before it is published, never a referral or the name of a list.</summary>
/// <param name="Word">The status.</param>
/// <param name="Colour">Its tag's colour; the word says it all.</param>
/// <param name="Who">Who acts next.</param>
/// <param name="Next">What happens next, and by when.</param>
public sealed record GrantStatus(string Word, string Colour, string Who, string Next)
{
    /// <summary>The status of an application.</summary>
    public static GrantStatus Of(GrantFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var words = CaseGroupWords.Of(file.ShownState, CaseKind.Grant);
        var (who, next) = NextOf(file);
        return new GrantStatus(words.Status, words.Colour, who, next);
    }

    private static (string Who, string Next) NextOf(GrantFile file) => file.ShownState switch
    {
        CaseState.Draft when file.WhyClosed is { } closed => ("Nobody", closed.Sentence),
        CaseState.Draft => ("You", $"Finish it and send it before {FundWords.Deadline(GrantSteps.ClosesUtc(file))}. From that minute on nothing can be saved or sent."),
        CaseState.Submitted or CaseState.Checking or CaseState.Referred or CaseState.ReadyForDecision => Undecided(file),
        CaseState.InfoRequested => ("You", $"Answer our question{By(file.ShownDueOn)}."),
        CaseState.MindedToRefuse when file.HasToldItsSide => ("The council", "We read what you told us, and then decide."),
        CaseState.MindedToRefuse => ("You", $"Tell us your side{By(file.ShownDueOn)}."),
        CaseState.Approved or CaseState.ApprovedWithConditions => Awarded(file),
        CaseState.Refused => ("You, if you wish", Review(file)),
        CaseState.OnHold => ("The council", $"We will write to you{By(file.ShownDueOn)}."),
        CaseState.UnderReview => ("The council", $"We tell you the outcome of the review{By(file.ShownDueOn)}."),
        CaseState.Withdrawn => ("Nobody", "You took this application back. You may apply in an open round."),
        CaseState.Lapsed => ("Nobody", "The time to answer, to sign or to send ran out. You may apply in an open round."),
        CaseState.Completed => ("Nobody", "Your project is over and accounted for. You may apply in an open round."),
        CaseState.Confirmed or CaseState.CancelledByHirer or CaseState.CancelledByCouncil or CaseState.NotDecided => ("Nobody", CaseGroupWords.Of(file.ShownState, CaseKind.Grant).NextStep),
    };

    // What only the group can do is said before what the council does: it would wait in vain otherwise
    private static (string Who, string Next) Undecided(GrantFile file)
    {
        var council = $"We decide on all applications of the round together{By(file.ShownDueOn)}.";
        return GrantSteps.MustSign(file)
            ? ("You, and then the council", $"You: have the declaration signed by {PremisesWords.Day(DeclarationRules.SignBy(file.SubmittedOn, file.WorkingDays))}. We cannot decide without it. {council}")
            : ("The council", council);
    }

    private static (string Who, string Next) Awarded(GrantFile file) => file.Award is not { } award ? ("The council", "We make our offer ready.") : award.State switch
    {
        AwardState.Offered => ("You", $"Read our offer and answer it{By(award.AcceptBy)}. Somebody who may sign for your group does that."),
        AwardState.Agreed when file.Bank is null => ("You", "Give us your bank details, and meet what the conditions below ask before we pay."),
        AwardState.Agreed when file.Conditions.Any(condition => !condition.LetsConfirm) => ("You", "Meet what the conditions below ask. Then we pay."),
        AwardState.Agreed => ("The council", "We verify your bank details. Then the first payment can go."),
        AwardState.Active when file.Reports.FirstOrDefault(report => report.IsWritable) is { } next => ("You", $"Do your project, and send report {next.Number} by {PremisesWords.Day(next.DueOn)}."),
        AwardState.Active => ("The council", "We read your report."),
        AwardState.Suspended => ("The council", "Payments are stopped for now. We have written to you why."),
        AwardState.Completed => ("Nobody", "Your project is over and accounted for."),
        AwardState.Terminated => ("Nobody", "The grant was ended before its time. We have written to you why."),
        AwardState.Lapsed => ("Nobody", "Our offer was not answered in time."),
        AwardState.Declined => ("Nobody", "You turned our offer down."),
    };

    private static string Review(GrantFile file) => file.After.Reviewables(file).FirstOrDefault() is { } one
        ? $"You may ask for a review until {PremisesWords.Day(one.Until)}." : "The time to ask for a review is over. You may still complain to the council.";

    private static string By(DateOnly? due) => due is { } day ? $" by {PremisesWords.Day(day)}" : "";
}

/// <summary>What happened to an application so far, newest first: only what the group did or was told.</summary>
public static class GrantTimeline
{
    public static IReadOnlyList<Shared.CaseMoment> Of(GrantFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return [.. Moments(file).OrderByDescending(moment => moment.AtUtc)];
    }

    private static IEnumerable<Shared.CaseMoment> Moments(GrantFile file)
    {
        foreach (var moment in Shared.CaseTimeline.Of(file))
            yield return moment;
        foreach (var told in file.Decisions.Where(decision => decision.Kind == Domain.Decisions.DecisionKind.MindedToRefuse))
            yield return new(told.MadeUtc, "We told you that we may say no.");
        if (file.Grant.OutcomePublishedUtc is { } publishedUtc)
            yield return new(publishedUtc, "We told you the outcome.");
        foreach (var moment in file.Award is { } award ? Money(file, award) : [])
            yield return moment;
        if (file.Case is { State: CaseState.Withdrawn, StateSinceUtc: { } sinceUtc })
            yield return new(sinceUtc, "You took the application back.");
    }

    // What an award brought: nothing of it before it is published
    private static IEnumerable<Shared.CaseMoment> Money(GrantFile file, Award award)
    {
        if (award.AcceptedUtc is { } acceptedUtc)
            yield return new(acceptedUtc, "You accepted our offer.");
        foreach (var one in file.Instalments)
            if (one.SentUtc is { } sentUtc)
                yield return new(sentUtc, $"We paid {one.Amount}.");
        foreach (var report in file.Reports)
        {
            if (report.SentUtc is { } sentUtc)
                yield return new(sentUtc, $"You sent report {report.Number}.");
            if (report is { State: ReportState.Accepted, ReadUtc: { } readUtc })
                yield return new(readUtc, $"We accepted report {report.Number}.");
        }
    }
}
