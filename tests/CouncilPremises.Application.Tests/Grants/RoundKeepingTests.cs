using CouncilPremises.Application.Database;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Grants;

/// <summary>Rounds: their times by the hall clock in London, changes, and who is let in late. "Now" is Tuesday 6 January 2026, 10am, moved on where a test says so.</summary>
public abstract class RoundKeepingTests(TestDatabase database)
{
    private const string Reason = "The council needs the decisions before the summer break.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Round_OfSummerTime_OpensAndClosesAtTheMinute()
    {
        var (fund, officer) = await FundAsync();
        var slug = await SetAsync(fund, officer, Facts("2026-03-20 09:00", "2026-03-30 12:00"));
        slug.ShouldStartWith("spring-round");
        var second = await SetAsync(fund, officer, Facts("2026-03-20 09:00", "2026-10-26 12:00"));
        second.ShouldNotBe(slug, "two rounds of one name have two addresses");
        var (round, other) = ((await ViewAsync(slug)).Round, (await ViewAsync(second)).Round);
        var group = Guid.CreateVersion7();

        round.ClosesUtc.ShouldBe(At("2026-03-30T11:00:00Z"), "12:00 by the clock after it went forward");
        other.ClosesUtc.ShouldBe(At("2026-10-26T12:00:00Z"), "and after it went back");
        foreach (var one in new[] { round, other })
        {
            one.WhyClosed(group, one.ClosesUtc.AddSeconds(-1)).ShouldBeNull();
            one.WhyClosed(group, one.ClosesUtc)!.Sentence.ShouldContain("closed on");
            one.WhyClosed(group, one.OpensUtc.AddSeconds(-1))!.Sentence.ShouldContain("opens on Friday 20 March 2026, 09:00");
            one.WhyClosed(group, one.OpensUtc).ShouldBeNull();
        }

        var cards = await database.With<GrantRounds, IReadOnlyList<RoundCard>>(r => r.ListAsync(Token));
        cards.Where(card => card.Slug == slug || card.Slug == second).Select(card => (card.Slug, card.IsOpen)).ShouldBe([(slug, false), (second, false)]);
        (await database.With<GrantRounds, bool>(r => r.AnyAsync(Token))).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026-03-29 01:30", "There is no such time as Sunday 29 March 2026, 01:30: the clocks go forward that night. Choose a time before 01:00 or from 02:00")]
    [InlineData("2026-10-25 01:30", "Sunday 25 October 2026, 01:30 comes twice: the clocks go back that night. Choose a time before 01:00 or from 02:00")]
    [InlineData("2026-01-06 10:00", "The round must close in the future. Enter a day and time still to come")]
    public async Task Round_ClosingAtNoTimeToCome_IsRefused(string closes, string sentence)
    {
        var (fund, officer) = await FundAsync();
        var refused = await database.With<RoundKeeping, Outcome<string>>(r => r.SetAsync(fund, Facts("2026-01-02 09:00", closes), officer, Token));
        var refusal = refused.Refusals.ShouldHaveSingleItem();
        (refusal.Sentence, refusal.Field).ShouldBe((sentence, "Closes"));
        (await database.With<AppDbContext, int>(db => db.GrantRounds.CountAsync(r => r.FundId == fund, Token))).ShouldBe(0);
    }

    [Fact]
    public async Task Round_ShortenedOnceOpen_NeedsAReasonAndKeepsItsOpening()
    {
        var (fund, officer) = await FundAsync();
        var coming = await SetAsync(fund, officer, Facts("2026-02-02 09:00", "2026-03-02 12:00"));
        (await ChangeAsync(fund, coming, 1, Facts("2026-02-09 09:00", "2026-02-20 12:00"), null, officer)).Refusals.ShouldBeEmpty("nobody can have begun");

        var open = await SetAsync(fund, officer, Facts("2026-01-05 09:00", "2026-03-02 12:00"));
        var sooner = Facts("2026-01-05 09:00", "2026-02-27 12:00");
        (await ChangeAsync(fund, open, 1, sooner, "Too short a reason", officer)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Reason");
        (await ChangeAsync(fund, open, 1, Facts("2026-01-06 09:00", "2026-03-02 12:00"), null, officer)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Opens");
        (await ChangeAsync(fund, open, 1, Facts("2026-01-05 09:00", "2026-01-06 09:59"), Reason, officer)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Closes");
        (await ChangeAsync(fund, open, 1, sooner, Reason, officer)).Refusals.ShouldBeEmpty();
        (await ChangeAsync(fund, open, 1, sooner, Reason, officer)).IsConflict.ShouldBeTrue();
        (await ChangeAsync(fund, open, 2, Facts("2026-01-05 09:00", "2026-03-09 12:00"), null, officer)).Refusals.ShouldBeEmpty("more time needs no reason");

        var id = (await ViewAsync(open)).Round.Id;
        var kept = await database.With<AppDbContext, List<string>>(db => db.AuditEntries.Where(e => e.SubjectId == id && !e.WasRefused)
            .Join(db.AuditDetails, e => e.Id, d => d.EntryId, (e, d) => new { e.AtUtc, d.Json }).OrderBy(one => one.AtUtc).Select(one => one.Json).ToListAsync(Token));
        kept[1].ShouldContain(Reason);
        kept[1].ShouldContain("2026-03-02T12:00:00Z", Case.Insensitive, "when it closed before");
        kept[2].ShouldNotContain("reason");
    }

    [Fact]
    public async Task Round_Shortened_TellsEachGroupWithADraftOnce()
    {
        var test = await A.Round().AddAsync(database);
        var (fund, slug) = (test.Fund.Id, test.Round.Slug);
        var officer = await A.Person().Staff(Roles.GrantOfficer).AddAsync(database);
        var (draft, late) = (await A.Grant().In(test).DraftAsync(database), await A.Grant().In(test).DraftAsync(database));
        var sent = await A.Grant().In(test).SubmittedAsync(database);
        var (opens, closes) = (CouncilTime.ToCivil(test.Round.OpensUtc), CouncilTime.ToCivil(test.Round.ClosesUtc));
        (await LetInAsync(fund, slug, 1, new(late.Group.Organisation.Id, closes with { Day = closes.Day.AddDays(7) }, Reason), officer)).Refusals.ShouldBeEmpty();

        var longer = new RoundFacts("Spring round", "For neighbours.", opens, closes with { Day = closes.Day.AddDays(1) });
        var shorter = longer with { Closes = closes with { Day = closes.Day.AddDays(-10) } };
        (await ChangeAsync(fund, slug, 2, longer, null, officer)).Refusals.ShouldBeEmpty();
        (await LettersAsync(draft)).ShouldBeEmpty("more time is no loss");
        (await ChangeAsync(fund, slug, 3, shorter, "short", officer)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Reason");
        (await LettersAsync(draft)).ShouldBeEmpty("what was refused is not told");
        (await ChangeAsync(fund, slug, 3, shorter, Reason, officer)).Refusals.ShouldBeEmpty();
        (await ChangeAsync(fund, slug, 4, shorter with { Description = "For all neighbours." }, null, officer)).Refusals.ShouldBeEmpty();

        var letters = await LettersAsync(draft);
        letters.Select(letter => letter.To).Distinct().Count().ShouldBe(letters.Count, "one for each reader");
        letters[0].Text.ShouldContain(Reason);
        letters[0].Text.ShouldContain($"now closes on {shorter.Closes}");
        (await LettersAsync(sent)).ShouldBeEmpty("what is sent loses no time");
        (await LettersAsync(late)).ShouldBeEmpty("whoever was let in for longer loses none either");
    }

    [Fact]
    public async Task Round_OpenedAgainAfterItClosed_NeedsAReason()
    {
        var test = await A.Round().AddAsync(database);
        var officer = await A.Person().Staff(Roles.GrantOfficer).AddAsync(database);
        var closes = CouncilTime.ToCivil(test.Round.ClosesUtc);
        var (from, until) = (test.Round.OpensUtc.AddDays(-20), database.Time.NowUtc.AddMinutes(-1));
        await database.With<AppDbContext>(db => db.GrantRounds.Where(r => r.Id == test.Round.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.OpensUtc, from).SetProperty(r => r.ClosesUtc, until), Token));
        var again = new RoundFacts("Spring round", "For neighbours.", CouncilTime.ToCivil(from), closes);
        var refusal = (await ChangeAsync(test.Fund.Id, test.Round.Slug, 1, again, null, officer)).Refusals.ShouldHaveSingleItem();
        (refusal.Field, refusal.Sentence.StartsWith("The round is closed", StringComparison.Ordinal)).ShouldBe(("Reason", true));
        (await ChangeAsync(test.Fund.Id, test.Round.Slug, 1, again, Reason, officer)).Refusals.ShouldBeEmpty();
        var kept = await database.With<AppDbContext, List<string>>(db => db.AuditEntries.Where(e => e.SubjectId == test.Round.Id && e.Action == "Round.Change" && !e.WasRefused)
            .Join(db.AuditDetails, e => e.Id, d => d.EntryId, (e, d) => d.Json).ToListAsync(Token));
        kept.ShouldHaveSingleItem().ShouldContain(Reason);
    }

    private Task<List<OutboxMessage>> LettersAsync(TestGrant grant) =>
        database.With<AppDbContext, List<OutboxMessage>>(db => db.OutboxMessages.Where(m => m.ThreadKey == grant.Reference && m.Notice == NoticeCode.RoundShortened).ToListAsync(Token));

    [Fact]
    public async Task LatePermission_LetsOneGroupInUntilItsMinute()
    {
        var (fund, officer) = await FundAsync();
        var (group, other) = ((await A.Group().Named("Late Lanterns 100%").AddAsync(database)).Organisation, (await A.Group().AddAsync(database)).Organisation);
        var slug = await SetAsync(fund, officer, Facts("2026-01-05 09:00", "2026-01-20 12:00"));
        (await LetInAsync(fund, slug, 1, new(group.Id, Civil("2026-01-20 12:00"), Reason), officer)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Until");
        (await LetInAsync(fund, slug, 1, new(Guid.CreateVersion7(), null, "short"), officer)).Refusals.Select(r => r.Field).ShouldBe(["OrganisationId", "Until", "Reason"]);
        (await LetInAsync(fund, slug, 1, new(group.Id, Civil("2026-01-22 17:00"), Reason), officer)).Refusals.ShouldBeEmpty();
        (await LetInAsync(fund, slug, 1, new(other.Id, Civil("2026-01-22 17:00"), Reason), officer)).IsConflict.ShouldBeTrue();

        var round = (await ViewAsync(slug)).Round;
        round.WhyClosed(group.Id, At("2026-01-22T16:59:59Z")).ShouldBeNull();
        round.WhyClosed(group.Id, At("2026-01-22T17:00:00Z")).ShouldNotBeNull();
        round.WhyClosed(other.Id, At("2026-01-20T12:00:00Z")).ShouldNotBeNull("only the one that was named");
        var row = (await database.With<FundQueries, IReadOnlyList<LateRow>>(q => q.LetInAsync(round.Id, Token))).ShouldHaveSingleItem();
        (row.Organisation, row.Reason).ShouldBe((group.Name, Reason));
        (await FoundAsync("lanterns 100%")).ShouldBe([group.Id]);
        (await FoundAsync("%%")).ShouldBeEmpty("what is typed stands for itself");
        (await LetInAsync(Guid.CreateVersion7(), slug, 2, new(group.Id, Civil("2026-01-22 17:00"), Reason), officer)).IsNotFound.ShouldBeTrue("a round of another fund");

        var facilities = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        (await LetInAsync(fund, slug, 2, new(other.Id, Civil("2026-01-22 17:00"), Reason), facilities)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role");
        var someone = (await A.Group().Individual().AddAsync(database)).Organisation;
        (await LetInAsync(fund, slug, 2, new(someone.Id, Civil("2026-01-22 17:00"), Reason), officer)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("OrganisationId", "grants go to groups only");
    }

    private static RoundFacts Facts(string opens, string closes) => new("Spring round", "For neighbours who want to meet.", Civil(opens), Civil(closes));

    private static CivilTime Civil(string text)
    {
        var parts = text.Split(' ');
        return new CivilTime(DateOnly.ParseExact(parts[0], "yyyy-MM-dd"), TimeOnly.ParseExact(parts[1], "HH:mm"));
    }

    private static DateTime At(string instant) => DateTimeOffset.Parse(instant).UtcDateTime;

    private async Task<(Guid Fund, Actor Officer)> FundAsync()
    {
        var officer = await A.Person().Staff(Roles.GrantOfficer).AddAsync(database);
        var facts = new FundFacts("Fund", "Scheme", "To help.", "Home Office", Money.Pounds(1000), Money.Pounds(10), Money.Pounds(1000), 0, officer.Id,
            [new(null, "Line", Objective.O4, "Owner", "Target", [])]);
        return ((await database.With<FundKeeping, Outcome<Guid>>(f => f.CreateAsync(facts, officer, Token))).Value, officer);
    }

    private async Task<string> SetAsync(Guid fund, Actor officer, RoundFacts facts) =>
        (await database.With<RoundKeeping, Outcome<string>>(r => r.SetAsync(fund, facts, officer, Token))).Value;

    private Task<Outcome> ChangeAsync(Guid fund, string slug, int version, RoundFacts facts, string? reason, Actor actor)
    {
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        return database.With<RoundKeeping, Outcome>(r => r.ChangeAsync(fund, slug, version, facts, reason, actor, Token));
    }

    private Task<Outcome> LetInAsync(Guid fund, string slug, int version, LetInLate late, Actor actor) =>
        database.With<RoundKeeping, Outcome>(r => r.LetInAsync(fund, slug, version, late, actor, Token));

    private async Task<RoundView> ViewAsync(string slug) => (await database.With<GrantRounds, RoundView?>(r => r.FindAsync(slug, Token)))!;

    private async Task<IEnumerable<Guid>> FoundAsync(string letters) =>
        (await database.With<FundQueries, IReadOnlyList<LateCandidate>>(q => q.GroupsAsync(letters, Token))).Select(one => one.Id);
}

public class SqliteRoundKeepingTests(SqliteDatabase database) : RoundKeepingTests(database), IClassFixture<SqliteDatabase>;

public class PostgresRoundKeepingTests(PostgresDatabase database) : RoundKeepingTests(database), IClassFixture<PostgresDatabase>;
