using CouncilPremises.Application.Database;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Hire;

/// <summary>Sending is one act; withdrawing and cancelling give the slots back.</summary>
public abstract class HireSubmissionsTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "T1")]
    [Trait("Rule", "B8")]
    public async Task Submit_OutsideSpeakerForThePublic_IsEnhancedAndKeepsTheSnapshot()
    {
        var speaker = new SpeakerAnswer { Name = "Lucian Threlkeld", Topic = "Dry stone walls", Remote = false };
        var hire = await A.Hire().Answering(a => a with
        {
            Audience = a.Audience with { Kind = AudienceKind.Public },
            Speakers = new SpeakersAnswers { Kind = SpeakersKind.External, External = [speaker] },
        }).SubmittedAsync(database);

        var @case = await hire.CaseAsync();
        @case.Tier.ShouldBe(Tier.Enhanced);
        var submission = await database.With<AppDbContext, Submission>(db => db.Submissions.AsNoTracking().SingleAsync(s => s.CaseId == @case.Id, Token));
        submission.Number.ShouldBe(1);
        submission.Answers.ExternalSpeakers().ShouldBe([speaker]);
    }

    [Fact]
    public async Task Submit_ASecondTime_SucceedsAndChangesNothing()
    {
        var hire = await A.Hire().SubmittedAsync(database);
        var version = await hire.VersionAsync();

        (await SubmitAsync(hire)).Succeeded.ShouldBeTrue();

        (await hire.VersionAsync()).ShouldBe(version);
    }

    [Fact]
    [Trait("Rule", "B5")]
    public async Task Submit_WithAnAnswerMissing_IsRefusedNamingThePageAndClaimsNothing()
    {
        var hire = await A.Hire().Answering(a => a with { Event = new EventAnswers() }).DraftAsync(database);

        var outcome = await SubmitAsync(hire);

        outcome.Refusals.ShouldContain(r => r.Field == "Event.Title");
        (await hire.StateAsync()).ShouldBe(CaseState.Draft);
        (await DatesAsync(hire)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "B4")]
    public async Task Submit_WithTenUndecided_IsRefusedUntilOneIsWithdrawn()
    {
        var group = await A.Group().AddAsync(database);
        var hall = await A.Hall().AddAsync(database);
        TestHire? first = null;
        for (var day = 1; day <= 10; day++)
        {
            var sent = await A.Hire().By(group).For(hall.Hall).On($"2026-04-{day:00}", "10:00-12:00").SubmittedAsync(database);
            first ??= sent;
        }
        var eleventh = await A.Hire().By(group).For(hall.Hall).On("2026-04-11", "10:00-12:00").DraftAsync(database);

        (await SubmitAsync(eleventh)).Refusals.ShouldHaveSingleItem().Sentence.ShouldStartWith("Your group has 10 applications that are not decided yet.");
        (await WithdrawAsync(first!)).Succeeded.ShouldBeTrue();
        (await SubmitAsync(eleventh)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    [Trait("Rule", "B4")]
    public async Task Withdraw_Submitted_GivesTheSlotToTheNext()
    {
        var hire = await A.Hire().On("2026-05-05", "10:00-12:00").SubmittedAsync(database);

        (await WithdrawAsync(hire)).Succeeded.ShouldBeTrue();

        (await hire.StateAsync()).ShouldBe(CaseState.Withdrawn);
        (await DatesAsync(hire)).ShouldHaveSingleItem().State.ShouldBe(OccurrenceState.Released);
        var next = await A.Hire().For(hire.Space).On("2026-05-05", "10:00-12:00").SubmittedAsync(database);
        (await next.StateAsync()).ShouldBe(CaseState.Submitted);
    }

    [Fact]
    [Trait("Rule", "N11")]
    public async Task Cancel_OneOfTwoConfirmedDates_RaisesItsSequenceAndKeepsTheOther()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var hire = await A.Hire().Answering(Twice).ConfirmedAsync(database, officer);
        var before = await DatesAsync(hire);

        var outcome = await CancelAsync(hire, before[0].Id);

        outcome.Succeeded.ShouldBeTrue();
        var after = await DatesAsync(hire);
        after.Select(d => d.State).ShouldBe([OccurrenceState.CancelledByHirer, OccurrenceState.Confirmed]);
        after[0].Sequence.ShouldBe(before[0].Sequence + 1);
        after[1].Sequence.ShouldBe(before[1].Sequence);
        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed);
        await database.With<AppDbContext>(async db =>
        {
            (await db.Claims.CountAsync(c => c.OwnerId == before[0].Id, Token)).ShouldBe(0);
            (await db.Claims.CountAsync(c => c.OwnerId == before[1].Id, Token)).ShouldBe(24);
        });
    }

    [Fact]
    public async Task Cancel_LastConfirmedDate_CancelsTheBooking()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var hire = await A.Hire().ConfirmedAsync(database, officer);

        (await CancelAsync(hire)).Succeeded.ShouldBeTrue();

        (await hire.StateAsync()).ShouldBe(CaseState.CancelledByHirer);
    }

    [Fact]
    public async Task Withdraw_SeenBeforeSomebodyElseActed_SaysWhoWasFirst()
    {
        var hire = await A.Hire().SubmittedAsync(database);
        var seen = await hire.VersionAsync();
        var officer = await A.Person().Named("Dana Whitlow").Staff(Roles.FacilitiesOfficer).AddAsync(database);
        await hire.StateNoInterestAsync(officer);

        var outcome = await database.With<HireEndings, Outcome>(e => e.WithdrawAsync(hire.Reference, seen, hire.Group.Lead, Token));

        outcome.IsConflict.ShouldBeTrue();
        outcome.Refusals[0].Sentence.ShouldStartWith("Dana Whitlow changed this case");
    }

    private static HireAnswers Twice(HireAnswers a) => a with
    {
        When = a.When with { Recurrence = new Domain.Time.Recurrence { Repeats = Domain.Time.Repeats.Weekly, Until = a.When.FirstDay!.Value.AddDays(7) } },
    };

    private Task<Outcome> SubmitAsync(TestHire hire) =>
        database.With<HireSubmissions, Outcome>(submissions => submissions.SubmitAsync(hire.Reference, hire.Group.Lead, Token));

    private async Task<Outcome> WithdrawAsync(TestHire hire)
    {
        var seen = await hire.VersionAsync();
        return await database.With<HireEndings, Outcome>(endings => endings.WithdrawAsync(hire.Reference, seen, hire.Group.Lead, Token));
    }

    private async Task<Outcome> CancelAsync(TestHire hire, params Guid[] dates)
    {
        var seen = await hire.VersionAsync();
        return await database.With<HireEndings, Outcome>(endings => endings.CancelAsync(hire.Reference, new CancelDates(dates, seen), hire.Group.Lead, Token));
    }

    private async Task<List<Occurrence>> DatesAsync(TestHire hire)
    {
        var id = (await hire.CaseAsync()).Id;
        return await database.With<AppDbContext, List<Occurrence>>(db => db.Occurrences.AsNoTracking().Where(o => o.CaseId == id).OrderBy(o => o.Number).ToListAsync(Token));
    }
}

public sealed class SqliteHireSubmissionsTests(SqliteDatabase database) : HireSubmissionsTests(database), IClassFixture<SqliteDatabase>;

public sealed class PostgresHireSubmissionsTests(PostgresDatabase database) : HireSubmissionsTests(database), IClassFixture<PostgresDatabase>;
