using System.Globalization;
using System.Text.Json.Nodes;

namespace Hevlayer.Wire.Tests.Contract;

/// <summary>One operation of the contract.</summary>
internal sealed record ContractOperation(string Method, string Path, JsonObject Node)
{
    private const string Json = "application/json";

    public string Id => (string)Node["operationId"]!;

    /// <summary>Schema of the JSON body; null when there is none.</summary>
    public JsonObject? Request => Node["requestBody"]?["content"]?[Json]?["schema"]?.AsObject();

    public IReadOnlyList<JsonObject> Parameters => [.. (Node["parameters"]?.AsArray() ?? []).Select(static node => node!.AsObject())];

    /// <summary>Schemas of the JSON replies by status, each kind of success first.</summary>
    public IReadOnlyList<(int Status, JsonObject Schema)> Replies { get; } =
    [
        .. from reply in Node["responses"]!.AsObject()
           let definition = reply.Value!["$ref"] is { } reference ? WireContract.Find((string)reference!) : reply.Value.AsObject()
           let schema = definition["content"]?[Json]?["schema"]?.AsObject()
           where schema is not null
           let status = int.Parse(reply.Key, CultureInfo.InvariantCulture)
           orderby status
           select (status, schema),
    ];

    public IReadOnlyList<(int Status, JsonObject Schema)> Successes => [.. Replies.Where(static reply => reply.Status < 400)];

    public IReadOnlyList<(int Status, JsonObject Schema)> Errors => [.. Replies.Where(static reply => reply.Status >= 400)];
}
