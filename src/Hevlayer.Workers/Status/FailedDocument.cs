namespace Hevlayer.Workers;

/// <summary>A document or row that a worker failed, or the document of a message that it rejected for good.</summary>
/// <param name="DocumentId">Id of the document; of a row, its namespace and its id with a slash in between.</param>
/// <param name="Reason">Why, in words for an operator.</param>
/// <param name="Attempts">Attempts that failed before.</param>
/// <param name="At">When.</param>
public sealed record FailedDocument(string DocumentId, string Reason, int Attempts, DateTimeOffset At);
