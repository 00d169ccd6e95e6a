namespace Hevlayer.Workers;

/// <summary>Why the work on a document has to end.</summary>
public enum WorkEnd
{
    /// <summary>It does not: the work may go on.</summary>
    None,

    /// <summary>The lease is lost; the result is not wanted.</summary>
    LeaseLost,

    /// <summary>The worker shuts down; a result that comes within the drain time still counts.</summary>
    Stopping,

    /// <summary>The time of the handler is over; the attempt has failed.</summary>
    Deadline,
}
