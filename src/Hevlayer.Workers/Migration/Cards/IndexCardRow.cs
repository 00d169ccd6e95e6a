namespace Hevlayer.Workers;

/// <summary>A card as the one row of its namespace: one write changes all of it.</summary>
internal static class IndexCardRow
{
    public const string Id = "live";

    private const string Generation = "generation";
    private const string Migrating = "migrating";
    private const string Live = "live_";
    private const string Other = "other_";

    /// <summary>The write that replaces the card before it, and no other.</summary>
    public static NamespaceWrite ToWrite(IndexCard card)
    {
        var attributes = new AttributeMap { [Generation] = card.Generation, [Migrating] = card.IsMigrating };
        Add(attributes, Live, card.Live);
        if (card.Other is { } other)
        {
            Add(attributes, Other, other);
        }

        return new()
        {
            UpsertRows = [new() { Id = Id, Attributes = attributes }],
            UpsertCondition = Filter.Eq(Generation, card.Generation - 1),
        };
    }

    /// <summary>Reads a card.</summary>
    public static IndexCard Read(AttributeMap attributes) => new(
        Side(attributes, Live)!,
        Side(attributes, Other),
        attributes.GetBoolean(Migrating) ?? false,
        attributes.GetInt64(Generation) ?? 0);

    private static void Add(AttributeMap attributes, string prefix, IndexSide side)
    {
        attributes[prefix + "pipeline"] = side.PipelineId;
        attributes[prefix + "namespace"] = side.Namespace;
        if (side.Embedder is { } embedder)
        {
            attributes[prefix + "embedder"] = embedder;
        }
    }

    private static IndexSide? Side(AttributeMap attributes, string prefix) =>
        attributes.GetString(prefix + "pipeline") is { } pipeline && attributes.GetString(prefix + "namespace") is { } name
            ? new(pipeline, name, attributes.GetString(prefix + "embedder"))
            : null;
}
