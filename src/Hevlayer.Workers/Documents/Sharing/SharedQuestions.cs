namespace Hevlayer.Workers;

/// <summary>
/// Asks which rows documents have, for many in one call: what comes while two questions are under way goes together in the
/// next.
/// </summary>
internal sealed class SharedQuestions
{
    private const int Concurrent = 2;

    // Of one fetch, and of one filter.
    private const int MostRowIds = 500;
    private const int MostDocuments = 100;

    private readonly IPipelineGateway _gateway;
    private readonly SharedCalls<IReadOnlyList<string>, IReadOnlyList<PresentRow>> _byId;
    private readonly SharedCalls<string, IReadOnlyList<PresentRow>> _byDocument;

    /// <summary>Makes the questions of one worker.</summary>
    /// <param name="gateway">Whom they ask.</param>
    /// <param name="clock">The clock.</param>
    public SharedQuestions(IPipelineGateway gateway, TimeProvider clock)
    {
        _gateway = gateway;
        _byId = new(new(new(MostRowIds, long.MaxValue), TimeSpan.Zero, Concurrent), static () => false, FindAsync, clock);
        _byDocument = new(new(new(MostDocuments, long.MaxValue), TimeSpan.Zero, Concurrent), static () => false, ListAsync, clock);
    }

    /// <summary>Those of the rows that are there, as they are at this moment.</summary>
    public Task<IReadOnlyList<PresentRow>> FindAsync(HeldDocument held, IReadOnlyList<string> rowIds, bool isAlone, CancellationToken cancellationToken) =>
        _byId.CallAsync(held, rowIds, new(rowIds.Count, 0), isAlone, cancellationToken);

    /// <summary>The rows that the index lists for the document.</summary>
    public Task<IReadOnlyList<PresentRow>> ListAsync(HeldDocument held, bool isAlone, CancellationToken cancellationToken) =>
        _byDocument.CallAsync(held, held.Id, new(1, 0), isAlone, cancellationToken);

    private async Task<IReadOnlyList<IReadOnlyList<PresentRow>>> FindAsync(IReadOnlyList<SharedCall<IReadOnlyList<string>, IReadOnlyList<PresentRow>>> calls, Func<bool> mayCall, CancellationToken cancellationToken)
    {
        List<string> ids = [.. calls.SelectMany(static call => call.Content).Distinct(StringComparer.Ordinal)];
        var rows = (await _gateway.FindRowsAsync(ids, mayCall, cancellationToken)).ToDictionary(static row => row.Id, StringComparer.Ordinal);
        return [.. calls.Select(call => (IReadOnlyList<PresentRow>)[.. call.Content.Where(rows.ContainsKey).Select(id => rows[id])])];
    }

    private async Task<IReadOnlyList<IReadOnlyList<PresentRow>>> ListAsync(IReadOnlyList<SharedCall<string, IReadOnlyList<PresentRow>>> calls, Func<bool> mayCall, CancellationToken cancellationToken)
    {
        var rows = (await _gateway.ListRowsAsync([.. calls.Select(static call => call.Content)], mayCall, cancellationToken)).ToLookup(static row => row.DocumentId, StringComparer.Ordinal);
        return [.. calls.Select(call => (IReadOnlyList<PresentRow>)[.. rows[call.Content]])];
    }
}
