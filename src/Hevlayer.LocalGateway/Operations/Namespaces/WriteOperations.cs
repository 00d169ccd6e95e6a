using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>Writes to a namespace; the body says whether it is a write, a branch or a copy.</summary>
internal sealed class WriteOperations(NamespaceRegistry namespaces)
{
    private const string Branch = "branch_from_namespace";
    private const string Copy = "copy_from_namespace";

    public void AddTo(Dictionary<string, OperationHandler> handlers)
    {
        handlers.Add("writeNamespace", Write);
        handlers.Add("branchNamespace", Write);
        handlers.Add("copyNamespace", Write);
        handlers.Add("deleteNamespace", Delete);
    }

    private GatewayResponse Write(GatewayCall call)
    {
        using var document = JsonDocument.Parse(call.RawBody);
        var body = document.RootElement;
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException($"Expected an object, found {body.ValueKind}.");
        }

        if (body.TryGetProperty(Branch, out var source) || body.TryGetProperty(Copy, out source))
        {
            var copied = namespaces.Open(call.Namespace).CopyFrom(namespaces.Require(SourceName(source)));
            return Reply(new WriteCounts(copied, 0, 0));
        }

        return Reply(namespaces.Open(call.Namespace).Write(NativeWriteParser.Parse(body)));
    }

    // Deleting what is not there succeeds, so that a retry after a lost reply does.
    private GatewayResponse Delete(GatewayCall call)
    {
        namespaces.Delete(call.Namespace);
        return GatewayResponse.Json(new StatusResponse { Status = "ok" });
    }

    private static string SourceName(JsonElement source)
    {
        var name = source.ValueKind == JsonValueKind.Object && source.TryGetProperty("source_namespace", out var nested) ? nested : source;
        return name.ValueKind == JsonValueKind.String
            ? name.GetString()!
            : throw GatewayFault.Invalid($"{Branch} and {Copy} take the name of a namespace, or an object with source_namespace");
    }

    private static GatewayResponse Reply(WriteCounts counts) => GatewayResponse.Json(new TurbopufferWriteResponse
    {
        Status = "OK",
        Message = $"{counts.Affected} rows affected",
        RowsAffected = counts.Affected,
        RowsUpserted = counts.Upserted,
        RowsPatched = counts.Patched,
        RowsDeleted = counts.Deleted,
        Billing = WireJson.Element("{}"u8),
    });
}
