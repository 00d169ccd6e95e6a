namespace Hevlayer.Local;

/// <summary>Named points in the history of a namespace.</summary>
internal sealed class CheckpointOperations(NamespaceRegistry namespaces)
{
    private const int DefaultPage = 100;
    private const int LargestPage = 1000;

    public void AddTo(Dictionary<string, OperationHandler> handlers)
    {
        handlers.Add("createCheckpoint", Create);
        handlers.Add("listCheckpoints", List);
        handlers.Add("getCheckpoint", Get);
    }

    private GatewayResponse Create(GatewayCall call)
    {
        var label = Check.NotEmpty(call.Body<CreateCheckpointRequest>().Label, "label");
        namespaces.Require(call.Namespace);
        return GatewayResponse.Json(namespaces.Open(call.Namespace).Checkpoint(label));
    }

    // Newest first; the cursor is the label that was shown last.
    private GatewayResponse List(GatewayCall call)
    {
        var before = call.Query.Text("before");
        var limit = call.Query.Limit("limit", DefaultPage, LargestPage);
        var all = namespaces.Find(call.Namespace)?.Checkpoints() ?? [];
        var rest = before is null ? all : [.. all.SkipWhile(one => one.Label != before).Skip(1)];
        return GatewayResponse.Json(new CheckpointList
        {
            Checkpoints = [.. rest.Take(limit)],
            NextCursor = rest.Count > limit ? rest[limit - 1].Label : null,
        });
    }

    private GatewayResponse Get(GatewayCall call)
    {
        var label = call.Value("label");
        return GatewayResponse.Json((namespaces.Find(call.Namespace)?.Checkpoints() ?? []).FirstOrDefault(one => one.Label == label)
            ?? throw GatewayFault.NotFound($"checkpoint '{label}' not found in namespace '{call.Namespace}'"));
    }
}
