using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
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
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Decisions;

/// <summary>Deciding: guards tested at the moment of decision, two people where the rulebook says two, reasons where it asks for reasons.</summary>
public abstract class DecisionTests(TestDatabase database)
{
    private const string Fifty = "This sentence gives the reason in words and is longer than fifty characters.";
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "N6")]
    [Trait("Rule", "Standard")]
    public async Task Approve_StandardAllClearByAnOfficer_ConfirmsAndTellsTheGroup()
    {
        var officer = await PersonAsync(Roles.FacilitiesOfficer);
        var hire = await A.Hire().ConfirmedAsync(database, officer);

        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed);
        var letters = await LettersAsync(hire);
        letters.ShouldContain(NoticeCode.N1);
        letters.ShouldContain(NoticeCode.N6);
        var decision = await LastDecisionAsync(hire);
        decision.CheckRecordIds.Count.ShouldBe(5, "DEC, REG, XREF, INS and REF were relied on");
    }

    [Fact]
    public async Task Approve_WithoutConfirmingTheProhibitedReasons_IsRefused()
    {
        var officer = await PersonAsync(Roles.FacilitiesOfficer);
        var hire = await A.Hire().ReadyAsync(database, officer);

        (await ApproveAsync(hire, officer, noProhibitedReason: false)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Prohibited");
    }

    [Fact]
    [Trait("Rule", "XREF")]
    public async Task Approve_WhenACheckHasExpiredSinceItSettled_IsRefused()
    {
        var officer = await PersonAsync(Roles.FacilitiesOfficer);
        var hire = await A.Hire().ReadyAsync(database, officer);
        database.Clock.Advance(TimeSpan.FromDays(8));

        var outcome = await ApproveAsync(hire, officer);

        outcome.Refusals.ShouldContain(r => r.Code == "Checks");
        (await hire.StateAsync()).ShouldBe(CaseState.ReadyForDecision);
    }

    [Fact]
    public async Task Approve_Twice_TellsTheSecondWhoWasFirst()
    {
        var (first, second) = (await PersonAsync(Roles.FacilitiesOfficer, "Ada First"), await PersonAsync(Roles.FacilitiesApprover, "Ben Second"));
        var hire = await A.Hire().ReadyAsync(database, first);
        await hire.StateNoInterestAsync(second);
        var seen = await hire.VersionAsync();
        (await ApproveAsync(hire, first, seen: seen)).Succeeded.ShouldBeTrue();

        var outcome = await ApproveAsync(hire, second, seen: seen);

        outcome.IsConflict.ShouldBeTrue();
        outcome.Refusals[0].Sentence.ShouldStartWith("Ada First changed this case at");
    }

    [Fact]
    [Trait("Rule", "S1")]
    [Trait("Rule", "Enhanced")]
    [Trait("Rule", "T10")]
    public async Task Approve_EnhancedWithoutAnothersRecommendation_IsRefused()
    {
        var (officer, approver) = (await PersonAsync(Roles.FacilitiesOfficer), await PersonAsync(Roles.FacilitiesApprover));
        var hire = await A.Hire().Answering(EnhancedBecauseRefusedElsewhere).ReadyAsync(database, officer);
        await hire.StateNoInterestAsync(approver);

        (await ApproveAsync(hire, officer, Fifty)).Refusals.ShouldContain(r => r.Code == "Tier");
        (await ApproveAsync(hire, approver, Fifty)).Refusals.ShouldContain(r => r.Code == "S1");

        await RecommendAsync(hire, officer, refuse: false, null);
        (await ApproveAsync(hire, approver, Fifty)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    [Trait("Rule", "N7")]
    [Trait("Rule", "INS")]
    public async Task ApproveWithConditions_BeforeAndAtTheEvent_ConfirmsOnlyWhenMetAndAccepted()
    {
        var (officer, approver) = (await PersonAsync(Roles.FacilitiesOfficer), await PersonAsync(Roles.FacilitiesApprover));
        var hire = await A.Hire().ReadyAsync(database, officer);
        await hire.StateNoInterestAsync(approver);
        var due = new DateOnly(2026, 3, 19);
        ConditionFacts[] conditions =
        [
            new(ConditionKind.Documents, ConditionTiming.Before, "Send us your fire marshal's name.", "The hall needs one.", due, null),
            new(ConditionKind.Stewards, ConditionTiming.AtTheEvent, "Two stewards at the doors.", "The doors open to the road.", due, null),
        ];
        (await ApproveAsync(hire, approver, Fifty, conditions)).Succeeded.ShouldBeTrue();
        (await hire.StateAsync()).ShouldBe(CaseState.ApprovedWithConditions);

        (await database.With<Confirmations, Outcome>(c => c.AcceptConditionsAsync(hire.Reference, hire.Group.Lead, Token))).Succeeded.ShouldBeTrue();
        (await hire.StateAsync()).ShouldBe(CaseState.ApprovedWithConditions);
        var before = await database.With<AppDbContext, Guid>(db => db.Conditions.Where(c => c.Timing == ConditionTiming.Before).OrderByDescending(c => c.Id).Select(c => c.Id).FirstAsync(Token));
        (await database.With<Confirmations, Outcome>(c => c.MoveConditionAsync(hire.Reference, new MoveCondition(before, ConditionState.Met), officer, Token))).Succeeded.ShouldBeTrue();

        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed);
        (await LettersAsync(hire)).ShouldContain(NoticeCode.N7);
    }

    [Fact]
    [Trait("Rule", "N9")]
    [Trait("Rule", "N10")]
    [Trait("Rule", "D5")]
    [Trait("Rule", "P7")]
    public async Task Refuse_MindedThenAnswered_NeedsEveryReasonAndAnotherPerson()
    {
        var (officer, approver) = (await PersonAsync(Roles.FacilitiesOfficer), await PersonAsync(Roles.FacilitiesApprover));
        var hire = await A.Hire().By(await OwnNameAsync("Quarry Lane Bellringers")).CheckingAsync(database, officer);
        await hire.StateNoInterestAsync(approver);
        (await MindAsync(hire, approver, Ground.D5)).Refusals.ShouldContain(r => r.Code == "S1");
        await RecommendAsync(hire, officer, refuse: true, Ground.D5);
        (await MindAsync(hire, approver, Ground.D5)).Succeeded.ShouldBeTrue();
        (await RefuseAsync(hire, approver, Ground.D5, All())).Refusals.ShouldContain(r => r.Code == "N9");

        (await database.With<RefusalDecisions, Outcome>(r => r.AnswerAsync(hire.Reference, "We told you everything we knew.", hire.Group.Lead, Token))).Succeeded.ShouldBeTrue();
        var missing = await RefuseAsync(hire, approver, Ground.D5, new Dictionary<string, string> { ["P1"] = Fifty });
        missing.Refusals.Select(r => r.Code).ShouldBe(["P2", "P3", "P4", "P5", "P6", "P7"]);
        (await RefuseAsync(hire, approver, Ground.D3, All())).Refusals.ShouldHaveSingleItem().Code.ShouldBe("N9", "nobody heard the hirer on another ground");
        (await RefuseAsync(hire, approver, Ground.D5, All())).Succeeded.ShouldBeTrue();

        (await hire.StateAsync()).ShouldBe(CaseState.Refused);
        (await LettersAsync(hire)).ShouldBe([NoticeCode.N1, NoticeCode.N9, NoticeCode.N10], ignoreOrder: true);
        var id = (await hire.CaseAsync()).Id;
        var claims = await database.With<AppDbContext, List<DateTime?>>(db => db.Claims.Where(c => db.Occurrences.Any(o => o.CaseId == id && o.Id == c.OwnerId)).Select(c => c.ExpiresUtc).ToListAsync(Token));
        claims.ShouldNotBeEmpty();
        claims.ShouldAllBe(until => until != null);
    }

    [Fact]
    [Trait("Rule", "N9")]
    public async Task MindToRefuse_LessThanEightWorkingDaysAhead_NeedsFactsFirstKnownNow()
    {
        var (officer, approver) = (await PersonAsync(Roles.FacilitiesOfficer), await PersonAsync(Roles.FacilitiesApprover));
        var near = CouncilPremises.Domain.Time.CouncilTime.DayOf(database.Time.NowUtc).AddDays(7);
        var hire = await A.Hire().On(near.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "10:00-12:00").CheckingAsync(database, officer);
        await hire.StateNoInterestAsync(approver);
        await RecommendAsync(hire, officer, refuse: true, Ground.D2);

        (await MindAsync(hire, approver, Ground.D2)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("N9");
        (await MindAsync(hire, approver, Ground.D2, "The fire service closed the lift this morning.")).Succeeded.ShouldBeTrue();
    }

    [Fact]
    [Trait("Rule", "D8")]
    public async Task Refuse_D8_NeedsNoLetterFirstAndFreesTheSlot()
    {
        var (officer, approver) = (await PersonAsync(Roles.FacilitiesOfficer), await PersonAsync(Roles.FacilitiesApprover));
        var hire = await A.Hire().CheckingAsync(database, officer);
        await hire.StateNoInterestAsync(approver);
        await RecommendAsync(hire, officer, refuse: true, Ground.D8);

        (await RefuseAsync(hire, approver, Ground.D5, All())).Refusals.ShouldContain(r => r.Code == "D8");
        var answers = new Dictionary<string, string> { ["P2"] = Fifty, ["P6"] = Fifty };
        (await RefuseAsync(hire, approver, Ground.D8, answers)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Alternatives");
        (await RefuseAsync(hire, approver, Ground.D8, answers, "The studio next door is free on the same evening.")).Succeeded.ShouldBeTrue();
        var letter = await database.With<AppDbContext, string>(db => db.OutboxMessages.Where(m => m.ThreadKey == hire.Reference && m.Notice == NoticeCode.N10).Select(m => m.Text).FirstAsync(Token));
        letter.ShouldContain("The studio next door is free on the same evening.");

        var id = (await hire.CaseAsync()).Id;
        (await database.With<AppDbContext, int>(db => db.Claims.CountAsync(c => db.Occurrences.Any(o => o.CaseId == id && o.Id == c.OwnerId), Token))).ShouldBe(0);
    }

    [Fact]
    [Trait("Rule", "N9")]
    public async Task Refuse_WherePoliceBarNotice_NeedsNoLetterFirstAndStillTwoPeople()
    {
        var (officer, approver, licensing) = (await PersonAsync(Roles.FacilitiesOfficer), await PersonAsync(Roles.FacilitiesApprover), ConsultationKind.Licensing);
        var hire = await A.Hire().By(await OwnNameAsync("Tidewell Lantern Makers")).CheckingAsync(database, officer);
        await hire.StateNoInterestAsync(approver);
        (await ConsultAsync(hire, officer, licensing, officer, barsNotice: true)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("N9");
        (await ConsultAsync(hire, officer, ConsultationKind.Police, officer, barsNotice: true)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Text");
        (await RefuseAsync(hire, approver, Ground.D5, All())).Refusals.Select(r => r.Code).ShouldBe(["S1", "D8"], ignoreOrder: true);

        (await ConsultAsync(hire, officer, ConsultationKind.Police, officer, "Fernley Constabulary, Inspector on duty, FC-2026-118.", barsNotice: true)).Succeeded.ShouldBeTrue();
        (await RefuseAsync(hire, approver, Ground.D5, All())).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S1");
        await RecommendAsync(hire, officer, refuse: true, Ground.D5);
        (await MindAsync(hire, approver, Ground.D5)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("N9", "that letter is what they bar");
        (await RefuseAsync(hire, approver, Ground.D5, All())).Succeeded.ShouldBeTrue();

        var letters = await LettersAsync(hire);
        letters.ShouldContain(NoticeCode.N10);
        letters.ShouldNotContain(NoticeCode.N9);
    }

    [Fact]
    [Trait("Rule", "D9")]
    public async Task Refuse_D9_NeedsBothConsultationsAndADirector()
    {
        var (officer, approver) = (await PersonAsync(Roles.FacilitiesOfficer), await PersonAsync(Roles.FacilitiesApprover));
        var (director, lead) = (await PersonAsync(Roles.Director), await PersonAsync(Roles.PreventLead));
        var hire = await A.Hire().By(await OwnNameAsync("Millpond Quilting Circle")).CheckingAsync(database, officer);
        foreach (var person in new[] { approver, director, lead })
            await hire.StateNoInterestAsync(person);
        await RecommendAsync(hire, officer, refuse: true, Ground.D9);
        (await MindAsync(hire, director, Ground.D9)).Succeeded.ShouldBeTrue();
        await database.With<RefusalDecisions>(r => r.AnswerAsync(hire.Reference, "We disagree.", hire.Group.Lead, Token));
        (await RefuseAsync(hire, director, Ground.D9, All())).Refusals.ShouldContain(r => r.Code == "D9");

        (await ConsultAsync(hire, officer, ConsultationKind.PreventLead, lead)).Succeeded.ShouldBeTrue();
        (await ConsultAsync(hire, officer, ConsultationKind.Legal, officer)).Succeeded.ShouldBeTrue();
        (await RefuseAsync(hire, approver, Ground.D9, All())).Refusals.ShouldContain(r => r.Code == "D9");
        (await RefuseAsync(hire, director, Ground.D9, All())).Succeeded.ShouldBeTrue();
        (await hire.CaseAsync()).Marking.ShouldBe(Marking.OfficialSensitive);
    }

    [Fact]
    public async Task Approve_WithAConsultationOpen_IsRefused()
    {
        var officer = await PersonAsync(Roles.FacilitiesOfficer);
        var hire = await A.Hire().ReadyAsync(database, officer);
        await database.With<Consultations>(c => c.AskAsync(hire.Reference, new AskAdvice(ConsultationKind.Police, "Is anything known about road works?"), officer, Token));

        (await ApproveAsync(hire, officer)).Refusals.ShouldContain(r => r.Code == "Consultation");
    }

    [Fact]
    [Trait("Rule", "N11")]
    public async Task Cancel_ByTheHirer_FreesTheSlotAndTellsTheCalendar()
    {
        var officer = await PersonAsync(Roles.FacilitiesOfficer);
        var hire = await A.Hire().ConfirmedAsync(database, officer);

        var outcome = await database.With<HireEndings, Outcome>(async e => await e.CancelAsync(hire.Reference, new CancelDates([], await hire.VersionAsync()), hire.Group.Lead, Token));

        outcome.Succeeded.ShouldBeTrue();
        var @case = await hire.CaseAsync();
        @case.State.ShouldBe(CaseState.CancelledByHirer);
        var date = await database.With<AppDbContext, Occurrence>(db => db.Occurrences.SingleAsync(o => o.CaseId == @case.Id, Token));
        (date.State, date.Sequence).ShouldBe((OccurrenceState.CancelledByHirer, 1));
        (await database.With<AppDbContext, int>(db => db.Claims.CountAsync(c => c.OwnerId == date.Id, Token))).ShouldBe(0);
        (await LettersAsync(hire)).ShouldContain(NoticeCode.N11);
    }

    [Fact]
    [Trait("Rule", "N11")]
    public async Task Cancel_OneDateOfASeriesByTheHirer_SaysThatTheOthersStand()
    {
        var hire = await new Aftermath(database).SeriesIn(40).ConfirmedAsync(database, await PersonAsync(Roles.FacilitiesOfficer));
        var second = (await new Aftermath(database).DatesAsync(hire))[1];

        (await database.With<HireEndings, Outcome>(async e => await e.CancelAsync(hire.Reference, new CancelDates([second.Id], await hire.VersionAsync()), hire.Group.Lead, Token)))
            .Succeeded.ShouldBeTrue();

        var letter = await new Aftermath(database).LetterAsync(hire, NoticeCode.N11);
        letter.Text.ShouldContain("You cancelled a part of this booking. 3 dates stand.");
        letter.Text.ShouldNotContain("What you could do instead");
        letter.Subject.ShouldContain($"{second.Day:d MMMM yyyy}");
    }

    private static HireAnswers EnhancedBecauseRefusedElsewhere(HireAnswers answers) =>
        answers with { Past = new PastAnswers { RefusedElsewhere = true, WhatHappened = "Another hall cancelled us after a broken window, and we paid for it." } };

    private static Dictionary<string, string> All() => RefusalReasons.Questions.ToDictionary(q => q.Code, _ => Fifty);

    // A refusal on D5 or D9 puts the name on L4, where other tests' groups of the same name would meet it.
    private Task<TestGroup> OwnNameAsync(string name) => A.Group().Named(name).AddAsync(database);

    private Task<Actor> PersonAsync(Roles roles, string name = "Robin Officer") => A.Person().Named(name).Staff(roles).AddAsync(database);

    private async Task<Outcome> ApproveAsync(TestHire hire, Actor actor, string? text = null, ConditionFacts[]? conditions = null, bool noProhibitedReason = true, int? seen = null)
    {
        var input = new Approve(text, conditions ?? [], noProhibitedReason, seen ?? await hire.VersionAsync());
        return await database.With<Approvals, Outcome>(a => a.ApproveAsync(hire.Reference, input, actor, Token));
    }

    private async Task RecommendAsync(TestHire hire, Actor actor, bool refuse, Ground? ground)
    {
        var input = new Recommend(refuse, ground, Fifty, await hire.VersionAsync());
        (await database.With<Recommendations, Outcome>(r => r.RecommendAsync(hire.Reference, input, actor, Token))).Succeeded.ShouldBeTrue();
    }

    private async Task<Outcome> MindAsync(TestHire hire, Actor actor, Ground ground, string? newFacts = null)
    {
        var input = new MindToRefuse(ground, Fifty, await hire.VersionAsync(), newFacts);
        return await database.With<RefusalDecisions, Outcome>(r => r.MindToRefuseAsync(hire.Reference, input, actor, Token));
    }

    private async Task<Outcome> RefuseAsync(TestHire hire, Actor actor, Ground ground, IReadOnlyDictionary<string, string> answers, string? alternatives = null)
    {
        var input = new Refuse(ground, Fifty, answers, NoProhibitedReason: true, await hire.VersionAsync(), Alternatives: alternatives);
        return await database.With<RefusalDecisions, Outcome>(r => r.RefuseAsync(hire.Reference, input, actor, Token));
    }

    private async Task<Outcome> ConsultAsync(TestHire hire, Actor asker, ConsultationKind kind, Actor answerer, string? text = null, bool barsNotice = false)
    {
        await database.With<Consultations>(c => c.AskAsync(hire.Reference, new AskAdvice(kind, "What do you advise on this application?"), asker, Token));
        var id = (await hire.CaseAsync()).Id;
        var asked = await database.With<AppDbContext, Guid>(db => db.Consultations.Where(c => c.CaseId == id && c.Kind == kind).Select(c => c.Id).SingleAsync(Token));
        return await database.With<Consultations, Outcome>(c =>
            c.AnswerAsync(hire.Reference, new AnswerAdvice(asked, ConsultationAnswer.NoComment, text, BarsNotice: barsNotice), answerer, Token));
    }

    private async Task<List<NoticeCode>> LettersAsync(TestHire hire)
    {
        var id = (await hire.CaseAsync()).Id;
        return await database.With<AppDbContext, List<NoticeCode>>(db => db.OutboxMessages.Where(m => m.CaseId == id).Select(m => m.Notice).Distinct().ToListAsync(Token));
    }

    private async Task<Decision> LastDecisionAsync(TestHire hire)
    {
        var id = (await hire.CaseAsync()).Id;
        return await database.With<AppDbContext, Decision>(db => db.Decisions.Where(d => d.CaseId == id).OrderByDescending(d => d.MadeUtc).FirstAsync(Token));
    }
}

/// <inheritdoc />
public sealed class SqliteDecisionTests(SqliteDatabase database) : DecisionTests(database), IClassFixture<SqliteDatabase>;

/// <inheritdoc />
public sealed class PostgresDecisionTests(PostgresDatabase database) : DecisionTests(database), IClassFixture<PostgresDatabase>;
