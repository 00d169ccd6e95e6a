namespace Hevlayer.VectorData;

/// <summary>How one .NET type is stored in an attribute of a row and read back.</summary>
internal abstract class StoredType(Type type, AttributeType schema, bool isOrdered)
{
    /// <summary>The .NET type, never nullable.</summary>
    public Type Type { get; } = type;

    /// <summary>Type of the attribute in the vector store.</summary>
    public AttributeType Schema { get; } = schema;

    /// <summary>Whether less and greater mean in the store what they mean in .NET.</summary>
    public bool IsOrdered { get; } = isOrdered;

    public abstract AttributeValue Write(object value);

    public abstract object Read(AttributeValue value);

    public abstract object ReadArray(AttributeValue value);

    public abstract object ReadList(AttributeValue value);

    public abstract bool IsArray(Type type);

    public abstract bool IsList(Type type);
}
