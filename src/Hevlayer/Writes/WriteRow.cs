namespace Hevlayer;

/// <summary>One row of a write: whole for an upsert, only what changes for a patch.</summary>
public sealed record WriteRow
{
    /// <summary>Id of the row: a text, or an integer that is not negative.</summary>
    public required AttributeValue Id { get; init; }

    /// <summary>The vector; it is read when the row is sent, not copied before.</summary>
    /// <value>Default: null, none.</value>
    public ReadOnlyMemory<float>? Vector { get; init; }

    /// <summary>Several vectors, for a namespace of multivectors; exclusive with <see cref="Vector"/>.</summary>
    /// <value>Default: null, none.</value>
    public IReadOnlyList<ReadOnlyMemory<float>>? Vectors { get; init; }

    /// <summary>Attributes by name.</summary>
    /// <value>Default: null, none.</value>
    public AttributeMap? Attributes { get; init; }
}
