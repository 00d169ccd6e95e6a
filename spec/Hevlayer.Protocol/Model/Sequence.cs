using System.Collections.Immutable;

namespace Hevlayer.Protocol;

/// <summary>A list that never changes, and equals another by its items.</summary>
internal readonly struct Sequence<T>(ImmutableArray<T> items) : IEquatable<Sequence<T>>
    where T : struct, IEquatable<T>
{
    private readonly ImmutableArray<T> _items = items;

    public ImmutableArray<T> Items => _items.IsDefault ? [] : _items;

    public T this[int index] => _items[index];

    public Sequence<T> With(int index, T item) => new(_items.SetItem(index, item));

    public Sequence<T> Add(T item) => new(Items.Add(item));

    public Sequence<T> Without(int index) => new(_items.RemoveAt(index));

    public bool Equals(Sequence<T> other) => Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    public override bool Equals(object? obj) => obj is Sequence<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in Items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }
}
