using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CouncilPremises.TestSupport.Mail;

/// <summary>A message as the server took it.</summary>
/// <param name="From">Sender of the envelope.</param>
/// <param name="To">Readers of the envelope.</param>
/// <param name="Data">Headers and words, as they came.</param>
public sealed record TakenMessage(string From, IReadOnlyList<string> To, string Data);

/// <summary>A mail server on this machine that speaks enough of RFC 5321 to prove that mail leaves: it takes messages from one client after the other,
/// asks for a password when told to, and refuses readers whose address begins with "refused".</summary>
public sealed class SmallMailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly string? login;
    private readonly Task serving;

    /// <summary>Starts it; with a user and password, nobody sends without them.</summary>
    public SmallMailServer(string? user = null, string? password = null)
    {
        login = user is null ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{user}\0{password}"));
        listener.Start();
        serving = ServeAsync();
    }

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What it took, in order.</summary>
    public List<TakenMessage> Taken { get; } = [];

    /// <inheritdoc />
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
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or SocketException or IOException)
        {
            // The test is over, or a client went away
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        var (from, to, isKnown) = ("", new List<string>(), login is null);
        await writer.WriteLineAsync("220 small.example ready");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            var (verb, rest) = (line.Split(' ')[0].ToUpperInvariant(), line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            switch (verb)
            {
                case "EHLO":
                    await writer.WriteLineAsync("250-small.example");
                    await writer.WriteLineAsync(login is null ? "250 8BITMIME" : "250 AUTH PLAIN");
                    break;
                case "AUTH":
                    isKnown = rest == $"PLAIN {login}";
                    await writer.WriteLineAsync(isKnown ? "235 welcome" : "535 not known");
                    break;
                case "MAIL":
                    (from, to) = (Address(rest), []);
                    await writer.WriteLineAsync(isKnown ? "250 ok" : "530 sign in first");
                    break;
                case "RCPT" when Address(rest).StartsWith("refused", StringComparison.Ordinal):
                    await writer.WriteLineAsync("550 no such reader");
                    break;
                case "RCPT":
                    to.Add(Address(rest));
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    Taken.Add(new TakenMessage(from, to, await DataAsync(reader)));
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }

    // A line that is only a dot ends it; a dot before another is taken away. RFC 5321 4.5.2
    private async Task<string> DataAsync(StreamReader reader)
    {
        var data = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
            data.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        return data.ToString();
    }

    private static string Address(string rest) => rest.Contains('<', StringComparison.Ordinal) ? rest.Split('<')[1].Split('>')[0] : rest;
}
