using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CouncilPremises.Application.Notices;

/// <summary>Takes a message out of the house: to a mail server, or into a folder.</summary>
public abstract class MailCarrier
{
    /// <summary>Hands the message over; when this returns, it has been accepted.</summary>
    public abstract Task CarryAsync(MimeMessage message, CancellationToken cancellationToken);
}

/// <summary>Hands messages to a mail server.</summary>
public sealed class SmtpCarrier(IOptions<MailSettings> settings) : MailCarrier
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <inheritdoc />
    public override async Task CarryAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        var smtp = settings.Value.Smtp;
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        await client.ConnectAsync(smtp.Host, smtp.Port, smtp.Security switch
        {
            SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
            SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
            SmtpSecurity.None => SecureSocketOptions.None,
        }, cancellationToken);
        if (smtp.User.Length > 0)
            await client.AuthenticateAsync(smtp.User, smtp.Password, cancellationToken);
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }
}

/// <summary>Puts messages into a folder, one .eml file each, named by their Message-ID: the same message twice is one file.</summary>
public sealed class PickupCarrier(IOptions<MailSettings> settings) : MailCarrier
{
    /// <inheritdoc />
    public override async Task CarryAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var id = message.MessageId ?? throw new ArgumentException("A message needs a Message-ID.", nameof(message));
        var folder = Directory.CreateDirectory(settings.Value.PickupFolder).FullName;
        var path = Path.Combine(folder, id.Split('@')[0] + ".eml");
        // Whoever picks up mail never sees half a file
        await message.WriteToAsync(path + ".part", cancellationToken);
        File.Move(path + ".part", path, overwrite: true);
    }
}
