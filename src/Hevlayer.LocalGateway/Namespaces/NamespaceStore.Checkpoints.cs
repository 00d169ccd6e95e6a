namespace Hevlayer.Local;

internal sealed partial class NamespaceStore
{
    private readonly List<Checkpoint> _checkpoints = [];

    /// <summary>Pins the latest snapshot under a label; a label that is taken keeps its first meaning.</summary>
    public Checkpoint Checkpoint(string label)
    {
        lock (_lock)
        {
            CatchUp(NowMs());
            if (_checkpoints.Find(one => string.Equals(one.Label, label, StringComparison.Ordinal)) is { } known)
            {
                return known;
            }

            var latest = _snapshots.Latest
                ?? throw GatewayFault.Invalid($"namespace '{name}' has no snapshot yet, so there is nothing to pin");
            var checkpoint = new Checkpoint
            {
                Namespace = name,
                Label = label,
                WatermarkMs = latest.WatermarkMs,
                Sha = latest.Sha,
                RowCount = latest.RowCount ?? 0,
            };
            _checkpoints.Add(checkpoint);
            return checkpoint;
        }
    }

    /// <summary>All checkpoints, newest first.</summary>
    public IReadOnlyList<Checkpoint> Checkpoints()
    {
        lock (_lock)
        {
            return [.. Enumerable.Reverse(_checkpoints)];
        }
    }
}
