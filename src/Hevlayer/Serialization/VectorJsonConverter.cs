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
            throw new JsonException($"Expected an array of numbers, found {reader.TokenType}.");
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
    public override void Write(Utf8JsonWriter writer, ReadOnlyMemory<float> value, JsonSerializerOptions options)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((value.Length * (FloatText.MaxLength + 1)) + FloatText.Room);
        try
        {
            writer.WriteRawValue(buffer.AsSpan(0, WriteArray(value.Span, buffer)), skipInputValidation: true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int WriteArray(ReadOnlySpan<float> vector, Span<byte> buffer)
    {
        var length = vector.IsEmpty ? 1 : 0;
        foreach (var component in vector)
        {
            if (!float.IsFinite(component))
            {
                throw new ArgumentException($"A vector holds {component}, which JSON has no number for.");
            }

            buffer[length++] = (byte)',';
            length += FloatText.Write(component, buffer[length..]);
        }

        buffer[0] = (byte)'[';
        buffer[length++] = (byte)']';
        return length;
    }

    private static float[] Grow(float[] buffer)
    {
        var larger = ArrayPool<float>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<float>.Shared.Return(buffer);
        return larger;
    }
}
