using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Elections;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Elections;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Elections;

/// <summary>Candidates' meetings in an election: their own short list of checks, two days, and precedence over what is only held.</summary>
public abstract class ElectionMeetingTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "T7"), Trait("Rule", "ELE"), Trait("Rule", "COI"), Trait("Rule", "D8")]
    public async Task Candidate_InTheElection_IsBookedWithTwoChecksAheadOfWhatIsOnlyHeld()
    {
        var (officer, approver) = (await OfficerAsync(), await A.Person().Staff(Roles.FacilitiesApprover).AddAsync(database));
        var hall = await A.Hall().AddAsync(database);
        await ElectionAsync();
        var held = await A.Hire().For(hall.PartA).On("2026-01-08", "19:00-21:00").SubmittedAsync(database);
        var booked = await A.Hire().For(hall.Hall).On("2026-01-09", "19:00-21:00").ConfirmedAsync(database, officer);

        var meeting = await Meeting(hall, "2026-01-08").SubmittedAsync(database);

        var file = await FileAsync(meeting, officer);
        (file.Case.Tier, file.NextDueOn()).ShouldBe((Tier.Standard, new DateOnly(2026, 1, 8)), "first look by");
        file.Derived.RequiredChecks.Select(check => check.Code).ShouldBe([CheckCode.COI, CheckCode.ELE]);
        var heldFile = await FileAsync(held, officer);
        heldFile.Case.State.ShouldBe(CaseState.Submitted, "nobody is refused by it");
        await database.With<AppDbContext>(async db =>
        {
            (await db.Claims.CountAsync(c => c.OwnerId == heldFile.Hire.Occurrences[0].Id, Token)).ShouldBe(0);
            (await db.OutboxMessages.CountAsync(m => m.CaseId == heldFile.Case.Id && m.Notice == NoticeCode.N12, Token)).ShouldBeGreaterThan(0, "the other hirer is told");
            (await db.AuditEntries.CountAsync(e => e.CaseId == heldFile.Case.Id && e.Action == "Hire.GiveWay", Token)).ShouldBe(1);
        });
        await held.StateNoInterestAsync(officer);
        var blockers = await database.With<CaseViews, IReadOnlyList<Blocker>>(async v => (await v.ReadAsync(held.Reference, officer, Token))!.Blockers);
        blockers.ShouldContain(b => b.Sentence.StartsWith("Thursday 8 January 2026 is no longer held", StringComparison.Ordinal));

        await meeting.StateNoInterestAsync(officer);
        (await FileAsync(meeting, officer)).NextDueOn().ShouldBe(new DateOnly(2026, 1, 8), "decided in two working days");
        await meeting.StateNoInterestAsync(approver);
        await MayNotRefuseAsync(meeting, officer, approver);
        await meeting.RecordAsync(CheckCode.ELE, CheckOutcome.Clear, officer);
        await ApproveAsync(meeting, officer);
        (await meeting.StateAsync()).ShouldBe(CaseState.Confirmed);
        (await database.With<AppDbContext, string>(async db => (await db.OutboxMessages.OrderBy(m => m.CreatedUtc).LastAsync(m => m.ThreadKey == meeting.Reference && m.Notice == NoticeCode.N6, Token)).Text))
            .ShouldContain("There is no hire fee");

        // A confirmed booking prevails, and so does another candidate who came first
        (await booked.StateAsync()).ShouldBe(CaseState.Confirmed);
        (await SubmitRefusalAsync(Meeting(hall, "2026-01-09"))).ShouldStartWith("Main Hall is taken from 7pm to 9pm");
        (await SubmitRefusalAsync(Meeting(hall, "2026-01-08"))).ShouldStartWith("Main Hall is taken from 7pm to 9pm");
    }

    [Theory]
    [Trait("Rule", "T7"), Trait("Rule", "D8"), Trait("Rule", "N10")]
    [InlineData(ElectionRefusal.Unsuitable, "2026-01-20")]
    [InlineData(ElectionRefusal.AlreadyLet, "2026-01-21")]
    public async Task Candidate_ForALawfulReason_IsRefusedOnD8WithAlternatives(ElectionRefusal reason, string day)
    {
        var words = new string('x', 60);
        var (officer, approver) = (await OfficerAsync(), await A.Person().Staff(Roles.FacilitiesApprover).AddAsync(database));
        var hall = await A.Hall().AddAsync(database);
        await ElectionAsync();
        var meeting = await Meeting(hall, day).CheckingAsync(database, officer);
        await meeting.StateNoInterestAsync(approver);
        (await database.With<Recommendations, Outcome>(async r => await r.RecommendAsync(meeting.Reference, new Recommend(true, Ground.D8, words, await meeting.VersionAsync()), officer, Token))).Refusals.ShouldBeEmpty();
        async Task<Outcome> RefuseAsync(Ground ground, string? alternatives) => await database.With<RefusalDecisions, Outcome>(async r => await r.RefuseAsync(meeting.Reference,
            new Refuse(ground, words, new Dictionary<string, string> { ["P2"] = words, ["P6"] = words }, true, await meeting.VersionAsync(), ElectionReason: reason, Alternatives: alternatives), approver, Token));

        (await RefuseAsync(Ground.D2, null)).Refusals.ShouldNotBeEmpty("no other ground refuses a candidate");
        (await RefuseAsync(Ground.D8, null)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Alternatives");
        (await meeting.StateAsync()).ShouldNotBe(CaseState.Refused);
        (await RefuseAsync(Ground.D8, "The Town Hall has a room for as many on the same evening.")).Refusals.ShouldBeEmpty();

        (await meeting.StateAsync()).ShouldBe(CaseState.Refused);
        var letters = await database.With<AppDbContext, List<OutboxMessage>>(db => db.OutboxMessages.AsNoTracking().Where(m => m.ThreadKey == meeting.Reference).ToListAsync(Token));
        letters.ShouldNotContain(letter => letter.Notice == NoticeCode.N9, "D8 needs no letter before");
        var told = letters.First(letter => letter.Notice == NoticeCode.N10).Text;
        told.ShouldContain(reason.Words());
        told.ShouldContain("The Town Hall has a room for as many");
        var id = (await meeting.CaseAsync()).Id;
        (await database.With<AppDbContext, int>(db => db.Claims.CountAsync(c => db.Occurrences.Any(o => o.CaseId == id && o.Id == c.OwnerId), Token))).ShouldBe(0, "after D8 the slot is free at once");
    }

    [Fact]
    [Trait("Rule", "T7"), Trait("Rule", "B12")]
    public async Task RightClaimed_OutsideDatesOrArea_CannotBeSent()
    {
        var elsewhere = await A.Hall().AddAsync(database);
        (await SubmitRefusalAsync(Meeting(elsewhere, "2026-09-08"))).ShouldStartWith("No election period covers every date at this place");
    }

    [Fact]
    [Trait("Rule", "B12"), Trait("Rule", "Tier")]
    public async Task CampaignGroup_OrdinaryMeeting_NeedsNothingMore()
    {
        var officer = await OfficerAsync();
        var plain = await A.Hire().On("2026-04-24", "19:00-21:00").SubmittedAsync(database);
        var campaign = await A.Hire().On("2026-04-24", "19:00-21:00").Answering(a => a with { Political = new() { IsPolitical = true, RightClaimed = false } }).SubmittedAsync(database);

        var (one, other) = (await FileAsync(plain, officer), await FileAsync(campaign, officer));
        other.Derived.RequiredChecks.ShouldBe(one.Derived.RequiredChecks);
        (other.Case.Tier, other.Case.DueOn).ShouldBe((one.Case.Tier, one.Case.DueOn));
    }

    [Fact]
    [Trait("Rule", "T7")]
    public async Task Election_EnteredByAnOfficer_IsRefusedAndLogged()
    {
        var officer = await OfficerAsync();
        var facts = new ElectionFacts("Mine", new(2026, 1, 1), new(2026, 2, 1), []);
        (await database.With<ElectionKeeping, Outcome>(e => e.AddAsync(facts, officer, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role");
        (await database.With<AppDbContext, int>(db => db.AuditEntries.CountAsync(e => e.WasRefused && e.ActorId == officer.Id && e.Action == "Election.Add", Token))).ShouldBe(1);
    }

    private async Task MayNotRefuseAsync(TestHire meeting, Actor officer, Actor approver)
    {
        var words = new string('x', 60);
        var answers = new Dictionary<string, string> { ["P2"] = words, ["P6"] = words };
        (await database.With<Recommendations, Outcome>(async r => await r.RecommendAsync(meeting.Reference, new Recommend(true, Ground.D2, words, await meeting.VersionAsync()), officer, Token)))
            .Refusals.ShouldHaveSingleItem().Code.ShouldBe("ELE");
        (await database.With<Recommendations, Outcome>(async r => await r.RecommendAsync(meeting.Reference, new Recommend(true, Ground.D8, words, await meeting.VersionAsync()), officer, Token))).Succeeded.ShouldBeTrue();
        (await database.With<RefusalDecisions, Outcome>(async r => await r.MindToRefuseAsync(meeting.Reference, new MindToRefuse(Ground.D2, words, await meeting.VersionAsync(), words), approver, Token)))
            .Refusals.ShouldHaveSingleItem().Code.ShouldBe("ELE");
        (await database.With<RefusalDecisions, Outcome>(async r => await r.RefuseAsync(meeting.Reference, new Refuse(Ground.D8, words, answers, true, await meeting.VersionAsync()), approver, Token)))
            .Refusals.ShouldHaveSingleItem().Field.ShouldBe("ElectionReason");
    }

    private static HireBuilder Meeting(TestHall hall, string day) => A.Hire().For(hall.Hall).On(day, "19:00-21:00")
        .Answering(a => a with { Political = new() { IsPolitical = true, RightClaimed = true, Candidate = "Ada Lee", Agent = "Bo Kerr" }, Audience = new() { Kind = AudienceKind.Public, Advertised = true, Ticketed = false, Publicity = "Leaflets" } });

    private async Task<string> SubmitRefusalAsync(HireBuilder builder)
    {
        var failure = await Should.ThrowAsync<InvalidOperationException>(() => builder.SubmittedAsync(database));
        return failure.Message[(failure.Message.IndexOf(": ", StringComparison.Ordinal) + 2)..];
    }

    private async Task ElectionAsync()
    {
        var administrator = await A.Person().Staff(Roles.Administrator).AddAsync(database);
        var facts = new ElectionFacts("Borough council election", new(2026, 1, 5), new(2026, 2, 12), ["Fernley East"]);
        (await database.With<ElectionKeeping, Outcome>(e => e.AddAsync(facts, administrator, Token))).Refusals.ShouldBeEmpty();
    }

    private Task<Actor> OfficerAsync() => A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);

    private Task<HireFile> FileAsync(TestHire hire, Actor officer) =>
        database.With<CaseFiles, HireFile>(async files => (await files.LoadHireAsync(hire.Reference, officer, Token))!);

    private async Task ApproveAsync(TestHire hire, Actor officer)
    {
        var approval = new Approve(null, [], NoProhibitedReason: true, await hire.VersionAsync());
        (await database.With<Approvals, Outcome>(a => a.ApproveAsync(hire.Reference, approval, officer, Token))).Refusals.ShouldBeEmpty();
    }
}

public class SqliteElectionMeetingTests(SqliteDatabase database) : ElectionMeetingTests(database), IClassFixture<SqliteDatabase>;

public class PostgresElectionMeetingTests(PostgresDatabase database) : ElectionMeetingTests(database), IClassFixture<PostgresDatabase>;
