using CouncilPremises.Application.Lists;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Lists;

/// <summary>The lists that are kept by hand: L1 and L5.</summary>
[Trait("Rule", "XREF")]
public abstract class RegisterTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Proscribed_AddedThenEnded_IsTriedOnlyBetween()
    {
        var admin = await A.Person().Staff(Roles.Administrator).AddAsync(database);
        var today = database.Time.Today;
        (await KeepAsync(new(null, "Sable Thicket Brigade", "Thicket Sable Men\nBrigade of the Sable Thicket", today.AddYears(-1), null, "Order 2025", "M Thorne", today, await SeenAsync()), admin))
            .Succeeded.ShouldBeTrue();
        (await FindAsync("Sable Thicket Brigade")).ShouldHaveSingleItem().List.ShouldBe(ListCode.L1);

        var row = (await AllAsync()).Rows.Single(one => one.Name == "Sable Thicket Brigade");
        row.Aliases.ShouldBe(["Thicket Sable Men", "Brigade of the Sable Thicket"]);
        (await KeepAsync(new(row.Key, row.Name, string.Join('\n', row.Aliases), row.From, today.AddDays(-1), row.Source, row.CheckedBy, today, await SeenAsync()), admin))
            .Succeeded.ShouldBeTrue();

        (await FindAsync("Sable Thicket Brigade")).ShouldBeEmpty();
        (await AllAsync()).Rows.Single(one => one.Name == "Sable Thicket Brigade").To.ShouldBe(today.AddDays(-1));
    }

    [Fact]
    public async Task Proscribed_SomebodyElseSavedMeanwhile_IsAConflictAndNothingIsLost()
    {
        var admin = await A.Person().Staff(Roles.Administrator).AddAsync(database);
        var seen = await SeenAsync();
        (await KeepAsync(Entry("Umber Gate League", seen), admin)).Succeeded.ShouldBeTrue();

        (await KeepAsync(Entry("Ochre Gate League", seen), admin)).IsConflict.ShouldBeTrue();
        (await AllAsync()).Rows.Select(row => row.Name).ShouldContain("Umber Gate League");
    }

    [Fact]
    public async Task Proscribed_EmptyForm_NamesEveryField()
    {
        var admin = await A.Person().Staff(Roles.Administrator).AddAsync(database);
        var outcome = await KeepAsync(new(null, null, null, null, null, null, null, null, await SeenAsync()), admin);
        outcome.Refusals.Select(refusal => refusal.Field).ShouldBe(["Name", "From", "Source", "CheckedBy", "CheckedOn"]);
    }

    [Fact]
    public async Task Proscribed_FacilitiesApprover_IsRefused()
    {
        var approver = await A.Person().Staff(Roles.FacilitiesApprover).AddAsync(database);
        (await KeepAsync(Entry("Nobody's League", await SeenAsync()), approver)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role");
    }

    [Fact]
    public async Task PartnerNotice_PastItsLastDay_IsNotTriedAnyMore()
    {
        var admin = await A.Person().Staff(Roles.Administrator).AddAsync(database);
        var today = database.Time.Today;
        (await AddAsync(Notice("Gorse Bank Rovers Reserve", today), admin)).Succeeded.ShouldBeTrue();
        (await FindAsync("Gorse Bank Rovers Reserve")).ShouldHaveSingleItem().List.ShouldBe(ListCode.L5);

        database.Clock.Advance(TimeSpan.FromDays(1));

        (await FindAsync("Gorse Bank Rovers Reserve")).ShouldBeEmpty();
        (await NoticesAsync()).Rows.ShouldNotContain(row => row.Name == "Gorse Bank Rovers Reserve");
    }

    [Fact]
    public async Task PartnerNotice_WrongGroundTooLongOrPersonUnconfirmed_IsRefused()
    {
        var admin = await A.Person().Staff(Roles.Administrator).AddAsync(database);
        var today = database.Time.Today;
        async Task<string> Why(KeyPartnerNotice notice) => (await AddAsync(notice, admin)).Refusals.ShouldHaveSingleItem().Code;

        (await Why(Notice("X Club", today) with { Ground = Ground.D8 })).ShouldBe("Ground");
        (await Why(Notice("X Club", today.AddMonths(12).AddDays(1)))).ShouldBe("Expiry");
        (await Why(Notice("Ann Ode", today) with { IsPerson = true })).ShouldBe("Hirer");
    }

    [Fact]
    public async Task PartnerNotice_TakenOut_IsGone()
    {
        var admin = await A.Person().Staff(Roles.Administrator).AddAsync(database);
        await AddAsync(Notice("Withy Lane Assembly", database.Time.Today), admin);
        var view = await NoticesAsync();
        var key = view.Rows.Single(row => row.Name == "Withy Lane Assembly").Key;

        (await database.With<PartnerNotices, Outcome>(async notices => await notices.RemoveAsync(key, view.Edition, admin, Token))).Succeeded.ShouldBeTrue();

        (await FindAsync("Withy Lane Assembly")).ShouldBeEmpty();
    }

    private KeyPartnerNotice Notice(string name, DateOnly expires) =>
        new(name, false, false, Ground.D6, database.Time.Today, expires, "Lettings, Ashby Trust", NoticesAsync().GetAwaiter().GetResult().Edition);

    private KeepProscribed Entry(string name, int seen) =>
        new(null, name, null, new DateOnly(2020, 1, 1), null, "Order", "M Thorne", database.Time.Today, seen);

    private async Task<int> SeenAsync() => (await AllAsync()).Edition;

    private Task<RegisterView<ProscribedRow>> AllAsync() => database.With<ProscribedRegister, RegisterView<ProscribedRow>>(register => register.AllAsync(Token));

    private Task<RegisterView<PartnerNoticeRow>> NoticesAsync() => database.With<PartnerNotices, RegisterView<PartnerNoticeRow>>(notices => notices.AllAsync(Token));

    private Task<Outcome<LiveList>> KeepAsync(KeepProscribed input, Actor actor) =>
        database.With<ProscribedRegister, Outcome<LiveList>>(register => register.KeepAsync(input, actor, Token));

    private Task<Outcome<LiveList>> AddAsync(KeyPartnerNotice input, Actor actor) =>
        database.With<PartnerNotices, Outcome<LiveList>>(notices => notices.AddAsync(input, actor, Token));

    private Task<IReadOnlyList<NameFound>> FindAsync(string name) =>
        database.With<ListQueries, IReadOnlyList<NameFound>>(queries => queries.FindAsync(name, null, null, Token));
}

public class SqliteRegisterTests(SqliteDatabase database) : RegisterTests(database), IClassFixture<SqliteDatabase>;

public class PostgresRegisterTests(PostgresDatabase database) : RegisterTests(database), IClassFixture<PostgresDatabase>;
