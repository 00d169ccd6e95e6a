using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Hevlayer.Workers;

/// <summary>
/// Where the documents come from: the pipeline resource's <c>sourceRef</c>, which the operator sets as JSON text in
/// <c>HEVLAYER_SOURCE_REF</c>. The registration of a source worker offers it to the source's constructor.
/// </summary>
public sealed class SourceReference
{
    private SourceReference(JsonElement fields) => Fields = fields;

    /// <summary>The whole object.</summary>
    public JsonElement Fields { get; }

    /// <summary>Reads the variable from the configuration, which holds the environment in every default host, else from the environment.</summary>
    /// <param name="configuration">The configuration; null for the environment alone.</param>
    /// <exception cref="HevlayerOptionsException">The variable is not set, or is not a JSON object.</exception>
    public static SourceReference Read(IConfiguration? configuration = null) =>
        WorkerVariables.Read(configuration, WorkerVariables.SourceRef) is { } text
            ? Parse(text)
            : throw new HevlayerOptionsException($"The variable {WorkerVariables.SourceRef} is not set. The operator sets it to the sourceRef of the Pipeline resource, such as {{\"queueUrl\": \"...\"}}.");

    /// <summary>Reads a text.</summary>
    /// <param name="json">A JSON object, such as <c>{"queueUrl": "https://..."}</c>.</param>
    /// <exception cref="HevlayerOptionsException">The text is not a JSON object.</exception>
    public static SourceReference Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new(document.RootElement.Clone())
                : throw new HevlayerOptionsException($"{WorkerVariables.SourceRef} holds a JSON {document.RootElement.ValueKind}; it must be an object, such as {{\"queueUrl\": \"...\"}}.");
        }
        catch (JsonException exception)
        {
            throw new HevlayerOptionsException($"{WorkerVariables.SourceRef} is not JSON (line {exception.LineNumber}, byte {exception.BytePositionInLine}); it must be an object, such as {{\"queueUrl\": \"...\"}}.");
        }
    }

    /// <summary>The text of a field.</summary>
    /// <param name="name">Name of the field, such as <c>queueUrl</c>.</param>
    /// <exception cref="HevlayerOptionsException">There is no such field, or its text is empty, or it is not a text.</exception>
    public string GetString(string name) => FindString(name) is { } text && !string.IsNullOrWhiteSpace(text)
        ? text
        : throw new HevlayerOptionsException($"The field '{name}' of {WorkerVariables.SourceRef} is missing or empty. It comes from spec.sourceRef.{name} of the Pipeline resource.{Others()}");

    /// <summary>The text of a field; null where there is no such field, or it is JSON null.</summary>
    /// <param name="name">Name of the field.</param>
    /// <exception cref="HevlayerOptionsException">The field is not a text.</exception>
    public string? FindString(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return !Fields.TryGetProperty(name, out var field) || field.ValueKind == JsonValueKind.Null ? null
            : field.ValueKind == JsonValueKind.String ? field.GetString()
            : throw new HevlayerOptionsException($"The field '{name}' of {WorkerVariables.SourceRef} is a JSON {field.ValueKind}; it must be a text.");
    }

    /// <summary>The names of the fields; the values may be secret.</summary>
    public override string ToString() => string.Join(", ", Names());

    // A wrong name is the likeliest mistake; the right one beside it says it all.
    private string Others() => Names().ToList() is { Count: > 0 } names ? $" There are: {string.Join(", ", names)}." : " It has no fields.";

    private IEnumerable<string> Names() => Fields.EnumerateObject().Select(static field => field.Name);
}
