namespace Hevlayer.Workers;

/// <summary>What a migration has done and where it stands.</summary>
/// <param name="From">The index that answered before.</param>
/// <param name="Into">The index that was built.</param>
public sealed record MigrationReport(IndexSide From, IndexSide Into)
{
    /// <summary>Whether the new index answers queries now.</summary>
    public bool IsSwitchedOver { get; init; }

    /// <summary>Whether the last look at all documents found the new index to be what it should be.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Looks at all documents.</summary>
    public int Passes { get; init; }

    /// <summary>Documents that were staged for the new index, each as often as it was.</summary>
    public long Staged { get; init; }

    /// <summary>Documents of the last look.</summary>
    public long Documents { get; init; }

    /// <summary>Rows of the old index at the last look.</summary>
    public long OldRows { get; init; }

    /// <summary>Rows of the new index at the last look; those of a document are as many as its chunks.</summary>
    public long NewRows { get; init; }

    /// <summary>Documents that the new index lacks: they failed there, or their chunks are gone.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Documents that differed at the last look and were staged; those go on being indexed.</summary>
    public IReadOnlyList<string> Different { get; init; } = [];
}
