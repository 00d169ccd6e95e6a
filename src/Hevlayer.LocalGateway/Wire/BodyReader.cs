using System.Buffers;
using System.Net;

namespace Hevlayer.Local;

/// <summary>Reads a body into pooled memory.</summary>
internal static class BodyReader
{
    private const int FirstGuess = 16 * 1024;

    public static GatewayResponse TooLarge(long limit) =>
        GatewayResponse.Text(HttpStatusCode.RequestEntityTooLarge, $"length limit exceeded: a body may have {limit} bytes");

    /// <summary>The body, to be given back by its caller; null when it is larger than the limit.</summary>
    public static async ValueTask<PooledBody?> ReadAsync(Stream stream, long? length, long limit, CancellationToken cancellationToken)
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
