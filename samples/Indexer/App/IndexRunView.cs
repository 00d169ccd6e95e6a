namespace Hevlayer.Indexer;

/// <summary>An index run as its callers see it.</summary>
/// <param name="Id">Id of the run.</param>
/// <param name="State">queued, staging, embedding, snapshot, done or failed.</param>
/// <param name="Documents">Documents it was given.</param>
/// <param name="InQueue">Messages in the source queue when it was last looked at.</param>
/// <param name="Pending">Documents that waited to be embedded.</param>
/// <param name="Processing">Documents that were being embedded.</param>
/// <param name="Failed">Documents of the pipeline that were set aside.</param>
/// <param name="Snapshot">The snapshot that holds the run; null until it is done.</param>
/// <param name="Error">Why it failed; null unless it did.</param>
internal sealed record IndexRunView(
    string Id,
    string State,
    int Documents,
    long InQueue = 0,
    long Pending = 0,
    long Processing = 0,
    long Failed = 0,
    string? Snapshot = null,
    string? Error = null)
{
    public bool HasEnded => State is "done" or "failed";
}
