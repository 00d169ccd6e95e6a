using Microsoft.Extensions.AI;

namespace Hevlayer.VectorData;

/// <summary>The forms in which .NET code holds a vector.</summary>
internal static class VectorForms
{
    /// <summary>The components of a vector; null when it is none of the forms.</summary>
    public static ReadOnlyMemory<float>? Components(object? vector) => vector switch
    {
        ReadOnlyMemory<float> memory => memory,
        float[] array => array,
        Embedding<float> embedding => embedding.Vector,
        _ => default(ReadOnlyMemory<float>?),
    };

    /// <summary>A vector in the form that a property has.</summary>
    public static object As(Type type, float[] components) => type switch
    {
        _ when type == typeof(float[]) => components,
        _ when type == typeof(Embedding<float>) => new Embedding<float>(components),
        _ => new ReadOnlyMemory<float>(components),
    };

    /// <summary>The vector of a row that the vector store has answered.</summary>
    public static float[]? Read(AttributeValue value) =>
        value.Kind == AttributeKind.Array ? [.. value.AsArray().Select(static component => (float)component.AsDouble())] : null;
}
