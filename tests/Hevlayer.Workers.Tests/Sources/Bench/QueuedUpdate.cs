namespace Hevlayer.Workers.Tests.Sources;

/// <summary>A message in a queue.</summary>
internal sealed class QueuedUpdate(string id, Update body)
{
    public string Id => id;

    public Update Body => body;

    public int ReceiveCount { get; set; }

    /// <summary>From when on it can be received.</summary>
    public TimeSpan VisibleAt { get; set; }

    /// <summary>Why its body cannot be read; null when it can.</summary>
    public string? Problem { get; init; }

    public string? TraceParent { get; init; }
}
