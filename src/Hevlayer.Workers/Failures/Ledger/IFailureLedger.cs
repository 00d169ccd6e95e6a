namespace Hevlayer.Workers;

/// <summary>The ledger of a pipeline, as a worker uses it. Thread safe.</summary>
internal interface IFailureLedger
{
    /// <summary>Writes down that a document fails, before it is moved: a failed document has a row, whenever its worker dies.</summary>
    Task WriteAsync(DocumentFailure failure, CancellationToken cancellationToken);

    /// <summary>The row of a document, as far as it was seen; null where none was. No call is made.</summary>
    DocumentFailure? Known(string documentId);

    /// <summary>A document has ended well after this failure, whose row is deleted. One of a later failure stays.</summary>
    Task ForgetAsync(DocumentFailure failure, CancellationToken cancellationToken);

    /// <summary>Checks which documents of the ledger are indexed by now, and deletes their rows.</summary>
    Task CheckAsync(CancellationToken cancellationToken);
}
