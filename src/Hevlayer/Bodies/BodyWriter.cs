using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hevlayer;

/// <summary>Writes request bodies into pooled memory, with a writer of the thread's.</summary>
internal static class BodyWriter
{
    private const int FirstGuess = 512;

    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = HevlayerJson.Options.Encoder,
        SkipValidation = true,
    };

    // Serialization neither awaits nor calls back here, so a thread needs one.
    [ThreadStatic]
    private static PooledBufferWriter? t_buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? t_writer;

    /// <summary>Writes a body.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">What it says.</param>
    /// <param name="typeInfo">How it is written.</param>
    /// <param name="compressFrom">Bytes from which on it is compressed; null for never.</param>
    public static PooledRequestContent Write<T>(T value, JsonTypeInfo<T> typeInfo, int? compressFrom)
    {
        var buffer = t_buffer ??= new PooledBufferWriter();
        buffer.Start(LastSize<T>.Bytes);
        var writer = t_writer ??= new Utf8JsonWriter(buffer, WriterOptions);
        writer.Reset(buffer);
        JsonSerializer.Serialize(writer, value, typeInfo);
        writer.Flush();
        LastSize<T>.Bytes = Math.Max(FirstGuess, buffer.Length);
        var plain = new PooledRequestContent(buffer.Take(), buffer.Length);
        return buffer.Length < compressFrom.GetValueOrDefault(int.MaxValue) ? plain : Smaller(plain, buffer.Length);
    }

    // A body that does not shrink is sent uncompressed.
    private static PooledRequestContent Smaller(PooledRequestContent plain, int length)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        using var target = new MemoryStream(bytes, 0, length);
        try
        {
            using var gzip = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true);
            plain.CopyTo(gzip, null, CancellationToken.None);
        }
        catch (NotSupportedException)
        {
            ArrayPool<byte>.Shared.Return(bytes);
            return plain;
        }

        plain.Dispose();
        return new PooledRequestContent(bytes, (int)target.Position) { Headers = { ContentEncoding = { ContentCodings.Gzip } } };
    }

    // Bodies of one kind are of about one size, and a buffer that fits is not copied into a larger one.
    private static class LastSize<T>
    {
        public static int Bytes { get; set; } = FirstGuess;
    }
}
