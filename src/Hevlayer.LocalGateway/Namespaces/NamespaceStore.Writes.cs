namespace Hevlayer.Local;

internal sealed partial class NamespaceStore
{
    /// <summary>Applies all changes, or none when one of them is refused.</summary>
    public WriteCounts Write(NamespaceWrite write)
    {
        var counts = WriteLocked(write);
        feed.Tell(name, write.Upserts.Concat(write.Patches).Select(static row => row.Key));
        return counts;
    }

    /// <summary>Takes over all rows of another namespace.</summary>
    public int CopyFrom(NamespaceView source)
    {
        CopyLocked(source);
        feed.Tell(name, source.Rows.Select(static row => row.Key));
        return source.Rows.Length;
    }

    private WriteCounts WriteLocked(NamespaceWrite write)
    {
        lock (_lock)
        {
            var now = NowMs();
            var dimensions = _schema.CheckVectors(write.Patches.Count == 0 ? write.Upserts : [.. write.Upserts, .. write.Patches]);
            CheckMetric(write.Metric);
            CatchUp(now);
            if (write.Schema is { } definitions)
            {
                DeclareLocked(definitions);
            }

            _schema.Metric = write.Metric ?? _schema.Metric;
            _schema.Learn(dimensions);
            var counts = Apply(write, now);
            Touch(now);
            return counts;
        }
    }

    private void CopyLocked(NamespaceView source)
    {
        lock (_lock)
        {
            var now = NowMs();
            CheckMetric(source.Metric);
            CatchUp(now);
            _schema.Metric = source.Metric;
            _schema.Learn(source.Dimensions);
            foreach (var row in source.Rows)
            {
                _schema.Learn(row.Attributes);
                _rows.Put(row with { UpsertedAtMs = now });
            }

            Touch(now);
        }
    }

    // The vector store's order: what a filter deletes goes before anything comes.
    private WriteCounts Apply(NamespaceWrite write, long now)
    {
        var deleted = write.DeleteBy is { } filter ? _rows.KeysOf(filter).Count(_rows.Remove) : 0;
        var upserted = write.Upserts.Where(row => Allows(write.UpsertIf?.For(row), _rows.Find(row.Key))).ToList();
        foreach (var row in upserted)
        {
            Put(row.Id, row.Key, row.Vectors, row.Attributes, now);
        }

        var patched = write.Patches.Count(patch => Allows(write.PatchIf?.For(patch), _rows.Find(patch.Key)) && Patch(patch, now));
        deleted += write.Deletes.Count(key => Allows(write.DeleteIf, _rows.Find(key)) && _rows.Remove(key));
        return new WriteCounts(upserted.Count, patched, deleted);
    }

    private static bool Allows(RowFilter? condition, StoredRow? present) => condition is null || present is null || condition.Matches(present);

    private bool Patch(NewRow patch, long now)
    {
        if (_rows.Find(patch.Key) is not { } row)
        {
            return false;
        }

        var merged = new AttributeMap();
        for (var i = 0; i < row.Attributes.Names.Length; i++)
        {
            merged[row.Attributes.Names[i]] = row.Attributes.Values[i];
        }

        foreach (var (attribute, value) in patch.Attributes)
        {
            merged[attribute] = value;
        }

        Put(row.Id, row.Key, patch.Vectors.Length > 0 ? patch.Vectors : row.Vectors, merged, now);
        return true;
    }

    private void Put(AttributeValue id, string key, float[][] vectors, AttributeMap attributes, long now)
    {
        var stored = _shapes.Store(attributes);
        _schema.Learn(stored);
        _rows.Put(new StoredRow(id, key, vectors, stored, now));
    }

    private void CheckMetric(string? metric)
    {
        if (metric is not null && _schema.Dimensions is not null && !string.Equals(metric, _schema.Metric, StringComparison.Ordinal))
        {
            throw GatewayFault.Invalid($"namespace '{name}' uses {_schema.Metric}, not {metric}");
        }
    }

    private void Touch(long now)
    {
        _createdMs = _exists ? _createdMs : now;
        _exists = true;
        _lastWriteMs = now;
        _snapshots.NoteWrite();
    }
}
