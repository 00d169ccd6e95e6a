namespace Hevlayer.Workers;

/// <summary>The ledger of a pipeline, as a worker uses it. Thread safe.</summary>
internal interface IFailureLedger
{
    /// <summary>Writes down that a document fails, before it is moved: a failed document has a row, whenever its worker dies.</summary>
    Task WriteAsync(DocumentFailure failure, CancellationToken cancellationToken);

    /// <summary>A document has ended well. Where the ledger is known to have a row of it, that is deleted; else there is no call.</summary>
    Task ForgetAsync(string documentId, CancellationToken cancellationToken);

    /// <summary>Checks which documents of the ledger are indexed by now, and deletes their rows.</summary>
    Task CheckAsync(CancellationToken cancellationToken);
}
