using System.Buffers;
using System.IO.Compression;
using System.Net;

namespace Hevlayer.Local;

/// <summary>Reads a body into pooled memory.</summary>
internal static class BodyReader
{
    private const int FirstGuess = 16 * 1024;

    /// <summary>Reads a body and lets it be handled; answers itself when it cannot be read.</summary>
    /// <param name="stream">The body as it was sent.</param>
    /// <param name="length">Its length, where that is known.</param>
    /// <param name="coding">Its <c>Content-Encoding</c>.</param>
    /// <param name="limit">Bytes that it may have, decoded.</param>
    /// <param name="handle">Handles the body, which is its own only until it returns.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async ValueTask<GatewayResponse> AnswerAsync(Stream stream, long? length, string? coding, long limit, Func<ReadOnlyMemory<byte>, ValueTask<GatewayResponse>> handle, CancellationToken cancellationToken)
    {
        PooledBody? read;
        try
        {
            read = string.Equals(coding, "gzip", StringComparison.OrdinalIgnoreCase)
                ? await ReadAsync(new GZipStream(stream, CompressionMode.Decompress), null, limit, cancellationToken).ConfigureAwait(false)
                : await ReadAsync(stream, length, limit, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            return GatewayResponse.Text(HttpStatusCode.BadRequest, $"the body is not what its content-encoding says: {coding}");
        }

        using (read)
        {
            return read is null
                ? GatewayResponse.Text(HttpStatusCode.RequestEntityTooLarge, $"length limit exceeded: a body may have {limit} bytes")
                : await handle(read.Bytes).ConfigureAwait(false);
        }
    }

    // The body, which its caller returns to the pool; null when it is larger than the limit.
    private static async ValueTask<PooledBody?> ReadAsync(Stream stream, long? length, long limit, CancellationToken cancellationToken)
    {
        if (length > limit)
        {
            return null;
        }

        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min((length ?? FirstGuess) + 1, Array.MaxLength));
        var count = 0;
        try
        {
            while (true)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(count), cancellationToken).ConfigureAwait(false);
                count += read;
                if (read == 0 && count <= limit)
                {
                    var body = new PooledBody(buffer, count);
                    buffer = [];
                    return body;
                }

                if (count > limit)
                {
                    return null;
                }

                buffer = count == buffer.Length ? Grow(buffer) : buffer;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
