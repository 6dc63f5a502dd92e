using CouncilPremises.Application.Database;
using CouncilPremises.Application.Notices;
using CouncilPremises.Domain.Notices;
using CouncilPremises.TestSupport.Databases;
using CouncilPremises.TestSupport.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Notices;

/// <summary>Letters over a real connection to a mail server, headers and all.</summary>
public class SmtpTests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendDue_ToAMailServer_IsTakenWithItsMessageIdThreadBothPartsAndTheCalendar()
    {
        await using var server = new SmallMailServer("rooms", "a pass word");
        var id = await QueueAsync("reader@example.org");

        (await SendAsync(server, "a pass word")).ShouldBe(1);

        var taken = server.Taken.ShouldHaveSingleItem();
        taken.From.ShouldBe("rooms@fernley.example");
        taken.To.ShouldBe(["reader@example.org"]);
        taken.Data.ShouldContain($"Message-Id: <{id:N}@rooms.fernley.example>");
        taken.Data.ShouldContain("References: <thread-hb-2026-00001@rooms.fernley.example>");
        taken.Data.ShouldContain("=?utf-8?");
        taken.Data.ShouldContain("Content-Type: text/plain");
        taken.Data.ShouldContain("Content-Type: text/html");
        taken.Data.ShouldContain("Content-Type: text/calendar");
        taken.Data.ShouldContain(".A line that begins with a dot");
        (await ReadAsync(id)).SentUtc.ShouldNotBeNull();
    }

    [Fact]
    public async Task SendDue_ReaderTheServerRefuses_IsSaidWithoutTheAddressAndTriedAgain()
    {
        await using var server = new SmallMailServer();
        var id = await QueueAsync("refused@example.org");

        (await SendAsync(server)).ShouldBe(0);

        server.Taken.ShouldBeEmpty();
        var row = await ReadAsync(id);
        row.LastError.ShouldBe("The mail server refused it (RecipientNotAccepted, 550).");
        row.NextAttemptUtc.ShouldNotBeNull();
    }

    [Fact]
    public async Task SendDue_WrongPassword_IsSaid()
    {
        await using var server = new SmallMailServer("rooms", "right");
        var id = await QueueAsync("reader@example.org");
        (await SendAsync(server, "wrong")).ShouldBe(0);
        (await ReadAsync(id)).LastError.ShouldBe("The mail server did not accept the user name and password.");
    }

    private async Task<Guid> QueueAsync(string to)
    {
        var id = Guid.CreateVersion7();
        await database.With<AppDbContext>(async db =>
        {
            await db.OutboxMessages.ExecuteDeleteAsync(Ct);
            db.OutboxMessages.Add(new OutboxMessage(id, NoticeCode.N6, null, new MessageContent(
                to, "HB-2026-00001: café — booked", ".A line that begins with a dot\n", "<p>Booked</p>", "HB-2026-00001",
                "hire-HB-2026-00001.ics", "BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n"), database.Time.NowUtc));
            await db.SaveChangesAsync(Ct);
        });
        return id;
    }

    private Task<OutboxMessage> ReadAsync(Guid id) => database.With<AppDbContext, OutboxMessage>(db => db.OutboxMessages.AsNoTracking().SingleAsync(m => m.Id == id, Ct));

    private async Task<int> SendAsync(SmallMailServer server, string? password = null)
    {
        await using var scope = database.NewScope();
        var mail = new MailSettings
        {
            Smtp = new SmtpSettings { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None, User = password is null ? "" : "rooms", Password = password ?? "" },
        };
        return await new OutboxDispatch(
            scope.ServiceProvider.GetRequiredService<AppDbContext>(), database.Time, new SmtpCarrier(Options.Create(mail)),
            scope.ServiceProvider.GetRequiredService<IOptions<NoticeSettings>>(), NullLogger<OutboxDispatch>.Instance).SendDueAsync(Ct);
    }
}
