using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Hire;
using CouncilPremises.Application.Notices;
using CouncilPremises.Application.Premises;
using CouncilPremises.Application.Tests.Timers;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Premises;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Decisions;

/// <summary>Reviews: asked for in time by the lead contact, decided by somebody with no earlier part, the slot held meanwhile.</summary>
[Trait("Rule", "N19")]
public abstract class ReviewTests(TestDatabase database)
{
    private readonly Aftermath after = new(database);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "S3")]
    [Trait("Rule", "S5")]
    public async Task Review_OfARefusal_UpheldByOneWithNoEarlierPart_FreesTheSlot()
    {
        var (officer, approver) = (await after.PersonAsync(Roles.FacilitiesOfficer | Roles.Reviewer), await after.PersonAsync(Roles.FacilitiesApprover));
        var hire = await after.RefusedAsync(after.HireIn(60), officer, approver);
        var (id, slots) = ((await hire.CaseAsync()).Id, await after.ClaimsAsync(hire));
        slots.ShouldBeGreaterThan(0);
        (await after.AskReviewAsync(hire, by: officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role");

        (await after.AskReviewAsync(hire)).Succeeded.ShouldBeTrue();
        (await hire.CaseAsync()).StateLeft.ShouldBe(CaseState.Refused);
        (await hire.StateAsync()).ShouldBe(CaseState.UnderReview);
        (await after.AskReviewAsync(hire)).IsConflict.ShouldBeTrue();
        database.Clock.Advance(TimeSpan.FromDays(20));
        await database.With<Claims, int>(claims => claims.DropExpiredAsync(1000, Token));
        (await after.ClaimsAsync(hire)).ShouldBe(slots, "the slot stays held while the review is open");

        (await after.ReviewAsync(hire, officer, ReviewOutcome.Uphold)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Reviewer");
        (await after.ReviewAsync(hire, await after.PersonAsync(Roles.Reviewer), ReviewOutcome.Uphold)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S3");
        (await after.ReviewAsync(hire, approver, ReviewOutcome.Uphold)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role");
        (await after.BlockedAsync("Review.Decide", "Reviewer", id)).ShouldBe(1);
        (await after.ReviewAsync(hire, await after.PersonAsync(Roles.Reviewer, hire), ReviewOutcome.Uphold)).Succeeded.ShouldBeTrue();

        (await hire.StateAsync()).ShouldBe(CaseState.Refused);
        (await after.ClaimsAsync(hire)).ShouldBe(0);
        (await after.LetterAsync(hire, NoticeCode.N19)).Text.ShouldContain("The decision stands");
        (await after.AskReviewAsync(hire)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("ReviewTime");
    }

    [Theory]
    [InlineData(ReviewOutcome.Return, CaseState.Checking)]
    [InlineData(ReviewOutcome.Return, CaseState.MindedToRefuse)]
    [InlineData(ReviewOutcome.Vary, CaseState.ApprovedWithConditions)]
    public async Task Review_OfARefusalNotUpheld_GivesTheDatesBackInTheNamedState(ReviewOutcome outcome, CaseState to)
    {
        var (officer, approver) = (await after.PersonAsync(Roles.FacilitiesOfficer), await after.PersonAsync(Roles.FacilitiesApprover));
        var hire = await after.RefusedAsync(after.HireIn(60), officer, approver);
        (await after.AskReviewAsync(hire)).Succeeded.ShouldBeTrue();
        database.Clock.Advance(TimeSpan.FromDays(20));
        var reviewer = await after.PersonAsync(Roles.Reviewer, hire);
        ConditionFacts[] conditions = [new(ConditionKind.Stewards, ConditionTiming.AtTheEvent, "Two stewards at the doors.", "The doors open to the road.", database.Time.Today.AddDays(50), null)];
        if (outcome == ReviewOutcome.Vary)
        {
            (await after.ReviewAsync(hire, reviewer, outcome, conditions: conditions)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Checks", "an approval on review needs every check");
            return;
        }

        (await after.ReviewAsync(hire, reviewer, outcome)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("ReturnTo");
        (await after.ReviewAsync(hire, reviewer, outcome, to)).Succeeded.ShouldBeTrue();

        (await hire.StateAsync()).ShouldBe(to);
        (await hire.CaseAsync()).DueOn!.Value.ShouldBeGreaterThanOrEqualTo(database.Time.Today, "the clock stood still while it was refused and reviewed");
        (await after.DatesAsync(hire)).ShouldAllBe(d => d.State == OccurrenceState.Held);
        var refuse = new Refuse(Ground.D2, Aftermath.Fifty, Aftermath.AllAnswers(), true, await hire.VersionAsync());
        var again = await database.With<RefusalDecisions, Outcome>(r => r.RefuseAsync(hire.Reference, refuse, approver, Token));
        again.Refusals.ShouldNotBeEmpty("what was set aside cannot be relied on: the hirer is heard anew, or a colleague recommends anew");
    }

    [Fact]
    [Trait("Rule", "N3")]
    public async Task Review_OfOneDateRefused_GoesOnWhileTheGroupIsAskedAboutTheOthers()
    {
        var (officer, approver) = (await after.PersonAsync(Roles.FacilitiesOfficer), await after.PersonAsync(Roles.FacilitiesApprover));
        var hire = await after.RefusedAsync(after.SeriesIn(60), officer, approver, only: 2);
        await database.AskAsync(hire, officer);

        (await after.AskReviewAsync(hire)).Succeeded.ShouldBeTrue();
        (await hire.StateAsync()).ShouldBe(CaseState.InfoRequested, "the others wait for the group's answer");
        (await after.ReviewAsync(hire, await after.PersonAsync(Roles.Reviewer, hire), ReviewOutcome.Vary)).Refusals.ShouldBeEmpty();

        (await hire.StateAsync()).ShouldBe(CaseState.InfoRequested);
        (await after.DatesAsync(hire)).ShouldAllBe(d => d.State == OccurrenceState.Held);
    }

    [Theory]
    [Trait("Rule", "N19")]
    [InlineData(ReviewOutcome.Uphold)]
    [InlineData(ReviewOutcome.Vary)]
    public async Task Review_StillOpenWhenTheGroupWithdraws_IsDecidedAndGivesNothingBack(ReviewOutcome outcome)
    {
        var (officer, approver) = (await after.PersonAsync(Roles.FacilitiesOfficer), await after.PersonAsync(Roles.FacilitiesApprover));
        var hire = await after.RefusedAsync(after.SeriesIn(60), officer, approver, only: 2);
        (await after.AskReviewAsync(hire)).Succeeded.ShouldBeTrue();
        (await database.With<HireEndings, Outcome>(async e => await e.WithdrawAsync(hire.Reference, await hire.VersionAsync(), hire.Group.Lead, Token))).Succeeded.ShouldBeTrue();

        (await after.ReviewAsync(hire, await after.PersonAsync(Roles.Reviewer, hire), outcome)).Refusals.ShouldBeEmpty();

        (await hire.StateAsync()).ShouldBe(CaseState.Withdrawn);
        (await after.DatesAsync(hire)).ShouldNotContain(d => d.State == OccurrenceState.Held);
        (await after.ClaimsAsync(hire)).ShouldBe(0);
        (await after.ReviewOfAsync(hire)).IsOpen.ShouldBeFalse();
    }

    [Fact]
    [Trait("Rule", "N7")]
    public async Task Review_OfARefusalVaried_ApprovesOnConditionsThatTheSignatoryAccepts()
    {
        var (officer, approver) = (await after.PersonAsync(Roles.FacilitiesOfficer), await after.PersonAsync(Roles.FacilitiesApprover));
        var hire = await after.RefusedAsync(after.HireIn(60), officer, approver, isReady: true);
        (await after.AskReviewAsync(hire)).Succeeded.ShouldBeTrue();
        ConditionFacts[] conditions = [new(ConditionKind.Stewards, ConditionTiming.AtTheEvent, "Two stewards at the doors.", "The doors open to the road.", database.Time.Today.AddDays(50), null)];

        (await after.ReviewAsync(hire, await after.PersonAsync(Roles.Reviewer, hire), ReviewOutcome.Vary, conditions: conditions)).Refusals.ShouldBeEmpty();

        (await hire.StateAsync()).ShouldBe(CaseState.ApprovedWithConditions);
        (await after.DatesAsync(hire)).ShouldAllBe(d => d.State == OccurrenceState.Held);
        (await after.LetterAsync(hire, NoticeCode.N7)).Text.ShouldContain("Two stewards at the doors.");
        (await after.LettersAsync(hire)).ShouldContain(NoticeCode.N19);
        (await database.With<Confirmations, Outcome>(c => c.AcceptConditionsAsync(hire.Reference, hire.Group.Lead, Token))).Succeeded.ShouldBeTrue();
        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed);
    }

    [Fact]
    [Trait("Rule", "B4")]
    public async Task Review_PremisesClosedSinceTheRefusal_GivesNoDateBack()
    {
        var (officer, approver) = (await after.PersonAsync(Roles.FacilitiesOfficer), await after.PersonAsync(Roles.FacilitiesApprover));
        var hire = await after.RefusedAsync(after.HireIn(60), officer, approver);
        (await after.AskReviewAsync(hire)).Succeeded.ShouldBeTrue();
        var date = (await after.DatesAsync(hire)).Single();
        await database.With<AppDbContext>(async db =>
        {
            var venue = await db.Spaces.Where(space => space.Id == date.SpaceId).Select(space => space.VenueId).SingleAsync(Token);
            db.Closures.Add(new Closure(Guid.CreateVersion7(), venue, null, date.Day, date.Day, "The roof leaks."));
            await db.SaveChangesAsync(Token);
        });

        var outcome = await after.ReviewAsync(hire, await after.PersonAsync(Roles.Reviewer, hire), ReviewOutcome.Return, CaseState.Checking);

        outcome.Refusals.ShouldHaveSingleItem().Code.ShouldBe("B4", "the room that was kept has been closed since");
        (await after.DatesAsync(hire)).ShouldAllBe(d => d.State == OccurrenceState.Refused);
    }

    [Fact]
    [Trait("Rule", "N6")]
    public async Task Review_OfConditions_VariedOrLifted_ConfirmsWhenNothingStandsBefore()
    {
        var (hire, _) = await ConditionsUnderReviewAsync();
        (await hire.StateAsync()).ShouldBe(CaseState.UnderReview);
        var reviewer = await after.PersonAsync(Roles.Reviewer, hire);
        (await after.ReviewAsync(hire, reviewer, ReviewOutcome.Vary)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Vary");
        var id = (await hire.CaseAsync()).Id;
        var condition = await database.With<AppDbContext, Guid>(db => db.Conditions.Where(c => c.CaseId == id).Select(c => c.Id).SingleAsync(Token));

        (await after.ReviewAsync(hire, reviewer, ReviewOutcome.Vary, lift: [condition])).Succeeded.ShouldBeTrue();

        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed);
        (await after.LettersAsync(hire)).ShouldContain(NoticeCode.N6);
    }

    [Fact]
    [Trait("Rule", "N11")]
    public async Task Review_OfConditions_PremisesCloseMeanwhile_EndsTheDatesAndTheReviewIsStillDecided()
    {
        var (hire, approver) = await ConditionsUnderReviewAsync();
        var date = (await after.DatesAsync(hire)).ShouldHaveSingleItem();
        var venue = await database.With<AppDbContext, string>(db => db.Venues.Where(v => v.Id == hire.Space.VenueId).Select(v => v.Slug).SingleAsync(Token));
        var close = new CloseBookings(venue, null, date.Day, null, "The roof leaks", Aftermath.Fifty, "The Town Hall has rooms at the same times.", true, [date.Id]);

        (await database.With<BookingClosures, Outcome>(c => c.OrderAsync(close, approver, Token))).Refusals.ShouldBeEmpty();

        (await hire.StateAsync()).ShouldBe(CaseState.CancelledByCouncil);
        (await after.LettersAsync(hire)).ShouldContain(NoticeCode.N11);
        (await after.ReviewAsync(hire, await after.PersonAsync(Roles.Reviewer, hire), ReviewOutcome.Uphold)).Refusals.ShouldBeEmpty();
        (await hire.StateAsync()).ShouldBe(CaseState.CancelledByCouncil);
        (await after.DatesAsync(hire)).ShouldAllBe(d => d.State == OccurrenceState.CancelledByCouncil);
    }

    [Fact]
    [Trait("Rule", "N12")]
    public async Task Review_OfACancellation_SetAside_BooksTheDatesAgain()
    {
        var officer = await after.PersonAsync(Roles.FacilitiesOfficer);
        var hire = await after.SeriesIn(60).ConfirmedAsync(database, officer);
        var (first, second) = (await after.PersonAsync(Roles.FacilitiesApprover, hire), await after.PersonAsync(Roles.FacilitiesApprover, hire));
        (await after.ProposeAsync(hire, first, CancellationCause.PoliceDirection, Ground.D2)).Succeeded.ShouldBeTrue();
        (await after.ConfirmAsync(hire, second)).Succeeded.ShouldBeTrue();
        (await hire.StateAsync()).ShouldBe(CaseState.CancelledByCouncil);
        database.Clock.Advance(TimeSpan.FromDays(2));
        (await after.AskReviewAsync(hire)).Succeeded.ShouldBeTrue();

        (await after.ReviewAsync(hire, await after.PersonAsync(Roles.Reviewer, hire), ReviewOutcome.Return, CaseState.Confirmed)).Succeeded.ShouldBeTrue();

        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed);
        var dates = await after.DatesAsync(hire);
        dates.ShouldAllBe(d => d.State == OccurrenceState.Confirmed && d.Sequence > 1);
        var letter = await after.LetterAsync(hire, NoticeCode.N12);
        letter.Calendar!.ShouldContain("STATUS:CONFIRMED");
    }

    [Fact]
    [Trait("Rule", "N19")]
    public async Task Review_OfACancellation_Upheld_TellsTheHirerWhichDatesItWasAbout()
    {
        var officer = await after.PersonAsync(Roles.FacilitiesOfficer);
        var hire = await after.HireIn(60).ConfirmedAsync(database, officer);
        var (first, second) = (await after.PersonAsync(Roles.FacilitiesApprover, hire), await after.PersonAsync(Roles.FacilitiesApprover, hire));
        (await after.ProposeAsync(hire, first, CancellationCause.PoliceDirection, Ground.D2)).Succeeded.ShouldBeTrue();
        (await after.ConfirmAsync(hire, second)).Succeeded.ShouldBeTrue();
        (await after.AskReviewAsync(hire)).Succeeded.ShouldBeTrue();

        (await after.ReviewAsync(hire, await after.PersonAsync(Roles.Reviewer, hire), ReviewOutcome.Uphold)).Refusals.ShouldBeEmpty();

        (await hire.StateAsync()).ShouldBe(CaseState.CancelledByCouncil);
        var date = (await after.DatesAsync(hire)).ShouldHaveSingleItem();
        (await after.LetterAsync(hire, NoticeCode.N19)).Text.ShouldContain(NoticeWords.Date(date));
        (await after.ClaimsAsync(hire)).ShouldBe(0, "the room is free again");
    }

    [Fact]
    [Trait("Rule", "Clocks")]
    public async Task Review_Time_IsTenWorkingDaysToAskAndThreeToDecideWhenTheEventIsNear()
    {
        var (officer, approver) = (await after.PersonAsync(Roles.FacilitiesOfficer), await after.PersonAsync(Roles.FacilitiesApprover));
        var near = await after.RefusedAsync(after.HireIn(16), officer, approver);
        (await after.AskReviewAsync(near)).Succeeded.ShouldBeTrue();
        (await after.ReviewOfAsync(near)).DueOn.ShouldBeLessThanOrEqualTo(database.Time.Today.AddDays(7));
        var far = await after.RefusedAsync(after.HireIn(90), officer, approver);
        database.Clock.Advance(TimeSpan.FromDays(24));

        (await after.AskReviewAsync(far)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("ReviewTime");
        (await after.ClaimsAsync(far)).ShouldBe(0, "the slot was kept until the time to ask ended");
        (await database.With<Claims, int>(claims => claims.DropExpiredAsync(10_000, Token))).ShouldBeGreaterThan(0);
    }

    // Approved on a condition that the hirer has reviewed
    private async Task<(TestHire Hire, Actor Approver)> ConditionsUnderReviewAsync()
    {
        var (officer, approver) = (await after.PersonAsync(Roles.FacilitiesOfficer), await after.PersonAsync(Roles.FacilitiesApprover));
        var hire = await after.HireIn(60).ReadyAsync(database, officer);
        await hire.StateNoInterestAsync(approver);
        ConditionFacts[] conditions = [new(ConditionKind.Documents, ConditionTiming.Before, "Hire a fire engine.", "It might burn.", database.Time.Today.AddDays(50), null)];
        var approve = new Approve(Aftermath.Fifty, conditions, true, await hire.VersionAsync());
        (await database.With<Approvals, Outcome>(a => a.ApproveAsync(hire.Reference, approve, approver, Token))).Succeeded.ShouldBeTrue();
        (await after.AskReviewAsync(hire)).Succeeded.ShouldBeTrue();
        return (hire, approver);
    }
}

/// <inheritdoc />
public sealed class SqliteReviewTests(SqliteDatabase database) : ReviewTests(database), IClassFixture<SqliteDatabase>;

/// <inheritdoc />
public sealed class PostgresReviewTests(PostgresDatabase database) : ReviewTests(database), IClassFixture<PostgresDatabase>;
