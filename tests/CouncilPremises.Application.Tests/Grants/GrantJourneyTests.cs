using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.Time;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Grants;

/// <summary>A grant from a draft to a published outcome, through the services, on both databases.</summary>
public abstract class GrantJourneyTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "G1")]
    public async Task Grant_FromDraftToOffer_IsScoredRecommendedAndDecidedByDifferentPeople()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().ReadyAsync(database, team);
        (await grant.FileAsync(team.Officer)).Assessed!.TotalHalves.ShouldBe(36);

        await grant.StateNoInterestAsync(team.Approver);
        var input = await grant.AwardInputAsync();
        (await AwardAsync(grant, input, team)).Refusals.ShouldContain(no => no.Code == "S1", "nobody has recommended it");
        await grant.RecommendAsync(team.Officer);
        await grant.AwardAsync(team.Approver);

        var file = await grant.FileAsync(team.Officer);
        (file.Case.State, file.Award!.State, file.Award.Amount).ShouldBe((CaseState.Approved, AwardState.Offered, Money.Pounds(4_800)));
        file.ShownState.ShouldBe(CaseState.ReadyForDecision, "the group reads nothing before it is published");
        (await LettersAsync(grant)).ShouldNotContain(NoticeCode.N14);

        await grant.PublishAsync(team.Officer);
        file = await grant.FileAsync(team.Officer);
        file.ShownState.ShouldBe(CaseState.Approved);
        file.Award!.AcceptBy.ShouldBe(file.WorkingDays.Add(database.Time.Today, 20));
        (await LettersAsync(grant)).ShouldContain(NoticeCode.N14);
        (await database.With<GrantOutcomes, Outcome>(o => o.PublishAsync(grant.Reference, team.Officer, Token))).IsConflict.ShouldBeTrue("an outcome is published once");
    }

    [Fact]
    public async Task Grant_ByTheGroupThatAppliesAgain_GoesOnWithItsDraft()
    {
        var grant = await A.Grant().DraftAsync(database);
        var again = await database.With<GrantDrafts, Outcome<string>>(d => d.StartAsync(grant.Round.Round.Slug, grant.Group.Organisation.Id, grant.Group.Lead, Token));
        again.Value.ShouldBe(grant.Reference);
        grant.Reference.ShouldStartWith("GR-2026-");
    }

    [Fact]
    public async Task Grant_FiftyPostsOfEachStep_GiveOneApplicationOneSendingAndOneAward()
    {
        var team = await GrantTeam.AddAsync(database);
        var round = await A.Round().AddAsync(database);
        var group = await A.Group().WithThreeOfficeHolders().AddAsync(database);
        var started = await FiftyAsync(() => database.With<GrantDrafts, Outcome<string>>(d => d.StartAsync(round.Round.Slug, group.Organisation.Id, group.Lead, Token)));
        started.Where(one => one.Succeeded).Select(one => one.Value).Distinct().ShouldHaveSingleItem();
        (await database.With<AppDbContext, int>(db => db.Cases.CountAsync(c => c.OrganisationId == group.Organisation.Id, Token))).ShouldBe(1);

        var grant = await A.Grant().In(round).By(group).ReadyAsync(database, team);
        await FiftyAsync(() => SubmitAsync(grant));
        var id = (await grant.CaseAsync()).Id;
        (await database.With<AppDbContext, int>(db => db.GrantSubmissions.CountAsync(s => s.CaseId == id, Token))).ShouldBe(1);
        await grant.RecommendAsync(team.Officer);
        await grant.StateNoInterestAsync(team.Approver);
        var input = await grant.AwardInputAsync();
        (await FiftyAsync(() => AwardAsync(grant, input, team))).Count(one => one.Succeeded).ShouldBe(1);
        (await database.With<AppDbContext, (int Awards, int Decisions)>(async db => (
            await db.Awards.CountAsync(a => a.CaseId == id, Token), await db.Decisions.CountAsync(d => d.CaseId == id && d.Kind == DecisionKind.Approve, Token)))).ShouldBe((1, 1));
    }

    private static Task<T[]> FiftyAsync<T>(Func<Task<T>> act) => Task.WhenAll(Enumerable.Range(0, 50).Select(_ => act()));

    [Fact]
    public async Task Round_AtItsClosingMinute_TakesNothingMore()
    {
        var closes = new CivilTime(database.Time.Today.AddDays(10), new TimeOnly(12, 0));
        var round = await A.Round().Closing(closes).AddAsync(database);
        var (early, late) = (await A.Grant().In(round).DraftAsync(database), await A.Grant().In(round).DraftAsync(database));
        database.Clock.SetUtcNow(new DateTimeOffset(round.Round.ClosesUtc).AddSeconds(-1));
        (await SubmitAsync(early)).Refusals.ShouldBeEmpty("one second before closing it is open");

        database.Clock.SetUtcNow(new DateTimeOffset(round.Round.ClosesUtc));
        var version = await late.VersionAsync();
        (await SubmitAsync(late)).Refusals.ShouldHaveSingleItem().Sentence.ShouldContain("This round closed on");
        var saved = await database.With<GrantDrafts, Outcome>(d => d.SaveAsync(
            late.Reference, new GrantPage(GrantSection.Need, a => a with { Need = a.Need with { Need = "Written too late." } }, ForLater: true), late.Group.Lead, Token));
        saved.Refusals.ShouldHaveSingleItem().Code.ShouldBe("Round");
        (await late.VersionAsync()).ShouldBe(version, "nothing is written by a late save");
        (await late.FileAsync(late.Group.Lead)).Grant.Answers.Need.Need.ShouldNotBe("Written too late.");
        (await SubmitAsync(early)).Refusals.ShouldBeEmpty("a second post of what was sent changes nothing");
    }

    [Fact]
    public async Task Clarification_OfNamedSections_OpensNoOtherAndOutdatesScores()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().ReadyAsync(database, team);
        var ask = new AskForClarification([new GrantQuestion(GrantSection.Need, "Please name the survey and its year.")], null);
        var version = await grant.VersionAsync();
        await MustAsync<Clarifications>(c => c.AskAsync(grant.Reference, ask, version, team.Officer, Token));
        (await grant.StateAsync()).ShouldBe(CaseState.InfoRequested);

        var crafted = await SaveAsync(grant, GrantSection.Budget, a => a with { Budget = a.Budget with { Asked = Money.Pounds(20_000) } });
        crafted.Refusals.ShouldHaveSingleItem().Code.ShouldBe("State");
        (await database.With<AppDbContext, int>(db => db.AuditEntries.CountAsync(e => e.Action == "Grant.SaveSection" && e.WasRefused, Token))).ShouldBeGreaterThan(0, "a post to another section is logged");
        (await SaveAsync(grant, GrantSection.Need, a => a with { Need = a.Need with { Sources = "Residents' survey of May 2025, published by the council." } })).Refusals.ShouldBeEmpty();
        await MustAsync<Clarifications>(c => c.AnswerAsync(grant.Reference, null, grant.Group.Lead, Token));

        var file = await grant.FileAsync(team.Officer);
        (file.SubmissionNumber, file.Grant.Asked, file.Case.State).ShouldBe((2, Money.Pounds(4_800), CaseState.Checking));
        file.Assessments.ShouldAllBe(one => one.State == AssessmentState.Outdated);
        file.CommunityTest.ShouldBeNull("the finding was about what was sent before");
        (await database.With<AppDbContext, List<GrantAnswers>>(db => db.GrantSubmissions.Where(s => s.CaseId == file.Case.Id).OrderBy(s => s.Number).Select(s => s.Answers).ToListAsync(Token)))
            .Select(sent => sent.Need.Sources!.Contains("May", StringComparison.Ordinal)).ShouldBe([false, true], "both versions are kept");
    }

    [Fact]
    public async Task Scores_TwoApart_NeedAThirdPerson()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().CheckedAsync(database, team);
        await grant.StateNoInterestAsync(team.Second);
        await grant.ScoreAsync(team.Officer, 3);
        await grant.ScoreAsync(team.Second, 3, (Criterion.Reach, 1));
        (await grant.StateAsync()).ShouldBe(CaseState.Checking, "a gap is open");

        var facts = new ModerationFacts(Criterion.Reach, 2, "Two wards are reached for certain, two are hoped for.");
        (await database.With<Assessments, Outcome>(a => a.ModerateAsync(grant.Reference, facts, team.Officer, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Moderation");
        await grant.StateNoInterestAsync(team.Third);
        await MustAsync<Assessments>(a => a.ModerateAsync(grant.Reference, facts, team.Third, Token));
        (await grant.StateAsync()).ShouldBe(CaseState.ReadyForDecision);
    }

    [Fact]
    [Trait("Rule", "S3")]
    public async Task Scores_OfSomebodyWhoDeclaresAnInterest_AreSetAsideAndTheirPlaceIsFree()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().ReadyAsync(database, team);
        (await grant.FileAsync(team.Officer)).Assessed.ShouldNotBeNull();
        await MustAsync<Triage>(t => t.StateInterestAsync(grant.Reference, new StateInterest(true, "My sister joined its committee this week."), team.Second, Token));
        (await grant.FileAsync(team.Officer)).Assessed.ShouldBeNull();
        await grant.StateNoInterestAsync(team.Third);
        await grant.ScoreAsync(team.Third, 2);
        (await grant.FileAsync(team.Officer)).Assessed!.Second.AssessorId.ShouldBe(team.Third.Id);
    }

    [Fact]
    public async Task Scores_BeforeDueDiligence_AreRefused()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().SubmittedAsync(database);
        await grant.StateNoInterestAsync(team.Officer);
        var scores = new SaveScores([], Give: false);
        (await database.With<Assessments, Outcome>(a => a.SaveAsync(grant.Reference, scores, team.Officer, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Checks");
    }

    [Fact]
    public async Task Registration_OlderThanThirtyDays_IsLookedUpAgainBeforeTheDecision()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().ReadyAsync(database, team);
        database.Clock.Advance(TimeSpan.FromDays(31));
        var file = await grant.FileAsync(team.Officer);
        file.StandingOn(CheckCode.REG, file.Today).Kind.ShouldBe(StandingKind.Expired);
        await grant.StateNoInterestAsync(team.Approver);
        (await AwardAsync(grant, await grant.AwardInputAsync(), team)).Succeeded.ShouldBeFalse();
        (await grant.StateAsync()).ShouldBe(CaseState.Checking, "it is not ready any more");
        await grant.RecordAsync(CheckCode.REG, CheckOutcome.Clear, team.Officer);
        (await grant.StateAsync()).ShouldBe(CaseState.Checking, "the lists were looked up too long ago as well");
    }

    [Fact]
    public async Task Award_OfTheLastOfAFund_GoesToOne()
    {
        var team = await GrantTeam.AddAsync(database);
        var round = await A.Round().With(Money.Pounds(5_000)).AddAsync(database);
        var both = new[] { await ReadyAsync(round, team), await ReadyAsync(round, team) };
        var inputs = await Task.WhenAll(both.Select(one => one.AwardInputAsync()));
        var outcomes = await Task.WhenAll(both.Zip(inputs, (one, input) => AwardAsync(one, input, team)));
        outcomes.Count(one => one.Succeeded).ShouldBe(1);
        outcomes.Single(one => !one.Succeeded).Refusals.ShouldContain(no => no.Code == "Fund");
    }

    [Fact]
    public async Task Award_AboveTheLimit_NeedsTwoApprovers()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().Answering(a => a with
        {
            Budget = a.Budget with
            {
                Asked = Money.Pounds(12_000),
                Lines = [a.Budget.Lines[0] with { UnitCost = Money.Pounds(510), Requested = Money.Pounds(10_200) }, a.Budget.Lines[1]],
            },
        }).ReadyAsync(database, team);
        await grant.RecommendAsync(team.Officer);
        await grant.StateNoInterestAsync(team.Approver);
        await grant.StateNoInterestAsync(team.OtherApprover);
        var condition = new ConditionFacts(ConditionKind.Documents, ConditionTiming.AtTheEvent, "Send us the rota of helpers.", "The plan depends on them.", database.Time.Today.AddDays(30), null);
        var first = await grant.AwardInputAsync() with { Conditions = [condition] };
        (await database.With<GrantDecisions, Outcome>(d => d.ApproveAsync(grant.Reference, first, team.Approver, Token))).Refusals.ShouldBeEmpty();
        (await grant.StateAsync()).ShouldBe(CaseState.ReadyForDecision, "the first approval alone awards nothing");
        (await AwardAsync(grant, await grant.AwardInputAsync(), team)).Refusals.ShouldContain(no => no.Code == "Authority");
        var less = await grant.AwardInputAsync() with { Amounts = new Dictionary<int, Money?> { [1] = Money.Pounds(10_100) } };
        var refusal = (await database.With<GrantDecisions, Outcome>(d => d.ApproveAsync(grant.Reference, less, team.OtherApprover, Token))).Refusals.ShouldHaveSingleItem();
        (refusal.Code, refusal.Sentence.StartsWith("The first approval is of £12,000", StringComparison.Ordinal)).ShouldBe(("Authority", true), "two people approve one sum");
        var without = await grant.AwardInputAsync();
        (await database.With<GrantDecisions, Outcome>(d => d.ApproveAsync(grant.Reference, without, team.OtherApprover, Token))).Refusals.ShouldHaveSingleItem().Sentence
            .ShouldStartWith("The first approval has the condition “Send us the rota of helpers.”");
        (await database.With<GrantDecisions, Outcome>(d => d.ApproveAsync(grant.Reference, without with { Conditions = [condition] }, team.OtherApprover, Token))).Refusals.ShouldBeEmpty();
        (await grant.StateAsync()).ShouldBe(CaseState.ApprovedWithConditions);
        (await grant.FileAsync(team.Officer)).Award!.Amount.ShouldBe(Money.Pounds(12_000));
    }

    [Fact]
    public async Task Decline_OnRank_NeedsNoLetterFirstAndTwoAnswers()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().ReadyAsync(database, team);
        await grant.RecommendAsync(team.Officer, Ground.D10);
        await grant.StateNoInterestAsync(team.Approver);
        var text = "Eleven applications scored higher, and the money of this round ends before this one.";
        var incomplete = new DeclineGrant(Ground.D10, text, "For the file: close to the line.", new Dictionary<string, string>(), true, await grant.VersionAsync());
        (await database.With<GrantDecisions, Outcome>(d => d.DeclineAsync(grant.Reference, incomplete, team.Approver, Token))).Refusals.Select(no => no.Code).ShouldBe(["P2", "P6"]);
        var answers = new Dictionary<string, string> { ["P2"] = text, ["P6"] = "Every application was scored by two people on the same six questions and ranked alike." };
        await MustAsync<GrantDecisions>(d => d.DeclineAsync(grant.Reference, incomplete with { Answers = answers }, team.Approver, Token));
        (await LettersAsync(grant)).ShouldNotContain(NoticeCode.N10Grant);

        await grant.PublishAsync(team.Officer);
        var letter = await database.With<AppDbContext, string>(db => db.OutboxMessages.Where(m => m.Notice == NoticeCode.N10Grant && m.ThreadKey == grant.Reference).Select(m => m.Text).FirstAsync(Token));
        letter.ShouldContain("Eleven applications scored higher");
        letter.ShouldNotContain("close to the line", customMessage: "what is for the file stays in the file");
    }

    private async Task<TestGrant> ReadyAsync(TestRound round, GrantTeam team)
    {
        var grant = await A.Grant().In(round).ReadyAsync(database, team);
        await grant.RecommendAsync(team.Officer);
        await grant.StateNoInterestAsync(team.Approver);
        return grant;
    }

    private Task<Outcome> AwardAsync(TestGrant grant, AwardGrant input, GrantTeam team) =>
        database.With<GrantDecisions, Outcome>(decisions => decisions.ApproveAsync(grant.Reference, input, team.Approver, Token));

    private Task<Outcome> SubmitAsync(TestGrant grant) =>
        database.With<GrantSubmissions, Outcome>(submissions => submissions.SubmitAsync(grant.Reference, grant.Group.Lead, Token));

    private Task<Outcome> SaveAsync(TestGrant grant, GrantSection section, Func<GrantAnswers, GrantAnswers> change) =>
        database.With<GrantDrafts, Outcome>(drafts => drafts.SaveAsync(grant.Reference, new GrantPage(section, change), grant.Group.Lead, Token));

    private async Task MustAsync<TService>(Func<TService, Task<Outcome>> act)
        where TService : notnull => (await database.With<TService, Outcome>(act)).Refusals.ShouldBeEmpty();

    private Task<List<NoticeCode>> LettersAsync(TestGrant grant) =>
        database.With<AppDbContext, List<NoticeCode>>(db => db.OutboxMessages.Where(m => m.ThreadKey == grant.Reference).Select(m => m.Notice).ToListAsync(Token));
}

/// <summary>The same on SQLite.</summary>
public sealed class SqliteGrantJourneyTests(SqliteDatabase database) : GrantJourneyTests(database), IClassFixture<SqliteDatabase>;

/// <summary>The same on PostgreSQL.</summary>
public sealed class PostgresGrantJourneyTests(PostgresDatabase database) : GrantJourneyTests(database), IClassFixture<PostgresDatabase>;
