using System.Text;

namespace Hevlayer.Workers;

/// <summary>What chunks take on the wire, before JSON escapes anything.</summary>
internal static class ChunkBytes
{
    /// <summary>Bytes of UTF-8 of the id, the text and the metadata.</summary>
    public static long Of(Chunk chunk) => Of(chunk.Id) + Of(chunk.Text) + Of(chunk.Metadata);

    public static long Of(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);

    private static long Of(AttributeValue? metadata) => metadata is { } value ? Of(value.ToString()) : 0;
}
