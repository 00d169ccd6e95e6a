namespace Hevlayer.Workers;

/// <summary>What a worker spends time on for a document.</summary>
public enum WorkStage
{
    /// <summary>From its claim until it has a place to be worked on.</summary>
    Wait,

    /// <summary>Its chunks are read.</summary>
    Read,

    /// <summary>Its rows are asked for.</summary>
    Compare,

    /// <summary>Its handler works; for an embedding worker, its texts wait for batches and are embedded, and its rows are asked for where that was not done ahead.</summary>
    Handle,

    /// <summary>A batch of texts is embedded; counted once for all of its documents.</summary>
    Embed,

    /// <summary>Its rows or chunks are written, with the wait for those that share the write.</summary>
    Write,

    /// <summary>The call that ends its hold.</summary>
    Complete,
}
