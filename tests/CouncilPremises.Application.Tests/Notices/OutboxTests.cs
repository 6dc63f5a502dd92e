using CouncilPremises.Application.Database;
using CouncilPremises.Application.Notices;
using CouncilPremises.Domain.Notices;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MimeKit;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Notices;

/// <summary>Mail leaves at least once, with the same Message-ID each time, and is not given up lightly.</summary>
public abstract class OutboxTests(TestDatabase database) : IAsyncLifetime
{
    // The tests of a class share a database, and each sends whatever waits.
    public async ValueTask InitializeAsync() => await database.With<AppDbContext>(db => db.OutboxMessages.ExecuteDeleteAsync(Ct));

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendDue_Waiting_LeavesAndIsMarked()
    {
        var id = await QueueAsync();
        var carrier = new RecordingCarrier();

        (await SendAsync(carrier)).ShouldBe(1);
        (await SendAsync(carrier)).ShouldBe(0);

        carrier.Carried.ShouldHaveSingleItem().MessageId.ShouldBe($"{id:N}@rooms.fernley.example");
        var row = await ReadAsync(id);
        row.SentUtc.ShouldBe(database.Time.NowUtc);
        row.NextAttemptUtc.ShouldBeNull();
    }

    [Fact]
    public async Task SendDue_StoppedBetweenSendingAndMarking_SendsAgainWithTheSameMessageId()
    {
        var id = await QueueAsync();
        using var stop = new CancellationTokenSource();
        var carrier = new RecordingCarrier { BeforeReturn = () => { stop.Cancel(); throw new OperationCanceledException(stop.Token); } };

        await Should.ThrowAsync<OperationCanceledException>(() => SendAsync(carrier, stop.Token));
        carrier.BeforeReturn = null;
        (await SendAsync(carrier)).ShouldBe(0);
        database.Clock.Advance(OutboxDispatch.Lease);
        (await SendAsync(carrier)).ShouldBe(1);

        carrier.Carried.Count.ShouldBe(2);
        carrier.Carried.Select(mail => mail.MessageId).Distinct().ShouldHaveSingleItem().ShouldBe($"{id:N}@rooms.fernley.example");
    }

    [Fact]
    public async Task SendDue_ServerAway_TriesAfterEachPauseThenGivesUp()
    {
        var id = await QueueAsync();
        var carrier = new RecordingCarrier { BeforeReturn = () => throw new IOException("secret@example.org") };
        int[] pauses = [1, 5, 30, 120, 720];

        foreach (var minutes in pauses)
        {
            await SendAsync(carrier);
            var row = await ReadAsync(id);
            row.NextAttemptUtc.ShouldBe(database.Time.NowUtc.AddMinutes(minutes));
            database.Clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            var tries = carrier.Tries;
            await SendAsync(carrier);
            carrier.Tries.ShouldBe(tries);
            database.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await SendAsync(carrier);
        var last = await ReadAsync(id);
        last.NextAttemptUtc.ShouldBeNull();
        last.SentUtc.ShouldBeNull();
        last.Attempts.ShouldBe(6);
        last.LastError.ShouldNotBeNull().ShouldNotContain("secret");
        carrier.Tries.ShouldBe(6);
    }

    [Fact]
    public async Task SendDue_AddressThatCannotBeRead_IsGivenUpAtOnce()
    {
        var id = await QueueAsync(to: "not an address");
        await SendAsync(new RecordingCarrier());
        var row = await ReadAsync(id);
        row.NextAttemptUtc.ShouldBeNull();
        row.LastError.ShouldBe("The reader's address cannot be read.");
    }

    [Fact]
    public async Task SendDue_TwoWorkers_EachMessageLeavesOnce()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 12; i++)
            ids.Add(await QueueAsync());
        var carrier = new RecordingCarrier { Delay = TimeSpan.FromMilliseconds(5) };
        await using var other = database.NewProcess();

        await Task.WhenAll(SendAsync(carrier), SendAsync(carrier, services: other), SendAsync(carrier), SendAsync(carrier, services: other));

        carrier.Carried.Select(mail => mail.MessageId!).Order().ShouldBe(ids.Select(id => $"{id:N}@rooms.fernley.example").Order());
    }

    [Fact]
    public async Task Save_WithAMessage_RingsTheBell()
    {
        var bell = database.Services.GetRequiredService<OutboxBell>();
        await QueueAsync();
        await bell.WaitAsync(TimeSpan.FromSeconds(30), Ct);
        var waiting = bell.WaitAsync(TimeSpan.FromSeconds(30), Ct);

        await database.With<AppDbContext>(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Ct);
            db.OutboxMessages.Add(NewMessage(Guid.CreateVersion7(), "a@example.org"));
            await db.SaveChangesAsync(Ct);
            waiting.IsCompleted.ShouldBeFalse();
            await transaction.CommitAsync(Ct);
        });

        await waiting.WaitAsync(TimeSpan.FromSeconds(5), Ct);
    }

    [Fact]
    public async Task Envelope_OfACase_ThreadsByReferenceAndCarriesTheCalendar()
    {
        var row = new OutboxMessage(Guid.CreateVersion7(), NoticeCode.N6, null, new MessageContent(
            "\"Evil\r\nBcc: x@example.org\" <a@example.org>", "HB-2026-00001: hi\r\nBcc: victim@example.org", "Text", "<p>Text</p>",
            "HB-2026-00001", "hire-HB-2026-00001.ics", "BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n"), database.Time.NowUtc);
        await using var scope = database.NewScope();
        using var mail = MailEnvelope.Write(row, scope.ServiceProvider.GetRequiredService<IOptions<NoticeSettings>>().Value);
        using var stream = new MemoryStream();
        await mail.WriteToAsync(stream, Ct);
        stream.Position = 0;
        using var read = await MimeMessage.LoadAsync(stream, Ct);

        read.To.ToString().ShouldBe("a@example.org");
        read.Bcc.ShouldBeEmpty();
        read.Subject.ShouldBe("HB-2026-00001: hi Bcc: victim@example.org");
        read.References.ShouldHaveSingleItem().ShouldBe("thread-hb-2026-00001@rooms.fernley.example");
        read.InReplyTo.ShouldBe("thread-hb-2026-00001@rooms.fernley.example");
        read.TextBody.ShouldBe("Text");
        read.HtmlBody.ShouldBe("<p>Text</p>");
        var calendar = read.Attachments.ShouldHaveSingleItem();
        calendar.ContentType.MimeType.ShouldBe("text/calendar");
        calendar.ContentType.Parameters["method"].ShouldBe("PUBLISH");
        calendar.ContentDisposition!.FileName.ShouldBe("hire-HB-2026-00001.ics");
    }

    [Fact]
    public async Task Pickup_SameMessageTwice_IsOneFile()
    {
        var folder = Directory.CreateTempSubdirectory("mail-");
        try
        {
            await SendAsync(new RecordingCarrier());
            var id = await QueueAsync();
            var carrier = new PickupCarrier(Options.Create(new MailSettings { PickupFolder = folder.FullName }));
            await SendAsync(carrier);
            await database.With<AppDbContext>(async db =>
            {
                (await db.OutboxMessages.SingleAsync(m => m.Id == id, Ct)).SendAgain(database.Time.NowUtc);
                await db.SaveChangesAsync(Ct);
            });
            (await SendAsync(carrier)).ShouldBe(1);
            folder.GetFiles().ShouldHaveSingleItem().Name.ShouldBe($"{id:N}.eml");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static OutboxMessage NewMessage(Guid id, string to, DateTime? nowUtc = null) =>
        new(id, NoticeCode.N1, null, new MessageContent(to, "Hello", "Text", "<p>Text</p>", "HB-2026-00001"), nowUtc ?? new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    private async Task<Guid> QueueAsync(string to = "reader@example.org")
    {
        var id = Guid.CreateVersion7();
        await database.With<AppDbContext>(async db =>
        {
            db.OutboxMessages.Add(NewMessage(id, to, database.Time.NowUtc));
            await db.SaveChangesAsync(Ct);
        });
        return id;
    }

    private Task<OutboxMessage> ReadAsync(Guid id) =>
        database.With<AppDbContext, OutboxMessage>(db => db.OutboxMessages.AsNoTracking().SingleAsync(m => m.Id == id, Ct));

    private async Task<int> SendAsync(MailCarrier carrier, CancellationToken? cancellationToken = null, IServiceProvider? services = null)
    {
        await using var scope = (services ?? database.Services).CreateAsyncScope();
        var dispatch = new OutboxDispatch(
            scope.ServiceProvider.GetRequiredService<AppDbContext>(), database.Time, carrier,
            scope.ServiceProvider.GetRequiredService<IOptions<NoticeSettings>>(), NullLogger<OutboxDispatch>.Instance);
        return await dispatch.SendDueAsync(cancellationToken ?? Ct);
    }

    private sealed class RecordingCarrier : MailCarrier
    {
        private readonly Lock gate = new();

        public List<MimeMessage> Carried { get; } = [];

        public int Tries { get; private set; }

        public TimeSpan Delay { get; init; }

        public Action? BeforeReturn { get; set; }

        public override async Task CarryAsync(MimeMessage message, CancellationToken cancellationToken)
        {
            await Task.Delay(Delay, cancellationToken);
            lock (gate)
            {
                Tries++;
                Carried.Add(message);
            }

            BeforeReturn?.Invoke();
        }
    }
}

public class SqliteOutboxTests(SqliteDatabase database) : OutboxTests(database), IClassFixture<SqliteDatabase>;

public class PostgresOutboxTests(PostgresDatabase database) : OutboxTests(database), IClassFixture<PostgresDatabase>;
