using CouncilPremises.Application.Database;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Screening;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Lists;

/// <summary>What a changed list does to cases that are under way or booked, and the queue of what it found.</summary>
[Trait("Rule", "XREF")]
public abstract class RescreeningTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NewEntry_LiveCases_AreReopenedOthersLeftAloneAndApproversToldOfABooking()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var approver = await A.Person().Staff(Roles.FacilitiesApprover).AddAsync(database);
        await RegisterAsync("Nobody's Lantern Order");
        var ready = await A.Hire().By(await A.Group().Named("Quarrington Mummers").AddAsync(database)).ReadyAsync(database, officer);
        var booked = await A.Hire().By(await A.Group().Named("Thistlemere Singers").AddAsync(database)).ConfirmedAsync(database, officer);
        var other = await A.Hire().By(await A.Group().Named("Tansy Court Chess Club").AddAsync(database)).ReadyAsync(database, officer);
        var otherBefore = (await other.CaseAsync()).Version;

        await RegisterAsync("Nobody's Lantern Order", "Quarrington Mummers", "Thistlemere Singers");
        (await RunAsync()).ShouldBe(2);

        (await ready.StateAsync()).ShouldBe(CaseState.Referred, "a new hit reopens the check");
        (await booked.StateAsync()).ShouldBe(CaseState.Confirmed, "the booking stands unless somebody holds it");
        (await XrefAsync(booked)).ShouldBe(CheckOutcome.Refer);
        (await other.CaseAsync()).Version.ShouldBe(otherBefore, "nothing of it changed");
        await database.With<AppDbContext>(async db =>
        {
            var address = await db.Users.Where(u => u.Id == approver.Id).Select(u => u.Email).SingleAsync(Token);
            var letters = await db.OutboxMessages.Where(m => m.To == address).ToListAsync(Token);
            letters.ShouldHaveSingleItem().Text.ShouldContain(booked.Reference);
            letters[0].Text.ShouldNotContain("Thistlemere");
        });
        (await RunAsync()).ShouldBe(0, "what is done is not done again");
        await TheQueueAsync(officer, approver, ready, booked);
    }

    // The queue over both cases: the officer resolves, a colleague agrees, and the next one comes up
    private async Task TheQueueAsync(Actor officer, Actor approver, TestHire ready, TestHire booked)
    {
        var page = await QueueAsync(HitView.ToResolve, officer);
        // Other tests leave hits in the same database
        page.Rows.Where(row => row.Reference == ready.Reference || row.Reference == booked.Reference)
            .Select(row => row.NameTried).ShouldBe(["Quarrington Mummers", "Thistlemere Singers"], ignoreOrder: true);
        page.Booked.ShouldBe(1);
        HitQueue.WithoutStatement(page).ShouldNotContain(ready.Reference);
        HitQueue.WithoutStatement(await QueueAsync(HitView.ToResolve, approver)).ShouldContain(ready.Reference);
        (await QueueAsync(HitView.ToResolve, await A.Person().Staff(Roles.Administrator).AddAsync(database))).Rows.ShouldBeEmpty("administrators see no cases");

        var hit = page.Rows.Single(row => row.Reference == ready.Reference);
        var place = await database.With<HitQueue, HitPlace?>(queue => queue.PlaceAsync(HitView.ToResolve, hit.Id, officer, Token));
        place!.Total.ShouldBe(page.Counts[HitView.ToResolve]);
        place.NextId.ShouldNotBe(hit.Id);
        var input = new ProposeResolution(hit.Id, HitResolution.FalseMatch, [IdentifierKind.Address, IdentifierKind.Activities], null);
        (await database.With<HitResolutions, Outcome>(hits => hits.ProposeAsync(ready.Reference, input, officer, Token))).Succeeded.ShouldBeTrue("identifiers that differ are reason enough");
        (await QueueAsync(HitView.MyProposals, officer)).Rows.ShouldHaveSingleItem().Id.ShouldBe(hit.Id);
        (await QueueAsync(HitView.ToAgree, officer)).Rows.ShouldBeEmpty();
        (await QueueAsync(HitView.ToAgree, approver)).Rows.ShouldHaveSingleItem().Id.ShouldBe(hit.Id);
        await ready.StateNoInterestAsync(approver);
        (await database.With<HitResolutions, Outcome>(hits => hits.AnswerAsync(ready.Reference, hit.Id, true, approver, Token))).Succeeded.ShouldBeTrue();
        (await ready.StateAsync()).ShouldBe(CaseState.ReadyForDecision);

        var report = await database.With<FairnessReports, FairnessReport>(reports => reports.ReadAsync(Token));
        report.ByList[0].ShouldBe(new ResolvedShare("L1 Proscribed organisations", 1, 1, 0));
        report.ByRule.ShouldNotBeEmpty();
        report.All.Names.ShouldBe(EverydayNames.Groups.Sum(group => group.FullNames(EverydayAlerts.NamesOfGroup).Count));
    }

    [Fact]
    public async Task ChangedEntry_OpenHit_IsBroughtUpToDateAndFalseMatchIsRaisedAgain()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        await RegisterAsync("Withern Vale Assembly");
        var hire = await A.Hire().By(await A.Group().Named("Withern Vale Assembly").AddAsync(database)).CheckingAsync(database, officer);
        var before = (await HitsAsync(hire)).ShouldHaveSingleItem();

        await RegisterAsync("Withern Vale Assembly;Withern Hand");
        await RunAsync();

        var after = (await HitsAsync(hire)).ShouldHaveSingleItem();
        (after.Id, after.State).ShouldBe((before.Id, HitState.Open));
        after.EntryHash.ShouldNotBe(before.EntryHash);
    }

    [Fact]
    public async Task StoppedHalfWay_AnotherWorker_GoesOnWhereItStopped()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var done = await A.Hire().By(await A.Group().Named("Pellow Street Band").AddAsync(database)).CheckingAsync(database, officer);
        var left = await A.Hire().By(await A.Group().Named("Pellow Street Choir").AddAsync(database)).CheckingAsync(database, officer);
        await RegisterAsync("Pellow Street Band", "Pellow Street Choir");
        // As a worker leaves it that was stopped after the first case: the lease runs out
        await database.With<AppDbContext>(async db =>
        {
            var work = await db.Rescreenings.SingleAsync(r => r.FinishedUtc == null && r.Part == ListPart.Proscribed, Token);
            work.Advance(done.Reference, 1, 0, database.Time.NowUtc.Add(Rescreenings.Lease));
            await db.SaveChangesAsync(Token);
        });

        (await RunAsync()).ShouldBe(0, "another worker has it");
        database.Clock.Advance(Rescreenings.Lease);
        (await RunAsync()).ShouldBe(1);

        (await HitsAsync(done)).ShouldBeEmpty("it counts as done");
        (await HitsAsync(left)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task ListTooOld_NothingIsClearUntilANewerOneIsInUse()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        await ImportAsync(ListCode.L2, ListFiles.Sanctions(ListFiles.Row("OLD0001")));
        database.Clock.Advance(TimeSpan.FromDays(31));

        var hire = await A.Hire().By(await A.Group().Named("Ferrow Dale Knitters").AddAsync(database)).On("2026-09-24", "19:00-21:00").CheckingAsync(database, officer);
        (await XrefAsync(hire)).ShouldBe(CheckOutcome.Refer, "the list is more than 30 days old");

        await ImportAsync(ListCode.L2, ListFiles.Sanctions(ListFiles.Row("OLD0001"), ListFiles.Row("OLD0002", "THORNECROFT")));
        await RunAsync();
        (await XrefAsync(hire)).ShouldBe(CheckOutcome.Clear, "it was looked up again by itself");
    }

    private Task<int> RunAsync() => database.With<Rescreenings, int>(rescreenings => rescreenings.RunDueAsync(Token));

    private Task<HitPage> QueueAsync(HitView view, Actor actor) => database.With<HitQueue, HitPage>(queue => queue.ReadAsync(view, 1, actor, Token));

    // A name, perhaps with aliases behind semicolons
    private Task RegisterAsync(params string[] names) => ImportAsync(ListCode.L1, ListFiles.Of(
        ["name,aliases,from,to,source,checked_by,checked_on", .. names.Select(name => name.Split(';', 2)).Select(parts => $"{parts[0]},{(parts.Length > 1 ? parts[1] : "")},2020-01-01,,Order,M Thorne,2026-01-05")]));

    private async Task ImportAsync(ListCode list, Stream file) =>
        (await database.With<ListImports, Outcome>(async imports => await imports.ImportAsync(new ImportList(list, [new("file.csv", file)], ConfirmShrink: true), Actor.System, null, Token)))
            .Refusals.ShouldBeEmpty();

    private Task<List<Hit>> HitsAsync(TestHire hire) => database.With<AppDbContext, List<Hit>>(db =>
        db.Hits.AsNoTracking().Where(hit => db.Cases.Any(c => c.Id == hit.CaseId && c.Reference == hire.Reference)).ToListAsync(Token));

    private Task<CheckOutcome> XrefAsync(TestHire hire) => database.With<AppDbContext, CheckOutcome>(async db =>
    {
        var records = await db.CheckRecords.AsNoTracking().Where(r => r.Code == CheckCode.XREF && db.Cases.Any(c => c.Id == r.CaseId && c.Reference == hire.Reference)).ToListAsync(Token);
        return records.Single(record => records.All(other => other.SupersedesId != record.Id)).Outcome;
    });
}

public class SqliteRescreeningTests(SqliteDatabase database) : RescreeningTests(database), IClassFixture<SqliteDatabase>;

public class PostgresRescreeningTests(PostgresDatabase database) : RescreeningTests(database), IClassFixture<PostgresDatabase>;
