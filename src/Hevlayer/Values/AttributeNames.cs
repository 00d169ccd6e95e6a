using System.Text.Json;

namespace Hevlayer;

/// <summary>Reads the names of attributes. The rows of a reply have the same ones, so each thread keeps a few to hand out again.</summary>
internal static class AttributeNames
{
    private const int Places = 64;
    private const int LongestKept = 64;

    [ThreadStatic]
    private static string?[]? t_kept;

    public static string Read(ref Utf8JsonReader reader)
    {
        if (reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.Length is 0 or > LongestKept)
        {
            return reader.GetString()!;
        }

        ref var place = ref (t_kept ??= new string?[Places])[PlaceOf(reader.ValueSpan)];
        return place is { } name && reader.ValueTextEquals(name) ? name : place = reader.GetString()!;
    }

    private static int PlaceOf(ReadOnlySpan<byte> name) => ((name.Length * 31) + (name[0] * 7) + name[^1]) % Places;
}
