using System.Text.Json;

namespace Hevlayer.Workers.Tests.Wire;

/// <summary>One request as it reached the gateway.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path.</param>
/// <param name="Body">Its body; undefined without one.</param>
internal sealed record WireCall(string Method, string Path, JsonElement Body)
{
    public bool Ends(string method, string path) => Method == method && Path.EndsWith(path, StringComparison.Ordinal);

    /// <summary>A text of the body; null where it has none.</summary>
    public string? Text(string name) => Body.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>The JSON of a member of the body; null where it has none.</summary>
    public string? Json(string name) => Body.TryGetProperty(name, out var value) ? value.GetRawText() : null;

    public IEnumerable<string?> Ids => Body.GetProperty("document_ids").EnumerateArray().Select(static id => id.GetString());
}
