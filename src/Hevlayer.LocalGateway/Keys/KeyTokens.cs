using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Hevlayer.Local;

/// <summary>Secrets of minted keys. Only their hashes are kept.</summary>
internal static class KeyTokens
{
    private const string Prefix = "hvl_";
    private const int SecretBytes = 32;

    public static string Next() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
