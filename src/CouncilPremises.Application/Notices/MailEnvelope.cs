using System.Text;
using CouncilPremises.Domain.Notices;
using MimeKit;
using MimeKit.Text;

namespace CouncilPremises.Application.Notices;

/// <summary>Makes a mail of an outbox row. The same row makes the same Message-ID each time, so that a repeat is recognised;
/// messages of one case answer the same thread.</summary>
public static class MailEnvelope
{
    /// <summary>The Message-ID of a row, without angle brackets.</summary>
    public static string MessageIdOf(Guid rowId, string host) => $"{rowId:N}@{host}";

    /// <summary>Makes the mail.</summary>
    /// <exception cref="FormatException">The reader's address cannot be read.</exception>
    public static MimeMessage Write(OutboxMessage row, NoticeSettings council)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(council);
        if (!MailboxAddress.TryParse(row.To, out var reader))
            throw new FormatException("The reader's address cannot be read.");
        var mail = new MimeMessage
        {
            MessageId = MessageIdOf(row.Id, council.Host),
            Date = new DateTimeOffset(row.CreatedUtc, TimeSpan.Zero),
            Subject = NoticeTemplate.Plain(row.Subject),
            Body = Body(row),
        };
        mail.From.Add(new MailboxAddress(NoticeTemplate.Plain(council.Name), council.Email));
        mail.To.Add(new MailboxAddress(null, reader.Address));
        // Nobody's holiday reply is wanted. RFC 3834
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        if (row.ThreadKey is { } key)
        {
            var thread = $"thread-{key.ToLowerInvariant()}@{council.Host}";
            mail.InReplyTo = thread;
            mail.References.Add(thread);
        }

        return mail;
    }

    private static MimeEntity Body(OutboxMessage row)
    {
        var words = new MultipartAlternative
        {
            new TextPart(TextFormat.Plain) { Text = row.Text },
            new TextPart(TextFormat.Html) { Text = row.Html },
        };
        if (row.Calendar is null)
            return words;
        var calendar = new MimePart("text", "calendar")
        {
            Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(row.Calendar))),
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
            ContentTransferEncoding = ContentEncoding.Base64,
            FileName = row.CalendarName,
        };
        calendar.ContentType.Charset = "utf-8";
        calendar.ContentType.Parameters.Add("method", row.Calendar.Contains("METHOD:CANCEL", StringComparison.Ordinal) ? "CANCEL" : "PUBLISH");
        return new Multipart("mixed") { words, calendar };
    }
}
