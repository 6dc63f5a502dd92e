using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CouncilPremises.Application.People;

/// <summary>The secret of an invitation's link: known to its reader only. The database keeps the hash.</summary>
internal static class InvitationSecrets
{
    /// <summary>Days an invitation waits.</summary>
    public const int DaysOpen = 14;

    private const int Bytes = 32;

    /// <summary>A new secret, as it stands in the link.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256 of a secret, hexadecimal.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
