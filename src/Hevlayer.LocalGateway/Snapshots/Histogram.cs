using System.Runtime.InteropServices;

namespace Hevlayer.Local;

/// <summary>How often each value of one attribute occurs; lists count per element.</summary>
internal sealed class Histogram
{
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    public int Distinct => _counts.Count;

    public static Histogram Of(string field, IEnumerable<StoredRow> rows)
    {
        var histogram = new Histogram();
        foreach (var row in rows)
        {
            histogram.Add(row.Read(field));
        }

        return histogram;
    }

    /// <summary>The most frequent values first, equally frequent ones in ordinal order.</summary>
    public IEnumerable<KeyValuePair<string, long>> Ranked() =>
        _counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal);

    private void Add(AttributeValue value)
    {
        switch (value.Kind)
        {
            case AttributeKind.Null:
                break;
            case AttributeKind.Array:
                foreach (var item in value.AsArray())
                {
                    Add(item);
                }

                break;
            default:
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, value.ToString(), out _)++;
                break;
        }
    }
}
