using System.Buffers;
using System.Numerics;
using System.Text.Json;

namespace Hevlayer;

/// <summary>The one writer of vectors: an array of numbers, each as <see cref="FloatText"/> has it.</summary>
internal static class VectorText
{
    /// <summary>Writes a vector whose components are finite, as <see cref="FirstNotFinite"/> tells.</summary>
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<float> vector)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((vector.Length * (FloatText.MaxLength + 1)) + FloatText.Room);
        try
        {
            writer.WriteRawValue(buffer.AsSpan(0, WriteArray(vector, buffer)), skipInputValidation: true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Writes several vectors as an array of arrays.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<ReadOnlyMemory<float>> vectors)
    {
        writer.WriteStartArray();
        foreach (var vector in vectors)
        {
            Write(writer, vector.Span);
        }

        writer.WriteEndArray();
    }

    /// <summary>Index of the first component that JSON has no number for; -1 when all are finite.</summary>
    public static int FirstNotFinite(ReadOnlySpan<float> vector)
    {
        var index = 0;
        var largest = new Vector<float>(float.MaxValue);
        while (index <= vector.Length - Vector<float>.Count && Vector.LessThanOrEqualAll(Vector.Abs(new Vector<float>(vector[index..])), largest))
        {
            index += Vector<float>.Count;
        }

        while (index < vector.Length && float.IsFinite(vector[index]))
        {
            index++;
        }

        return index < vector.Length ? index : -1;
    }

    private static int WriteArray(ReadOnlySpan<float> vector, Span<byte> buffer)
    {
        var length = vector.IsEmpty ? 1 : 0;
        foreach (var component in vector)
        {
            buffer[length++] = (byte)',';
            length += FloatText.Write(component, buffer[length..]);
        }

        buffer[0] = (byte)'[';
        buffer[length++] = (byte)']';
        return length;
    }
}
