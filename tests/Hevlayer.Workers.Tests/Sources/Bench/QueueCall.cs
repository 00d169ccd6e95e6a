namespace Hevlayer.Workers.Tests.Sources;

/// <summary>A call as it came to the queue.</summary>
/// <param name="Action">Which call.</param>
/// <param name="At">When it was sent.</param>
/// <param name="DocumentId">The document it is about; null for a receive.</param>
internal sealed record QueueCall(QueueAction Action, TimeSpan At, string? DocumentId)
{
    public Rejection? Rejection { get; init; }

    /// <summary>Most messages that a receive asks for.</summary>
    public int Limit { get; init; }

    /// <summary>Whether it was carried out.</summary>
    public bool IsDone { get; set; }

    /// <summary>Whether its token was cancelled while it was under way.</summary>
    public bool WasCancelled { get; set; }
}
