namespace Hevlayer.Local;

/// <summary>Rows by id, and a frozen view of them for readers. Not thread safe; the view is.</summary>
internal sealed class RowTable
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<StoredRow> _rows = [];
    private readonly Dictionary<string, RowIndex> _indexes = new(StringComparer.Ordinal);
    private StoredRow[]? _view;

    public int Count => _rows.Count;

    /// <summary>All rows as they are now; later writes don't show in it.</summary>
    public StoredRow[] View => _view ??= [.. _rows];

    public StoredRow? Find(string key) => _places.TryGetValue(key, out var place) ? _rows[place] : null;

    /// <summary>Keys of the rows that meet a filter.</summary>
    public List<string> KeysOf(RowFilter filter)
    {
        if (filter.NeededTexts() is not var (attribute, texts))
        {
            return [.. _rows.Where(filter.Matches).Select(static row => row.Key)];
        }

        if (!_indexes.TryGetValue(attribute, out var index))
        {
            _indexes.Add(attribute, index = new RowIndex(attribute));
            _rows.ForEach(index.Add);
        }

        return [.. texts.SelectMany(index.Find).Where(key => filter.Matches(Find(key)!))];
    }

    public void Put(StoredRow row)
    {
        _view = null;
        if (_places.TryGetValue(row.Key, out var place))
        {
            Unindex(_rows[place]);
            _rows[place] = row;
            Index(row);
            return;
        }

        Index(row);

        _places.Add(row.Key, _rows.Count);
        _rows.Add(row);
    }

    public bool Remove(string key)
    {
        if (!_places.Remove(key, out var place))
        {
            return false;
        }

        _view = null;
        Unindex(_rows[place]);
        var last = _rows[^1];
        _rows.RemoveAt(_rows.Count - 1);
        if (place < _rows.Count)
        {
            _rows[place] = last;
            _places[last.Key] = place;
        }

        return true;
    }

    private void Index(StoredRow row)
    {
        foreach (var index in _indexes.Values)
        {
            index.Add(row);
        }
    }

    private void Unindex(StoredRow row)
    {
        foreach (var index in _indexes.Values)
        {
            index.Remove(row);
        }
    }
}
