namespace Hevlayer.VectorData;

/// <summary>How <typeparamref name="T"/> is stored, alone and in arrays and lists.</summary>
internal sealed class StoredType<T>(AttributeType schema, Func<T, AttributeValue> write, Func<AttributeValue, T> read, bool isOrdered = true)
    : StoredType(typeof(T), schema, isOrdered)
    where T : notnull
{
    public override AttributeValue Write(object value) => write((T)value);

    public override object Read(AttributeValue value) => read(value);

    public override object ReadArray(AttributeValue value) => Elements(value).ToArray();

    public override object ReadList(AttributeValue value) => Elements(value).ToList();

    public override bool IsArray(Type type) => type == typeof(T[]);

    public override bool IsList(Type type) => type == typeof(List<T>);

    private IEnumerable<T> Elements(AttributeValue value) => value.AsArray().Select(read);
}
