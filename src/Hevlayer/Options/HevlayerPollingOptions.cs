namespace Hevlayer;

/// <summary>Defaults of the helpers that wait for the gateway.</summary>
public sealed class HevlayerPollingOptions
{
    /// <summary>
    /// How old a pipeline's status may be when the gateway answers with it. A queue counts as drained only when its status
    /// must be younger than the start of the wait. Zero for a gateway that does not cache.
    /// </summary>
    /// <value>Default: 15 seconds.</value>
    public TimeSpan StatusCacheTime { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Pause between two polls of a pipeline's status.</summary>
    /// <value>Default: 5 seconds.</value>
    public TimeSpan StatusInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Pause between two polls of a namespace's snapshots.</summary>
    /// <value>Default: 5 seconds.</value>
    public TimeSpan SnapshotInterval { get; set; } = TimeSpan.FromSeconds(5);

    internal HevlayerPollingOptions Copy() => (HevlayerPollingOptions)MemberwiseClone();
}
