namespace Hevlayer.Local;

/// <summary>Attributes of a row: its values beside a list of names that rows of the same shape share.</summary>
internal readonly struct RowAttributes(string[] names, AttributeValue[] values)
{
    public ReadOnlySpan<string> Names => names;

    public ReadOnlySpan<AttributeValue> Values => values;

    public AttributeValue Find(string name)
    {
        var index = Array.IndexOf(names, name);
        return index < 0 ? AttributeValue.Null : values[index];
    }
}
