using System.Text.Json;

namespace Hevlayer.Workers;

/// <summary>What a worker has done since its start, and what that cost; figures of one moment.</summary>
public sealed record RunReport
{
    /// <summary>The worker; empty for the one without a name.</summary>
    public required string Worker { get; init; }

    /// <summary>The pipeline it works for; empty for a worker of a function.</summary>
    public required string Pipeline { get; init; }

    /// <summary>The function it works for; null for a worker of a pipeline.</summary>
    public string? FunctionId { get; init; }

    /// <summary>Documents it has completed, or messages, or rows of a function.</summary>
    public long Documents { get; init; }

    /// <summary>Those of them for which nothing was to be written.</summary>
    public long UnchangedDocuments { get; init; }

    /// <summary>Those of them whose rows it has removed because they are deleted.</summary>
    public long DeletedDocuments { get; init; }

    /// <summary>Documents or messages it has skipped.</summary>
    public long SkippedDocuments { get; init; }

    /// <summary>Documents it has failed.</summary>
    public long FailedDocuments { get; init; }

    /// <summary>Attempts that failed, and after which the document was retried or failed; lost leases are not among them.</summary>
    public long FailedAttempts { get; init; }

    /// <summary>Documents that it lost to others while it worked on them.</summary>
    public long LeasesLost { get; init; }

    /// <summary>Rows of the documents it has indexed: one for each chunk where the worker embeds.</summary>
    public long Chunks { get; init; }

    /// <summary>Texts that the generator has embedded, those of documents that were lost or failed and of probes included; not those of batches that ran out of time.</summary>
    public long TextsEmbedded { get; init; }

    /// <summary>Their tokens: what the generator reports, else what <see cref="EmbeddingOptions.CountTokens"/> counts, else one for four bytes of UTF-8.</summary>
    public long Tokens { get; init; }

    /// <summary>What the tokens cost; null where no price was given.</summary>
    public decimal? Price { get; init; }

    /// <summary>Rows it has written whole.</summary>
    public long RowsWritten { get; init; }

    /// <summary>Rows of which it has changed attributes, and whose vectors it has left as they were.</summary>
    public long RowsPatched { get; init; }

    /// <summary>Rows that were left over, and that it has deleted.</summary>
    public long RowsDeleted { get; init; }

    /// <summary>Rows that it found as they should be.</summary>
    public long RowsUnchanged { get; init; }

    /// <summary>What the time went to.</summary>
    public IReadOnlyList<StageTime> Stages { get; init; } = [];

    /// <summary>The report as one JSON object, in the names of the wire (<c>texts_embedded</c>).</summary>
    public string ToJson() => JsonSerializer.Serialize(this, RunReportJson.Default.RunReport);

    /// <summary>The report as lines of text: the figures, then the stages.</summary>
    public string ToTable() => RunReportTable.Of(this);
}
