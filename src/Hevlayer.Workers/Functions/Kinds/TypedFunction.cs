using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hevlayer.Workers;

/// <summary>A function of types, as the worker calls it.</summary>
/// <typeparam name="TInput">What the inputs of a row are read into.</typeparam>
/// <typeparam name="TOutput">What is written.</typeparam>
/// <param name="work">The function.</param>
/// <param name="types">How inputs and outputs are read and written.</param>
/// <param name="outputs">The outputs that the function declares.</param>
internal sealed class TypedFunction<TInput, TOutput>(Func<TInput, FunctionItem, CancellationToken, Task<TOutput>> work, FunctionTypes<TInput, TOutput> types, IReadOnlyList<string> outputs) : IFunctionHandler
{
    public async Task<FunctionResult> HandleAsync(FunctionItem item, CancellationToken cancellationToken)
    {
        var input = Read(item.Input);
        var output = await work(input, item, cancellationToken);
        return output is null ? FunctionResult.Done : Write(RowJson.Read(JsonSerializer.SerializeToUtf8Bytes(output, types.Output)));
    }

    private TInput Read(AttributeMap row)
    {
        try
        {
            return JsonSerializer.Deserialize(RowJson.Write(row), types.Input) ?? throw new JsonException("The value is null.");
        }
        catch (JsonException exception)
        {
            throw new DocumentRejectedException($"The inputs of the row do not fit {typeof(TInput).Name}. {exception.Message}", exception);
        }
    }

    private FunctionResult Write(AttributeValue output) => output.Kind switch
    {
        AttributeKind.Object when types.Output.Kind is JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => FunctionResult.Write(output.AsMap()),
        _ when outputs is [var only] => FunctionResult.Write(only, output),
        _ => throw new DocumentRejectedException($"The output is one value, and the function declares {outputs.Count} outputs: {typeof(TOutput).Name} needs the name of one."),
    };
}
