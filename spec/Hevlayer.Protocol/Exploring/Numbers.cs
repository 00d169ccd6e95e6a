namespace Hevlayer.Protocol;

/// <summary>Gives values numbers, in the order in which they are first seen.</summary>
internal sealed class Numbers<T>
    where T : notnull
{
    private readonly Dictionary<T, int> _numbers = [];
    private readonly List<T> _values = [];

    public int Count => _values.Count;

    public T this[int number] => _values[number];

    public int Of(T value)
    {
        if (!_numbers.TryGetValue(value, out var number))
        {
            _numbers.Add(value, number = _values.Count);
            _values.Add(value);
        }

        return number;
    }
}
