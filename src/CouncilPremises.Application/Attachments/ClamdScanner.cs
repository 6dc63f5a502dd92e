using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Application.Attachments;

/// <summary>What the scanner said of a file.</summary>
public enum ScanVerdict
{
    /// <summary>Nothing found.</summary>
    Clean,

    /// <summary>A virus found.</summary>
    Infected,

    /// <summary>It will not scan this file: too large for it.</summary>
    Refused,

    /// <summary>It did not answer, or not in words we know: ask again later.</summary>
    NoAnswer,
}

/// <summary>What the scanner said, with the name it gives the virus, or the reason why there is no verdict.</summary>
public sealed record ScanAnswer(ScanVerdict Verdict, string? Words = null);

/// <summary>Where clamd listens.</summary>
internal static class ClamdAddress
{
    /// <summary>The address of "host:port", "[::1]:3310" or "/run/clamav/clamd.ctl"; null when it is none.</summary>
    public static EndPoint? Of(string written)
    {
        if (Path.IsPathRooted(written))
            return new UnixDomainSocketEndPoint(written);
        var colon = written.LastIndexOf(':');
        return colon > 0 && int.TryParse(written.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? new DnsEndPoint(written[..colon].Trim('[', ']'), port)
            : null;
    }
}

/// <summary>Asks ClamAV's daemon about a file, by its INSTREAM command: the file goes over the socket in chunks, each with its length before it.</summary>
public sealed class ClamdScanner(IOptions<AttachmentSettings> settings)
{
    private const int ChunkBytes = 64 * 1024;
    private const int LongestReply = 4096;
    private const int LongestVirusName = 100;

    /// <summary>True when there is a scanner.</summary>
    public bool IsConfigured => settings.Value.HasScanner;

    /// <summary>Sends a file and waits for the verdict. Failing to reach clamd is an answer, too.</summary>
    public async Task<ScanAnswer> ScanAsync(Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(settings.Value.ClamdSeconds));
        try
        {
            var address = ClamdAddress.Of(settings.Value.Clamd)!;
            using var socket = address is UnixDomainSocketEndPoint
                ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
                : new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(address, limit.Token);
            await using var stream = new NetworkStream(socket, ownsSocket: false);
            await SendAsync(content, stream, limit.Token);
            return Read(await ReplyAsync(stream, limit.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ScanAnswer(ScanVerdict.NoAnswer, "The scanner took too long.");
        }
        catch (Exception problem) when (problem is SocketException or IOException)
        {
            return new ScanAnswer(ScanVerdict.NoAnswer, "The scanner could not be reached.");
        }
    }

    private static async Task SendAsync(Stream content, NetworkStream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[sizeof(int) + ChunkBytes];
        var sending = false;
        try
        {
            sending = true;
            await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
            for (var end = false; !end;)
            {
                sending = false;
                var read = await content.ReadAtLeastAsync(buffer.AsMemory(sizeof(int)), ChunkBytes, throwOnEndOfStream: false, cancellationToken);
                // A chunk of no bytes ends the file
                end = read == 0;
                BinaryPrimitives.WriteInt32BigEndian(buffer, read);
                sending = true;
                await stream.WriteAsync(buffer.AsMemory(0, sizeof(int) + read), cancellationToken);
            }
        }
        catch (IOException) when (sending)
        {
            // clamd stops listening when a file is too large for it; why, it has said already
        }
    }

    private static async Task<string> ReplyAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var reply = new byte[LongestReply];
        var length = 0;
        for (int read; length < reply.Length && (read = await stream.ReadAsync(reply.AsMemory(length), cancellationToken)) > 0;)
        {
            length += read;
            if (reply.AsSpan(0, length).Contains((byte)0))
                break;
        }

        return Encoding.ASCII.GetString(reply, 0, length).TrimEnd('\0', '\r', '\n');
    }

    private static ScanAnswer Read(string reply)
    {
        if (reply == "stream: OK")
            return new ScanAnswer(ScanVerdict.Clean);
        if (reply.StartsWith("stream: ", StringComparison.Ordinal) && reply.EndsWith(" FOUND", StringComparison.Ordinal))
            return new ScanAnswer(ScanVerdict.Infected, VirusName(reply["stream: ".Length..^" FOUND".Length]));
        return reply.StartsWith("INSTREAM size limit exceeded", StringComparison.Ordinal)
            ? new ScanAnswer(ScanVerdict.Refused, "The file is larger than the scanner takes: raise StreamMaxLength in clamd.conf.")
            : new ScanAnswer(ScanVerdict.NoAnswer, "The scanner did not give a verdict.");
    }

    private static string VirusName(string said)
    {
        var name = new string([.. said.Where(letter => letter is > ' ' and <= '~').Take(LongestVirusName)]);
        return name.Length > 0 ? name : "unnamed";
    }
}
