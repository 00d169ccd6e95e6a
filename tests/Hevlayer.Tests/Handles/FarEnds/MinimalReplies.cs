using System.Text.Json;

namespace Hevlayer.Tests.Handles;

/// <summary>The least that a gateway may answer to each operation.</summary>
internal static class MinimalReplies
{
    private static readonly JsonDocument All = Read();

    public static string Of(string operation) => All.RootElement.GetProperty(operation).GetRawText();

    private static JsonDocument Read()
    {
        using var stream = typeof(MinimalReplies).Assembly.GetManifestResourceStream("minimal-replies.json")!;
        return JsonDocument.Parse(stream);
    }
}
