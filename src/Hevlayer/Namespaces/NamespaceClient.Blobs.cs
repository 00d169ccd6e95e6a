using System.Security.Cryptography;

namespace Hevlayer;

public sealed partial class NamespaceClient
{
    private const int Sha256Digits = 64;

    /// <summary>
    /// Stores bytes under their hash. Write the returned <c>blob://</c> reference as an attribute of a row. Calls
    /// <c>PUT /v1/namespaces/{namespace}/blobs</c>.
    /// </summary>
    /// <param name="bytes">From 1 byte to 10 MiB.</param>
    /// <param name="warm">Whether the blob goes into the gateway's cache at once.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">There are no bytes or too many.</exception>
    /// <exception cref="HevlayerException">The call failed, or the gateway stored something else than was sent; it needs the scope write.</exception>
    public async Task<BlobPutResponse> PutBlobAsync(ReadOnlyMemory<byte> bytes, bool warm = false, CancellationToken cancellationToken = default)
    {
        if (bytes.Length is < GatewayLimits.PutBlob.MinBytes or > GatewayLimits.PutBlob.MaxBytes)
        {
            throw new ArgumentException($"The blob has {bytes.Length} bytes; from {GatewayLimits.PutBlob.MinBytes} to {GatewayLimits.PutBlob.MaxBytes} are allowed.", nameof(bytes));
        }

        using var content = new ReadOnlyMemoryContent(bytes);
        var stored = await _scope.Api.PutBlobAsync(Name, content, warm, options: _scope.Call, cancellationToken: cancellationToken).ConfigureAwait(false);
        CheckHash(bytes.Span, stored.Sha256);
        return stored;
    }

    /// <summary>Reads a blob and checks it against its hash. Calls <c>GET /v1/namespaces/{namespace}/blobs/{sha256}</c>.</summary>
    /// <param name="sha256">Hash of the blob: 64 hexadecimal digits.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">The hash is not 64 hexadecimal digits.</exception>
    /// <exception cref="HevlayerException">The call failed, or the bytes do not have the hash; it needs the scope read.</exception>
    public async Task<byte[]> GetBlobAsync(string sha256, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        if (sha256.Length != Sha256Digits || !sha256.All(char.IsAsciiHexDigit))
        {
            throw new ArgumentException($"'{sha256}' is not a hash; {Sha256Digits} hexadecimal digits are needed.", nameof(sha256));
        }

        var stream = await _scope.Api.GetBlobAsync(Name, sha256, options: _scope.Call, cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
            CheckHash(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), sha256);
            return bytes.ToArray();
        }
    }

    private static void CheckHash(ReadOnlySpan<byte> bytes, string expected)
    {
        var actual = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (!string.Equals(actual, expected, StringComparison.OrdinalIgnoreCase))
        {
            throw new HevlayerException($"The blob was damaged on its way: its hash is {actual}, not {expected}.");
        }
    }
}
