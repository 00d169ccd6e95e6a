using System.Collections;
using System.Runtime.CompilerServices;

namespace Hevlayer;

/// <summary>
/// A fixed list of JSON values: the operands of a filter such as <see cref="Filter.In"/>, or one column of a write.
/// Write it as <c>["red", "blue"]</c>, or pass an array of texts, numbers or booleans; for other sequences
/// <c>[.. values]</c>.
/// </summary>
[CollectionBuilder(typeof(AttributeValues), nameof(Create))]
public sealed class AttributeValues : IReadOnlyList<AttributeValue>
{
    private readonly AttributeValue[] _values;

    private AttributeValues(AttributeValue[] values) => _values = values;

    /// <inheritdoc />
    public int Count => _values.Length;

    /// <inheritdoc />
    public AttributeValue this[int index] => _values[index];

    /// <summary>Copies values into a list.</summary>
    /// <param name="values">The values.</param>
    public static AttributeValues Create(ReadOnlySpan<AttributeValue> values) => new(values.ToArray());

    /// <summary>Copies values into a list.</summary>
    /// <param name="values">The values.</param>
    public static implicit operator AttributeValues(AttributeValue[] values) => Convert(values, static value => value);

    /// <summary>Copies texts into a list; null becomes JSON null.</summary>
    /// <param name="values">The texts.</param>
    public static implicit operator AttributeValues(string?[] values) => Convert(values, static value => value);

    /// <summary>Copies integers into a list.</summary>
    /// <param name="values">The integers.</param>
    public static implicit operator AttributeValues(int[] values) => Convert(values, static value => value);

    /// <summary>Copies integers into a list.</summary>
    /// <param name="values">The integers.</param>
    public static implicit operator AttributeValues(long[] values) => Convert(values, static value => value);

    /// <summary>Copies numbers into a list.</summary>
    /// <param name="values">The numbers; JSON has no NaN and no infinity.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or infinite.</exception>
    public static implicit operator AttributeValues(double[] values) => Convert(values, static value => value);

    /// <summary>Copies booleans into a list.</summary>
    /// <param name="values">The booleans.</param>
    public static implicit operator AttributeValues(bool[] values) => Convert(values, static value => value);

    /// <inheritdoc />
    public IEnumerator<AttributeValue> GetEnumerator() => ((IEnumerable<AttributeValue>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static AttributeValues Convert<T>(T[] values, Converter<T, AttributeValue> convert)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(Array.ConvertAll(values, convert));
    }
}
