using System.Text.Json.Nodes;
using Hevlayer.Tests.Shared;

namespace Hevlayer.Wire.Tests.Contract;

/// <summary>The contract of the gateway as it is written.</summary>
internal static class WireContract
{
    private static readonly JsonObject Root = YamlTree.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "hevlayer.yaml")));

    public static IReadOnlyDictionary<string, ContractOperation> Operations { get; } = ReadOperations()
        .ToDictionary(static operation => operation.Id, StringComparer.Ordinal);

    /// <summary>The schema that a schema stands for: behind its reference, or behind the one reference of its <c>allOf</c>.</summary>
    public static JsonObject Resolve(JsonObject schema) => schema switch
    {
        _ when schema["$ref"] is { } reference => Resolve(Find((string)reference!)),
        _ when schema["allOf"] is JsonArray { Count: 1 } only => Resolve(only[0]!.AsObject()),
        _ => schema,
    };

    public static JsonObject Find(string reference) =>
        reference.Split('/').Skip(1).Aggregate(Root, static (node, part) => node[part]!.AsObject());

    private static IEnumerable<ContractOperation> ReadOperations() =>
        from path in Root["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        select new ContractOperation(method.Key.ToUpperInvariant(), path.Key, method.Value!.AsObject());
}
