namespace Hevlayer.Tests.Shared;

internal static partial class OperationCalls
{
    private static Dictionary<string, OperationCall> Checkpoints => new()
    {
        ["createCheckpoint"] = static (api, token) => api.CreateCheckpointAsync("namespace", new() { Label = "label" }, cancellationToken: token),
        ["getCheckpoint"] = static (api, token) => api.GetCheckpointAsync("namespace", "label", cancellationToken: token),
        ["listCheckpoints"] = static (api, token) => api.ListCheckpointsAsync("namespace", cancellationToken: token),
    };
}
