namespace Hevlayer.Workers;

/// <summary>Within which limits the engine works, whatever it works on.</summary>
internal sealed record WorkLimits
{
    /// <summary>What the worker is called in logs.</summary>
    public required string Worker { get; init; }

    /// <summary>What it works on, in the plural, for logs.</summary>
    public required string Items { get; init; }

    /// <summary>Most items that one call takes.</summary>
    public required int TakeLimit { get; init; }

    /// <summary>Most items that are worked on at the same time.</summary>
    public required int MaxConcurrent { get; init; }

    /// <summary>Most items that are held at the same time.</summary>
    public required int MaxHeld { get; init; }

    /// <summary>Most items that are held and not stored yet: more would be kept from other workers.</summary>
    public required int MaxAhead { get; init; }

    public required TimeSpan IdlePause { get; init; }

    public required TimeSpan MaxIdlePause { get; init; }

    public required TimeSpan MaxErrorPause { get; init; }

    public required TimeSpan LivenessLimit { get; init; }

    public required RetryLimits Retry { get; init; }

    public required WorkerShutdownOptions Shutdown { get; init; }
}
