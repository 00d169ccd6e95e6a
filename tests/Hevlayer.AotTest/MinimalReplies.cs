using System.Text;
using System.Text.Json;

namespace Hevlayer.AotTest;

/// <summary>The body that answers each operation, by the operation's id.</summary>
internal static class MinimalReplies
{
    public static IReadOnlyDictionary<string, byte[]> Read()
    {
        using var file = typeof(MinimalReplies).Assembly.GetManifestResourceStream("minimal-replies.json")!;
        using var document = JsonDocument.Parse(file);
        return document.RootElement.EnumerateObject().ToDictionary(
            static reply => reply.Name,
            static reply => reply.Value.ValueKind switch
            {
                JsonValueKind.Null => [],
                JsonValueKind.String => Encoding.UTF8.GetBytes(reply.Value.GetString()!),
                _ => Encoding.UTF8.GetBytes(reply.Value.GetRawText()),
            });
    }
}
