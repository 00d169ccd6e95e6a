namespace Hevlayer.Local;

/// <summary>The newest events of a pipeline: a ring, so that a million documents cost no more than a few. Not thread safe.</summary>
internal sealed class Timeline(int entries)
{
    private readonly List<TimelineEntry> _ring = [];
    private int _next;

    public void Add(TimelineEntry entry)
    {
        if (_ring.Count < entries)
        {
            _ring.Add(entry);
        }
        else if (entries > 0)
        {
            _ring[_next] = entry;
            _next = (_next + 1) % entries;
        }
    }

    /// <summary>The events of a document that are still there, the oldest first.</summary>
    public List<TimelineEntry> Of(QueuedDocument document)
    {
        var found = new List<TimelineEntry>();
        for (var i = 0; i < _ring.Count; i++)
        {
            var entry = _ring[(_next + i) % _ring.Count];
            if (ReferenceEquals(entry.Document, document))
            {
                found.Add(entry);
            }
        }

        return found;
    }
}
