using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>What callers set on a namespace: attribute definitions, configuration, the gateway's own fields.</summary>
internal sealed class NamespaceSettingOperations(NamespaceRegistry namespaces)
{
    private static readonly Dictionary<string, JsonElement> Nothing = [];

    public void AddTo(Dictionary<string, OperationHandler> handlers)
    {
        handlers.Add("updateTurbopufferNamespaceSchema", UpdateSchema);
        handlers.Add("updateTurbopufferNamespaceMetadata", UpdateMetadata);
        handlers.Add("initNamespace", Initialize);
    }

    private GatewayResponse UpdateSchema(GatewayCall call)
    {
        var definitions = call.Body<TurbopufferSchema>().AdditionalMembers ?? Nothing;
        Existing(call).Declare(definitions);
        return GatewayResponse.Json(NamespaceDescriber.Schema(namespaces.Require(call.Namespace)));
    }

    private GatewayResponse UpdateMetadata(GatewayCall call)
    {
        var patch = call.Body<TurbopufferMetadataPatch>();
        var changes = (patch.AdditionalMembers ?? Nothing).AsEnumerable();
        Existing(call).Configure(patch.Pinning is { } pinning ? changes.Append(new("pinning", pinning)) : changes);
        return GatewayResponse.Json(NamespaceDescriber.Metadata(namespaces.Require(call.Namespace)) with { Layer = null });
    }

    private GatewayResponse Initialize(GatewayCall call)
    {
        var request = call.Body<InitNamespaceRequest>();
        var version = Check.AtLeast(request.SchemaVersion ?? GatewayLimits.InitNamespaceRequest.DefaultSchemaVersion, 1, "schema_version");
        Check.AtLeast(request.ShardCount ?? 1, 1, "shard_count");
        Existing(call).Initialize(version, request.ShardCount);
        return GatewayResponse.Json(new InitNamespaceResponse
        {
            Namespace = call.Namespace,
            Layer = NamespaceDescriber.Metadata(namespaces.Require(call.Namespace)).Layer!,
        });
    }

    private NamespaceStore Existing(GatewayCall call) => namespaces.Open(namespaces.Require(call.Namespace).Name);
}
