namespace Hevlayer.Local;

/// <summary>What a worker has done on a pipeline. Times are UTC ticks.</summary>
internal sealed record WorkerSighting(string Worker)
{
    public long FirstSeen { get; init; }

    public long LastSeen { get; init; }

    /// <summary>When it asked for documents last; null for never.</summary>
    public long? LastClaim { get; init; }

    /// <summary>The stage that it claims from; null when it never claimed.</summary>
    public string? Stage { get; init; }

    public long Claims { get; init; }

    /// <summary>Documents that it got.</summary>
    public long Taken { get; init; }

    public long Renewals { get; init; }
}
