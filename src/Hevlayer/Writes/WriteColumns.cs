namespace Hevlayer;

/// <summary>Rows of a write, column by column: the n-th element of each column belongs to the n-th id.</summary>
public sealed record WriteColumns
{
    /// <summary>Ids of the rows: texts, or integers that are not negative.</summary>
    public required AttributeValues Ids { get; init; }

    /// <summary>One vector for each row.</summary>
    /// <value>Default: null, none.</value>
    public IReadOnlyList<ReadOnlyMemory<float>>? Vector { get; init; }

    /// <summary>Several vectors for each row, for a namespace of multivectors; exclusive with <see cref="Vector"/>.</summary>
    /// <value>Default: null, none.</value>
    public IReadOnlyList<IReadOnlyList<ReadOnlyMemory<float>>>? Vectors { get; init; }

    /// <summary>Attribute columns by name, each as long as <see cref="Ids"/>.</summary>
    /// <value>Default: null, none.</value>
    public Dictionary<string, AttributeValues>? Attributes { get; init; }
}
