using System.Diagnostics;

namespace Hevlayer.Workers;

/// <summary>
/// Carries the trace context from staging to indexing, in the metadata of a document's first chunk: the only place in the
/// contract that a worker reads back.
/// </summary>
internal static class StagedTrace
{
    public const string Field = "traceparent";

    /// <summary>The chunks, of which the first carries the current trace; unchanged when there is none, or when its metadata has the field.</summary>
    public static IReadOnlyList<Chunk> Onto(IReadOnlyList<Chunk> chunks)
    {
        if (chunks.Count == 0 || Activity.Current is not { IdFormat: ActivityIdFormat.W3C, Id: { } id })
        {
            return chunks;
        }

        var first = chunks[0];
        var fields = FieldsOf(first);
        return fields is null || fields.ContainsKey(Field)
            ? chunks
            : [first with { Metadata = new AttributeMap([.. fields, new(Field, id)]) }, .. chunks.Skip(1)];
    }

    public static ActivityContext? Of(IReadOnlyList<Chunk> chunks) =>
        chunks is [{ Metadata: not null } first, ..]
        && FieldsOf(first)?.GetString(Field) is { } text
        && ActivityContext.TryParse(text, null, isRemote: true, out var context)
            ? context
            : null;

    private static AttributeMap? FieldsOf(Chunk chunk) => chunk.Metadata switch
    {
        null or { Kind: AttributeKind.Null } => [],
        { Kind: AttributeKind.Object } fields => fields.AsMap(),
        _ => null,
    };
}
