namespace Hevlayer.Workers;

/// <summary>
/// Where a worker writes down its attempts before they begin, so that they count even when its process dies. One process at
/// a time uses a journal. Thread safe.
/// </summary>
public interface IAttemptJournal
{
    /// <summary>The histories of documents.</summary>
    /// <param name="documentIds">Ids of the documents.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The histories by document id; documents without one may be missing.</returns>
    Task<IReadOnlyDictionary<string, AttemptHistory>> ReadAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken);

    /// <summary>
    /// Writes down that an attempt is about to begin. What was written survives the process once the task has ended. To begin
    /// what is open already changes nothing. After an error or a cancelled wait it may be written or not: begin again, or end.
    /// </summary>
    /// <param name="documentId">Id of the document.</param>
    /// <param name="holder">Who holds the lease of the document.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    Task BeginAsync(string documentId, string holder, CancellationToken cancellationToken);

    /// <summary>
    /// Notes that the result of the open attempt is stored and only its completion is left: a crash from here on is not the
    /// document's, but somebody has to check what was stored. By default the attempt is closed.
    /// </summary>
    /// <param name="documentId">Id of the document.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    Task StoredAsync(string documentId, CancellationToken cancellationToken) => EndAsync(documentId, isSettled: false, cancellationToken);

    /// <summary>Counts a failed attempt and closes it; the process lives.</summary>
    /// <param name="documentId">Id of the document.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    Task FailedAsync(string documentId, CancellationToken cancellationToken);

    /// <summary>Closes the attempt, if one is open: the document is settled, or no longer this worker's.</summary>
    /// <param name="documentId">Id of the document.</param>
    /// <param name="isSettled">
    /// True forgets the document: it is indexed, failed, or moved on. False keeps what was counted: it was released, or
    /// its lease is lost.
    /// </param>
    /// <param name="cancellationToken">Stops the wait.</param>
    Task EndAsync(string documentId, bool isSettled, CancellationToken cancellationToken);

    /// <summary>
    /// Closes the attempt, and keeps the document open as one whose result is stored: rows of an attempt that this process
    /// gave up may still arrive, so after a crash somebody has to look. By default the attempt is closed.
    /// </summary>
    /// <param name="documentId">Id of the document.</param>
    /// <param name="holder">Who held the lease of the document when those rows were written.</param>
    /// <param name="isSettled">As in <see cref="EndAsync"/>: true forgets what was counted.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    Task KeepStoredAsync(string documentId, string holder, bool isSettled, CancellationToken cancellationToken) =>
        EndAsync(documentId, isSettled, cancellationToken);

    /// <summary>
    /// Documents that an earlier process of this journal worked on when it died, each once. A document leaves the list when
    /// an attempt at it begins or ends.
    /// </summary>
    /// <param name="cancellationToken">Stops the wait.</param>
    Task<IReadOnlyList<AbandonedAttempt>> AbandonedAsync(CancellationToken cancellationToken);
}
