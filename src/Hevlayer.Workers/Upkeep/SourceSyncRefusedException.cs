namespace Hevlayer.Workers;

/// <summary>A synchronization with a source would delete what it may not; nothing was deleted.</summary>
public sealed class SourceSyncRefusedException : InvalidOperationException
{
    internal SourceSyncRefusedException(string message, SourceSyncReport? report = null)
        : base(message) => Report = report;

    /// <summary>What would have been deleted; null where the documents were not looked at.</summary>
    public SourceSyncReport? Report { get; }
}
