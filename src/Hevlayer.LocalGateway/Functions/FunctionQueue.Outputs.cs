namespace Hevlayer.Local;

internal sealed partial class FunctionQueue
{
    /// <summary>Writes the outputs and the marks of the rows that the worker holds, and takes those rows off the queue.</summary>
    public int Complete(string workerId, IEnumerable<UdfCompleteItem> items)
    {
        List<(UdfCompleteItem Output, NewRow Patch)> outputs = [.. items.Select(item => (item, OutputReader.Read(item)))];
        lock (_lock)
        {
            var now = CatchUp();
            _workers.NoteCall(workerId, now);
            var held = outputs
                .DistinctBy(output => (output.Output.Namespace, output.Output.Id))
                .Select(output => (Item: HeldBy(workerId, output.Output.Namespace, output.Output.Id), output.Patch))
                .Where(output => output.Item is not null)
                .ToList();
            foreach (var group in held.GroupBy(output => output.Item!.Namespace, StringComparer.Ordinal))
            {
                Write(group.Key, [.. group.Select(output => Mark(output.Item!, output.Patch, now))]);
                foreach (var (item, _) in group)
                {
                    _board.Remove(item!);
                    _rate.Add(now);
                }
            }

            return held.Count;
        }
    }

    // A row that has been deleted while it was in work stays deleted.
    private void Write(string name, NewRow[] patches)
    {
        if (_namespaces.View(name) is not null)
        {
            _namespaces.Open(name).Write(new NamespaceWrite { Patches = patches });
        }
    }

    private NewRow Mark(FunctionItem item, NewRow patch, long now)
    {
        patch.Attributes[_marker.Version] = Spec.Version!;
        if (StaleSince(item) is { } stale && stale <= item.Lease!.ClaimedMs)
        {
            patch.Attributes[_marker.StaleAfter] = AttributeValue.Null;
        }

        foreach (var other in Spec.Invalidates!.Where(other => !string.Equals(other, _udf.Id, StringComparison.Ordinal)))
        {
            patch.Attributes[new FunctionMarker(other).StaleAfter] = Time(now).ToUnixTimeMilliseconds();
        }

        return patch;
    }

    private long? StaleSince(FunctionItem item) =>
        _namespaces.Find(item.Namespace)?.Find(item.Id)?.Read(_marker.StaleAfter) is { Kind: AttributeKind.Integer } stale ? stale.AsInt64() : null;
}
