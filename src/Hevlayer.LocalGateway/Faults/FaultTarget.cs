using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>The parts of a call that a fault is matched against.</summary>
internal sealed class FaultTarget(RouteMatch match, ReadOnlyMemory<byte> body)
{
    private static readonly string[] Members = ["document_ids", "ids"];

    public bool IsMatchedBy(InjectedFault fault) =>
        (fault.Operation is null || match.Operations.Any(operation => operation.Id == fault.Operation))
        && Holds(fault.Namespace, "namespace")
        && Holds(fault.Pipeline, "pipeline_id")
        && (fault.Document is null || Holds(fault.Document, "doc_id") || BodyNames(fault.Document));

    private bool Holds(string? wanted, string placeholder) =>
        wanted is null || (match.Values.TryGetValue(placeholder, out var value) && string.Equals(value, wanted, StringComparison.Ordinal));

    private bool BodyNames(string document)
    {
        if (body.IsEmpty || !BodyText.IsUnicode(body.Span))
        {
            return false;
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && Members.Any(member => IdsIn(root, member).Any(id => id == document));
        }
        catch (JsonException)
        {
            return false;
        }

        static IEnumerable<string?> IdsIn(JsonElement root, string name) =>
            root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
                ? list.EnumerateArray().Where(id => id.ValueKind == JsonValueKind.String).Select(id => id.GetString())
                : [];
    }
}
