namespace Hevlayer.Wire.Tests.Rows;

internal static partial class WireRows
{
    private static Dictionary<string, WireRow> Checkpoints => new()
    {
        ["createCheckpoint"] = new(
            static (api, token) => api.CreateCheckpointAsync(Tricky.Namespace, new() { Label = Tricky.Text }, cancellationToken: token),
            new($"POST /v2/namespaces/{Tricky.NamespaceInUrl}/checkpoints", """{"label":"p/#?%:+ &=\"é"}"""),
            new("POST /v2/namespaces/namespace/checkpoints", """{"label":"label"}""")),
        ["getCheckpoint"] = new(
            static (api, token) => api.GetCheckpointAsync(Tricky.Namespace, Tricky.Id, cancellationToken: token),
            new($"GET /v2/namespaces/{Tricky.NamespaceInUrl}/checkpoints/{Tricky.IdInUrl}"),
            new("GET /v2/namespaces/namespace/checkpoints/label")),
        ["listCheckpoints"] = new(
            static (api, token) => api.ListCheckpointsAsync(Tricky.Namespace, limit: 0, before: Tricky.Text, cancellationToken: token),
            new($"GET /v2/namespaces/{Tricky.NamespaceInUrl}/checkpoints?limit=0&before={Tricky.TextInUrl}"),
            new("GET /v2/namespaces/namespace/checkpoints")),
    };
}
