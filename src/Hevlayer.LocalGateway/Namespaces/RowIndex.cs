namespace Hevlayer.Local;

/// <summary>Rows by the text of one attribute, so that a write which names a document need not look at all rows. Not thread safe.</summary>
internal sealed class RowIndex(string attribute)
{
    private readonly Dictionary<string, HashSet<string>> _keys = new(StringComparer.Ordinal);

    public void Add(StoredRow row)
    {
        if (TextOf(row) is { } text)
        {
            if (!_keys.TryGetValue(text, out var keys))
            {
                _keys.Add(text, keys = new(StringComparer.Ordinal));
            }

            keys.Add(row.Key);
        }
    }

    public void Remove(StoredRow row)
    {
        if (TextOf(row) is { } text && _keys.TryGetValue(text, out var keys) && keys.Remove(row.Key) && keys.Count == 0)
        {
            _keys.Remove(text);
        }
    }

    public IReadOnlyCollection<string> Find(string text) => _keys.GetValueOrDefault(text) ?? [];

    private string? TextOf(StoredRow row) => row.Read(attribute) is { Kind: AttributeKind.String } value ? value.AsString() : null;
}
