using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.VectorData;

namespace Hevlayer.VectorData;

public partial class HevlayerCollection<TKey, TRecord>
{
    /// <summary>
    /// One record by its key; null when it is not there. Calls <c>GET /v2/namespaces/{namespace}/documents/{doc_id}</c>, and
    /// with vectors <c>POST /v1/namespaces/{namespace}/query</c>; either needs the scope read.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="options">Whether vectors are wanted; null for no.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="VectorStoreException">The call failed.</exception>
    public override async Task<TRecord?> GetAsync(TKey key, RecordRetrievalOptions? options = null, CancellationToken cancellationToken = default)
    {
        var id = StoredKeys.Write(key);
        if (options is { IncludeVectors: true } || _mapper.Attributes.Length == 0)
        {
            var found = await FindAsync([id], Attributes(options is { IncludeVectors: true }), cancellationToken).ConfigureAwait(false);
            return found is [var row] ? Record(row) : null;
        }

        return await _rows.FetchAsync(id, _mapper.Attributes, cancellationToken).ConfigureAwait(false) is { } fetched ? Record(fetched) : null;
    }

    /// <summary>
    /// Records by their keys; those that are not there are left out. Calls <c>POST /v1/namespaces/{namespace}/query</c> for
    /// each <see cref="HevlayerCollectionOptions.MaxKeysPerCall"/> keys.
    /// </summary>
    /// <param name="keys">The keys.</param>
    /// <param name="options">Whether vectors are wanted; null for no.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="VectorStoreException">A call failed.</exception>
    public override IAsyncEnumerable<TRecord> GetAsync(IEnumerable<TKey> keys, RecordRetrievalOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return ReadAsync(keys, Attributes(options is { IncludeVectors: true }), cancellationToken);
    }

    /// <summary>
    /// Records that meet a filter. Calls <c>POST /v1/namespaces/{namespace}/query</c>; the vector store orders by one
    /// property, further ones are ordered here, among records that are equal before.
    /// </summary>
    /// <param name="filter">The filter.</param>
    /// <param name="top">Most records, from 1; with those that are skipped at most 10,000.</param>
    /// <param name="options">Order, records to skip, whether vectors are wanted; null for the order of the keys.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="NotSupportedException">A part of the filter has no translation, or the property has no order.</exception>
    /// <exception cref="VectorStoreException">A call failed.</exception>
    public override IAsyncEnumerable<TRecord> GetAsync(Expression<Func<TRecord, bool>> filter, int top, FilteredRecordRetrievalOptions<TRecord>? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        options ??= new();
        var limit = QueryLimits.Of(top, options.Skip);
        var query = new OrderedQuery(_rows, FilterTranslator.Translate(filter, _model), RecordOrder.Of(options, _model), Attributes(options.IncludeVectors));
        return OrderedAsync(query, limit, options.Skip, cancellationToken);
    }

    private async IAsyncEnumerable<TRecord> OrderedAsync(OrderedQuery query, int limit, int skip, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in (await query.RunAsync(limit, cancellationToken).ConfigureAwait(false)).Skip(skip))
        {
            yield return Record(row);
        }
    }

    private async IAsyncEnumerable<TRecord> ReadAsync(IEnumerable<TKey> keys, IReadOnlyList<string> attributes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var part in keys.Select(static key => StoredKeys.Write(key)).Chunk(_options.MaxKeysPerCall))
        {
            foreach (var row in await FindAsync(part, attributes, cancellationToken).ConfigureAwait(false))
            {
                yield return Record(row);
            }
        }
    }

    private Task<IReadOnlyList<FoundRow>> FindAsync(string[] ids, IReadOnlyList<string> attributes, CancellationToken cancellationToken) =>
        _rows.RankAsync("Get", RankBy.Ascending(RowFields.Id), Filter.In(RowFields.Id, ids), ids.Length, attributes, cancellationToken);
}
