using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>The parts of a call that a fault is matched against.</summary>
internal sealed class FaultTarget(RouteMatch match, ReadOnlyMemory<byte> body)
{
    private static readonly string[] Members = ["document_ids", "ids"];

    public bool IsMatchedBy(InjectedFault fault) =>
        (fault.Operation is null || match.Operations.Any(operation => operation.Id == fault.Operation))
        && Holds(fault.Namespace, "namespace")
        && Holds(fault.Pipeline, "pipeline_id")
        && (fault.Document is null || Holds(fault.Document, "doc_id") || InBody(root => Ids(root).Contains(fault.Document, StringComparer.Ordinal), otherwise: false));

    /// <summary>What the call is about, where that is a pipeline or its documents.</summary>
    public CallSubject? Subject => !match.Values.TryGetValue("pipeline_id", out var pipeline) ? null
        : match.Values.TryGetValue("doc_id", out var id) ? About(pipeline) with { Documents = [id] }
        : InBody(root => Read(About(pipeline), root), About(pipeline));

    private CallSubject About(string pipeline) => new(pipeline, match.Operations[0].Id, [], null, string.Empty);

    private static CallSubject Read(CallSubject subject, JsonElement root) => subject.Operation == GatewayOperations.ClaimDocuments.Id
        ? subject with { Stage = Text(root, "stage") ?? Stages.Pending, Prefix = Text(root, "document_id_prefix") ?? string.Empty }
        : subject with { Documents = [.. Ids(root)] };

    private bool Holds(string? wanted, string placeholder) =>
        wanted is null || (match.Values.TryGetValue(placeholder, out var value) && string.Equals(value, wanted, StringComparison.Ordinal));

    private T InBody<T>(Func<JsonElement, T> read, T otherwise)
    {
        if (body.IsEmpty || !BodyText.IsUnicode(body.Span))
        {
            return otherwise;
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root ? read(root) : otherwise;
        }
        catch (JsonException)
        {
            return otherwise;
        }
    }

    private static IEnumerable<string> Ids(JsonElement root) => Members
        .Where(member => root.TryGetProperty(member, out var list) && list.ValueKind == JsonValueKind.Array)
        .SelectMany(member => root.GetProperty(member).EnumerateArray())
        .Where(static id => id.ValueKind == JsonValueKind.String)
        .Select(static id => id.GetString()!);

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
