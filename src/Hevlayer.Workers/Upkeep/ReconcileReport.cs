namespace Hevlayer.Workers;

/// <summary>What a comparison of documents with their rows found.</summary>
public sealed record ReconcileReport
{
    /// <summary>Documents that were compared.</summary>
    public long Documents { get; init; }

    /// <summary>Documents that the pipeline does not know, or whose chunks are gone: nothing says what their rows should be.</summary>
    public long Unknown { get; init; }

    /// <summary>Rows that should be there and are not.</summary>
    public long Missing { get; init; }

    /// <summary>Rows that are there and should not be.</summary>
    public long LeftOver { get; init; }

    /// <summary>Rows that are there with other attributes.</summary>
    public long Changed { get; init; }

    /// <summary>Documents with any of these.</summary>
    public IReadOnlyList<string> Different { get; init; } = [];

    /// <summary>Those of them that were put back, for a worker to mend; the others are in work, or failed.</summary>
    public long PutBack { get; init; }
}
