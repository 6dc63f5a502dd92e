using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Grants;

/// <summary>The ranking of a round as its page reads it, on both databases.</summary>
public abstract class RankingTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ranking_OfARound_DrawsTheLineWhereTheMoneyEndsAndSaysWhy()
    {
        var team = await GrantTeam.AddAsync(database);
        var round = await A.Round().With(Money.Pounds(10_000)).AddAsync(database);
        var best = await ScoredAsync(round, team, 4, (Criterion.Reach, 2));
        var gap = await ScoredAsync(round, team, 3, (Criterion.Reach, 0));
        var second = await ScoredAsync(round, team, 2);
        var third = await ScoredAsync(round, team, 2);
        var waiting = await A.Grant().In(round).CheckedAsync(database, team);
        await A.Grant().In(round).DraftAsync(database);

        var page = await ReadAsync(round, new RankingFilter(), team.Officer);
        (page.Total, page.Scored, page.Within, page.Money, page.Left).ShouldBe((5, 3, 2, Money.Pounds(10_000), Money.Pounds(400)));
        page.Rows.Select(row => row.Row.Application.Reference).Take(3).ShouldBe([best.Reference, second.Reference, third.Reference]);
        Row(page, best).Row.Application.Halves.ShouldBe((await best.FileAsync(team.Officer)).Assessed!.TotalHalves, "the ranking and the case say the same score");
        Row(page, best).Reason.ShouldBe("Within the money: £4,800 of £10,000 down to here.");
        Row(page, second).Row.IsTiedAtTheLine.ShouldBeTrue("third has the same score and does not fit");
        Row(page, gap).Reason.ShouldBe("A gap is open: reach.");
        Row(page, gap).Halves[(int)Criterion.Reach].ShouldBeNull();
        Row(page, waiting).Reason.ShouldBe("0 of 2 people have scored it.");

        var whatIf = await ReadAsync(round, new RankingFilter(Money.Pounds(4_800), RankingSort.Reference), team.Officer);
        (whatIf.Money, whatIf.Within, whatIf.Own).ShouldBe((Money.Pounds(4_800), 1, Money.Pounds(10_000)));
        whatIf.Rows.ShouldBeInOrder(SortDirection.Ascending, Comparer<RankedCase>.Create((a, b) => string.CompareOrdinal(a.Row.Application.Reference, b.Row.Application.Reference)));

        await second.RecommendAsync(team.Officer, Ground.D10);
        await best.RecommendAsync(team.Officer);
        await best.StateNoInterestAsync(team.Approver);
        await best.AwardAsync(team.Approver);
        page = await ReadAsync(round, new RankingFilter(), team.Approver);
        (Row(page, best).Reason, Row(page, best).State, Row(page, best).Recommendation).ShouldBe(("Awarded £4,800.", CaseState.Approved, "Approved"));
        (Row(page, best).Community, Row(page, second).Recommendation).ShouldBe((CommunityFinding.Met, "Refusal recommended (D10)"));
        page.Own.ShouldBe(Money.Pounds(10_000), "the round's own awards stand in the ranking itself");

        (await database.With<RankingQueries, RankingPage?>(q => q.ReadAsync(Guid.CreateVersion7(), round.Round.Slug, new RankingFilter(), team.Officer, Token))).ShouldBeNull();
        var stranger = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        (await ReadAsync(round, new RankingFilter(), stranger)).Total.ShouldBe(0, "who does not read grants sees none");
    }

    [Fact]
    public async Task Outcomes_OfARound_AreThoseDecidedAndNotPublished()
    {
        var team = await GrantTeam.AddAsync(database);
        var round = await A.Round().AddAsync(database);
        var offered = await A.Grant().In(round).OfferedAsync(database, team);
        var decided = await A.Grant().In(round).ReadyAsync(database, team);
        await decided.RecommendAsync(team.Officer);
        await decided.StateNoInterestAsync(team.Approver);
        await decided.AwardAsync(team.Approver);
        await A.Grant().In(round).CheckedAsync(database, team);

        var outcomes = (await database.With<OutcomeQueries, RoundOutcomes?>(q => q.ReadAsync(round.Fund.Id, round.Round.Slug, team.OtherApprover, Token)))!;
        (outcomes.Published, outcomes.Undecided).ShouldBe((1, 1));
        var row = outcomes.Waiting.ShouldHaveSingleItem();
        (row.Reference, row.Awarded, row.HasStated).ShouldBe((decided.Reference, Money.Pounds(4_800), false));
        offered.Reference.ShouldNotBe(row.Reference);
    }

    [Fact]
    public async Task Ranking_WithAnAwardEndedBeforeItsTime_CountsItAsFarAsItWasPaidLikeTheCaseDoes()
    {
        var team = await GrantTeam.AddAsync(database);
        var round = await A.Round().With(Money.Pounds(10_000)).AddAsync(database);
        var ended = await A.Grant().In(round).ActiveAsync(database, team);
        await ended.ReleaseAsync(1, team.OtherFinance);
        await database.MakeFileAsync(team.OtherFinance);
        var propose = new ProposeTermination("The kitchen has closed for good, and the group has not answered three letters about where it goes on.", false, await ended.VersionAsync());
        await database.With<AwardEndings>(async e => (await e.ProposeAsync(ended.Reference, propose, team.Approver, Token)).Refusals.ShouldBeEmpty());
        await database.With<AwardEndings>(async e => (await e.AnswerAsync(ended.Reference, "That is so.", ended.Group.Lead, Token)).Refusals.ShouldBeEmpty());
        await ended.StateNoInterestAsync(team.OtherApprover);
        var version = await ended.VersionAsync();
        await database.With<AwardEndings>(async e => (await e.TerminateAsync(ended.Reference, "The kitchen is gone, so the outcomes can no longer be reached.", version, team.OtherApprover, Token)).Refusals.ShouldBeEmpty());
        var paid = (await ended.FileAsync(team.Officer)).Balance.Paid;
        paid.ShouldBeInRange(new Money(1), Money.Pounds(4_799));

        var row = Row(await ReadAsync(round, new RankingFilter(), team.Officer), ended);
        (row.Awarded, row.Row.Application.Asked).ShouldBe((paid, paid));
        var next = await A.Grant().In(round).CheckedAsync(database, team);
        (await next.FileAsync(team.Officer)).FundLeft.ShouldBe(Money.Pounds(10_000) - paid);
    }

    private async Task<TestGrant> ScoredAsync(TestRound round, GrantTeam team, int score, params (Criterion, int)[] second)
    {
        var grant = await A.Grant().In(round).CheckedAsync(database, team);
        await grant.StateNoInterestAsync(team.Second);
        await grant.FindMetAsync(team.Officer);
        await grant.ScoreAsync(team.Officer, score);
        await grant.ScoreAsync(team.Second, score, second);
        if (second is [(Criterion.Reach, 2)])
            await database.With<Assessments>(async a => (await a.ModerateAsync(grant.Reference, new ModerationFacts(Criterion.Reach, 4, "The letters of support show it."), await ThirdAsync(grant, team), Token)).Refusals.ShouldBeEmpty());
        return grant;
    }

    private static async Task<Actor> ThirdAsync(TestGrant grant, GrantTeam team)
    {
        await grant.StateNoInterestAsync(team.Third);
        return team.Third;
    }

    private async Task<RankingPage> ReadAsync(TestRound round, RankingFilter filter, Actor actor) =>
        (await database.With<RankingQueries, RankingPage?>(q => q.ReadAsync(round.Fund.Id, round.Round.Slug, filter, actor, Token)))!;

    private static RankedCase Row(RankingPage page, TestGrant grant) => page.Rows.Single(row => row.Row.Application.Reference == grant.Reference);
}

/// <inheritdoc />
public sealed class SqliteRankingTests(SqliteDatabase database) : RankingTests(database), IClassFixture<SqliteDatabase>;

/// <inheritdoc />
public sealed class PostgresRankingTests(PostgresDatabase database) : RankingTests(database), IClassFixture<PostgresDatabase>;
