using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CouncilPremises.Application.Tests.Attachments;

/// <summary>A small server that speaks clamd's INSTREAM over a real socket: finds the EICAR test file, and takes no more than so many bytes.</summary>
internal sealed class FakeClamd : IAsyncDisposable
{
    private readonly Socket listener;
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;
    private readonly int mostBytes;
    private readonly string? socketPath;

    public FakeClamd(int mostBytes = int.MaxValue, string? socketPath = null)
    {
        (this.mostBytes, this.socketPath) = (mostBytes, socketPath);
        listener = socketPath is null ? new Socket(SocketType.Stream, ProtocolType.Tcp) : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(socketPath is null ? new IPEndPoint(IPAddress.Loopback, 0) : new UnixDomainSocketEndPoint(socketPath));
        listener.Listen();
        serving = ServeAsync();
    }

    /// <summary>As the setting says it.</summary>
    public string Address => socketPath ?? $"127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}";

    /// <summary>What it answers instead of a verdict; null for a verdict, empty to hang up.</summary>
    public string? Says { get; set; }

    /// <summary>It takes the file and never answers.</summary>
    public bool IsStuck { get; set; }

    /// <summary>The last file it was sent.</summary>
    public byte[] Received { get; private set; } = [];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptAsync(stop.Token);
                await using var stream = new NetworkStream(client);
                await AnswerAsync(stream);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            // The test is over, or the other side hung up
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var command = new byte["zINSTREAM\0".Length];
        await stream.ReadExactlyAsync(command, stop.Token);
        if (Encoding.ASCII.GetString(command) != "zINSTREAM\0")
            throw new IOException("Another command came.");
        using var file = new MemoryStream();
        var lengthOf = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(lengthOf, stop.Token);
            var length = BinaryPrimitives.ReadInt32BigEndian(lengthOf);
            if (length == 0)
                break;
            if (file.Length + length > mostBytes)
            {
                await stream.WriteAsync("INSTREAM size limit exceeded. ERROR\0"u8.ToArray(), stop.Token);
                return;
            }

            var chunk = new byte[length];
            await stream.ReadExactlyAsync(chunk, stop.Token);
            file.Write(chunk);
        }

        Received = file.ToArray();
        if (IsStuck)
            await Task.Delay(Timeout.Infinite, stop.Token);
        var isVirus = Received.AsSpan().IndexOf("EICAR-STANDARD-ANTIVIRUS-TEST-FILE"u8) >= 0;
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Says ?? (isVirus ? "stream: Eicar-Signature FOUND\0" : "stream: OK\0")), stop.Token);
    }
}
