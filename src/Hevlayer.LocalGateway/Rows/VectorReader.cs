using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>Takes vectors over from a request.</summary>
internal static class VectorReader
{
    /// <summary>The components as an array of their own, without a copy where the reader has already made one.</summary>
    public static float[] Own(ReadOnlyMemory<float> vector, string rowId)
    {
        var components = MemoryMarshal.TryGetArray(vector, out var segment) && segment.Count == segment.Array!.Length
            ? segment.Array
            : vector.ToArray();
        if (components.Length == 0)
        {
            throw GatewayFault.Invalid($"row '{rowId}' has an empty vector");
        }

        // One infinite or undefined component makes the sum so too.
        return float.IsFinite(TensorPrimitives.SumOfMagnitudes<float>(components))
            ? components
            : throw GatewayFault.Invalid($"row '{rowId}' has a vector with a component that is not finite");
    }

    public static float[] Parse(JsonElement element, string rowId)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            throw GatewayFault.Invalid($"the vector of '{rowId}' must be a list of numbers, not a JSON {element.ValueKind}");
        }

        var components = new float[element.GetArrayLength()];
        var next = 0;
        foreach (var component in element.EnumerateArray())
        {
            components[next++] = component.ValueKind == JsonValueKind.Number && component.TryGetSingle(out var number)
                ? number
                : throw GatewayFault.Invalid($"the vector of '{rowId}' must be a list of numbers");
        }

        return Own(components, rowId);
    }
}
