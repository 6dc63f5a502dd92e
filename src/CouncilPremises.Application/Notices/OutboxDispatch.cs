using System.Net.Sockets;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.Time;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Application.Notices;

/// <summary>Sends what is due. A message is leased before it leaves and marked after, so it leaves at least once, and two workers do not
/// take it at once. One that does not leave is tried again after 1 and 5 minutes, half an hour, 2 and 12 hours; then it is given up and shown.</summary>
public sealed class OutboxDispatch(AppDbContext db, CouncilTime time, MailCarrier carrier, IOptions<NoticeSettings> settings, ILogger<OutboxDispatch> log)
{
    private const int AtOnce = 20;

    /// <summary>How long a worker has for one message; afterwards another may take it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(12)];

    /// <summary>Sends what is due now and says how many messages left.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        var sent = 0;
        while (true)
        {
            var now = time.NowUtc;
            var due = await db.OutboxMessages.Where(m => m.NextAttemptUtc <= now).OrderBy(m => m.NextAttemptUtc).ThenBy(m => m.Id)
                .Select(m => m.Id).Take(AtOnce).ToListAsync(cancellationToken);
            foreach (var id in due)
                sent += await SendAsync(id, cancellationToken) ? 1 : 0;
            if (due.Count < AtOnce)
                return sent;
        }
    }

    private async Task<bool> SendAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await TakeAsync(id, cancellationToken) is not { } row)
            return false;
        try
        {
            using var mail = MailEnvelope.Write(row, settings.Value);
            await carrier.CarryAsync(mail, cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            row.Failed(InWords(problem), NextTry(problem, row.Attempts));
            log.LogWarning("Message {Message} did not leave at try {Try}: {Problem}", row.Id, row.Attempts, row.LastError);
            await MarkAsync(cancellationToken);
            return false;
        }

        row.Sent(time.NowUtc);
        // It has left: the mark is made even while the product is being stopped
        await MarkAsync(CancellationToken.None);
        return true;
    }

    // Null when another worker was faster
    private async Task<OutboxMessage?> TakeAsync(Guid id, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var now = time.NowUtc;
        var row = await db.OutboxMessages.FirstOrDefaultAsync(m => m.Id == id && m.NextAttemptUtc <= now, cancellationToken);
        row?.Lease(now + Lease);
        return row is not null && await MarkAsync(cancellationToken) ? row : null;
    }

    private async Task<bool> MarkAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Taken by another worker, or asked for again by an officer meanwhile
            return false;
        }
    }

    private DateTime? NextTry(Exception problem, int triesBefore) =>
        problem is FormatException || triesBefore >= Pauses.Length ? null : time.NowUtc + Pauses[triesBefore];

    // What a server answers may repeat the reader's address, so its words are not kept
    private static string InWords(Exception problem) => problem switch
    {
        SmtpCommandException refused => $"The mail server refused it ({refused.ErrorCode}, {(int)refused.StatusCode}).",
        AuthenticationException => "The mail server did not accept the user name and password.",
        SslHandshakeException => "The mail server's certificate could not be checked.",
        ServiceNotConnectedException or SocketException or SmtpProtocolException or TimeoutException => "The mail server could not be reached.",
        FormatException => "The reader's address cannot be read.",
        IOException or UnauthorizedAccessException => "The pickup folder could not be written to, or the connection broke.",
        _ => $"It did not leave ({problem.GetType().Name}).",
    };
}
