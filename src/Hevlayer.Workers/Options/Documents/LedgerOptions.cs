namespace Hevlayer.Workers;

/// <summary>
/// Where a worker writes down which documents failed, and why. The gateway keeps no reason with a failed document; the ledger
/// is a namespace with one row for each, which outlives the worker and is read with
/// <see cref="FailureExtensions.Failures"/>. A document about which nothing went wrong costs no call.
/// </summary>
public sealed class LedgerOptions
{
    /// <summary>Whether failed documents are written down.</summary>
    /// <value>Default: true. A failure costs a fetch and a write, and one query is made at start and in each
    /// <see cref="CheckInterval"/>. The key needs the scopes read and write.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>The namespace, for the ledger alone; the first failure makes it.</summary>
    /// <value>Default: null, <c>{pipeline}-ledger</c>.</value>
    public string? Namespace { get; set; }

    /// <summary>
    /// How often the worker looks which documents of the ledger are indexed by now, whoever did that, and takes their rows
    /// out. It varies by a quarter.
    /// </summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan CheckInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Writes that are tried for one failure, each after the client's own retries, before the document is moved to
    /// <c>failed</c> without a row. The worker then retries the row with each check.
    /// </summary>
    /// <value>Default: 5, with the pauses of <see cref="DocumentWorkerOptions.Retry"/>; 1 while they all fail.</value>
    public int MaxWriteAttempts { get; set; } = 5;

    /// <summary>The ledger of a pipeline, where nobody names another.</summary>
    /// <param name="pipelineId">The pipeline.</param>
    internal static string NameFor(string pipelineId) => $"{pipelineId}-ledger";

    internal LedgerOptions Copy() => (LedgerOptions)MemberwiseClone();
}
