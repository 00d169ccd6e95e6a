using System.Text.Json.Nodes;

namespace Hevlayer.Wire.Tests.Gateway;

/// <summary>The smallest reply of each operation, as other tests use it too.</summary>
internal static class MinimalReplies
{
    public static JsonObject All { get; } = JsonNode.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "minimal-replies.json")))!.AsObject();

    public static WireReply Of(string operation) =>
        operation == "getBlob" ? WireReply.Bytes([1, 2, 3]) : WireReply.Json(All[operation]);
}
