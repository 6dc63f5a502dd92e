using System.Text.RegularExpressions;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Notices;
using CouncilPremises.Application.Tests.Decisions;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Cases;

/// <summary>The same for acts that reach cases without being acts on one alone: closing premises, countersigning that, and sending or posting a
/// letter again. And every act that the list of acts tells of cases stands in one of the three tables, or is exempt with its reason.</summary>
public abstract partial class SeparationBesideTests(TestDatabase database)
{
    private const string List = "docs/actions-and-audit.md";
    private const string Fifty = Aftermath.Fifty;
    private readonly Aftermath after = new(database);
    private readonly SeparationWorlds worlds = new(database);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Parts of the list whose acts touch no case.</summary>
    private static readonly string[] OtherParts = ["Premises", "Funds and rounds of grants", "The programme", "Groups and staff", "The council's own settings", "People, messages and what comes out"];

    /// <summary>Acts without separation, each for its reason; those of the other tables stand there.</summary>
    private static readonly Dictionary<string, string> Exempt = new()
    {
        ["Closure.Cancel"] = "tried with the order of the closure, which logs it",
        ["Hire.Import"] = "administrators, who have no access to cases",
        ["Hire.Start"] = "the group",
        ["Hire.StartTyped"] = "there is no case yet; tested with typed applications",
        ["Hire.Submit"] = "the group; that an officer who types states an interest first is tested with typed applications",
        ["Hire.Withdraw"] = "the group, likewise",
        ["Hire.Cancel"] = "the group, likewise",
        ["Hire.SaveSection"] = "nobody",
        ["Hire.Complete"] = "the system",
        ["Hire.GiveWay"] = "the system",
        ["Timer.Remind"] = "the system",
        ["Timer.Alert"] = "the system",
        ["Timer.WarnOfExpiry"] = "the system",
        ["Dbs.Confirm"] = "the group; that an officer states an interest first is tested with DBS confirmations",
        ["Attachment.Add"] = "a file decides nothing; who may add one is tested with attachments",
        ["Attachment.Remove"] = "likewise",
        ["Attachment.Open"] = "likewise, with a logged reason",
        ["Attachment.Scan"] = "the system",
        ["List.Read"] = "no case: administrators keep the lists",
        ["List.Discard"] = "no case, likewise",
        ["List.Import"] = "no case, likewise",
        ["List.KeepProscribed"] = "no case, likewise",
        ["List.AddNotice"] = "no case, likewise",
        ["List.RemoveNotice"] = "no case, likewise",
    };

    /// <summary>What waits beside a case, and its case.</summary>
    private sealed record Beside(World World, CloseBookings Close, Guid Closure, Guid Letter, Guid ToPost);

    /// <summary>Every act, done rightly but for who does it. One that decides is closed to whoever typed the application too.</summary>
    private static readonly (string Action, bool Decides, Func<Beside, Actor, bool, Task<Outcome>> Try)[] Acts =
    [
        ("Closure.Order", true, (b, a, free) => b.World.Do<BookingClosures>(c => c.OrderAsync(b.Close with { NoInterest = free }, a, Token))),
        ("Closure.Countersign", true, (b, a, free) => b.World.Do<BookingClosures>(c => c.SignAsync(b.Closure, new SignClosure(true, null, free), a, Token))),
        ("Notice.SendAgain", false, (b, a, _) => b.World.Do<SentMessages>(m => m.SendAgainAsync(b.Letter, a, Token))),
        ("Notice.Posted", false, (b, a, _) => b.World.Do<PostedLetters>(l => l.PostedAsync(b.ToPost, a, Token))),
    ];

    /// <summary>What this table answers for.</summary>
    private static IEnumerable<string> Accounted => Acts.Select(act => act.Action).Concat(Exempt.Keys);

    [Fact]
    [Trait("Rule", "S1"), Trait("Rule", "S3"), Trait("Rule", "S4"), Trait("Rule", "S5")]
    public async Task EveryActBesideACase_EveryBreach_IsRefusedLoggedAndChangesNothing()
    {
        var (open, closed) = (await BookedAsync(60), await BookedAsync(61));
        var close = await CloseAsync(open);
        (await closed.Do<BookingClosures>(async c => await c.OrderAsync(await CloseAsync(closed), closed.Second, Token))).Refusals.ShouldBeEmpty();
        var closure = await database.With<AppDbContext, Guid>(db => db.ClosureOrders.Where(o => o.OrderedById == closed.Second.Id).Select(o => o.ClosureId).SingleAsync(Token));
        var (letter, toPost) = await LettersAsync(open);
        foreach (var (action, decides, attempt) in Acts)
        {
            var beside = new Beside(action == "Closure.Countersign" ? closed : open, close, closure, letter, toPost);
            var world = beside.World;
            if (decides)
                await RefusesAsync(beside, action, "S4", world.Typist!, "whoever typed it", (b, a) => attempt(b, a, true));
            await RefusesAsync(beside, action, "S3", world.Unstated, "somebody without a statement", (b, a) => attempt(b, a, false));
            await RefusesAsync(beside, action, "S3", world.Interested, "somebody with an interest", (b, a) => attempt(b, a, true));
            await RefusesAsync(beside, action, "S4", world.Member, "a member of the group", (b, a) => attempt(b, a, true));
            await RefusesAsync(beside, action, "S4", world.Helper!, "whoever helped to write it", (b, a) => attempt(b, a, true));
        }

        await RefusesAsync(new Beside(closed, close, closure, letter, toPost), "Closure.Countersign", "S1", closed.Second, "whoever ordered it", (b, a) => Acts[1].Try(b, a, true));
        (await Acts[0].Try(new Beside(open, close, closure, letter, toPost), open.First, true)).Refusals.ShouldBeEmpty("a colleague with no part in it closes");
        (await Acts[1].Try(new Beside(closed, close, closure, letter, toPost), closed.Unstated, true)).Refusals.ShouldBeEmpty("one statement covers the cases listed");
    }

    [Fact]
    public void ActsOnCases_InTheListOfActs_AreInATableOrExempt()
    {
        var (part, listed) = ("", new List<string>());
        foreach (var line in File.ReadLines(Solution.PathTo(List)))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                part = line[3..];
            if (Row().Match(line) is { Success: true } row && (!OtherParts.Contains(part) || CaseAct().IsMatch(row.Groups["act"].Value)))
                listed.Add(row.Groups["act"].Value);
        }

        listed.Count.ShouldBeGreaterThan(80, "the list was read");
        listed.Except(SeparationTests.Accounted).Except(SeparationAftermathTests.Accounted).Except(SeparationGrantTests.Accounted).Except(SeparationMoneyTests.Accounted).Except(Accounted).ShouldBeEmpty("put the act in a table, or say why separation does not touch it");
        Accounted.Except(listed).ShouldBeEmpty("the list has no such act");
    }

    private async Task<World> BookedAsync(int days)
    {
        var world = await worlds.NewAsync(after.HireIn(days), ready: true);
        await worlds.MustAsync<Approvals>(async a => await a.ApproveAsync(world.Reference, new Approve(Fifty, [], true, await world.Hire.VersionAsync()), world.Second, Token));
        return await worlds.WithTypistAsync(world);
    }

    private async Task<CloseBookings> CloseAsync(World world)
    {
        var date = (await after.DatesAsync(world.Hire))[0];
        var venue = await database.With<AppDbContext, string>(db => db.Venues.Where(v => v.Id == world.Hire.Space.VenueId).Select(v => v.Slug).SingleAsync(Token));
        return new CloseBookings(venue, null, date.Day, null, "The roof leaks", Fifty, "The Town Hall has rooms at the same times.", true, [date.Id]);
    }

    // A letter that was sent, and one that waits to be posted
    private async Task<(Guid Letter, Guid ToPost)> LettersAsync(World world)
    {
        var @case = await world.Hire.CaseAsync();
        var toPost = OutboxMessage.ByPost(
            Guid.CreateVersion7(), NoticeCode.N1, @case.Id, "Edith Crane\n5 Mill Lane", new MessageContent("", "Your application", "Text", "<p>Text</p>"), database.Time.NowUtc, @case.OrganisationId);
        await database.With<AppDbContext>(async db =>
        {
            db.OutboxMessages.Add(toPost);
            await db.SaveChangesAsync(Token);
        });
        return ((await after.LetterAsync(world.Hire, NoticeCode.N6)).Id, toPost.Id);
    }

    private async Task RefusesAsync(Beside beside, string action, string code, Actor actor, string who, Func<Beside, Actor, Task<Outcome>> attempt)
    {
        var (what, version, logged) = ($"{action} by {who}", (await beside.World.Hire.CaseAsync()).Version, await LoggedAsync(action, actor));
        var left = await LeftAsync(beside);

        var outcome = await attempt(beside, actor);

        outcome.Refusals.Select(refusal => refusal.Code).ShouldContain(code, what);
        (await beside.World.Hire.CaseAsync()).Version.ShouldBe(version, what);
        (await LeftAsync(beside)).ShouldBe(left, what);
        (await LoggedAsync(action, actor)).ShouldBe(logged + 1, $"{what} is logged once");
    }

    // Closures, signatures and letters as they stand
    private Task<(int Closures, int Signed, int Waiting, int Posted)> LeftAsync(Beside beside) => database.With<AppDbContext, (int, int, int, int)>(async db =>
    (
        await db.Closures.CountAsync(Token),
        await db.ClosureOrders.CountAsync(o => o.SignedUtc != null, Token),
        await db.OutboxMessages.CountAsync(m => m.NextAttemptUtc != null, Token),
        await db.OutboxMessages.CountAsync(m => m.Id == beside.ToPost && m.SentUtc != null, Token)
    ));

    // The breach is logged with its actor; where the act is refused before a case is reached, on no case
    private Task<int> LoggedAsync(string action, Actor actor) => database.With<AppDbContext, int>(db =>
        db.AuditEntries.CountAsync(e => e.WasRefused && e.Action == action && e.ActorId == actor.Id, Token));

    [GeneratedRegex(@"^\| `(?<act>[A-Z][A-Za-z]+\.[A-Z][A-Za-z]+)` \|")]
    private static partial Regex Row();

    [GeneratedRegex(@"^Notice\.(?!ChangeLetter)")]
    private static partial Regex CaseAct();
}

/// <inheritdoc />
public sealed class SqliteSeparationBesideTests(SqliteDatabase database) : SeparationBesideTests(database), IClassFixture<SqliteDatabase>;

/// <inheritdoc />
public sealed class PostgresSeparationBesideTests(PostgresDatabase database) : SeparationBesideTests(database), IClassFixture<PostgresDatabase>;
