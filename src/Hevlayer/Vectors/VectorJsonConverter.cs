using System.Buffers;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hevlayer;

/// <summary>Reads and writes a vector as a JSON array of numbers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class VectorJsonConverter : JsonConverter<ReadOnlyMemory<float>>
{
    private const int FirstGuess = 384;

    /// <inheritdoc />
    public override ReadOnlyMemory<float> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"An array of numbers is expected here, not {reader.TokenType}.");
        }

        var buffer = ArrayPool<float>.Shared.Rent(FirstGuess);
        try
        {
            var count = 0;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (count == buffer.Length)
                {
                    buffer = Grow(buffer);
                }

                buffer[count++] = reader.GetSingle();
            }

            return buffer.AsSpan(0, count).ToArray();
        }
        finally
        {
            ArrayPool<float>.Shared.Return(buffer);
        }
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">A component is not finite.</exception>
    public override void Write(Utf8JsonWriter writer, ReadOnlyMemory<float> value, JsonSerializerOptions options)
    {
        if (VectorText.FirstNotFinite(value.Span) is var at and >= 0)
        {
            throw new ArgumentException($"Component {at} of a vector is {value.Span[at]}; only finite numbers are allowed.", nameof(value));
        }

        VectorText.Write(writer, value.Span);
    }

    private static float[] Grow(float[] buffer)
    {
        var larger = ArrayPool<float>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<float>.Shared.Return(buffer);
        return larger;
    }
}
