using System.Text.Json.Serialization.Metadata;

namespace Hevlayer.Workers;

/// <summary>The types of a function, without reflection.</summary>
/// <param name="Input">How inputs are read.</param>
/// <param name="Output">How outputs are written.</param>
internal sealed record FunctionTypes<TInput, TOutput>(JsonTypeInfo<TInput> Input, JsonTypeInfo<TOutput> Output)
{
    /// <summary>Declares outputs and inputs where the options leave that to the types.</summary>
    public void ApplyTo(FunctionWorkerOptions options)
    {
        if (options.Outputs.Count == 0)
        {
            foreach (var name in NamesOf(Output))
            {
                options.Outputs.Add(name);
            }
        }

        if (options.Spec is { Inputs: null } spec && NamesOf(Input) is { Count: > 0 } inputs)
        {
            options.Register(spec with { Inputs = inputs });
        }
    }

    private static List<string> NamesOf(JsonTypeInfo type) => type.Kind == JsonTypeInfoKind.Object
        ? [.. type.Properties.Where(static property => !property.IsExtensionData).Select(static property => property.Name)]
        : [];
}
