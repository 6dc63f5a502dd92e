using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Hire;

/// <summary>An ordinary application, from the first answer to a booking.</summary>
public abstract class WalkTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "N1")]
    [Trait("Rule", "XREF")]
    [Trait("Rule", "INS")]
    public async Task Submitted_OrdinaryApplication_HoldsItsSlotAndRecordsWhatRecordsItself()
    {
        var hire = await A.Hire().SubmittedAsync(database);

        var @case = await hire.CaseAsync();
        @case.State.ShouldBe(CaseState.Submitted);
        await database.With<AppDbContext>(async db =>
        {
            var date = (await db.Occurrences.Where(one => one.CaseId == @case.Id).ToListAsync(Token)).ShouldHaveSingleItem();
            date.State.ShouldBe(OccurrenceState.Held);
            (await db.Claims.CountAsync(claim => claim.OwnerId == date.Id, Token)).ShouldBe(3 * 8, "the hall, its two parts, two hours");
            (await db.CheckRecords.Where(record => record.CaseId == @case.Id).Select(record => record.Code.ToString()).ToListAsync(Token))
                .ShouldBe(["DEC", "XREF", "INS"], ignoreOrder: true);
            (await db.OutboxMessages.Where(message => message.CaseId == @case.Id).Select(message => message.Notice).Distinct().ToListAsync(Token))
                .ShouldBe([NoticeCode.N1], "to the lead contact and to the contact the application names");
        });
    }

    [Fact]
    [Trait("Rule", "COI")]
    [Trait("Rule", "REG")]
    [Trait("Rule", "REF")]
    [Trait("Rule", "N6")]
    public async Task Confirmed_ByOneOfficer_IsBookedAndWrittenTo()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var hire = await A.Hire().ConfirmedAsync(database, officer);

        var @case = await hire.CaseAsync();
        @case.State.ShouldBe(CaseState.Confirmed);
        await database.With<AppDbContext>(async db =>
        {
            (await db.Occurrences.SingleAsync(one => one.CaseId == @case.Id, Token)).State.ShouldBe(OccurrenceState.Confirmed);
            (await db.OutboxMessages.Where(message => message.CaseId == @case.Id).Select(message => message.Notice).ToListAsync(Token))
                .ShouldContain(NoticeCode.N6);
        });
    }
}

public class SqliteWalkTests(SqliteDatabase database) : WalkTests(database), IClassFixture<SqliteDatabase>;

public class PostgresWalkTests(PostgresDatabase database) : WalkTests(database), IClassFixture<PostgresDatabase>;
