namespace Hevlayer.Workers;

/// <summary>What a run over some documents would do and cost.</summary>
public sealed record RunEstimate
{
    /// <summary>Documents that were looked at.</summary>
    public long Documents { get; init; }

    /// <summary>Those of them whose rows are as they should be.</summary>
    public long UnchangedDocuments { get; init; }

    /// <summary>Those of them that a worker would fail, because they have no chunks or one without text; they count for nothing else.</summary>
    public long UnusableDocuments { get; init; }

    /// <summary>Chunks of the documents.</summary>
    public long Chunks { get; init; }

    /// <summary>Texts that would be embedded.</summary>
    public long TextsToEmbed { get; init; }

    /// <summary>Their tokens.</summary>
    public long Tokens { get; init; }

    /// <summary>What the tokens cost; null where <see cref="DryRunOptions.PricePerMillionTokens"/> is not set.</summary>
    public decimal? Price { get; init; }

    /// <summary>Rows that would be written whole.</summary>
    public long RowsToWrite { get; init; }

    /// <summary>Rows whose attributes would be changed.</summary>
    public long RowsToPatch { get; init; }

    /// <summary>Rows that are left over and would go.</summary>
    public long RowsToDelete { get; init; }
}
