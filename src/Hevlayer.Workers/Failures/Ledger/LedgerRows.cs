using System.Net;

namespace Hevlayer.Workers;

/// <summary>The rows of a ledger, reached through the client. Where the namespace does not exist there are none.</summary>
internal sealed class LedgerRows(IHevlayerClient layer, string namespaceName) : ILedgerRows
{
    // A filter names a document and its claim, some hundred bytes.
    private const int MostDeletes = 200;

    private readonly NamespaceClient _ledger = layer.Namespace(namespaceName);

    public async Task<IReadOnlyDictionary<string, DocumentFailure>> FetchAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, DocumentFailure>(StringComparer.Ordinal);
        if (documentIds.Count == 0)
        {
            return found;
        }

        try
        {
            string[] ids = [.. documentIds.Select(LedgerRow.IdOf)];
            var reply = await _ledger.FetchManyAsync(ids, cancellationToken: cancellationToken);
            foreach (var failure in reply.Documents.Select(static row => LedgerRow.Read(row.Id, row.Attributes)))
            {
                found[failure.DocumentId] = failure;
            }
        }
        catch (HevlayerException exception) when (IsMissing(exception))
        {
            // The first failure makes the namespace.
        }

        return found;
    }

    /// <summary>The row of one document; null for none.</summary>
    public async Task<DocumentFailure?> FindAsync(string documentId, CancellationToken cancellationToken)
    {
        try
        {
            var row = await _ledger.FetchAsync(LedgerRow.IdOf(documentId), cancellationToken: cancellationToken);
            return LedgerRow.Read(row.Id, row.Attributes);
        }
        catch (HevlayerException exception) when (IsMissing(exception))
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<DocumentFailure>> PageAsync(Filter? filter, string? after, int limit, CancellationToken cancellationToken)
    {
        Filter[] parts = [.. new[] { filter, after is null ? null : Filter.Gt("id", after) }.OfType<Filter>()];
        var request = new QueryRequest
        {
            RankBy = RankBy.Ascending("id"),
            TopK = limit,
            Filters = parts switch { [] => null, [var only] => only, _ => Filter.And(parts) },
            IncludeAttributes = true,
        };
        try
        {
            var reply = await layer.Api.QueryNamespaceAsync(_ledger.Name, request, cancellationToken: cancellationToken);
            return [.. reply.Rows.Select(static row => LedgerRow.Read(row.Id.ToString(), row.Attributes))];
        }
        catch (HevlayerException exception) when (IsMissing(exception))
        {
            return [];
        }
    }

    public async Task WriteAsync(IReadOnlyList<DocumentFailure> failures, IReadOnlyList<DocumentFailure> gone, CancellationToken cancellationToken)
    {
        var later = gone.Chunk(MostDeletes).Skip(1);
        if (failures.Count > 0 || gone.Count > 0)
        {
            await _ledger.WriteAsync(
                new()
                {
                    UpsertRows = failures.Count == 0 ? null : [.. failures.Select(LedgerRow.ToWrite)],
                    UpsertCondition = failures.Count == 0 ? null : IsNoLater,
                    DeleteByFilter = gone.Count == 0 ? null : AnyOf(gone.Take(MostDeletes)),
                },
                cancellationToken);
        }

        foreach (var part in later)
        {
            await _ledger.WriteAsync(new() { DeleteByFilter = AnyOf(part) }, cancellationToken);
        }
    }

    /// <summary>Notes that documents were put back, unless they have failed again by now.</summary>
    public async Task MarkAsync(IReadOnlyList<DocumentFailure> redriven, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (redriven.Count > 0)
        {
            await _ledger.WriteAsync(
                new()
                {
                    PatchRows = [.. redriven.Select(failure => new WriteRow
                    {
                        Id = LedgerRow.IdOf(failure.DocumentId),
                        Attributes = new() { [LedgerRow.Claim] = failure.Claim, [LedgerRow.RedrivenAt] = LedgerRow.TextOf(at) },
                    })],
                    PatchCondition = Filter.Eq(LedgerRow.Claim, Filter.Incoming(LedgerRow.Claim)),
                },
                cancellationToken);
        }
    }

    private static Filter IsNoLater { get; } = Filter.Or(
        Filter.Eq(LedgerRow.LastAt, AttributeValue.Null),
        Filter.Lte(LedgerRow.LastAt, Filter.Incoming(LedgerRow.LastAt)));

    private static Filter AnyOf(IEnumerable<DocumentFailure> failures) =>
        Filter.Or(failures.Select(static failure => Filter.And(Filter.Eq("id", LedgerRow.IdOf(failure.DocumentId)), Filter.Eq(LedgerRow.Claim, failure.Claim))));

    private static bool IsMissing(HevlayerException exception) => exception is { StatusCode: HttpStatusCode.NotFound, HasGatewayBody: true };
}
