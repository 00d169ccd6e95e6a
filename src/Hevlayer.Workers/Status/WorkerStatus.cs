namespace Hevlayer.Workers;

/// <summary>What a worker has done and how it is. All figures count from its start. Thread safe.</summary>
public sealed class WorkerStatus
{
    private readonly TimeSpan _livenessLimit;

    internal WorkerStatus(string name, string pipelineId, TimeSpan livenessLimit, TimeProvider clock)
    {
        Name = name;
        PipelineId = pipelineId;
        Progress = new WorkerProgress(clock);
        _livenessLimit = livenessLimit;
    }

    /// <summary>Name of the worker, and key of this service; empty for the one without a name. That of a source worker is <c>source</c>, or <c>source:name</c>; that of a function worker <c>function:id</c>.</summary>
    public string Name { get; }

    /// <summary>The pipeline it works for; empty for a worker of a function.</summary>
    public string PipelineId { get; }

    /// <summary>The function it works for; null for a worker of a pipeline.</summary>
    public string? FunctionId { get; internal init; }

    /// <summary>Where it is in its life.</summary>
    public WorkerState State => Progress.State;

    /// <summary>Documents or rows it has claimed, or messages it has received.</summary>
    public long Claimed => Progress.Taken;

    /// <summary>Documents it has indexed, staged or moved on, or rows it has completed.</summary>
    public long Completed => Progress.Completed;

    /// <summary>Messages it has skipped, because nothing was to be staged for them; a worker that claims has none.</summary>
    public long Skipped => Progress.Skipped;

    /// <summary>Documents whose rows it has removed because they are deleted; they count as completed, too.</summary>
    public long Deleted => Progress.Deleted;

    /// <summary>Documents it has failed, messages it has rejected for good, or rows it has reported as permanent failures.</summary>
    public long Failed => Progress.Failed;

    /// <summary>Documents, messages or rows whose lease it lost while it worked on them.</summary>
    public long LeasesLost => Progress.LeasesLost;

    /// <summary>Documents or messages it has released, or rows it has given back, because it ended.</summary>
    public long Released => Progress.Released;

    /// <summary>Texts it has embedded for documents; an embedding worker alone has any.</summary>
    public long TextsEmbedded => Progress.Rows.Embedded;

    /// <summary>Rows it has written whole.</summary>
    public long RowsWritten => Progress.Rows.Written;

    /// <summary>Rows of which it has changed attributes, and whose vectors it has left as they were.</summary>
    public long RowsPatched => Progress.Rows.Patched;

    /// <summary>Rows that it found left over, and has deleted; of an embedding worker whose ids follow from the content.</summary>
    public long RowsDeleted => Progress.Rows.Deleted;

    /// <summary>Rows that it found as they should be.</summary>
    public long RowsUnchanged => Progress.Rows.Unchanged;

    /// <summary>Handlers that went on after they were cancelled and are still going on.</summary>
    public int Abandoned => Progress.Abandoned;

    /// <summary>Attempts that failed since the last document that succeeded.</summary>
    public int FailureStreak => Progress.FailureStreak;

    /// <summary>Time since the loop last showed a sign of life.</summary>
    public TimeSpan SinceLastSign => Progress.SinceLastSign;

    /// <summary>
    /// Whether the worker should run and its loop has shown no sign of life for
    /// <see cref="DocumentWorkerOptions.LivenessLimit"/>, <see cref="SourceWorkerOptions.LivenessLimit"/> or
    /// <see cref="FunctionWorkerOptions.LivenessLimit"/>.
    /// </summary>
    public bool IsStuck => State == WorkerState.Running && SinceLastSign > _livenessLimit;

    /// <summary>The last failure of a claim or a receive; null when the last one succeeded. Holds no key and no text of a document.</summary>
    public string? LastClaimError => Progress.LastTakeError;

    /// <summary>The last 100 documents or rows that failed, or messages that were rejected for good, the oldest first.</summary>
    public IReadOnlyList<FailedDocument> RecentFailures => Progress.RecentFailures;

    /// <summary>Sums up what it has done since its start, and what that cost.</summary>
    /// <param name="pricePerMillionTokens">What the provider charges for a million tokens, in any currency; null for a report without a price.</param>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public RunReport Report(decimal? pricePerMillionTokens = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pricePerMillionTokens ?? 0, nameof(pricePerMillionTokens));
        var rows = Progress.Rows;
        return new()
        {
            Worker = Name,
            Pipeline = PipelineId,
            FunctionId = FunctionId,
            Documents = Completed,
            UnchangedDocuments = rows.UnchangedDocuments,
            DeletedDocuments = Deleted,
            SkippedDocuments = Skipped,
            FailedDocuments = Failed,
            FailedAttempts = Progress.FailedAttempts,
            LeasesLost = LeasesLost,
            Chunks = rows.Chunks,
            TextsEmbedded = rows.Paid,
            Tokens = rows.Tokens,
            Price = pricePerMillionTokens * rows.Tokens / 1_000_000,
            RowsWritten = rows.Written,
            RowsPatched = rows.Patched,
            RowsDeleted = rows.Deleted,
            RowsUnchanged = rows.Unchanged,
            Stages = Progress.Times.All,
        };
    }

    /// <summary>What it is called in logs and reports.</summary>
    internal string DisplayName => Name.Length > 0 ? Name : "default";

    /// <summary>The name under which it takes services of its own.</summary>
    internal string ServiceName { get; init; } = string.Empty;

    internal WorkerProgress Progress { get; }
}
