using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Timers;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.People;

namespace CouncilPremises.Application.Seeding;

/// <summary>What interrupts or follows the ordinary course of a seeded application: a hold, a review, a cancellation by the council, time itself.</summary>
internal sealed class DemoAftermath(DemoWalk walk, DemoOfficers officers, DemoTeam team, SeedClock clock, OfficersWords words, CancellationToken cancellationToken)
{
    private const int MostDays = 60;

    /// <summary>An officer pauses the application while something is looked into.</summary>
    public async Task HoldAsync()
    {
        clock.NextWorkingDay();
        await walk.ActAsync<Holds>("Hold", (holds, version) => holds.LayAsync(
            walk.Reference, new LayHold(HoldReason.SafetyRisk, words.Reason, HitId: null, [], [], version), team.First, cancellationToken));
    }

    /// <summary>The group asks for a review of the newest decision.</summary>
    public async Task AskReviewAsync(Actor lead)
    {
        clock.NextWorkingDay();
        var file = await walk.FileAsync(lead);
        var decision = file.After.Reviewables(file).MaxBy(reviewable => reviewable.MadeUtc)?.SubjectId ?? Guid.Empty;
        await walk.ActAsync<Reviews>("Ask for a review", (reviews, version) =>
            reviews.AskAsync(walk.Reference, new AskReview(decision, words.ReviewAsked, version), lead, cancellationToken));
    }

    /// <summary>One approver puts the cancellation of all dates forward, another cancels.</summary>
    public async Task CancelAsync()
    {
        clock.NextWorkingDay();
        await officers.StateNoInterestAsync(team.Approver);
        var facts = new CancellationFacts(CancellationCause.SafetyRisk, [], HirerHeard: true, NotHeardReason: null, words.Alternative, Money.Zero);
        await walk.ActAsync<Cancellations>("Propose to cancel", (cancellations, version) => cancellations.ProposeAsync(
            walk.Reference, new CancelBooking(facts, words.Ground, words.Cancellation, words.Answers, NoProhibitedReason: true, version), team.Approver, cancellationToken));
        await officers.StateNoInterestAsync(team.SecondApprover);
        var proposed = (await walk.FileAsync(team.SecondApprover)).After.Proposal!.Id;
        await walk.ActAsync<Cancellations>("Cancel", (cancellations, version) => cancellations.DecideAsync(
            walk.Reference, new DecideCancellation(proposed, Confirm: true, Reason: null, NoProhibitedReason: true, version), team.SecondApprover, cancellationToken));
    }

    /// <summary>Working days go by, and each morning the timers look, until the application has come to a state by itself.</summary>
    public async Task WaitForAsync(CaseState state, Actor lead)
    {
        for (var day = 0; day < MostDays && (await walk.FileAsync(lead)).Case.State != state; day++)
        {
            clock.NextWorkingDay();
            await LookAsync();
        }
    }

    /// <summary>The timers look at it now.</summary>
    public Task LookAsync() => walk.ActAsync<CaseLooks>("Look", async looks =>
    {
        await looks.LookAsync(walk.Reference, cancellationToken);
        return Outcome.Ok();
    });
}
