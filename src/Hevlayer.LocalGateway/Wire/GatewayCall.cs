using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>A request at its operation: routed and allowed.</summary>
internal sealed class GatewayCall(GatewayRequest request, GatewayOperation operation, Dictionary<string, string> values)
{
    private QueryText? _query;

    public GatewayOperation Operation => operation;

    /// <summary>What the key of the call reaches.</summary>
    public KeyGrant Grant { get; init; } = KeyGrant.Everything;

    public string PipelineId => values["pipeline_id"];

    public string DocumentId => values["doc_id"];

    public string Namespace => values["namespace"];

    public QueryText Query => _query ??= new QueryText(request.Query);

    public ReadOnlyMemory<byte> RawBody => request.Body;

    public string Value(string placeholder) => values[placeholder];

    public string? Header(string name) => request.Header(name);

    public T Body<T>()
    {
        var body = WireJson.Read<T>(request.Body.Span);
        return NullElements.Find(body) is { } field ? throw new JsonException($"{field}: invalid type: null") : body;
    }
}
