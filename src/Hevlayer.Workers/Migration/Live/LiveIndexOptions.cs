namespace Hevlayer.Workers;

/// <summary>How an app finds the live index of a pipeline.</summary>
public sealed class LiveIndexOptions
{
    /// <summary>
    /// How long it is taken for granted which index is live. For so long after a migration was switched over, queries go on to be answered by
    /// the index that was live before, whole; so keep it for longer.
    /// </summary>
    /// <value>Default: 10 seconds; zero asks before each query.</value>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The namespace that says which index is live.</summary>
    /// <value>Default: null, <c>{pipeline}-index</c>.</value>
    public string? CardNamespace { get; set; }

    /// <summary>Measures <see cref="MaxAge"/>.</summary>
    /// <value>Default: the system's clock.</value>
    public TimeProvider Clock { get; set; } = TimeProvider.System;
}
