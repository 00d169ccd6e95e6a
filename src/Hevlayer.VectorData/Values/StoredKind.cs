namespace Hevlayer.VectorData;

/// <summary>Whether a property holds one value or several.</summary>
internal enum StoredKind
{
    /// <summary>One value, or null.</summary>
    Single,

    /// <summary>An array.</summary>
    Array,

    /// <summary>A <see cref="List{T}"/>.</summary>
    List,
}
