using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Decisions;

/// <summary>Declining a change is a decision that somebody with no earlier part may look at again.</summary>
public abstract class ChangeReviewTests(TestDatabase database)
{
    private readonly Aftermath after = new(database);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [Trait("Rule", "N19")]
    [InlineData(ReviewOutcome.Uphold, "If you are still unhappy")]
    [InlineData(ReviewOutcome.Return, "ask for it again: we look at it anew")]
    public async Task Declined_Reviewed_TheBookingStandsEitherWay(ReviewOutcome outcome, string told)
    {
        var (officer, approver) = (await after.PersonAsync(Roles.FacilitiesOfficer), await after.PersonAsync(Roles.FacilitiesApprover));
        var hire = await A.Hire().For((await A.Hall().AddAsync(database)).Hall).ConfirmedAsync(database, officer);
        await hire.StateNoInterestAsync(approver);
        (await hire.AskToMoveAsync(new MoveDate(new(2026, 3, 24), false, null, new(17, 0), null, null))).Succeeded.ShouldBeTrue();
        (await hire.RecommendChangeAsync(officer, decline: true)).Succeeded.ShouldBeTrue();
        (await hire.DeclineChangeAsync(approver)).Refusals.ShouldBeEmpty();
        (await after.AskReviewAsync(hire)).Refusals.ShouldBeEmpty();
        var reviewer = await after.PersonAsync(Roles.Reviewer, hire);
        (await after.ReviewAsync(hire, reviewer, ReviewOutcome.Vary)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Vary");
        (await after.ReviewAsync(hire, reviewer, outcome, conditions: [Engine()])).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Vary", "no condition comes in by this door");

        (await after.ReviewAsync(hire, reviewer, outcome)).Refusals.ShouldBeEmpty();

        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed);
        (await after.DatesAsync(hire)).ShouldHaveSingleItem().State.ShouldBe(OccurrenceState.Confirmed);
        (await after.LetterAsync(hire, NoticeCode.N19)).Text.ShouldContain(told);
        (await hire.AskToMoveAsync(new MoveDate(new(2026, 3, 24), false, null, new(17, 0), null, null))).Succeeded.ShouldBeTrue("they may ask again");
    }

    [Fact]
    [Trait("Rule", "N12")]
    public async Task Declined_WhileConditionsAreOpen_PromisesNoReviewThatCannotBeHad()
    {
        var (officer, approver) = (await after.PersonAsync(Roles.FacilitiesOfficer), await after.PersonAsync(Roles.FacilitiesApprover));
        var hire = await after.HireIn(60).For((await A.Hall().AddAsync(database)).Hall).ReadyAsync(database, officer);
        await hire.StateNoInterestAsync(approver);
        (await database.With<Approvals, Outcome>(async a => await a.ApproveAsync(hire.Reference, new Approve(Aftermath.Fifty, [Engine()], true, await hire.VersionAsync()), approver, Token))).Succeeded.ShouldBeTrue();
        var date = (await after.DatesAsync(hire)).ShouldHaveSingleItem();
        (await hire.AskToMoveAsync(new MoveDate(date.Day, false, null, new(17, 0), null, null))).Refusals.ShouldBeEmpty();
        (await hire.RecommendChangeAsync(officer, decline: true)).Refusals.ShouldBeEmpty();

        (await hire.DeclineChangeAsync(approver)).Refusals.ShouldBeEmpty();

        (await after.LetterAsync(hire, NoticeCode.N12)).Text.ShouldContain("If you disagree, answer this letter");
    }

    [Fact]
    [Trait("Rule", "Clocks")]
    public async Task AnotherDecision_WhileAReviewIsUnderWay_MayBeReviewedOnceThatIsDecided()
    {
        var (officer, approver) = (await after.PersonAsync(Roles.FacilitiesOfficer), await after.PersonAsync(Roles.FacilitiesApprover));
        var hire = await A.Hire().For((await A.Hall().AddAsync(database)).Hall).On(after.DayIn(80), "19:00-21:00").ConfirmedAsync(database, officer);
        await hire.StateNoInterestAsync(approver);
        var day = (await after.DatesAsync(hire)).ShouldHaveSingleItem().Day;
        Guid[] declined = [await DeclinedAsync(hire, day, officer, approver), await DeclinedAsync(hire, day, officer, approver)];
        (await after.AskReviewAsync(hire, declined[0])).Refusals.ShouldBeEmpty();
        database.Clock.Advance(TimeSpan.FromDays(20));

        (await after.AskReviewAsync(hire, declined[1])).Refusals.ShouldHaveSingleItem().Sentence.ShouldContain("your time to ask begins then");
        (await after.ReviewAsync(hire, await after.PersonAsync(Roles.Reviewer, hire), ReviewOutcome.Uphold)).Refusals.ShouldBeEmpty();
        (await after.AskReviewAsync(hire, declined[1])).Refusals.ShouldBeEmpty();
    }

    private async Task<Guid> DeclinedAsync(TestHire hire, DateOnly day, Actor officer, Actor approver)
    {
        (await hire.AskToMoveAsync(new MoveDate(day, false, null, new(17, 0), null, null))).Refusals.ShouldBeEmpty();
        (await hire.RecommendChangeAsync(officer, decline: true)).Refusals.ShouldBeEmpty();
        (await hire.DeclineChangeAsync(approver)).Refusals.ShouldBeEmpty();
        return (await hire.FileAsync(officer)).Decisions[^1].Id;
    }

    private ConditionFacts Engine() => new(ConditionKind.Documents, ConditionTiming.Before, "Hire a fire engine.", "It might burn.", database.Time.Today.AddDays(30), null);
}

/// <inheritdoc />
public sealed class SqliteChangeReviewTests(SqliteDatabase database) : ChangeReviewTests(database), IClassFixture<SqliteDatabase>;

/// <inheritdoc />
public sealed class PostgresChangeReviewTests(PostgresDatabase database) : ChangeReviewTests(database), IClassFixture<PostgresDatabase>;
