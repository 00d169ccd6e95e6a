namespace Hevlayer.Workers;

/// <summary>What is to be done about one document for the new index.</summary>
internal enum CopyDecision
{
    /// <summary>Its rows are there.</summary>
    Nothing,

    /// <summary>Its chunks are staged.</summary>
    Stage,

    /// <summary>That it is deleted is staged.</summary>
    Delete,

    /// <summary>Nothing says what its rows should be.</summary>
    Unknown,
}
