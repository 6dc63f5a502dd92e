using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Grants;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Grants;

/// <summary>What applications have in common, found across grants and hires, dismissed once for both sides, on both databases.</summary>
public abstract class OverlapTests(TestDatabase database)
{
    private const string Why = "The two clubs share a caretaker, who answers the telephone for both.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Overlap_ByTelephone_StopsTheRecommendationUntilItIsDismissedForBothSides()
    {
        var team = await GrantTeam.AddAsync(database);
        var (one, other) = (await CalledAsync("01632 960700", team), await CalledAsync("+44 1632 960 700", team));
        var open = await OpenAsync(one);
        open.ShouldHaveSingleItem().Kind.ShouldBe(OverlapKind.Phone);
        open[0].Sentence.ShouldBe($"{one.Reference} and {other.Reference}: both give the telephone number 01632 960700.");

        (await RecommendAsync(one, null, team)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Overlap");
        (await database.With<AppDbContext, bool>(db => db.AuditEntries.AnyAsync(e => e.Action == "Decision.Recommend" && e.WasRefused, Token))).ShouldBeTrue("a refused act is logged");
        (await DismissAsync(one, other, "No matter", team.Officer)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Reason");
        (await DismissAsync(one, other, Why, team.Finance)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role");
        (await DismissAsync(one, other, Why, team.Officer)).Succeeded.ShouldBeTrue();
        (await OpenAsync(one)).ShouldBeEmpty();
        (await OpenAsync(other)).ShouldBeEmpty("one reason holds for the pair, from whichever side it is looked at");
        (await DismissAsync(other, one, Why, team.Officer)).IsConflict.ShouldBeTrue("a colleague was first");
        (await RecommendAsync(one, null, team)).Succeeded.ShouldBeTrue();

        var row = (await database.With<Overlaps, IReadOnlyList<OverlapRow>>(async o => await o.OfAsync(await other.FileAsync(team.Officer), team.Officer, Token))).ShouldHaveSingleItem();
        (row.Dismissal!.Reason, row.By, row.MayOpen).ShouldBe((Why, "Grace Oyelaran", true));
    }

    [Fact]
    public async Task Overlap_ByWebsite_IsFoundHoweverItIsWritten()
    {
        var team = await GrantTeam.AddAsync(database);
        GrantAnswers At(GrantAnswers answers, string website) => answers with { Organisation = answers.Organisation with { Website = website } };
        await A.Grant().Answering(a => At(a, "https://www.meadow-players.example/")).CheckedAsync(database, team);
        var other = await A.Grant().Answering(a => At(a, "Meadow-Players.example")).CheckedAsync(database, team);
        (await OpenAsync(other)).ShouldHaveSingleItem().Kind.ShouldBe(OverlapKind.Website);
    }

    [Fact]
    public async Task Overlap_WithAHire_IsShownAndNotOpened()
    {
        var team = await GrantTeam.AddAsync(database);
        var hire = await A.Hire().SubmittedAsync(database);
        var grant = await CalledAsync("01632 960123", team);
        var row = (await database.With<Overlaps, IReadOnlyList<OverlapRow>>(async o => await o.OfAsync(await grant.FileAsync(team.Officer), team.Officer, Token)))
            .Single(one => one.Reference == hire.Reference);
        (row.Found.Kind, row.MayOpen).ShouldBe((OverlapKind.Phone, false), "grant officers do not read bookings");
        // Refusal may rest on it
        (await RecommendAsync(grant, Ground.D10, team)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Overlap_OfProjects_IsBetweenTwoFundsAtOneTime()
    {
        var team = await GrantTeam.AddAsync(database);
        var need = string.Join(' ', Enumerable.Range(0, 40).Select(at => $"word{at}of{Guid.CreateVersion7():N}"));
        GrantAnswers Words(GrantAnswers answers, int months) => answers with
        {
            Need = answers.Need with { Need = need },
            Project = answers.Project with { Starts = answers.Project.Starts!.Value.AddMonths(months), Ends = answers.Project.Ends!.Value.AddMonths(months) },
            Outcomes = answers.Outcomes with { Items = [answers.Outcomes.Items[0] with { Due = answers.Outcomes.Items[0].Due!.Value.AddMonths(months) }] },
        };
        var round = await A.Round().AddAsync(database);
        var one = await A.Grant().In(round).Answering(a => Words(a, 0)).CheckedAsync(database, team);
        var sameFund = await A.Grant().In(round).Answering(a => Words(a, 0)).CheckedAsync(database, team);
        (await OpenAsync(sameFund)).ShouldBeEmpty("one fund sees both");
        var later = await A.Grant().Answering(a => Words(a, 12)).CheckedAsync(database, team);
        (await OpenAsync(later)).ShouldBeEmpty("the same work at another time may be paid for again");
        var twice = await A.Grant().By(one.Group).Answering(a => Words(a, 1)).CheckedAsync(database, team);
        (await OpenAsync(twice)).Select(found => (found.Kind, found.OtherCaseId)).ShouldContain((OverlapKind.Project, (await one.CaseAsync()).Id));
        (await OpenAsync(twice)).Count.ShouldBe(2, "the group's own details are shared as a matter of course");

        var version = await one.VersionAsync();
        await database.With<GrantSubmissions>(s => s.WithdrawAsync(one.Reference, version, one.Group.Lead, Token));
        (await OpenAsync(twice)).ShouldHaveSingleItem().OtherCaseId.ShouldBe((await sameFund.CaseAsync()).Id, "what was withdrawn is not paid");
    }

    private Task<TestGrant> CalledAsync(string phone, GrantTeam team) =>
        A.Grant().Answering(a => a with { Contact = a.Contact with { Phone = phone } }).CheckedAsync(database, team);

    private Task<IReadOnlyList<Overlap>> OpenAsync(TestGrant grant) =>
        database.With<Overlaps, IReadOnlyList<Overlap>>(async o => await o.OpenAsync((await grant.CaseAsync()).Id, Token));

    private async Task<Outcome> DismissAsync(TestGrant one, TestGrant other, string reason, Domain.People.Actor actor) =>
        await database.With<OverlapDismissals, Outcome>(d => d.DismissAsync(one.Reference, new DismissOverlap(other.Reference, OverlapKind.Phone, reason), actor, Token));

    private async Task<Outcome> RecommendAsync(TestGrant grant, Ground? refuseOn, GrantTeam team)
    {
        var input = new Recommend(refuseOn is not null, refuseOn, "The scores, the checks and the budget all point the same way, as the file shows.", await grant.VersionAsync());
        return await database.With<Recommendations, Outcome>(r => r.RecommendAsync(grant.Reference, input, team.Officer, Token));
    }
}

/// <inheritdoc />
public sealed class SqliteOverlapTests(SqliteDatabase database) : OverlapTests(database), IClassFixture<SqliteDatabase>;

/// <inheritdoc />
public sealed class PostgresOverlapTests(PostgresDatabase database) : OverlapTests(database), IClassFixture<PostgresDatabase>;
