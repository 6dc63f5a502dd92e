using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Notices;
using CouncilPremises.Application.People;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Cases;

/// <summary>Small teams: an officer away, passing on, adopting, guests, a council of three. RULEBOOK 1.</summary>
public abstract class TeamTests(TestDatabase database)
{
    private static readonly string Fifty = new('a', 60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OfficerAway_CoverSeesTheWork_AndWithoutCoverItIsUnassigned()
    {
        var (owner, cover, approver) = (await PersonAsync(Roles.FacilitiesOfficer, "Olu Owner"), await PersonAsync(Roles.FacilitiesOfficer, "Cara Cover"), await PersonAsync(Roles.FacilitiesApprover));
        var hire = await Hire().CheckingAsync(database, owner);
        await hire.StateNoInterestAsync(approver);
        (await ReassignAsync(hire, owner, cover, "Annual leave from Monday", cover)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role");
        (await ReassignAsync(hire, owner, cover, " ", approver)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Reason");
        (await ReassignAsync(hire, owner, owner, "Annual leave", approver)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("CoverId");
        (await ReassignAsync(hire, owner, cover, "Annual leave from Monday", approver)).Succeeded.ShouldBeTrue();
        (await SeesAsync(hire, QueueView.Mine, cover)).ShouldBeNull("the owner is here");

        (await AwayAsync(owner, 1, 5, cover)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role");
        (await AwayAsync(owner, 0, 5, approver)).Succeeded.ShouldBeTrue("an approver enters it for somebody who fell ill");

        (await SeesAsync(hire, QueueView.Mine, cover))!.OwnerIsAway.ShouldBeTrue();
        (await SeesAsync(hire, QueueView.Unassigned, cover)).ShouldBeNull();
        await hire.StateNoInterestAsync(cover);
        await hire.RecordAsync(CheckCode.REG, CheckOutcome.Clear, cover);
        (await AwayAsync(cover, 0, 1, cover)).Succeeded.ShouldBeTrue();
        (await SeesAsync(hire, QueueView.Unassigned, approver)).ShouldNotBeNull("owner and cover are both away");
        (await database.With<Absences, IReadOnlyList<TeamRow>>(a => a.TeamAsync(Token))).Single(row => row.Id == owner.Id).OpenCases.ShouldBe(1);
        database.Clock.Advance(TimeSpan.FromDays(6));
        (await SeesAsync(hire, QueueView.Mine, owner))!.OwnerIsAway.ShouldBeFalse("back at work");
    }

    [Fact]
    [Trait("Rule", "S3"), Trait("Rule", "S4")]
    public async Task Reassign_ToSomebodyLockedOut_IsRefused()
    {
        var (owner, approver, interested) = (await PersonAsync(Roles.FacilitiesOfficer), await PersonAsync(Roles.FacilitiesApprover), await PersonAsync(Roles.FacilitiesOfficer));
        var hire = await Hire().CheckingAsync(database, owner);
        await hire.StateNoInterestAsync(approver);
        await database.With<Triage>(t => t.StateInterestAsync(hire.Reference, new StateInterest(true, "I coach there."), interested, Token));

        (await ReassignAsync(hire, interested, null, "Workload", approver)).Refusals.ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Code.ShouldBe("S3"), r => r.Field.ShouldBe("OwnerId"));
        (await ReassignAsync(hire, owner, await PersonAsync(Roles.Auditor), "Workload", approver)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("CoverId");
        var letter = await database.With<AppDbContext, Guid>(db => db.OutboxMessages.Where(m => m.ThreadKey == hire.Reference).Select(m => m.Id).FirstAsync(Token));
        (await database.With<SentMessages, Outcome>(m => m.SendAgainAsync(letter, interested, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S3");
        (await database.With<SentMessages, Outcome>(m => m.SendAgainAsync(letter, owner, Token))).Succeeded.ShouldBeTrue();
    }

    [Fact]
    [Trait("Rule", "S1")]
    public async Task Adopt_ByAnotherOfficer_LetsTheFirstRecommenderDecide()
    {
        var (approver, officer) = (await PersonAsync(Roles.FacilitiesApprover), await PersonAsync(Roles.FacilitiesOfficer));
        var hire = await Hire().Answering(Enhanced).ReadyAsync(database, approver);
        await hire.StateNoInterestAsync(officer);
        await RecommendAsync(hire, approver);
        (await ApproveAsync(hire, approver)).Refusals.ShouldContain(refusal => refusal.Code == "S1");
        (await AdoptAsync(hire, "Agreed.", officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Length");
        (await AdoptAsync(hire, Fifty, officer)).Succeeded.ShouldBeTrue();

        (await ApproveAsync(hire, approver)).Succeeded.ShouldBeTrue();
        var id = (await hire.CaseAsync()).Id;
        var made = await database.With<AppDbContext, List<Decision>>(db => db.Decisions.Where(d => d.CaseId == id).OrderBy(d => d.Id).ToListAsync(Token));
        made.Select(d => (d.Kind, d.ById)).ShouldBe([(DecisionKind.RecommendApproval, approver.Id), (DecisionKind.RecommendApproval, officer.Id), (DecisionKind.Approve, approver.Id)]);
        made[1].RecommendationId.ShouldBe(made[0].Id, "whose recommendation it was stays on record");
        made[2].RecommendationId.ShouldBe(made[1].Id);
    }

    [Fact]
    public async Task Guest_FromAnotherCouncil_FillsTheGapUntilTheLastDay()
    {
        await OnlyAsync();
        var officer = await PersonAsync(Roles.FacilitiesOfficer);
        var administrator = await PersonAsync(Roles.Administrator);
        var hire = await Hire().Answering(Enhanced).SubmittedAsync(database);
        (await SeesAsync(hire, QueueView.All, officer))!.Gaps.ShouldContain(gap => gap.StartsWith("Nobody can decide: no facilities approver is active.") && gap.Contains("guest facilities approver"));

        var guest = await PersonAsync(Roles.FacilitiesApprover, "Gita Guest");
        (await LendAsync(guest, "Otherby Council", 6, 1, administrator)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("GuestUntil");
        (await LendAsync(guest, "Otherby Council", 6, 0, administrator)).Succeeded.ShouldBeTrue();
        (await SeesAsync(hire, QueueView.All, officer))!.Gaps.ShouldBeEmpty();
        (await SessionAsync(guest)).Succeeded.ShouldBeTrue();
        // A stay is not stretched day by day: it counts from its beginning.
        database.Clock.Advance(TimeSpan.FromDays(30));
        (await LendAsync(guest, "Otherby Council", 6, 0, administrator)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Guest");

        database.Clock.Advance(TimeSpan.FromDays(160));
        (await SessionAsync(guest)).IsNotFound.ShouldBeTrue("the session ends with the stay");
        (await database.With<Eligible, IReadOnlyList<Colleague>>(e => e.ColleaguesAsync(CaseKind.Hire, Token))).ShouldNotContain(one => one.Id == guest.Id);
    }

    [Fact]
    [Trait("Rule", "S1")]
    public async Task ThreePersonCouncil_RunsAnEnhancedCaseWithAHit()
    {
        await OnlyAsync();
        var officer = await PersonAsync(Roles.FacilitiesOfficer | Roles.SafeguardingOfficer, "Olu Officer");
        var approver = await PersonAsync(Roles.FacilitiesApprover | Roles.PreventLead | Roles.InformationOfficer, "Ann Approver");
        var director = await PersonAsync(Roles.Director | Roles.Reviewer, "Dee Director");
        var group = await A.Group().Named("Wren Hollow Society").AddAsync(database);
        var file = Lists.ListFiles.Of("name,aliases,from,to,source,checked_by,checked_on", "Wren Hollow Society,,2020-01-01,,Order 1,M Thorne,2026-01-05");
        (await database.With<Application.Lists.ListImports, Outcome>(async imports =>
            await imports.ImportAsync(new Application.Lists.ImportList(ListCode.L1, [new("register.csv", file)]), Actor.System, null, Token))).Succeeded.ShouldBeTrue();
        var hire = await Hire().By(group).Answering(Enhanced).SubmittedAsync(database);
        (await SeesAsync(hire, QueueView.All, officer))!.Gaps.ShouldBeEmpty("on the day it arrives");

        await hire.StateNoInterestAsync(officer);
        await hire.StateNoInterestAsync(approver);
        await hire.RecordAsync(CheckCode.REG, CheckOutcome.Clear, officer);
        await hire.RecordAsync(CheckCode.REF, CheckOutcome.Clear, officer);
        var id = (await hire.CaseAsync()).Id;
        var hit = await database.With<AppDbContext, Guid>(db => db.Hits.Where(h => h.CaseId == id).Select(h => h.Id).SingleAsync(Token));
        var proposal = new Application.Lists.ProposeResolution(hit, HitResolution.FalseMatch, [IdentifierKind.Address, IdentifierKind.Activities], "Another body of that name.");
        (await database.With<Application.Lists.HitResolutions, Outcome>(h => h.ProposeAsync(hire.Reference, proposal, officer, Token))).Succeeded.ShouldBeTrue();
        (await database.With<Application.Lists.HitResolutions, Outcome>(h => h.AnswerAsync(hire.Reference, hit, true, officer, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S1");
        (await database.With<Application.Lists.HitResolutions, Outcome>(h => h.AnswerAsync(hire.Reference, hit, true, approver, Token))).Succeeded.ShouldBeTrue();
        await RecommendAsync(hire, officer);
        (await ApproveAsync(hire, officer)).Succeeded.ShouldBeFalse();
        (await ApproveAsync(hire, director)).Succeeded.ShouldBeFalse();
        (await ApproveAsync(hire, approver)).Succeeded.ShouldBeTrue();
        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed);

        // The approver chairs the next group: flagged at once, with the way on, in the queue and on the case.
        var own = await Hire().Answering(Enhanced).SubmittedAsync(database);
        await database.With<Triage>(t => t.StateInterestAsync(own.Reference, new StateInterest(true, "I chair it."), approver, Token));
        var gap = (await SeesAsync(own, QueueView.All, officer))!.Gaps.ShouldHaveSingleItem();
        gap.ShouldStartWith("Nobody can decide: only one facilities approver is active, and Ann Approver declared an interest (S3).");
        (await database.With<CaseViews, CaseView?>(v => v.ReadAsync(own.Reference, officer, Token)))!.Gaps.ShouldBe([gap]);
    }

    private static HireAnswers Enhanced(HireAnswers answers) =>
        answers with { Past = new PastAnswers { RefusedElsewhere = true, WhatHappened = "Another hall cancelled us after a broken window, and we paid for it." } };

    // Ten weeks ahead of wherever the clock stands by now.
    private HireBuilder Hire() => A.Hire().On(database.Time.Today.AddDays(70).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "19:00-21:00");

    // A small council: everybody of the tests before has left.
    private Task OnlyAsync() => database.With<AppDbContext>(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(u => u.IsDisabled, true), Token));

    private Task<Actor> PersonAsync(Roles roles, string name = "Robin Officer") => A.Person().Named(name).Staff(roles).AddAsync(database);

    private Task<Outcome> ReassignAsync(TestHire hire, Actor owner, Actor? cover, string reason, Actor actor) =>
        database.With<Triage, Outcome>(t => t.ReassignAsync(hire.Reference, new Reassign(owner.Id, cover?.Id, reason), actor, Token));

    private Task<Outcome> AwayAsync(Actor who, int from, int until, Actor actor) =>
        database.With<Absences, Outcome>(a => a.SetAsync(who.Id, database.Time.Today.AddDays(from), database.Time.Today.AddDays(until), actor, Token));

    private Task<Outcome> LendAsync(Actor who, string council, int months, int days, Actor actor) =>
        database.With<StaffAccounts, Outcome>(s => s.LendAsync(who.Id, council, database.Time.Today.AddMonths(months).AddDays(days), actor, Token));

    private Task<Outcome<SignedIn>> SessionAsync(Actor who) => database.With<SignIns, Outcome<SignedIn>>(s => s.FindAsync(who.Id, who.Id.ToString("N"), Token));

    private async Task RecommendAsync(TestHire hire, Actor actor)
    {
        var version = await hire.VersionAsync();
        (await database.With<Recommendations, Outcome>(r => r.RecommendAsync(hire.Reference, new Recommend(false, null, Fifty, version), actor, Token))).Succeeded.ShouldBeTrue();
    }

    private async Task<Outcome> AdoptAsync(TestHire hire, string text, Actor actor)
    {
        var version = await hire.VersionAsync();
        return await database.With<Recommendations, Outcome>(r => r.AdoptAsync(hire.Reference, text, version, actor, Token));
    }

    private async Task<Outcome> ApproveAsync(TestHire hire, Actor actor)
    {
        var version = await hire.VersionAsync();
        return await database.With<Approvals, Outcome>(a => a.ApproveAsync(hire.Reference, new Approve(Fifty, [], true, version), actor, Token));
    }

    private async Task<QueueRow?> SeesAsync(TestHire hire, QueueView view, Actor actor) =>
        (await database.With<CaseQueue, QueuePage>(q => q.ReadAsync(new QueueFilter(view, Search: hire.Reference), actor, Token))).Rows.SingleOrDefault();
}

/// <inheritdoc />
public sealed class SqliteTeamTests(SqliteDatabase database) : TeamTests(database), IClassFixture<SqliteDatabase>;

/// <inheritdoc />
public sealed class PostgresTeamTests(PostgresDatabase database) : TeamTests(database), IClassFixture<PostgresDatabase>;
