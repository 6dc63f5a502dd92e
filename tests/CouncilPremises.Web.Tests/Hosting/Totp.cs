using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace CouncilPremises.Web.Tests.Hosting;

/// <summary>An authenticator app: RFC 6238 with SHA-1, 30 seconds and 6 digits, as every app has it.</summary>
public static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The code the app shows now, or some steps away from now.</summary>
    public static string CodeOf(string key, int steps = 0)
    {
#pragma warning disable RS0030 // the product's authenticator reads the machine's clock, as an app does
        var step = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30 + steps;
#pragma warning restore RS0030
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // the standard's own hash
        var hash = HMACSHA1.HashData(Decode(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string key)
    {
        var bits = string.Concat(key.Where(char.IsAsciiLetterOrDigit).Select(letter => Convert.ToString(Alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2))];
    }
}
