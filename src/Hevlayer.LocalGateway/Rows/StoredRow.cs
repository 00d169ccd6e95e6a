namespace Hevlayer.Local;

/// <summary>A row of a namespace. It never changes: a write puts another one in its place.</summary>
internal sealed record StoredRow(AttributeValue Id, string Key, float[][] Vectors, RowAttributes Attributes, long UpsertedAtMs)
{
    /// <summary>The value that a filter, a histogram or a reply reads under a name.</summary>
    public AttributeValue Read(string name) => name switch
    {
        RowNames.Id => Id,
        RowNames.UpsertedAt => UpsertedAtMs,
        _ => Attributes.Find(name),
    };
}
