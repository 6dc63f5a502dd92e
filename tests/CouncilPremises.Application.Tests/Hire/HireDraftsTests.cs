using CouncilPremises.Application.Database;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Time;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Hire;

/// <summary>A draft is filled in page by page, and nothing is asked twice.</summary>
public abstract class HireDraftsTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "B5")]
    public async Task Save_PageWithMistakes_IsRefusedWithTheFieldAndKeepsWhatWasThere()
    {
        var draft = await A.Hire().DraftAsync(database);

        var outcome = await SaveAsync(draft, HireSection.Event, a => a with { Event = new EventAnswers { Title = "Quiz", Description = "Too short" } });

        outcome.Refusals.Select(r => r.Field).ShouldBe(["Event.Category", "Event.Description"]);
        (await AnswersAsync(draft)).Event.Title.ShouldNotBe("Quiz");
    }

    [Fact]
    public async Task Save_PageLeftForLater_KeepsWhatWasTypedAndStaysToBeDone()
    {
        var draft = await A.Hire().DraftAsync(database);
        var page = new DraftPage([HireSection.Event], a => a with { Event = new EventAnswers { Title = "Quiz" } }, ForLater: true);

        (await SaveAsync(draft, page)).Succeeded.ShouldBeTrue();

        (await AnswersAsync(draft)).Event.Title.ShouldBe("Quiz");
        (await HireAsync(draft)).SavedSections.ShouldNotContain(nameof(HireSection.Event));
    }

    [Fact]
    [Trait("Rule", "B4")]
    public async Task Save_SeriesWithTakenDates_ListsEveryClashAtOnce()
    {
        var hall = await A.Hall().AddAsync(database);
        await A.Hire().For(hall.Hall).On("2026-03-24", "19:00-21:00").SubmittedAsync(database);
        await A.Hire().For(hall.PartA).On("2026-04-07", "18:00-20:00").SubmittedAsync(database);
        var draft = await A.Hire().For(hall.Hall).On("2026-03-25", "10:00-11:00").DraftAsync(database);

        var outcome = await SaveAsync(draft, HireSection.When, a => a with
        {
            When = new WhenAnswers
            {
                SpaceId = hall.Hall.Id,
                FirstDay = new DateOnly(2026, 3, 24),
                Start = new TimeOnly(19, 0),
                End = new TimeOnly(21, 0),
                Recurrence = new Recurrence { Repeats = Repeats.Weekly, Until = new DateOnly(2026, 4, 14) },
            },
        });

        outcome.Refusals.Count.ShouldBe(2);
        outcome.Refusals[0].Sentence.ShouldContain("Tuesday 24 March 2026");
        outcome.Refusals[1].Sentence.ShouldContain("Tuesday 7 April 2026");
    }

    [Fact]
    [Trait("Rule", "B4")]
    public async Task Save_RoomThatDoesNotExist_IsRefused()
    {
        var draft = await A.Hire().DraftAsync(database);

        var outcome = await SaveAsync(draft, HireSection.When, a => a with { When = a.When with { SpaceId = Guid.CreateVersion7() } });

        outcome.Refusals.ShouldContain(r => r.Sentence == "Choose a room" && r.Field == "When.SpaceId");
    }

    [Fact]
    [Trait("Rule", "B4")]
    public async Task Save_TimeTheClocksSkip_IsRefused()
    {
        var hall = await A.Hall().AddAsync(database);
        var draft = await A.Hire().For(hall.Hall).DraftAsync(database);

        var outcome = await SaveAsync(draft, HireSection.When, a => a with
        {
            When = a.When with { FirstDay = new DateOnly(2026, 3, 29), Start = new TimeOnly(1, 15), End = new TimeOnly(3, 0) },
        });

        outcome.Refusals.ShouldHaveSingleItem().Sentence.ShouldStartWith("There is no such time as Sunday 29 March 2026, 01:15");
    }

    [Fact]
    public async Task Save_ByAStranger_IsNotFound()
    {
        var draft = await A.Hire().DraftAsync(database);
        var stranger = (await A.Group().AddAsync(database)).Lead;

        var outcome = await database.With<HireDrafts, Outcome>(drafts => drafts.SaveAsync(draft.Reference, HireSection.Event, a => a, stranger, Token));

        outcome.IsNotFound.ShouldBeTrue();
    }

    [Fact]
    [Trait("Rule", "B2")]
    [Trait("Rule", "B16")]
    public async Task Start_AfterAnEarlierApplication_BringsContactAndInsuranceBackToBeLookedOver()
    {
        var sent = await A.Hire().Answering(a => a with { Contact = a.Contact with { Name = "Rosa Lindqvist" } }).SubmittedAsync(database);

        var started = await database.With<HireDrafts, Outcome<string>>(drafts => drafts.StartAsync(sent.Group.Organisation.Id, null, sent.Group.Lead, Token));

        var next = sent with { Reference = started.Value };
        var (first, second) = (await AnswersAsync(sent), await AnswersAsync(next));
        second.Contact.Name.ShouldBe("Rosa Lindqvist");
        second.Insurance.ShouldBe(first.Insurance);
        second.Event.ShouldBe(new EventAnswers());
        (await HireAsync(next)).SavedSections.ShouldBeEmpty();
    }

    private Task<Outcome> SaveAsync(TestHire draft, HireSection section, Func<HireAnswers, HireAnswers> change) => SaveAsync(draft, new DraftPage([section], change));

    private Task<Outcome> SaveAsync(TestHire draft, DraftPage page) =>
        database.With<HireDrafts, Outcome>(drafts => drafts.SaveAsync(draft.Reference, page, draft.Group.Lead, Token));

    private async Task<HireAnswers> AnswersAsync(TestHire hire) => (await HireAsync(hire)).Answers;

    private async Task<HireApplication> HireAsync(TestHire hire)
    {
        var id = (await hire.CaseAsync()).Id;
        return await database.With<AppDbContext, HireApplication>(db => db.HireApplications.AsNoTracking().SingleAsync(h => h.CaseId == id, Token));
    }
}

public sealed class SqliteHireDraftsTests(SqliteDatabase database) : HireDraftsTests(database), IClassFixture<SqliteDatabase>;

public sealed class PostgresHireDraftsTests(PostgresDatabase database) : HireDraftsTests(database), IClassFixture<PostgresDatabase>;
