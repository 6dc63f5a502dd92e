using System.Security.Cryptography;
using CouncilPremises.Application.Attachments;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Attachments;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Attachments;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Attachments;

/// <summary>Files of a case: added, scanned, opened, removed, and what a crash leaves.</summary>
public abstract class CaseAttachmentsTests(TestDatabase database) : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("councilpremises-files").FullName;
    private FakeClamd clamd = null!;
    private ServiceProvider scanned = null!;
    private ServiceProvider unscanned = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _ = database.Services;
        clamd = new FakeClamd();
        scanned = Process(clamd.Address);
        unscanned = Process("");
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await scanned.DisposeAsync();
        await unscanned.DisposeAsync();
        await clamd.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Add_ByTheGroup_IsKeptEncryptedScannedAndOpened()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var hire = await A.Hire().SubmittedAsync(database);
        var content = SampleFiles.Pdf("Our accounts", 200_000);
        (await AddAsync(scanned, hire, content, hire.Group.Lead)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("State", "nothing is asked of the group");
        await hire.StateNoInterestAsync(officer);
        var id = (await AddAsync(scanned, hire, content, officer)).Value;
        (await AddAsync(scanned, hire, content, officer)).Value.ShouldBe(id, "a second click is the same file");
        var file = await FileAsync(id);
        (file.Size, file.Sha256, file.Scan, file.IsByGroup).ShouldBe((200_000, Convert.ToHexStringLower(SHA256.HashData(content)), ScanState.Waiting, false));
        Directory.GetFiles(folder).ShouldHaveSingleItem().ShouldBe(Path.Combine(folder, file.StoredName));
        (await File.ReadAllBytesAsync(Path.Combine(folder, file.StoredName), Token)).AsSpan().IndexOf("Our accounts"u8).ShouldBe(-1, "it is encrypted");

        (await OpenAsync(scanned, id, officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Waiting");
        (await OpenAsync(scanned, id, hire.Group.Lead)).IsNotFound.ShouldBeTrue("the council's own file");
        (await With<AttachmentUpkeep, int>(scanned, upkeep => upkeep.RunDueAsync(Token))).ShouldBePositive();
        clamd.Received.ShouldBe(content);
        var opened = (await OpenAsync(scanned, id, officer)).Value;
        (opened.ContentType, opened.Size, opened.SaveAs).ShouldBe(("application/pdf", 200_000, $"{hire.Reference} accounts.pdf"));
        (await ReadAsync(opened)).ShouldBe(content);
        (await ActsAsync(id)).ShouldBe(["Attachment.Add", "Attachment.Open refused", "Attachment.Scan"], ignoreOrder: true);
        (await OpenAsync(scanned, id, await A.Person().AddAsync(database))).IsNotFound.ShouldBeTrue();
        (await OpenAsync(scanned, id, await A.Person().Staff(Roles.Administrator).AddAsync(database))).IsNotFound.ShouldBeTrue();
    }

    [Fact]
    public async Task Add_ToADraft_IsTheGroupsAlone_AndNotScannedNeedsTheRole()
    {
        var (officer, approver) = (await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database), await A.Person().Staff(Roles.FacilitiesApprover).AddAsync(database));
        var group = await A.Group().AddAsync(database);
        var member = await A.Person().AddAsync(database);
        await database.With<AppDbContext>(async db =>
        {
            (await db.Organisations.Include(o => o.Memberships).SingleAsync(o => o.Id == group.Organisation.Id, Token)).Join(member.Id, Roles.Signatory, database.Time.NowUtc);
            await db.SaveChangesAsync(Token);
        });
        var hire = await A.Hire().By(group).DraftAsync(database);
        var version = await hire.VersionAsync();
        (await AddAsync(unscanned, hire, SampleFiles.Pdf(), member)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role");
        (await AddAsync(unscanned, hire, SampleFiles.Pdf(), officer)).IsNotFound.ShouldBeTrue();
        var id = (await AddAsync(unscanned, hire, SampleFiles.Pdf(), group.Lead)).Value;
        (await hire.VersionAsync()).ShouldBe(version + 1);
        (await OpenAsync(unscanned, id, approver)).IsNotFound.ShouldBeTrue("a draft is the group's");
        await ReadAsync((await OpenAsync(unscanned, id, member)).Value);

        var sent = await A.Hire().By(group).On("2026-04-14", "19:00-21:00").SubmittedAsync(database);
        await MoveAsync(id, sent);
        await sent.StateNoInterestAsync(officer);
        var row = (await ListAsync(unscanned, sent, officer)).Rows.ShouldHaveSingleItem();
        (row.Scan, row.Closed is null, row.IsByGroup).ShouldBe((ScanState.NotScanned, false, true));
        (await OpenAsync(unscanned, id, officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("NotScanned");
        await ReadAsync((await OpenAsync(unscanned, id, approver)).Value);
        (await ActsAsync(id)).ShouldBe(["Attachment.Add", "Attachment.Open refused", "Attachment.Open"], ignoreOrder: true);
        (await RemoveAsync(id, null, group.Lead)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("State");
    }

    [Fact]
    public async Task Scan_FindsAVirus_TheFileGoesAndNobodyOpensIt()
    {
        var hire = await A.Hire().DraftAsync(database);
        var infected = (await AddAsync(scanned, hire, SampleFiles.Pdf("EICAR-STANDARD-ANTIVIRUS-TEST-FILE"), hire.Group.Lead)).Value;
        var clean = (await AddAsync(scanned, hire, SampleFiles.Pdf(), hire.Group.Lead)).Value;
        await With<AttachmentUpkeep, int>(scanned, upkeep => upkeep.RunDueAsync(Token));
        var file = await FileAsync(infected);
        (file.Scan, file.Virus, file.LookUtc).ShouldBe((ScanState.Infected, "Eicar-Signature", null));
        Directory.GetFiles(folder).ShouldHaveSingleItem().ShouldEndWith((await FileAsync(clean)).StoredName);
        (await OpenAsync(scanned, infected, hire.Group.Lead)).Refusals.ShouldHaveSingleItem().Sentence.ShouldContain("Eicar-Signature");
        (await ListAsync(scanned, hire, hire.Group.Lead)).Rows.Select(row => row.Scan).ShouldBe([ScanState.Infected, ScanState.Clean]);
        (await RemoveAsync(clean, null, hire.Group.Lead)).Succeeded.ShouldBeTrue();
        (await OpenAsync(scanned, clean, hire.Group.Lead)).IsNotFound.ShouldBeTrue();
        await With<AttachmentUpkeep, int>(scanned, upkeep => upkeep.RunDueAsync(Token));
        Directory.GetFiles(folder).ShouldBeEmpty();
        (await FileAsync(clean)).RemovedById.ShouldBe(hire.Group.Lead.Id);
    }

    [Fact]
    public async Task Scan_ClamdAway_IsTriedAgainAndAScannerSetUpLaterScansWhatCameBefore()
    {
        var hire = await A.Hire().DraftAsync(database);
        clamd.Says = "";
        var id = (await AddAsync(scanned, hire, SampleFiles.Pdf(), hire.Group.Lead)).Value;
        await With<AttachmentUpkeep, int>(scanned, upkeep => upkeep.RunDueAsync(Token));
        (await With<AttachmentUpkeep, int>(scanned, upkeep => upkeep.RunDueAsync(Token))).ShouldBe(0, "not at once");
        (await FileAsync(id)).ShouldSatisfyAllConditions(file => file.Scan.ShouldBe(ScanState.Waiting), file => file.ScanTries.ShouldBe(1));
        clamd.Says = null;
        database.Clock.Advance(TimeSpan.FromMinutes(2));
        await With<AttachmentUpkeep, int>(scanned, upkeep => upkeep.RunDueAsync(Token));
        (await FileAsync(id)).Scan.ShouldBe(ScanState.Clean);

        var before = (await AddAsync(unscanned, hire, SampleFiles.Pdf("Before"), hire.Group.Lead)).Value;
        (await FileAsync(before)).ShouldSatisfyAllConditions(file => file.Scan.ShouldBe(ScanState.NotScanned), file => file.LookUtc.ShouldBeNull());
        await With<AttachmentUpkeep>(scanned, upkeep => upkeep.SweepAsync(Token));
        await With<AttachmentUpkeep, int>(scanned, upkeep => upkeep.RunDueAsync(Token));
        (await FileAsync(before)).Scan.ShouldBe(ScanState.Clean);

        await using var small = new FakeClamd(mostBytes: 10);
        await using var process = Process(small.Address);
        var large = (await AddAsync(process, hire, SampleFiles.Pdf("Large", 500_000), hire.Group.Lead)).Value;
        await With<AttachmentUpkeep, int>(process, upkeep => upkeep.RunDueAsync(Token));
        await With<AttachmentUpkeep>(process, upkeep => upkeep.SweepAsync(Token));
        (await FileAsync(large)).Scan.ShouldBe(ScanState.NotScanned, "it said that it cannot");
    }

    [Fact]
    public async Task Add_TwentyOneAtOnce_TwentyAreThereAndEachHasItsFile()
    {
        var hire = await A.Hire().DraftAsync(database);
        for (var i = 0; i < 18; i++)
            (await AddAsync(unscanned, hire, SampleFiles.Pdf($"{i}"), hire.Group.Lead)).Succeeded.ShouldBeTrue();
        var outcomes = await Task.WhenAll(Enumerable.Range(18, 3).Select(i => AddAsync(unscanned, hire, SampleFiles.Pdf($"{i}"), hire.Group.Lead)));
        outcomes.Count(outcome => outcome.Succeeded).ShouldBe(2);
        outcomes.Single(outcome => !outcome.Succeeded).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Count");
        var names = (await ListAsync(unscanned, hire, hire.Group.Lead)).Rows.Select(row => row.Id).ToList();
        names.Count.ShouldBe(20);
        Directory.GetFiles(folder).Length.ShouldBe(20);
        Directory.GetFiles(folder, "*.part").ShouldBeEmpty();
    }

    [Fact]
    public async Task Sweep_AfterACrash_FilesTakeTheirNameOrGo()
    {
        var hire = await A.Hire().DraftAsync(database);
        var id = (await AddAsync(unscanned, hire, SampleFiles.Pdf(), hire.Group.Lead)).Value;
        var kept = Path.Combine(folder, (await FileAsync(id)).StoredName);
        // Died after the record was saved; died before; and one that is being written now
        File.Move(kept, kept + ".part");
        await ReadAsync((await OpenAsync(unscanned, id, hire.Group.Lead)).Value);
        var orphan = Path.Combine(folder, new string('a', 32) + ".part");
        var young = Path.Combine(folder, new string('b', 32) + ".part");
        await File.WriteAllTextAsync(orphan, "x", Token);
        await File.WriteAllTextAsync(young, "x", Token);
        var named = Path.Combine(folder, new string('c', 32));
        await File.WriteAllTextAsync(named, "x", Token);
        foreach (var path in new[] { kept + ".part", orphan, named })
            File.SetLastWriteTimeUtc(path, database.Time.NowUtc - AttachmentUpkeep.LongestUpload - TimeSpan.FromMinutes(1));
        await With<AttachmentUpkeep>(unscanned, upkeep => upkeep.SweepAsync(Token));
        Directory.GetFiles(folder).Order().ShouldBe(new[] { kept, young, named }.Order(), "what has its name is never swept");

        var bytes = await File.ReadAllBytesAsync(kept, Token);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(kept, bytes, Token);
        (await OpenAsync(unscanned, id, hire.Group.Lead)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Missing", "it was changed on the disk");
        File.Delete(kept);
        (await OpenAsync(unscanned, id, hire.Group.Lead)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Missing");
    }

    [Fact, Trait("Rule", "S3"), Trait("Rule", "S4")]
    public async Task Staff_WithoutAStatementOrWithAnInterest_NeitherAddRemoveNorOpen()
    {
        var (officer, other, auditor) = (await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database),
            await A.Person().Staff(Roles.FacilitiesApprover).AddAsync(database), await A.Person().Staff(Roles.Auditor).AddAsync(database));
        var hire = await A.Hire().CheckingAsync(database, officer);
        var id = (await AddAsync(unscanned, hire, SampleFiles.Pdf(), officer)).Value;
        (await AddAsync(unscanned, hire, SampleFiles.Png(), other, "a.png")).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S3");
        (await AddAsync(unscanned, hire, SampleFiles.Png(), auditor, "a.png")).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role");
        await database.With<Triage>(triage => triage.StateInterestAsync(hire.Reference, new StateInterest(true, "My sister is its treasurer."), other, Token));
        (await OpenAsync(unscanned, id, other)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S3");
        (await RemoveAsync(id, "It was sent by mistake.", other)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S3");
        (await RemoveAsync(id, "short", officer)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Reason");
        (await RemoveAsync(id, "It was sent by mistake.", hire.Group.Lead)).IsNotFound.ShouldBeTrue();
        (await RemoveAsync(id, "It was sent by mistake.", officer)).Succeeded.ShouldBeTrue();
        (await RemoveAsync(id, "It was sent by mistake.", officer)).IsNotFound.ShouldBeTrue("it is gone already");
        (await ListAsync(unscanned, hire, officer)).Rows.ShouldHaveSingleItem().RemovedBy.ShouldNotBeNull();
    }

    private ServiceProvider Process(string address) => database.NewProcess(services =>
        services.AddSingleton<IOptions<AttachmentSettings>>(Options.Create(new AttachmentSettings { Folder = folder, Clamd = address, ClamdSeconds = 10 })));

    private static async Task<TResult> With<TService, TResult>(ServiceProvider process, Func<TService, Task<TResult>> work)
        where TService : notnull
    {
        await using var scope = process.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private static Task With<TService>(ServiceProvider process, Func<TService, Task> work)
        where TService : notnull => With<TService, bool>(process, async service =>
        {
            await work(service);
            return true;
        });

    private static Task<Outcome<Guid>> AddAsync(ServiceProvider process, TestHire hire, byte[] content, Actor actor, string name = "accounts.pdf") =>
        With<CaseAttachments, Outcome<Guid>>(process, attachments => attachments.AddAsync(hire.Reference, new AddAttachment("Accounts", name, new MemoryStream(content)), actor, Token));

    private static Task<Outcome<OpenedAttachment>> OpenAsync(ServiceProvider process, Guid id, Actor actor) =>
        With<AttachmentReading, Outcome<OpenedAttachment>>(process, reading => reading.OpenAsync(id, actor, Token));

    private static async Task<AttachmentList> ListAsync(ServiceProvider process, TestHire hire, Actor actor) =>
        (await With<AttachmentReading, AttachmentList?>(process, reading => reading.ListAsync(hire.Reference, actor, Token)))!;

    private Task<Outcome> RemoveAsync(Guid id, string? reason, Actor actor) =>
        With<CaseAttachments, Outcome>(scanned, attachments => attachments.RemoveAsync(id, reason, actor, Token));

    private static async Task<byte[]> ReadAsync(OpenedAttachment opened)
    {
        await using var content = opened.Content;
        using var read = new MemoryStream();
        await content.CopyToAsync(read, Token);
        return read.ToArray();
    }

    private Task<Attachment> FileAsync(Guid id) => database.With<AppDbContext, Attachment>(db => db.Attachments.AsNoTracking().SingleAsync(a => a.Id == id, Token));

    private Task<List<string>> ActsAsync(Guid id) => database.With<AppDbContext, List<string>>(db => db.AuditEntries.Where(e => e.SubjectId == id)
        .OrderBy(e => e.Id).Select(e => e.WasRefused ? e.Action + " refused" : e.Action).ToListAsync(Token));

    // A group's file on an application that was sent, without walking a draft there
    private Task MoveAsync(Guid id, TestHire to) => database.With<AppDbContext>(async db =>
    {
        var caseId = (await to.CaseAsync()).Id;
        await db.Attachments.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.CaseId, caseId), Token);
    });
}

public sealed class SqliteCaseAttachmentsTests(SqliteDatabase database) : CaseAttachmentsTests(database), IClassFixture<SqliteDatabase>;

public sealed class PostgresCaseAttachmentsTests(PostgresDatabase database) : CaseAttachmentsTests(database), IClassFixture<PostgresDatabase>;
